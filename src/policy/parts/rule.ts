import { z } from 'zod';
import { audiences, insideRoles } from '../vocabulary.ts';
import { clause, count, day, id, list, oneOrMany, prose, words } from './atoms.ts';

const audience = z.enum(audiences);

const check = z
  .strictObject({
    ask: prose.describe('The question'),
    right: prose.describe('The right choice'),
    wrong: z.array(prose).min(1, 'needs one wrong choice at least').describe('Choices that are wrong'),
    because: prose.default('').describe('Said after the answer, right or wrong'),
  })
  .describe('A question that a new member of staff answers after reading the rule');

const induction = z
  .union([z.boolean(), z.strictObject({ order: count.prefault(0), check: check.optional() })])
  .transform((given) => (typeof given === 'boolean' ? { wanted: given, order: 0 } : { wanted: true, ...given }));

/** One rule of a policy: how people ask for it, what they are told, and the clause that says so. */
export const ruleSource = z.strictObject({
  topic: id.describe('One of the topics'),
  for: oneOrMany(audience)
    .optional()
    .describe('Who may ask. Left out: every adult, and pupils where there is a `pupil` answer'),
  asks: z
    .array(words)
    .min(1, 'needs one way of asking at least')
    .describe('How people ask: everyday words, text-speak, three-word queries'),
  answer: prose.describe('For adults, in two or three short sentences'),
  pupil: prose.default('').describe('For pupils, in words a nine-year-old understands'),
  pupilAsks: words
    .optional()
    .describe('The one of `asks` that pupils are offered to press. Left out: the first, as for adults'),
  parent: prose.default('').describe('For parents, where they need other words than staff'),
  clause: oneOrMany(clause).describe('`Heading`, or `document > Heading`; the first of several is cited'),
  approved: day.optional().describe('Where it differs from the document'),
  reviewBy: day.optional().describe('Where it differs from the document'),
  related: list(id).describe('Ids of rules to offer next'),
  induction: induction.prefault(false).describe('Whether new staff read it; may hold a check question'),
  owner: z.enum(insideRoles).optional().describe('Who answers a person about it; left out: who owns the topic'),
  corrected: prose.default('').describe('What the document says wrongly or out of date, and why we say otherwise'),
  fixed: z.boolean().default(false).describe('Floor only: no pack may answer otherwise'),
});
/** See {@link ruleSource}. */
export type RuleSource = z.output<typeof ruleSource>;

/** What every rule of one file has in common unless it says otherwise. */
export const ruleDefaults = ruleSource
  .pick({ topic: true, for: true, clause: true, approved: true, reviewBy: true, owner: true })
  .partial();

/** A question that the policy is known not to answer. It is met with an honest no and the person to ask. */
export const gapSource = z.strictObject({
  topic: id,
  for: oneOrMany(audience).default([...audiences]),
  asks: z.array(words).min(1, 'needs one way of asking at least'),
  says: prose.default('').describe('What is missing, for example: the policy names no retention period'),
});
/** See {@link gapSource}. */
export type GapSource = z.output<typeof gapSource>;

/** What questions are about, and who answers those that no rule does. */
export const topicSource = z.strictObject({
  title: prose,
  owner: z.enum(insideRoles),
  words: list(words).describe('Words that show a question to be of this topic'),
});
/** See {@link topicSource}. */
export type TopicSource = z.output<typeof topicSource>;
