import type { CaseId } from '../../domain/case.ts';
import { emptyReport, mostSubjects, type Report } from '../../domain/report.ts';
import { phoneFor } from '../../domain/routing.ts';
import type { Dialogue, Draft, Reply, Step, World } from '../dialogue.ts';
import type { Message } from '../messages.ts';
import { adviceView } from '../present/advice.ts';
import type { Answers } from '../press.ts';
import { type Suggestion, suggestionFor } from '../suggestion.ts';
import { button, mainButtons, moment, notice, remark, replies, tell as words } from '../voice.ts';
import { addWords, answered, begunWith, isTooLong, joined, minutesBetween, problemWith } from './draft-parts.ts';
import { tooLong } from './too-long.ts';

/** Minutes after which new words are no longer taken as more of the same report without asking. */
const sameReportMinutes = 60;

/** A try-out is no longer than this, in characters. */
const longestTryOut = 500;

/** Somebody wrote in their own words. */
export function tell(state: Dialogue, text: string, world: World): Step {
  if (state.draft) return tellMore(state, state.draft, text, world);
  const heard = suggestionFor(world, { ...emptyReport, what: text });
  if (isTryOut(text, heard)) return triedOut(state, text, heard, world);
  if (soundsLikeConcern(text, heard)) return begin(state, text, world);
  return unsure(state, text, world);
}

/** What a report may be started with: words, or a message that it is about. */
export type Occasion = { readonly words?: string | undefined; readonly about?: About | undefined };
type About = { readonly author: string; readonly link: string };

/** `report`, or the button: a new draft, or the offer of the one that is waiting. What came along is never lost. */
export function start(state: Dialogue, world: World, { words: text = '', about }: Occasion = {}): Step {
  if (state.draft) {
    const line = about ? words(world, 'about.message', about) : '';
    const both = joined([text, line]);
    return both === '' ? { state, replies: waiting(state, world) } : tellMore(state, state.draft, both, world);
  }
  const draft = begunWith(joined([state.loose, text]), world);
  return grown(placed(state), about ? withMessage(draft, about) : draft, undefined, world);
}

/** Carries on with the draft, with the loose words in it if there are any. */
export function resume(state: Dialogue, world: World): Step {
  if (!state.draft) return gone(state, world);
  if (!state.loose) return { state, replies: [...adviceOn(state.draft.report, world), ...replies(face(state.draft))] };
  return grown(placed(state), addWords(state.draft, state.loose, world.now), state.draft, world);
}

/** The form came back. `seen`: how many texts had been typed when it was drawn. */
export function fillIn(state: Dialogue, id: CaseId, answers: Answers, seen: number | undefined, world: World): Step {
  if (state.saved === id) return alreadySaved(state, id, world);
  const open = state.draft?.id === id ? state.draft : undefined;
  if (!open && state.draft) return fillInOther(state, state.draft, answers, world);
  const before = open ?? begunWith('', world);
  const filled = answered(before, { ...answers, seen }, world.now);
  const problem = problemWith(filled.report, world);
  const draft: Draft = { ...filled, stage: problem ? 'form' : 'summary' };
  const message: Message = problem ? form(problem) : { kind: 'summary' };
  const first = open ? [] : replies(said(words(world, 'form.no-draft')));
  const advice = newAdvice(before.report, draft.report, world);
  return { state: { ...state, draft }, replies: [...first, ...advice, { message, replaces: open !== undefined }] };
}

/** An old form was sent while another draft is open: its words join that draft, so nothing is lost. */
function fillInOther(state: Dialogue, draft: Draft, answers: Answers, world: World): Step {
  return grown(state, addWords(draft, answers.what ?? '', world.now), draft, world);
}

