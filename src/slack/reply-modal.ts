import type { Answer } from '../app/lantern.ts';
import type { FormView, View } from '../conversation/views.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { WordingId } from '../conversation/wording.ts';
import { longestAnswer } from '../domain/report.ts';
import { type Block, shorten } from './blocks.ts';
import { dress } from './dress.ts';
import { most } from './limits.ts';
import { piecesOf } from './messages.ts';
import { fitsModal, type Modal, modal, readModal } from './modal.ts';
import type { OpenView } from './parsed.ts';
import { type Answering, answerInPlace, later, modalOf, tried, wordsOf } from './reply.ts';

/** What a submitted modal is answered with: Slack closes it where this is empty. */
export type SubmissionAnswer =
  | Record<string, never>
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update'; readonly view: Modal }
  | { readonly response_action: 'clear' };

/** Long enough for every sentence of ours that stands below a field. */
const longestError = 2_000;

/** Answers a button of the home tab, or of a modal: in a modal, with notices above what is shown. */
export async function answerInModal(one: Answering, answers: readonly Answer[]): Promise<void> {
  const { place, voice } = one;
  const main =
    answers.find(({ view }) => view.kind !== 'notice') ?? answers.find(({ replaces }) => replaces) ?? answers[0];
  if (!main) return;
  const above = answers.filter((answer) => answer !== main).map(({ view }) => view);
  const face = faceOf(await withCase(one, main.view), one, above);
  const shown = place.view
    ? tried(one, voice.turnTo(place.view.id, face))
    : place.trigger !== undefined && tried(one, voice.open(place.trigger, face));
  if (!(await shown)) await answerInPlace({ ...one, place: { ...place, trigger: undefined } }, answers);
}

/** Whether it asks a child something that may be answered in words, for which only the chat has room. */
export function isQuestion({ view }: Answer): boolean {
  return view.kind === 'notice' && view.buttons.some(({ press }) => press.verb === 'box.answer');
}

/** Asks in the person's own chat, and says so where they pressed. */
export async function askInChat(one: Answering, answers: readonly Answer[]): Promise<void> {
  const { school, turn } = one;
  const view = notice([tell({ school, person: turn.person }, 'pupil.box.in-chat')]);
  const pointer: Answer = { message: { kind: 'notice', notice: view }, view, replaces: false };
  await Promise.all([inChat(one, answers), answerInModal(one, [pointer])]);
}

/** Where a press in a case's modal was too late, the case as it now stands is shown below the words that say so. */
async function withCase({ turn, lantern }: Answering, view: View): Promise<readonly View[]> {
  const { body, school, person } = turn;
  if (view.kind !== 'notice' || body.kind !== 'pressed' || !body.press.verb.startsWith('case.')) return [view];
  const caseId = 'case' in body.press ? body.press.case : '';
  const shown = await lantern.show(school, person, { kind: 'case-detail', caseId }).catch(() => undefined);
  return shown?.kind === 'case-detail' ? [view, shown] : [view];
}

function faceOf(views: readonly View[], { place }: Answering, above: readonly View[]): Modal {
  const [main] = views.slice(-1);
  const banners = [...above, ...views.slice(0, -1)].flatMap((view) => dress(view).blocks);
  const origin = place.view?.origin ?? {};
  const view = main as View;
  const form = view.kind === 'case-detail' ? undefined : modalOf(view, origin);
  return form ? under(form, banners) : readModal(view, origin, 0, banners);
}

/** The form with banners above it, as far as Slack takes so many. */
function under(form: Modal, banners: readonly Block[]): Modal {
  return { ...form, blocks: [...banners.slice(0, most.view - form.blocks.length), ...form.blocks] };
}

/** Answers a submitted modal. It stays open, with what was typed, until what it asked for is done. */
export function answerSubmission(one: Answering, answers: readonly Answer[]): SubmissionAnswer {
  const form = answers.find(({ view }) => view.kind === 'report-form');
  if (form?.view.kind === 'report-form') return again(one, form.view, answers);
  if (answers.some(({ view }) => view.kind === 'case-form')) return refuse(one, answers);
  const done = answers.find(({ replaces }) => replaces);
  return done ? onwards(one, done, answers) : refuse(one, answers);
}

/** The report form once more: with the problem beside the field it is about. */
function again(one: Answering, view: FormView, answers: readonly Answer[]): SubmissionAnswer {
  const field = fieldOf(view);
  if (view.problem !== '' && one.place.view?.inputs.includes(field)) {
    return { response_action: 'errors', errors: { [field]: shorten(view.problem, longestError) } };
  }
  const others = answers.map((answer) => answer.view).filter((shown) => shown !== view);
  return { response_action: 'update', view: faceOf([view], one, others) };
}

