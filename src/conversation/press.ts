import { z } from 'zod';
import { reportSchema } from '../domain/report.ts';
import { boxPresses } from './press/box-presses.ts';
import { casePresses, formsPress } from './press/case-presses.ts';
import { clockPresses } from './press/clock-presses.ts';
import { caseId, short, words } from './press/parts.ts';
import { ownPresses, talkPresses } from './press/talk-presses.ts';

/** The most of a question that is carried on its card and kept in the log, in characters. */
export const longestQuestion = 500;

/** The draft a button belongs to, so that an old card cannot act on a newer draft. It becomes the case's id. */
const draft = caseId;
/** A question as its answer's card carries it. */
const asked = z.string().max(longestQuestion);
/** The id of a rule or document in a policy pack; whether there is one is for the pack. */
const ruleId = z.string().max(200);
/** A question that was passed on, by its id. */
const questionId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);

/**
 * Everything a button or a form can ask for. Cards are outside our walls: a press is checked here whole,
 * with no field missing and none too many, before anything acts on it.
 */
export const pressSchema = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('help') }),
  /** `words`: said along with it. `author`, `link`: of the message that it is about. */
  z.strictObject({
    verb: z.literal('report.start'),
    words: words.optional(),
    about: z.strictObject({ author: short, link: short }).optional(),
  }),
  /** A field left out of the form keeps what the draft holds. */
  z.strictObject({
    verb: z.literal('report.form'),
    draft,
    report: reportSchema.partial(),
    /** How many texts had been typed when the form was drawn; left out: all that there are. */
    seen: z.number().int().min(0).max(100_000).optional(),
  }),
  z.strictObject({ verb: z.literal('report.confirm'), draft }),
  z.strictObject({ verb: z.literal('report.change'), draft }),
  z.strictObject({ verb: z.literal('report.continue'), draft }),
  z.strictObject({ verb: z.literal('report.cancel'), draft }),
  z.strictObject({ verb: z.literal('mine.list') }),
  z.strictObject({ verb: z.literal('mine.adding'), case: caseId }),
  z.strictObject({ verb: z.literal('mine.add'), case: caseId, text: words }),
  z.strictObject({ verb: z.literal('cases.list') }),
  z.strictObject({ verb: z.literal('ask.rule'), rule: ruleId }),
  z.strictObject({ verb: z.literal('ask.right'), question: asked, rule: ruleId }),
  z.strictObject({ verb: z.literal('ask.wrong'), question: asked, rule: ruleId }),
  z.strictObject({ verb: z.literal('ask.person'), question: asked }),
  z.strictObject({ verb: z.literal('question.replying'), question: questionId }),
  z.strictObject({ verb: z.literal('question.reply'), question: questionId, text: words }),
  z.strictObject({ verb: z.literal('question.keep'), question: questionId }),
  z.strictObject({ verb: z.literal('induction.open') }),
  /** The rule was read; `choice`: which answer to its check question, from 0, absent where it has none. */
  z.strictObject({
    verb: z.literal('induction.next'),
    rule: ruleId,
    choice: z.number().int().min(0).max(99).optional(),
  }),
  z.strictObject({ verb: z.literal('induction.accept'), document: ruleId, version: short }),
  formsPress,
  ...casePresses,
  ...talkPresses,
  ...ownPresses,
  ...clockPresses,
  ...boxPresses,
]);

/** See {@link pressSchema}. */
export type Press = z.infer<typeof pressSchema>;
/** The name of what a press asks for. */
export type Verb = Press['verb'];
/** The answers of a form; what is left out stays as the draft has it. */
export type Answers = Extract<Press, { verb: 'report.form' }>['report'];
/** A press of somebody's induction. */
export type InductionPress = Extract<Press, { verb: `induction.${string}` }>;
/** A press on a case by one of those who work it. */
export type CasePress = Extract<Press, { verb: `case.${string}` }>;
/** A press on a case by whoever reported it. */
export type OwnPress = Extract<Press, { verb: `own.${string}` }>;
/** What a plain button carries: a press that needs nothing filled in. */
export type ButtonPress = Extract<
  Press,
  {
    verb:
      | 'help'
      | 'report.start'
      | 'report.confirm'
      | 'report.change'
      | 'report.continue'
      | 'report.cancel'
      | 'box.answer'
      | 'mine.list'
      | 'mine.again'
      | 'mine.adding'
      | 'cases.list'
      | 'ask.rule'
      | 'ask.right'
      | 'ask.wrong'
      | 'ask.person'
      | 'question.replying'
      | 'question.keep'
      | 'induction.open'
      | 'induction.next'
      | 'induction.accept'
      | 'case.open'
      | 'case.acknowledge'
      | 'case.link'
      | 'case.in-person'
      | 'forms.open'
      | 'own.thread'
      | 'own.read'
      | 'own.show-name'
      | 'mine.show-name'
      | 'mine.keep-hidden'
      | 'mine.answering'
      | 'mine.is-answer'
      | 'mine.no-answer'
      | 'reveal.refusing'
      | 'case.reveal-answer';
  }
>;
