import type { Category, Severity } from '../../domain/filing.ts';
import type { Alarm, Pack } from '../standing.ts';
import type { Reading } from '../vocabulary.ts';
import { readerOf } from './advice.ts';
import { type Candidate, raisedBy, soundsLike } from './candidates.ts';
import { type Context, isSaid, mentioned } from './context.ts';

/** Kinds that somebody may ask about, and mean no harm by it. */
const harmless: readonly Category[] = ['other', 'filtering-issue'];

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
  const calm = reads.has('harmless') && isCalm(context, found, heard, cues);
  if (calm || who === 'pupil') return calm;
  const planned = who === 'staff' && heard !== 'immediate' && isSaid(cues.planned ?? [], context);
  if (!reads.has('question') || (heard !== 'low' && !planned)) return false;
  if (who === 'parent' && (!isHarmless(lead) || isSaid(cues.worry ?? [], context))) return false;
  return planned || lead.incident.sanctions !== 'none';
}

function isHarmless({ incident }: Candidate): boolean {
  return harmless.includes(incident.category);
}

/** Readings by which somebody may hide what did happen. */
const hiding: readonly Reading[] = ['retraction', 'secrecy', 'several', 'hearsay', 'foreign'];

/**
 * Whether nothing in it is more than a nuisance: of no grave kind, in no grave circumstances, without a worry. What a
 * child asks speaks of nobody who might have done something, nor what is more than small. Staff are believed where they
 * ask, or tell of a fault of the filter.
 */
function isCalm(context: Context, found: readonly Candidate[], heard: Severity, cues: Pack['cues']): boolean {
  const { reads } = context.tone;
  const [lead, ...others] = found;
  if (!lead || heard === 'immediate' || heard === 'high' || hiding.some((one) => reads.has(one))) return false;
  const isQuiet = (one: Candidate) => isHarmless(one) || !soundsLike(one);
  const raised = raisedBy(found.flatMap(({ cases }) => cases)).some((one) => one === 'immediate' || one === 'high');
  if (!isHarmless(lead) || !others.every(isQuiet) || raised) return false;
  if (isSaid([...(cues.worry ?? []), ...(cues.unsaid ?? [])], context)) return false;
  const who = readerOf(context.reporter);
  const somebody = (cues.somebody ?? []).some((source) => mentioned(source, context));
  if (who === 'pupil') return !somebody && heard === 'low' && reads.has('question');
  if (who === 'parent') return !somebody || heard === 'low';
  return reads.has('question') || lead.incident.category === 'filtering-issue';
}
