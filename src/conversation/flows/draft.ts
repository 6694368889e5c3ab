import { DateTime } from 'luxon';
import type { CaseId, Instant } from '../../domain/case.ts';
import { isPupil } from '../../domain/people.ts';
import { emptyReport, longestAnswer, type Report } from '../../domain/report.ts';
import { triage } from '../../policy/triage.ts';
import type { Dialogue, Draft, Reply, Step, World } from '../dialogue.ts';
import type { Message } from '../messages.ts';
import type { Answers } from '../press.ts';
import { adviceLines, button, mainButtons, moment, notice, remark, replies, tell as words } from '../voice.ts';
import { tooLong } from './too-long.ts';

/** Minutes after which new words are no longer taken as more of the same report without asking. */
const sameReportMinutes = 60;

/** Somebody wrote in their own words. */
export function tell(state: Dialogue, text: string, world: World): Step {
  if (state.draft) return tellMore(state, state.draft, text, world);
  if (isPupil(world.person) || soundsLikeConcern(text)) return begin(state, text, world);
  return unsure(state, text, world);
}

/** `report`, or the button: a new draft, or the offer of the one that is waiting. */
export function start(state: Dialogue, world: World): Step {
  return state.draft ? { state, replies: waiting(state, world) } : begin(state, state.loose ?? '', world);
}

/** Carries on with the draft, with the loose words in it if there are any. */
export function resume(state: Dialogue, world: World): Step {
  if (!state.draft) return gone(state, world);
  const draft = state.loose ? addWords(state.draft, state.loose, world.now) : state.draft;
  const message: Message = draft.stage === 'summary' && !state.loose ? { kind: 'summary' } : form();
  return { state: keep(state, draft), replies: replies(message) };
}

/** The form came back. */
export function fillIn(state: Dialogue, id: CaseId, answers: Answers, world: World): Step {
  if (state.saved === id) return alreadySaved(state, id, world);
  const open = state.draft?.id === id ? state.draft : undefined;
  if (!open && state.draft) return fillInOther(state, state.draft, answers, world);
  const begun = open ?? newDraft(world);
  const report = { ...begun.report, ...defined(answers) };
  const problem = problemWith(report, world);
  const draft: Draft = { ...begun, report, touched: world.now, stage: problem ? 'form' : 'summary' };
  const message: Message = problem ? form(problem) : { kind: 'summary' };
  const first = open ? [] : replies(said(words(world, 'form.no-draft')));
  return { state: keep(state, draft), replies: [...first, { message, replaces: open !== undefined }] };
}

/** An old form was sent while another draft is open: its words join that draft, so nothing is lost. */
function fillInOther(state: Dialogue, draft: Draft, answers: Answers, world: World): Step {
  const next = keep(state, addWords(draft, answers.what ?? '', world.now));
  return { state: next, replies: replies(form('', words(world, 'form.added'))) };
}

/** The person says that the summary is right. */
export function confirm(state: Dialogue, id: CaseId, world: World): Step {
  const { draft } = state;
  if (state.saved === id) return remark(state, notice([words(world, 'saved.already', { reference: id })]));
  if (draft?.id !== id) return gone(state, world);
  const problem = problemWith(draft.report, world);
  if (problem) return { state, replies: replies(form(problem)) };
  return { state: { saved: id }, replies: [], command: { kind: 'submit', draft } };
}

/** Back from the summary to the form. */
export function change(state: Dialogue, id: CaseId, world: World): Step {
  if (state.saved === id) return alreadySaved(state, id, world);
  if (state.draft?.id !== id) return gone(state, world);
  const draft: Draft = { ...state.draft, stage: 'form', touched: world.now };
  return { state: keep(state, draft), replies: [{ message: form(), replaces: true }] };
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
  const deleted: Reply = { message: said(words(world, 'draft.deleted')), replaces: true };
  if (!state.loose) return { state: rest, replies: [deleted] };
  const next = begin(rest, state.loose, world);
  return { ...next, replies: [deleted, ...next.replies] };
}

/** The offer of a draft that waits, for whoever comes back. */
export function waiting(state: Dialogue, world: World): readonly Reply[] {
  const { draft } = state;
  if (!draft) return [];
  const lines = [words(world, 'draft.waiting', { when: moment(world, draft.begun) })];
  if (state.loose) lines.push(words(world, 'draft.waiting-words'));
  const view = notice(lines, [
    button(world, 'button.continue', { verb: 'report.continue', draft: draft.id }, 'positive'),
    button(world, state.loose ? 'button.delete-start-new' : 'button.delete-draft', {
      verb: 'report.cancel',
      draft: draft.id,
    }),
  ]);
  return replies({ kind: 'notice', notice: view });
}

