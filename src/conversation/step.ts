import { isPupil } from '../domain/people.ts';
import { may } from '../domain/permissions.ts';
import { emptyReport, longestAnswer } from '../domain/report.ts';
import * as box from './box/box.ts';
import { askedIn, commandIn, isQuestion, type Command as Word } from './commands.ts';
import type { Dialogue, Step, World } from './dialogue.ts';
import type { DialogueEvent, DialoguePress } from './events.ts';
import { absence } from './flows/absence.ts';
import * as asides from './flows/asides.ts';
import * as ask from './flows/ask.ts';
import * as draft from './flows/draft.ts';
import * as talk from './flows/talk.ts';
import { tooLong } from './flows/too-long.ts';
import { hello, help, thanks, whoReads } from './flows/welcome.ts';
import { suggestionFor } from './suggestion.ts';
import type { Turn } from './turn.ts';
import { notice, remark, replies, tell } from './voice.ts';

/** One turn of a conversation: the next state, what to say, and at most one thing to do. Pure. */
export function step(state: Dialogue, event: DialogueEvent, world: World, place: Turn['address']['kind']): Step {
  if (place === 'channel') return inChannel(state, event, world);
  return inBox(state, event, world) ?? inChat(state, event, world);
}

/** A child's chat is the bully box; undefined for what is answered to everybody alike. */
function inBox(state: Dialogue, event: DialogueEvent, world: World): Step | undefined {
  if (!isPupil(world.person)) return undefined;
  switch (event.kind) {
    case 'joined':
      return box.greet(state, world);
    case 'pressed':
      return box.pressed(state, event.press, world);
    case 'unreadable':
      return box.unreadable(state, world);
    case 'edited':
      return box.edited(state, event.text, world);
    default:
      return undefined;
  }
}

function inChat(state: Dialogue, event: DialogueEvent, world: World): Step {
  switch (event.kind) {
    case 'joined':
      return hello(state, world);
    case 'said':
      return said(state, event.text, event.files, world);
    case 'pressed':
      return pressed(state, event.press, world);
    case 'unreadable':
      return asides.unreadable(state, event.verb, world);
    case 'edited':
      return asides.edited(state, event.text, world);
    case 'deleted':
      return asides.deleted(state, world);
    case 'strange':
      return remark(state, notice([tell(world, 'strange')]));
    default:
      return event satisfies never;
  }
}

/** In a room that others read Lantern takes nothing down and names nobody. */
function inChannel(state: Dialogue, event: DialogueEvent, world: World): Step {
  switch (event.kind) {
    case 'joined':
      return remark(state, notice([tell(world, 'in-channel.joined')]));
    case 'unreadable':
      return remark(state, notice([tell(world, 'unreadable')]));
    default:
      return remark(state, notice([tell(world, 'in-channel')]));
  }
}

function said(state: Dialogue, text: string, files: number, world: World): Step {
  const words = text.trim();
  if (words.length > longestAnswer) return tooLong(state, words.length, world);
  const answer = words === '' ? asides.noWords(state, files, world) : understood(state, words, world);
  return files > 0 ? asides.withFileRefusal(answer, world) : answer;
}

function understood(state: Dialogue, words: string, world: World): Step {
  const gone = absence(state, words, world);
  if (gone) return gone;
  const command = commandIn(words);
  const replyTo = talk.awaited(state, command);
  if (replyTo && askedIn(words) === undefined) return talk.perhapsAnswer(state, replyTo, words, world);
  const told = isPupil(world.person) ? box.said(state, words, world) : undefined;
  if (told) return told;
  if (command) return obey(state, command, world);
  const asked = askedIn(words) ?? (state.asking || meansToAsk(state, words, world) ? words : undefined);
  if (asked !== undefined) return ask.ask(state, asked, world);
  return besides(draft.tell(state, words, world), state, words, world);
}

/** With a report open its words are kept, and a question among them is answered as well where the policy surely can. */
function besides(told: Step, { draft: open }: Dialogue, words: string, world: World): Step {
  if (!open || !isQuestion(words)) return told;
  const answer = ask.answered(words, world);
  return answer ? { ...told, replies: [...told.replies, ...answer] } : told;
}

/**
 * Whether words are a question to the policy and not a report. An open draft takes all words. What the bully box leaves
 * is a question; anybody else's statement is one only where it is short and the policy knows the answer.
 */
