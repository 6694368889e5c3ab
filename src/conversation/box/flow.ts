import type { CaseId } from '../../domain/case.ts';
import { emptyReport, longestAnswer, type Report, type Subject } from '../../domain/report.ts';
import type { Dialogue, Draft, Reply, Step, World } from '../dialogue.ts';
import { addWords, begunWith, isTooLong, joined } from '../flows/draft-parts.ts';
import { tooLong } from '../flows/too-long.ts';
import { suggestionFor } from '../suggestion.ts';
import type { NoticeView } from '../views.ts';
import { button, mainButtons, notice, replies, tell } from '../voice.ts';
import { grown, sentOf } from './incidents.ts';
import { dangerView, firstView, helpView, isOnSent, questionView, sentNowLines } from './notices.ts';
import { nextQuestion } from './order.ts';
import { aboutIn, withPeople } from './people.ts';
import type { BoxQuestion } from './questions.ts';
import { boxOf, hasWords, isTold, withBox, withDraft, withLoose } from './state.ts';
import { dangerIn, wordCount } from './understand.ts';

/** A notice as a message of its own. */
export function saying(view: NoticeView): readonly Reply[] {
  return replies({ kind: 'notice', notice: view });
}

/** Asks one question. `lead`: said before it. Who reads it is said first, where it was not. */
export function ask(state: Dialogue, question: BoxQuestion, world: World, lead: readonly string[] = []): Step {
  const first =
    state.draft && isAboutDraft(question) && !isTold(state, world) ? firstView(state.draft, world) : undefined;
  const staged = staging(state, question);
  const next = withBox(staged, { asked: question, ...(first ? { told: world.now } : {}) });
  // A story that was just told is met with thanks before anything is asked.
  const isFirst = question === 'name' || (question === 'again' && state.draft?.perhapsOf !== undefined);
  const heard = isFirst && !first && lead.length === 0 && (state.draft?.report.what ?? '') !== '';
  const said = heard ? [tell(world, 'pupil.box.heard'), tell(world, 'pupil.box.kept')] : lead;
  return { state: next, replies: [...(first ? saying(first) : []), ...asking(next, question, world, said)] };
}

function isAboutDraft(question: BoxQuestion): boolean {
  return ['name', 'what', 'danger', 'who', 'where', 'again', 'summary'].includes(question);
}

function staging(state: Dialogue, question: BoxQuestion): Dialogue {
  return state.draft
    ? { ...state, draft: { ...state.draft, stage: question === 'summary' ? 'summary' : 'form' } }
    : state;
}

function asking(state: Dialogue, question: BoxQuestion, world: World, lead: readonly string[]): readonly Reply[] {
  if (question !== 'summary') return saying(questionView(state, question, world, lead));
  return [...(lead.length > 0 ? saying(notice(lead)) : []), ...replies({ kind: 'summary' })];
}

/** Asks once more what waits for an answer; where nothing does, the ways in. */
export function askAgain(state: Dialogue, world: World, lead: readonly string[]): Step {
  const { asked } = boxOf(state);
  if (asked === undefined || !canWait(state, asked))
    return { state, replies: saying(notice(lead, mainButtons(world))) };
  return ask(state, asked, world, lead);
}

/** Whether what the question is about is still there. */
function canWait(state: Dialogue, asked: BoxQuestion): boolean {
  const { aside, sent } = boxOf(state);
  if (asked === 'start' || asked === 'sure') return asked === 'start' || hasWords(state);
  if (asked === 'aside') return aside !== undefined;
  return isOnSent(asked) ? sent !== undefined : state.draft !== undefined;
}

/** The draft as it stands now, and the next question; or, where somebody may be in danger, it is sent at once. */
export function settle(
  state: Dialogue,
  told: Draft,
  world: World,
  { lead = [], before = emptyReport }: { readonly lead?: readonly string[]; readonly before?: Report } = {},
): Step {
  const draft = withPeople(told, world);
  if (isTooLong(draft)) return tooLong(state, draft.report.what.length, world);
  if (isAlarm(state, draft, world)) return sendNow(state, draft, world);
  const next = withDraft(state, draft);
  const asked = ask(next, nextQuestion(next, draft, world), world, lead);
  return { ...asked, replies: [...newHelp(before, draft.report, world), ...asked.replies] };
}

/** Once a child has said that nobody is in danger, a likeness is looked for in what they wrote last alone. */
function isAlarm(state: Dialogue, { report, added }: Draft, world: World): boolean {
  const asked = boxOf(state).done?.includes('danger') ?? false;
  if (!asked || report.danger) return dangerIn(report, world) === 'alarm';
  const { severity, triage } = suggestionFor(world, report);
  if (severity === 'immediate' && triage.outright) return true;
  return dangerIn({ ...emptyReport, what: added.at(-1) ?? '' }, world) === 'alarm';
}

/** How something new begins. */
type Beginning = {
  /** The earlier case of the child that it is about, or may be. */
  readonly link?: Pick<Draft, 'again' | 'perhapsOf'>;
  /** Said before the first question. */
  readonly lead?: readonly string[];
};

/** A new draft of these words, and of loose ones that waited for a place. An older draft with words is set aside. */
export function begin(state: Dialogue, text: string, world: World, { link, lead = [] }: Beginning = {}): Step {
  const draft = begunWith(joined([state.loose, text]), world);
  if (isTooLong(draft)) return tooLong(state, draft.report.what.length, world);
  const cleared = withBox(withLoose(setAside(state), ''), { done: [], asked: undefined });
  return settle(cleared, { ...draft, ...link }, world, { lead });
}

