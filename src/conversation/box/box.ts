import type { CaseId } from '../../domain/case.ts';
import { emptyReport } from '../../domain/report.ts';
import { askedIn, type Command, commandIn, isQuestion } from '../commands.ts';
import type { Dialogue, Step, World } from '../dialogue.ts';
import type { DialoguePress } from '../events.ts';
import { answered as answeredByPolicy } from '../flows/ask.ts';
import { answered as filledIn, isTooLong, joined } from '../flows/draft-parts.ts';
import { tooLong } from '../flows/too-long.ts';
import { suggestionFor } from '../suggestion.ts';
import { moment, notice, replies, tell } from '../voice.ts';
import { answer, goOn, rest, send } from './answers.ts';
import { addTo, ask, askAgain, begin, saying, settle } from './flow.ts';
import { chosenView, hasAnswer, isOnSent, subjectOf, welcomeView } from './notices.ts';
import { boxOf, hasWords, sentAgain, sentLately, withBox, withDraft, withLoose } from './state.ts';
import { secrecyLines, typedAnswer, words } from './typed.ts';
import { dangerIn, retracts } from './understand.ts';

/** The chat was opened, or a child said hello: what waits, or what this is and whether something happened. */
export function greet(state: Dialogue, world: World, urgent = false): Step {
  const { draft } = state;
  const { asked: question } = boxOf(state);
  const sent = sentLately(state, world);
  if (sent && isOnSent(question)) {
    return askAgain(state, world, [tell(world, 'danger.now'), tell(world, 'saved.already', { reference: sent })]);
  }
  if (draft && hasWords({ draft })) {
    const lines = [tell(world, 'pupil.box.back', { when: moment(world, draft.begun) }), tell(world, 'danger.now')];
    return ask(state, 'unsent', world, urgent ? lines.toReversed() : lines);
  }
  const next = withBox(withDraft(state, undefined), { asked: 'start', done: undefined, told: world.now });
  return { state: next, replies: replies({ kind: 'welcome', notice: welcomeView(next, world, urgent) }) };
}

/** A child's words. Undefined for what is answered to everybody alike: a question, or a word like "my reports". */
export function said(state: Dialogue, text: string, world: World): Step | undefined {
  if (isAlarming(text, world)) return words(state, text, world);
  if (state.asking || askedIn(text) !== undefined) return undefined;
  const given = plainAnswer(state, text, world);
  if (given) return given;
  if (retracts(text) && !isGrave(text, world)) return retract(state, text, world);
  const command = commandIn(text);
  if (command) return obey(state, command, text, world);
  if (!state.draft && isQuestion(text)) return asked(state, text, world);
  return besides(words(state, text, world), state, text, world);
}

/** Words that are surely about danger come before everything else. */
function isAlarming(text: string, world: World): boolean {
  const { triage } = suggestionFor(world, { ...emptyReport, what: text });
  return dangerIn({ ...emptyReport, what: text }, world) === 'alarm' && (triage.outright || !isQuestion(text));
}

/** Words that say something grave are never only a question or a joke. */
function isGrave(text: string, world: World): boolean {
  const { triage } = suggestionFor(world, { ...emptyReport, what: text });
  return triage.outright && (triage.severity === 'immediate' || triage.severity === 'high');
}

function plainAnswer(state: Dialogue, text: string, world: World): Step | undefined {
  const { asked: question } = boxOf(state);
  const gone = isOnSent(question) && sentLately(state, world) === undefined;
  const given = question && !gone && typedAnswer(question, text);
  return given ? answer(state, question, given, world) : undefined;
}

/** A question goes to the policy; after a report, what the policy does not answer is for whoever reads the report. */
function asked(state: Dialogue, text: string, world: World): Step | undefined {
  const after = sentLately(state, world) !== undefined && !answeredByPolicy(text, world);
  if (isGrave(text, world) || after) return words(state, text, world);
  const secrecy = secrecyLines(text, world);
  return secrecy.length > 0 ? ask(state, 'start', world, secrecy) : undefined;
}

