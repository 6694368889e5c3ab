import { longestAnswer } from '../../domain/report.ts';
import type { Dialogue, Step, World } from '../dialogue.ts';
import { notice, remark, tell } from '../voice.ts';

/** More words than one answer holds: said, and nothing is changed. */
export function tooLong(state: Dialogue, length: number, world: World): Step {
  return remark(state, notice([tell(world, 'too-long', { length, most: longestAnswer })]));
}
