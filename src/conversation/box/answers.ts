import type { CaseId } from '../../domain/case.ts';
import type { Dialogue, Draft, Step, World } from '../dialogue.ts';
import { addWords } from '../flows/draft-parts.ts';
import { button, notice, tell } from '../voice.ts';
import type { WordingId } from '../wording.ts';
import { changed, withAdult } from './edit.ts';
import { addTo, ask, askAgain, begin, laterHelp, saying, settle } from './flow.ts';
import { sentOf } from './incidents.ts';
import { sentView, turnLines } from './notices.ts';
import type { BoxAnswer, BoxQuestion } from './questions.ts';
import { answeredIn, boxOf, withBox, withDraft, withLoose } from './state.ts';

type OnDraft = (state: Dialogue, draft: Draft, answer: BoxAnswer, world: World) => Step;
type OnState = (state: Dialogue, answer: BoxAnswer, world: World) => Step;

/** What an answer to each question that is about the open draft comes to. */
const onDraft: Readonly<Partial<Record<BoxQuestion, OnDraft>>> = {
  name: (state, draft, answer, world) =>
    settle(state, { ...draft, hidden: answer === 'hide', touched: world.now }, world, { before: draft.report }),
  what: (state, draft, _, world) =>
    draft.report.what === ''
      ? askAgain(state, world, [tell(world, 'pupil.box.what.hard')])
      : passed(state, draft, 'what', world),
  danger: (state, draft, answer, world) =>
    passed(state, changed(draft, { danger: answer === 'yes' || draft.report.danger }, world.now), 'danger', world),
  who: (state, draft, answer, world) =>
    answer === 'adult'
      ? ask(withDraft(state, withAdult(draft, world.now)), 'who', world, [tell(world, 'pupil.box.who.which')])
      : passed(state, draft, 'who', world),
  where: (state, draft, answer, world) => {
    const place = answer === 'online' || answer === 'in-school' || answer === 'outside-school' ? answer : undefined;
    return passed(state, place ? changed(draft, { place }, world.now) : draft, 'where', world);
  },
  again: (state, draft, answer, world) => {
    if (draft.perhapsOf !== undefined) return placed(state, draft, draft.perhapsOf, answer, world);
    const { sent } = boxOf(state);
    return passed(state, answer === 'yes' && sent ? { ...draft, again: sent.id } : draft, 'again', world);
  },
  summary: (state, draft, answer, world) =>
    answer === 'yes' ? send(state, draft, world) : ask(state, 'change', world),
  change: (state, draft, answer, world) =>
    answer === 'what' || answer === 'who' || answer === 'where' || answer === 'name'
      ? ask(state, answer, world)
      : settle(state, draft, world, { before: draft.report }),
  unsent: (state, draft, answer, world) =>
    answer === 'delete' ? ask(state, 'delete', world) : goOn(state, draft, world),
  delete: (state, draft, answer, world) => (answer === 'yes' ? forget(state, draft, world) : rest(state, draft, world)),
  same: (state, draft, answer, world) => {
    if (answer === 'no') return begin(state, '', world);
    return goOn(state, draft, world);
  },
};

/** What an answer to the other questions comes to. */
const onState: Readonly<Partial<Record<BoxQuestion, OnState>>> = {
  start: (state, answer, world) => {
    if (answer === 'yes') return begin(state, '', world);
    if (answer === 'unsure')
      return ask(answeredIn(state, 'start'), 'start', world, [
        tell(world, 'pupil.box.start.hard'),
        tell(world, 'danger.now'),
      ]);
    return fine(withBox(state, { asked: undefined }), 'pupil.box.start.fine', world);
  },
  sure: (state, answer, world) => {
    if (answer === 'not-send') return notSend(state, world);
    return state.draft ? goOn(state, state.draft, world) : begin(state, '', world);
  },
  aside: (state, answer, world) => {
    const { aside } = boxOf(state);
    if (answer !== 'yes' || !aside) return fine(withBox(state, { asked: undefined }), 'pupil.box.start.fine', world);
    return goOn(withBox(state, { aside: undefined, done: [] }), { ...aside, touched: world.now }, world);
  },
  'place-now': (state, _, world) => ask(state, 'who-now', world),
  'who-now': (state, _, world) => fine(withBox(state, { asked: undefined }), 'pupil.box.done-now', world),
  more: (state, _, world) => fine(withBox(state, { asked: undefined }), 'pupil.box.start.fine', world),
};