/** With a report open its words are kept, and a question among them is answered as well where the policy surely can. */
function besides(told: Step, { draft }: Dialogue, text: string, world: World): Step {
  const found = draft && isQuestion(text) ? answeredByPolicy(text, world) : undefined;
  return found ? { ...told, replies: [...found, ...told.replies] } : told;
}

/** "Only joking", "do not send it": nothing is closed or lost by it, and the child is asked kindly. */
function retract(state: Dialogue, text: string, world: World): Step {
  const kind = [tell(world, 'pupil.box.sure.kind')];
  const { sent } = boxOf(state);
  const told = hasWords(withLoose(state, '')) || (!sent && hasWords(state));
  if (told) return ask(withLoose(state, joined([state.loose, text])), 'sure', world, kind);
  if (sent)
    return addTo(state, sent.id, text, world, { line: tell(world, 'pupil.box.joke.added', { reference: sent.id }) });
  const kept = withLoose(withDraft(state, undefined), text);
  return ask(kept, 'start', world, [tell(world, 'pupil.box.sure.nothing')]);
}

function obey(state: Dialogue, command: Command, text: string, world: World): Step | undefined {
  switch (command) {
    case 'hello':
    case 'report':
    case 'continue':
      return start(state, command, world);
    case 'help':
      return greet(state, world, true);
    case 'cancel':
      return state.draft ? ask(state, 'delete', world) : askAgain(state, world, [tell(world, 'draft.none')]);
    case 'pause':
      return hasWords(state)
        ? ask(state, 'sure', world, [tell(world, 'pupil.box.sure.kind')])
        : paused(state, text, world);
    case 'thanks':
      return askAgain(state, world, [tell(world, 'thanks')]);
    case 'who-reads':
      return askAgain(state, world, whoReads(world));
    default:
      return undefined;
  }
}

function start(state: Dialogue, command: 'hello' | 'report' | 'continue', world: World): Step {
  const { draft } = state;
  if (command === 'hello') return greet(state, world);
  if (!draft) return command === 'report' ? begin(state, '', world) : greet(state, world);
  return goOn(state, draft, world);
}

/** "Stop" or "never mind" after a report is for whoever reads it; "no" alone is not. */
function paused(state: Dialogue, text: string, world: World): Step {
  const id = sentLately(state, world);
  if (id && !/^no\W*$/i.test(text)) {
    return addTo(state, id, text, world, { line: tell(world, 'pupil.box.joke.added', { reference: id }) });
  }
  return {
    state: withBox(state, { asked: undefined }),
    replies: saying(notice([tell(world, 'pupil.box.start.fine')])),
  };
}

function whoReads(world: World): readonly string[] {
  return [
    tell(world, 'welcome.robot'),
    tell(world, 'welcome.who-reads'),
    tell(world, 'pupil.welcome.secret'),
    tell(world, 'danger.now'),
  ];
}

/** What a child pressed. Undefined for what is answered to everybody alike. */
export function pressed(state: Dialogue, press: DialoguePress, world: World): Step | undefined {
  switch (press.verb) {
    case 'help':
      return greet(state, world, true);
    case 'box.answer':
      return answeredBy(state, press, world);
    case 'report.start':
      return startWith(state, press, world);
    case 'report.form':
      return oldForm(state, press, world);
    case 'report.confirm':
    case 'report.change':
    case 'report.continue':
    case 'report.cancel':
      return onReport(state, press, world);
    case 'mine.adding':
      return ask(withBox(state, { sent: sentAgain(state, press.case, world) }), 'more', world);
    case 'mine.again':
      return again(state, press.case, world);
    default:
      return undefined;
  }
}

type BoxPress = Extract<DialoguePress, { verb: 'box.answer' }>;

