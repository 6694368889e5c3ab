import type { Severity } from '../../domain/filing.ts';
import type { Alarm, Pack } from '../standing.ts';
import { readerOf } from '../vocabulary.ts';
import type { Candidate } from './candidates.ts';
import { type Context, isSaid } from './context.ts';
import { isCalm, isHarmless } from './is-calm.ts';

/**
 * Whether somebody only asks, or tells of what harmed nobody: they say so, it is heard as nothing grave, and it is like
 * nothing where care comes first. A parent's question is one where nothing in it is of a kind by which somebody comes
 * to harm; a child who asks may need somebody, so a person reads it, save where they also say that nobody came to harm.
 * A lesson that staff tell of beforehand, as monitoring may see it, may sound grave.
 */
export function isQuestion(
  context: Context,
  found: readonly Candidate[],
  heard: Severity,
  alarms: readonly Alarm[],
  { cues }: Pick<Pack, 'cues'>,
): boolean {
  const [lead] = found;
  const { reads } = context.tone;
  const grave = alarms.some(({ raise, category }) => raise !== undefined || category !== undefined);
  if (!lead || grave) return false;
  const who = readerOf(context.reporter);
  const calm = isCalm(context, found, heard, { cues });
  if (calm || who === 'pupil') return calm;
  const planned = who === 'staff' && heard !== 'immediate' && isSaid(cues.planned ?? [], context);
  if (!reads.has('question') || (heard !== 'low' && !planned)) return false;
  if (who === 'parent' && (!isHarmless(lead) || isSaid(cues.worry ?? [], context))) return false;
  return planned || lead.incident.sanctions !== 'none';
}