/** The open draft makes room, and is kept; with one that was set aside before, it becomes one. */
function setAside(state: Dialogue): Dialogue {
  const { draft } = state;
  if (!draft || draft.report.what === '') return withDraft(state, undefined);
  const { aside } = boxOf(state);
  const kept = aside ? merged(aside, draft) : draft;
  return withBox(withDraft(state, undefined), { aside: kept });
}

function merged(older: Draft, newer: Draft): Draft {
  const texts = [newer.report.what, newer.report.site, ...newer.report.subjects.map(({ name }) => name)];
  return texts.filter((text) => text !== '').reduce((kept, text) => addWords(kept, text, newer.touched), older);
}

/** Sends what was told as it is, unfinished, and asks only what helps to find the child. */
function sendNow(state: Dialogue, told: Draft, world: World): Step {
  const all = state.loose ? addWords(told, state.loose, world.now) : told;
  const draft = named(state, { ...(isTooLong(all) ? told : all), stage: 'form' });
  const rest = isTooLong(all) ? state : withLoose(state, '');
  const change = { sent: sentOf(draft, world), told: world.now, done: undefined, asked: undefined };
  const next: Dialogue = { ...withBox(withDraft(rest, undefined), change), saved: draft.id };
  const asked = ask(next, 'place-now', world, sentNowLines(draft, world));
  const title = tell(world, 'pupil.box.sent-now');
  return {
    state: asked.state,
    replies: [...saying(dangerView(draft, world)), ...asked.replies.map((reply) => titled(reply, title))],
    command: { kind: 'submit', draft, unfinished: true },
  };
}

/** A child who just chose for their name is taken at that, where there is no time to ask once more. */
function named(state: Dialogue, { perhapsOf, ...draft }: Draft): Draft {
  const { sent } = boxOf(state);
  const hidden = draft.hidden ?? (sent && sent.id === perhapsOf ? sent.hidden : undefined);
  return hidden === undefined ? draft : { ...draft, hidden };
}

function titled(reply: Reply, title: string): Reply {
  const { message } = reply;
  return message.kind === 'notice'
    ? { ...reply, message: { ...message, notice: { ...message.notice, title } } }
    : reply;
}

/** How something is added to what was sent. */
export type Adding = {
  /** The text as the record has it, where the child's words alone do not say what they answer. */
  readonly record?: string;
  /** Who did it, where that is what was asked. */
  readonly who?: Subject | undefined;
  /** Said instead of the usual confirmation. */
  readonly line?: string;
  /** Said before the confirmation. */
  readonly lead?: readonly string[];
  /** What is asked next; nothing where it is left out. */
  readonly next?: BoxQuestion;
  /** Said last, where nothing is asked. */
  readonly last?: string;
};

/** Adds words to something that was sent, and confirms it. */
export function addTo(state: Dialogue, id: CaseId, text: string, world: World, adding: Adding = {}): Step {
  if (text.length > longestAnswer - 200) return tooLong(state, text.length, world);
  const { record = text, who, lead = [], last } = adding;
  const { subjects, keepFrom } = aboutIn(text, world);
  const danger = dangerIn({ ...emptyReport, what: text }, world) === 'alarm';
  const line = adding.line ?? tell(world, 'pupil.box.added', { reference: id });
  const lines = [...lead, line, ...(last === undefined ? [] : [last])];
  const next = withBox(state, { sent: grown(state, id, text, who, world), asked: undefined });
  const question = adding.next ?? (danger && last === undefined ? 'place-now' : undefined);
  const confirmed = question
    ? ask(next, question, world, lines)
    : { state: next, replies: saying(addedView(lines, world)) };
  const help = danger ? saying(dangerView(begunWith(text, world), world)) : [];
  const about = { subjects: who ? [who] : subjects, keepFrom };
  return {
    ...confirmed,
    replies: [...help, ...confirmed.replies],
    command: { kind: 'add', case: id, text: record, about },
  };
}

function addedView(lines: readonly string[], world: World): NoticeView {
  return notice(lines, [button(world, 'pupil.box.new', { verb: 'report.start' })]);
}

/** What helps at once, where the report is grave or nobody may look; once, and again where the words change it. */
function newHelp(before: Report, after: Report, world: World): readonly Reply[] {
  if (!isHelpUrgent(after, world)) return [];
  const known = before.what === '' ? [] : suggestionFor(world, before).rules;
  const { rules } = suggestionFor(world, after);
  return rules.every((rule) => known.includes(rule)) ? [] : saying(helpView(after, world));
}

/** What helps, for a report whose help could wait until it was sent; whom to ring has just been said. */
export function laterHelp({ report }: Draft, world: World): readonly Reply[] {
  return isHelpUrgent(report, world) ? [] : saying({ ...helpView(report, world), toldLines: [] });
}

function isHelpUrgent(report: Report, world: World): boolean {
  if (report.what === '') return false;
  const { severity, triage } = suggestionFor(world, report);
  const grave = severity === 'immediate' || severity === 'high' || triage.evidence === 'never';
  return grave && (triage.outright || wordCount(report.what) >= 6);
}