/** The person says that the summary is right. */
export function confirm(state: Dialogue, id: CaseId, world: World): Step {
  const { draft } = state;
  if (state.saved === id) return remark(state, notice([words(world, 'saved.already', { reference: id })]));
  if (draft?.id !== id) return gone(state, world);
  const problem = problemWith(draft.report, world);
  if (problem) return { state, replies: replies(form(problem)) };
  const { loose } = state;
  const next: Dialogue = loose ? { saved: id, loose } : { saved: id };
  return { state: next, replies: loose ? looseLeft(world) : [], command: { kind: 'submit', draft } };
}

/** Back from the summary to the form. */
export function change(state: Dialogue, id: CaseId, world: World): Step {
  if (state.saved === id) return alreadySaved(state, id, world);
  if (state.draft?.id !== id) return gone(state, world);
  const draft: Draft = { ...state.draft, stage: 'form', touched: world.now };
  return { state: { ...state, draft }, replies: [{ message: form(), replaces: true }] };
}

/** Deletes the draft; nothing of it stays. Loose words, if any, begin a new one. */
export function cancel(state: Dialogue, world: World, id?: CaseId): Step {
  if (id !== undefined && state.saved === id) {
    return remark(state, notice([words(world, 'saved.cannot-delete', { reference: id })]));
  }
  if (!state.draft || (id !== undefined && state.draft.id !== id)) {
    return remark(state, notice([words(world, 'draft.none')]));
  }
  const { draft: _, ...rest } = state;
  const deleted: Reply = { message: { kind: 'notice', notice: farewell(state.draft, world) }, replaces: true };
  if (!state.loose) return { state: rest, replies: [deleted] };
  const next = begin(rest, '', world);
  return { ...next, replies: [deleted, ...next.replies] };
}

/** Said when a draft is deleted; where it told of danger, with where to turn all the same. */
function farewell({ report }: Draft, world: World) {
  const line = words(world, 'draft.deleted');
  const { severity, route } = suggestionFor(world, report);
  if (report.what === '' || (severity !== 'immediate' && severity !== 'high')) return notice([line]);
  const { label, number } = phoneFor(world.school, route);
  return {
    ...notice([line, words(world, 'danger.now', { label, number }), words(world, 'draft.deleted-danger', { label })]),
    urgent: true,
  };
}

/** The offer of a draft that waits, for whoever comes back. */
export function waiting(state: Dialogue, world: World): readonly Reply[] {
  const { draft } = state;
  if (!draft) return [];
  const lines = [words(world, 'draft.waiting', { when: moment(world, draft.begun) })];
  if (state.loose) lines.push(words(world, 'draft.waiting-words'));
  const remove = state.loose ? 'button.delete-start-new' : 'button.delete-draft';
  const view = notice(lines, [
    button(world, 'button.continue', { verb: 'report.continue', draft: draft.id }, 'positive'),
    button(world, remove, { verb: 'report.cancel', draft: draft.id }),
  ]);
  return replies({ kind: 'notice', notice: view });
}

/** Whose message it was stands there as a person concerned, and where it is as the evidence; the message is not copied. */
function withMessage(draft: Draft, { author, link }: About): Draft {
  const subject = { name: author, kind: 'unknown', part: 'unknown' } as const;
  const subjects = author === '' ? draft.report.subjects : [subject, ...draft.report.subjects].slice(0, mostSubjects);
  return { ...draft, report: { ...draft.report, subjects, evidence: link } };
}

/** A new draft of these words, and of loose ones that waited for a place. */
function begin(state: Dialogue, text: string, world: World): Step {
  const draft = begunWith(joined([state.loose, text]), world);
  return grown(placed(state), draft, undefined, world);
}

function tellMore(state: Dialogue, draft: Draft, text: string, world: World): Step {
  if (minutesBetween(draft.touched, world.now) <= sameReportMinutes) {
    return grown(state, addWords(draft, text, world.now), draft, world);
  }
  const next = { ...state, loose: joined([state.loose, text]) };
  const advice = newAdvice(emptyReport, { ...emptyReport, what: text }, world);
  return { state: next, replies: [...advice, ...waiting(next, world)] };
}

