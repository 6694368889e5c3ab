import type { Category, Severity } from '../../domain/filing.ts';
import type { Alarm, Pack } from '../standing.ts';
import { readerOf } from './advice.ts';
import type { Candidate } from './candidates.ts';
import { type Context, isSaid } from './context.ts';

/** Kinds that a parent may ask about, and mean no harm by it. */
const harmless: readonly Category[] = ['other', 'filtering-issue'];

/**
 * Whether somebody only asks: they say so, it is heard as nothing grave, and it is like nothing where care comes first.
 * A parent's question is one where nothing in it is of a kind by which somebody comes to harm; a child who says so may need somebody, so a
 * person reads it. A lesson that staff tell of beforehand, as monitoring may see it, may sound grave.
 */
export function isQuestion(
  context: Context,
  lead: Candidate | undefined,
  heard: Severity,
  alarms: readonly Alarm[],
  { cues }: Pick<Pack, 'cues'>,
): lead is Candidate {
  const who = readerOf(context.reporter);
  if (who === 'pupil' || !context.tone.reads.has('question') || !lead) return false;
  const planned = who === 'staff' && heard !== 'immediate' && isSaid(cues.planned ?? [], context);
  if (heard !== 'low' && !planned) return false;
  if (who === 'parent' && (!harmless.includes(lead.incident.category) || isSaid(cues.worry ?? [], context)))
    return false;
  return (
    (planned || lead.incident.sanctions !== 'none') &&
    alarms.every(({ raise, category }) => raise === undefined && category === undefined)
  );
}
