import { isOpen, nextOpening } from '../../domain/calendar.ts';
import type { Severity } from '../../domain/filing.ts';
import type { World } from '../dialogue.ts';
import { dayName, tell } from '../voice.ts';

/** When school is open, as far as it is asked here. */
type Hours = { readonly open: boolean; readonly next: string };

/** Whether school is open now, and when it opens next, in words for a child. */
function hoursOf({ school, now }: Pick<World, 'school' | 'now'>): Hours {
  if (isOpen(school, now)) return { open: true, next: '' };
  return { open: false, next: dayName({ school }, nextOpening(school, now)) };
}

/** When a person will read it. Who is there until then is said with where to turn in danger, once. */
export function readLines(world: Pick<World, 'school' | 'person' | 'now'>, severity: Severity): readonly string[] {
  const { open, next } = hoursOf(world);
  if (severity === 'immediate') return [tell(world, 'pupil.box.read.now')];
  if (!open) return [tell(world, 'pupil.box.read.shut', { when: next })];
  return [tell(world, severity === 'high' ? 'pupil.box.read.today' : 'pupil.box.read.next-day')];
}

/** Said with what is sent at once while school is shut: nobody should wait for an answer here. */
export function shutLines(world: Pick<World, 'school' | 'person' | 'now'>): readonly string[] {
  return hoursOf(world).open ? [] : [tell(world, 'pupil.box.sent-now.shut')];
}