/** The draft with more words in what happened. */
export function addWords(draft: Draft, text: string, now: Instant): Draft {
  const what = [draft.report.what, text].filter((part) => part.trim() !== '').join('\n');
  return { ...draft, touched: now, stage: 'form', report: { ...draft.report, what } };
}

function begin(state: Dialogue, text: string, world: World): Step {
  const draft = begunWith(text, world);
  return { state: keep(state, draft), replies: [...urgentAdvice(draft, world), ...replies(form())] };
}

function tellMore(state: Dialogue, draft: Draft, text: string, world: World): Step {
  if (minutesBetween(draft.touched, world.now) > sameReportMinutes) {
    const next = { ...state, loose: text };
    return {
      state: next,
      replies: [...urgentAdvice(begunWith(text, world), world), ...waiting(next, world)],
    };
  }
  const more = addWords(draft, text, world.now);
  if (more.report.what.length > longestAnswer) return tooLong(state, more.report.what.length, world);
  const advice = urgentAdvice(begunWith(text, world), world);
  return { state: keep(state, more), replies: [...advice, ...replies(form('', words(world, 'form.added')))] };
}

/** Where somebody may be in danger, what to do now comes as a message of its own, before the form. */
function urgentAdvice(draft: Draft, world: World): readonly Reply[] {
  const result = triage(draft.report);
  if (draft.report.what === '' || result.severity !== 'immediate') return [];
  const view = { ...notice(adviceLines(world, draft.report), [], words(world, 'danger.title')), urgent: true };
  return replies({ kind: 'notice', notice: view });
}

/** Not clearly a concern: the words are kept, and may become a report with one press. */
function unsure(state: Dialogue, text: string, world: World): Step {
  const question = text.trim().endsWith('?');
  const lines = [words(world, question ? 'unsure.question' : 'unsure.kept')];
  const buttons = [
    button(world, 'button.start-with-words', { verb: 'report.start' }, 'positive'),
    ...mainButtons(world).slice(1),
  ];
  return remark({ ...state, loose: text }, notice(lines, buttons, words(world, 'unsure.title')));
}

/** A few words and no question, or any word of the triage table. Anything else is asked about, never dropped. */
function soundsLikeConcern(text: string): boolean {
  const known = triage({ ...emptyReport, what: text }).rules.some((rule) => rule !== 'floor.triage.other');
  return known || (text.split(/\s+/).length >= 5 && !text.trim().endsWith('?'));
}

/** A first guess at whom it is about, where that decides who may know; the person sees it and may change it. */
function withGuess(draft: Draft): Draft {
  const { accused } = triage(draft.report);
  if (!accused) return draft;
  return { ...draft, report: { ...draft.report, subjects: [{ name: '', kind: accused, part: 'alleged' }] } };
}

function begunWith(text: string, world: World): Draft {
  return withGuess(addWords(newDraft(world), text, world.now));
}

function newDraft({ fresh, now }: World): Draft {
  return { id: fresh, report: emptyReport, begun: now, touched: now, stage: 'form' };
}

/** Only what was answered. */
function defined(answers: Answers): Partial<Report> {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

/** The state with this draft in it; loose words have found their place. */
function keep({ loose: _, ...state }: Dialogue, draft: Draft): Dialogue {
  return { ...state, draft };
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

/** What has to be put right before the report can be read back; empty when nothing. */
function problemWith(report: Report, world: World): string {
  if (report.what.trim() === '') return words(world, 'form.problem-what');
  const day = (text: string) => text === '' || DateTime.fromFormat(text, 'yyyy-MM-dd').isValid;
  const time = (text: string) => text === '' || DateTime.fromFormat(text, 'HH:mm').isValid;
  const fine = day(report.occurredOn) && day(report.noticedOn) && time(report.occurredAt) && time(report.noticedAt);
  return fine ? '' : words(world, 'form.problem-day');
}

function minutesBetween(earlier: Instant, later: Instant): number {
  return DateTime.fromISO(later).diff(DateTime.fromISO(earlier)).as('minutes');
}