/** Where the problem is: what happened must be said, and days must have come; Slack's own pickers see to the rest. */
function fieldOf({ told: { what, occurredOn, noticedOn } }: FormView): string {
  if (what.trim() === '' || what.length > longestAnswer) return 'what';
  return occurredOn >= noticedOn ? 'occurredOn' : 'noticedOn';
}

/** Not done: the reason stands below the first field. What has buttons comes into the chat as well. */
function refuse(one: Answering, answers: readonly Answer[]): SubmissionAnswer {
  const [field] = one.place.view?.inputs ?? [];
  const [first, ...rest] = answers.map(({ view }) => view);
  if (!first) return {};
  if (field === undefined) return { response_action: 'update', view: faceOf([first], one, rest) };
  const withButtons = answers.filter(({ view }) => view.kind === 'notice' && view.buttons.length > 0);
  one.background(inChat(one, withButtons));
  const words = shorten(wordsOf(answers.map(({ view }) => view)), longestError);
  return { response_action: 'errors', errors: { [field]: words } };
}

/** Done: what comes next stands in the modal; what is to be kept, such as a reference, stands in the chat too. */
function onwards(one: Answering, done: Answer, answers: readonly Answer[]): SubmissionAnswer {
  const others = answers.filter((answer) => answer !== done).map(({ view }) => view);
  if (done.view.kind === 'case-detail') return caseDone(one, done.view, others);
  if (caseGone(one, done.view)) return {};
  if (!fitsModal(done.view)) {
    one.background(inChat(one, answers));
    return { response_action: 'clear' };
  }
  if (done.view.kind === 'notice') one.background(inChat(one, answers));
  return { response_action: 'update', view: faceOf([done.view], one, others) };
}

/** Where the step took the case away from whoever made it, the modal below says so instead of showing it still. */
function caseGone(one: Answering, view: View): boolean {
  const { place, turn, voice } = one;
  const parent = place.view?.origin.parent;
  const onCase = turn.body.kind === 'pressed' && turn.body.press.verb.startsWith('case.');
  if (view.kind !== 'notice' || parent === undefined || !onCase) return false;
  one.background(tried(one, voice.turnTo(parent, readModal(view, {}))));
  return true;
}

/** The modal below shows the case as it now stands, under what is said of it; without one, a line says that it is done. */
function caseDone(one: Answering, view: View, others: readonly View[]): SubmissionAnswer {
  const { place, turn, voice, school } = one;
  const origin = place.view?.origin ?? {};
  if (origin.parent !== undefined) {
    const above = others.flatMap((other) => dress(other).blocks);
    one.background(tried(one, voice.turnTo(origin.parent, readModal(view, { channel: origin.channel }, 0, above))));
    return {};
  }
  if (turn.body.kind !== 'pressed' || !('case' in turn.body.press)) return {};
  const { verb, case: reference } = turn.body.press;
  if (verb === 'case.chronology') return { response_action: 'update', view: readModal(view, origin) };
  const what = verb === 'case.told' ? 'told-outside' : verb.slice('case.'.length);
  const line = tell({ school, person: turn.person }, `case.done.${what}` as WordingId, { reference });
  const [piece] = piecesOf(notice([line]));
  const { user } = place.seen;
  one.background(tried(one, origin.channel ? voice.whisper(origin.channel, user, piece) : voice.post(user, piece)));
  return {};
}

/** Says answers in the person's own chat, now or by the outbox. */
async function inChat(one: Answering, answers: readonly Answer[]): Promise<void> {
  for (const [index, { view }] of answers.entries()) {
    for (const piece of piecesOf(view)) {
      if (!(await tried(one, one.voice.post(one.place.seen.user, piece)))) return later(one, answers.slice(index));
    }
  }
}

/** The modal with the button of the one before it, so that it can be tried again. */
function withSubmit(shown: Modal, before: OpenView | undefined): Modal {
  if (!before?.memory || before.submit === undefined) return shown;
  return modal(shown.title.text, shown.blocks as readonly Block[], before.memory, before.submit);
}

/** Says in the modal that nothing is saved; what was typed stays there. */
export function submissionNotSaved({ lantern, turn, place }: Answering): SubmissionAnswer {
  const view = lantern.notSaved(turn);
  const [field] = place.view?.inputs ?? [];
  if (field === undefined) return { response_action: 'update', view: withSubmit(readModal(view, {}), place.view) };
  return { response_action: 'errors', errors: { [field]: shorten(wordsOf([view]), longestError) } };
}
