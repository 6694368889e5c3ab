import type { Pack } from '../standing.ts';
import { readerOf } from '../vocabulary.ts';
import type { Ringing } from './alarms.ts';
import { type Candidate, candidate, gravest, raisedBy } from './candidates.ts';
import type { Context } from './context.ts';

/**
 * What monitoring showed, where an adult at school tells of an innocent reason that they know themselves, and no alarm
 * says more: a small matter, whatever the words were that it showed. Only circumstances hold that speak of such.
 */
export function explainedHit(
  context: Context,
  ringing: readonly Ringing[],
  { incidents }: Pick<Pack, 'incidents'>,
): Candidate | undefined {
  const { reporter, said, tone } = context;
  const isOfAdult = said !== undefined && said !== 'pupil' && said !== 'unknown';
  if (!tone.reads.has('explained') || readerOf(reporter) !== 'staff' || isOfAdult) return undefined;
  if (ringing.some(({ alarm: { category, raise = 'low' } }) => category !== undefined || raise !== 'low'))
    return undefined;
  const found = candidate(incidents['filtering-issue'], context);
  const cases = found.cases.filter(({ reads }) => reads.includes('explained'));
  return cases.length > 0 ? { ...found, cases, severity: gravest(raisedBy(cases)) } : undefined;
}

/** The same report, read as if nobody had given a reason: what is no explained hit of monitoring is never closed by one. */
export function withoutExplanation(context: Context): Context {
  if (!context.tone.reads.has('explained')) return context;
  const reads = new Set(context.tone.reads);
  reads.delete('explained');
  return { ...context, tone: { ...context.tone, reads } };
}