/** The draft has more words: advice if they need it, and the form; or, where it is too long, all as it was. */
function grown(state: Dialogue, draft: Draft, before: Draft | undefined, world: World): Step {
  if (isTooLong(draft)) return tooLong(state, draft.report.what.length, world);
  const advice = newAdvice(before?.report ?? emptyReport, draft.report, world);
  return { state: { ...state, draft }, replies: [...advice, ...replies(form('', newsOf(before, advice, world)))] };
}

function newsOf(before: Draft | undefined, advice: readonly Reply[], world: World): string {
  if (before) return words(world, 'form.added');
  return advice.length > 0 ? words(world, 'form.below-advice') : '';
}

/** What to do now comes as a message of its own before any question, once, and again where the words change it. */
function newAdvice(before: Report, after: Report, world: World): readonly Reply[] {
  const known = new Set(before.what === '' ? [] : suggestionFor(world, before).rules);
  return suggestionFor(world, after).rules.every((rule) => known.has(rule)) ? [] : adviceOn(after, world);
}

function adviceOn(report: Report, world: World): readonly Reply[] {
  if (report.what.trim() === '') return [];
  return replies({ kind: 'notice', notice: adviceView(world, suggestionFor(world, report)) });
}

function face({ stage }: Draft): Message {
  return stage === 'summary' ? { kind: 'summary' } : form();
}

/** Not clearly a concern: the words are kept, and may become a report with one press. */
function unsure(state: Dialogue, text: string, world: World): Step {
  const lines = [words(world, 'unsure.kept')];
  const buttons = [startWithWords(world), ...mainButtons(world).slice(1)];
  const next = { ...state, loose: joined([state.loose, text]) };
  return remark(next, notice(lines, buttons, words(world, 'unsure.title')));
}

/** Whether somebody only tries Lantern out or says thanks: it would be told to nobody. A button has no room for a long text. */
function isTryOut(text: string, { triage: { reads, route } }: Suggestion): boolean {
  const isNothing = reads.includes('test') || reads.includes('everyday');
  return text.length <= longestTryOut && isNothing && route.tell.length === 0;
}

/** It works, and needs no form; in case it was meant, the words may become a report with one press. */
function triedOut(state: Dialogue, text: string, heard: Suggestion, world: World): Step {
  const report = button(world, 'button.start-with-words', { verb: 'report.start', words: text });
  return remark(state, { ...adviceView(world, heard), buttons: [report, ...mainButtons(world).slice(1)] });
}

/** Words that found no place in the report which has just been sent. */
function looseLeft(world: World): readonly Reply[] {
  return replies({ kind: 'notice', notice: notice([words(world, 'draft.loose-left')], [startWithWords(world)]) });
}

function startWithWords(world: World) {
  return button(world, 'button.start-with-words', { verb: 'report.start' }, 'positive');
}

/** A few words, or any word that the policy knows. Anything else is asked about, never dropped. */
function soundsLikeConcern(text: string, { triage }: Suggestion): boolean {
  return triage.words.length > 0 || (text.split(/\s+/).length >= 5 && !text.trim().endsWith('?'));
}

/** The state once loose words have found their place. */
function placed({ loose: _, ...state }: Dialogue): Dialogue {
  return state;
}

function form(problem = '', news = ''): Message {
  return { kind: 'report-form', problem, news };
}

function said(line: string): Message {
  return { kind: 'notice', notice: notice([line]) };
}

function gone(state: Dialogue, world: World): Step {
  return remark(state, notice([words(world, 'draft.none-to-send')], mainButtons(world)));
}

function alreadySaved(state: Dialogue, id: CaseId, world: World): Step {
  const add = button(world, 'button.add', { verb: 'mine.adding', case: id });
  return remark(state, notice([words(world, 'saved.already-changed', { reference: id })], [add]));
}