/** What the answer comes to; undefined where what it is about is not there. */
export function answer(state: Dialogue, question: BoxQuestion, given: BoxAnswer, world: World): Step | undefined {
  if (given === 'not-send' && (state.draft || state.loose)) return notSend(state, world);
  const free = onState[question];
  if (free) return free(state, given, world);
  return state.draft && onDraft[question]?.(state, state.draft, given, world);
}

/** The question is done with; on to the next. */
function passed(state: Dialogue, draft: Draft, question: BoxQuestion, world: World): Step {
  return settle(answeredIn(state, question), draft, world, { before: draft.report });
}

/** The words go to the case where the child says that they belong to it; if not, they are a report of their own. */
function placed(state: Dialogue, { perhapsOf: _, ...draft }: Draft, id: CaseId, given: BoxAnswer, world: World): Step {
  if (given !== 'yes') return passed(state, draft, 'again', world);
  const free = withBox(withDraft(state, undefined), { done: undefined });
  const added = addTo(free, id, draft.report.what, world);
  return added.command ? added : passed(state, { ...draft, again: id }, 'again', world);
}

/** Goes on with a draft that waited; what was taken back, or waited with it, goes along and is read back. */
export function goOn(state: Dialogue, draft: Draft, world: World): Step {
  const { loose = '' } = state;
  const all = loose === '' ? draft : addWords(draft, loose, world.now);
  return settle(withLoose(state, ''), { ...all, touched: world.now }, world);
}

/** Sends the draft. What was taken back in between goes with it: a person reads it. */
export function send(state: Dialogue, open: Draft, world: World): Step {
  const { loose = '' } = state;
  const takenBack = boxOf(state).asked === 'sure' && loose !== '';
  const draft = takenBack ? addWords(open, loose, world.now) : open;
  if (draft.report.what === '') return settle(state, draft, world);
  const sent = sentOf(draft, world);
  const rest = withBox(takenBack ? withLoose(state, '') : state, { sent, done: undefined, asked: undefined });
  const next: Dialogue = { ...withDraft(rest, undefined), saved: draft.id };
  const left = leftOver(next, world);
  return {
    state: left.state,
    replies: [
      { message: { kind: 'notice', notice: sentView(draft, world) }, replaces: true },
      ...laterHelp(draft, world),
      ...left.replies,
    ],
    command: { kind: 'submit', draft },
  };
}

/** What is still not sent once something was: loose words, or an older draft. */
function leftOver(state: Dialogue, world: World): Step {
  if (state.loose) {
    const start = button(world, 'button.start-with-words', { verb: 'report.start' }, 'positive');
    return { state, replies: saying(notice([tell(world, 'draft.loose-left')], [start])) };
  }
  return boxOf(state).aside ? ask(state, 'aside', world) : { state, replies: [] };
}

/** It is not sent and nothing is lost: the child may come back to it. */
function notSend(state: Dialogue, world: World): Step {
  const { draft } = state;
  if (!draft) return fine(withBox(state, { asked: undefined }), 'pupil.box.sure.nothing', world);
  return rest(state, draft, world);
}

/** The draft rests: kept, not sent. */
export function rest(state: Dialogue, draft: Draft, world: World): Step {
  const lines = [tell(world, 'pupil.box.not-sent'), tell(world, 'pupil.box.not-sent.fine'), ...turnLines(draft, world)];
  return ask(withDraft(state, draft), 'unsent', world, lines);
}

/** Deletes the draft, as the child asked twice; said with where to turn. */
function forget(state: Dialogue, draft: Draft, world: World): Step {
  const lines = [tell(world, 'draft.deleted'), ...turnLines(draft, world)];
  const next = withBox(withDraft(state, undefined), { asked: undefined, done: undefined });
  return { state: next, replies: saying(notice(lines)) };
}

function fine(state: Dialogue, line: WordingId, world: World): Step {
  return { state, replies: saying(notice([tell(world, line), tell(world, 'danger.now')])) };
}