/** The button becomes what was chosen; then comes the next question. An old button changes nothing. */
function answeredBy(state: Dialogue, { to, answer: given, draft }: BoxPress, world: World): Step {
  const { asked: waiting } = boxOf(state);
  const stands = draft === subjectOf(state, to) && (to === waiting || given === 'not-send' || isForAnyTime(state, to));
  const fits = to === 'summary' ? given === 'not-send' : hasAnswer(to, given);
  const step = stands && fits ? answer(state, to, given, world) : undefined;
  if (!step) return oldButton(state, draft, world);
  if (to === 'summary') return step;
  const view = chosenView(state, to, given, world);
  return { ...step, replies: [{ message: { kind: 'notice', notice: view }, replaces: true }, ...step.replies] };
}

/** These can be answered as long as it is not sent, whatever is asked by then; and a beginning is never too late. */
function isForAnyTime({ draft }: Dialogue, question: BoxPress['to']): boolean {
  return draft ? question === 'name' || question === 'danger' : question === 'start';
}

function oldButton(state: Dialogue, draft: CaseId | undefined, world: World): Step {
  const sent = draft !== undefined && state.saved === draft;
  const line = sent ? tell(world, 'saved.already', { reference: draft }) : tell(world, 'pupil.box.old-button');
  return askAgain(state, world, [line]);
}

/** What came along, such as the message that it is about, is never lost. */
function startWith(state: Dialogue, press: Extract<DialoguePress, { verb: 'report.start' }>, world: World): Step {
  const { words: text = '', about } = press;
  const all = joined([text, about ? tell(world, 'about.message', about) : '']);
  if (state.draft && hasWords({ draft: state.draft }))
    return all === '' ? greet(state, world) : words(state, all, world);
  return begin(withDraft(state, undefined), all, world);
}

type ReportPress = Extract<DialoguePress, { verb: `report.${'confirm' | 'change' | 'continue' | 'cancel'}` }>;

function onReport(state: Dialogue, { verb, draft: id }: ReportPress, world: World): Step {
  const { draft } = state;
  if (draft?.id !== id) return oldButton(state, id, world);
  switch (verb) {
    case 'report.confirm':
      return send(state, draft, world);
    case 'report.change':
      return ask(state, 'change', world);
    case 'report.continue':
      return goOn(state, draft, world);
    case 'report.cancel':
      return rest(state, draft, world);
    default:
      return verb satisfies never;
  }
}

/** A form from before children were asked one thing at a time: what was filled in is kept, and the asking goes on. */
function oldForm(state: Dialogue, press: Extract<DialoguePress, { verb: 'report.form' }>, world: World): Step {
  const { draft } = state;
  if (draft?.id !== press.draft)
    return press.report.what ? words(state, press.report.what, world) : oldButton(state, press.draft, world);
  const filled = filledIn(draft, { ...press.report, seen: press.seen }, world.now);
  return isTooLong(filled)
    ? tooLong(state, filled.report.what.length, world)
    : settle(state, filled, world, { before: draft.report });
}

/** It has happened again: a new report, linked to the one before. Words that wait unsent stay kept. */
function again(state: Dialogue, id: CaseId, world: World): Step {
  const begun = begin(state, '', world, { link: { again: id } });
  return { ...begun, replies: [...saying(notice([tell(world, 'pupil.box.again.sorry')])), ...begun.replies] };
}

/** A button or form that could not be read. */
export function unreadable(state: Dialogue, world: World): Step {
  return askAgain(state, world, [tell(world, 'unreadable')]);
}

/** A message was changed: its first words stay, and the new ones are taken like any others. */
export function edited(state: Dialogue, text: string, world: World): Step {
  const line = saying(notice([tell(world, state.draft ? 'edited.draft' : 'edited.none')]));
  if (text.trim() === '') return { state, replies: line };
  const taken = words(state, text.trim(), world);
  return { ...taken, replies: [...line, ...taken.replies] };
}
