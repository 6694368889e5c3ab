import type { Dialogue, Step, World } from '../dialogue.ts';
import { mainButtons, notice, remark, replies, tell } from '../voice.ts';
import { tell as tellWords } from './draft.ts';

/** A message without words, perhaps a file alone. */
export function noWords(state: Dialogue, files: number, world: World): Step {
  if (files > 0) return { state, replies: [] };
  return remark(state, notice([tell(world, 'empty.said')], mainButtons(world)));
}

/** Files are refused before anything is answered to the words beside them (rule of safety 3). */
export function withFileRefusal(answer: Step, world: World): Step {
  const refusal = replies({ kind: 'notice', notice: notice([tell(world, 'files.refused')]) });
  return { ...answer, replies: [...refusal, ...answer.replies] };
}

/** A button or form that could not be read: missing, extra or forged fields. */
export function unreadable(state: Dialogue, verb: string, world: World): Step {
  if (verb !== 'report.form') return remark(state, notice([tell(world, 'unreadable')]));
  if (!state.draft) return remark(state, notice([tell(world, 'unreadable.no-draft')], mainButtons(world)));
  return { state, replies: replies({ kind: 'report-form', problem: tell(world, 'unreadable.form'), news: '' }) };
}

/** A message was changed after it was sent: the first words stay, and the new ones are taken like any others. */
export function edited(state: Dialogue, text: string, world: World): Step {
  const line = notice([tell(world, state.draft ? 'edited.draft' : 'edited.none')]);
  const first = replies({ kind: 'notice', notice: line });
  if (text.trim() === '') return { state, replies: first };
  const taken = tellWords(state, text.trim(), world);
  return { ...taken, replies: [...first, ...taken.replies] };
}

/** A message was deleted: what it said is still held, and that is said. */
export function deleted(state: Dialogue, world: World): Step {
  return remark(state, notice([tell(world, state.draft ? 'deleted.draft' : 'deleted.none')]));
}