function meansToAsk({ draft: open }: Dialogue, words: string, world: World): boolean {
  if (isPupil(world.person)) return true;
  if (open) return false;
  if (isQuestion(words)) return true;
  const { triage } = suggestionFor(world, { ...emptyReport, what: words });
  if (triage.request) return true;
  const short = words.split(/\s+/).length < 5;
  return short && triage.words.length === 0 && ask.answerTo(words, world).kind === 'answered';
}

function obey(state: Dialogue, command: Word, world: World): Step {
  switch (command) {
    case 'report':
      return draft.start(state, world);
    case 'cancel':
      return draft.cancel(state, world);
    case 'pause':
      return state.draft ? { state, replies: draft.waiting(state, world) } : help(state, world);
    case 'continue':
      return draft.resume(state, world);
    case 'my-reports':
      return { state, replies: replies({ kind: 'my-reports' }) };
    case 'cases':
      return listCases(state, world);
    case 'ask':
      return ask.prompt(state, world);
    case 'induction':
      return { state, replies: replies({ kind: 'induction' }) };
    case 'who-reads':
      return whoReads(state, world);
    case 'thanks':
      return state.draft ? { state, replies: draft.waiting(state, world) } : thanks(state, world);
    case 'help':
      return help(state, world);
    case 'hello':
      return hello(state, world);
    default:
      return command satisfies never;
  }
}

function pressed(state: Dialogue, press: DialoguePress, world: World): Step {
  switch (press.verb) {
    case 'help':
      return help(state, world);
    case 'report.start':
      return draft.start(state, world, press);
    case 'report.form':
      return draft.fillIn(state, press.draft, press.report, press.seen, world);
    case 'report.confirm':
      return draft.confirm(state, press.draft, world);
    case 'report.change':
      return draft.change(state, press.draft, world);
    case 'report.continue':
      return draft.resume(state, world);
    case 'report.cancel':
      return draft.cancel(state, world, press.draft);
    case 'mine.list':
      return { state, replies: replies({ kind: 'my-reports' }) };
    case 'mine.adding':
      return { state, replies: replies({ kind: 'add-form', caseId: press.case }) };
    case 'mine.answering':
      return { state, replies: replies({ kind: 'answer-form', caseId: press.case, reply: press.reply }) };
    case 'mine.answer':
      return talk.answered(state, press.case, press.reply, press.text);
    case 'mine.is-answer':
      return talk.isAnswer(state, press.case, world);
    case 'mine.no-answer':
      return notAnAnswer(state, world);
    case 'mine.show-name':
      return { state, replies: replies({ kind: 'name-offer', caseId: press.case }) };
    case 'mine.keep-hidden':
      return remark(state, notice([tell(world, 'talk.kept-hidden')]));
    case 'reveal.refusing':
      return { state, replies: replies({ kind: 'refuse-form', caseId: press.case, ask: press.ask }) };
    case 'cases.list':
      return listCases(state, world);
    case 'ask.rule':
      return ask.askRule(state, press.rule, world);
    case 'ask.right':
      return ask.judge(state, press.question, press.rule, true, world);
    case 'ask.wrong':
      return ask.judge(state, press.question, press.rule, false, world);
    case 'ask.person':
      return ask.askPerson(state, press.question, world);
    case 'question.replying':
      return { state, replies: replies({ kind: 'reply-form', question: press.question }) };
    case 'box.answer':
    case 'mine.again':
      return remark(state, notice([tell(world, 'unreadable')]));
    default:
      return press satisfies never;
  }
}

/** What was typed after a message from the school is no answer to it: it is taken as if it were said now. */
function notAnAnswer(before: Dialogue, world: World): Step {
  const { state, words } = talk.released(before);
  return words === undefined ? talk.nothingKept(before, world) : understood(apart(state), words, world);
}

/** What a child says is something else does not belong to what they sent last, however lately. */
function apart({ box: telling, ...state }: Dialogue): Dialogue {
  if (!telling) return state;
  const { sent: _, ...rest } = telling;
  return { ...state, box: rest };
}

function listCases(state: Dialogue, world: World): Step {
  if (may(world.person, 'cases')) {
    return { state, replies: replies({ kind: 'case-list' }), command: { kind: 'record-listing' } };
  }
  const refusal = remark(state, notice([tell(world, 'case.refused-list')]));
  return { ...refusal, command: { kind: 'record-refusal', action: 'cases' } };
}
