import type { Severity } from '../../domain/filing.ts';
import type { Pack } from '../standing.ts';
import { type Candidate, soundsLike } from './candidates.ts';
import { type Context, said } from './context.ts';

/** Who tries it out says little else; a child or a parent who says more than so many words may need somebody. */
const mostBeside = 2;

/**
 * Whether it only tries what happens: it says so, and nothing in it sounds like a report. Somebody who asks whether
 * anybody is there, as they need help, does not try it out: a person reads what they wrote.
 */
export function isTest(
  context: Context,
  found: readonly Candidate[],
  heard: Severity,
  { cues }: Pick<Pack, 'cues'>,
): boolean {
  const quiet = (one: Candidate) => (one.incident.category === 'other' ? one.score === 0 : !soundsLike(one));
  if (!context.tone.reads.has('test') || !found.every(quiet)) return false;
  const beside = wordsBeside(cues.test ?? [], context);
  const open = context.reporter === 'pupil' || context.reporter === 'parent';
  return beside === 0 || (heard === 'low' && (!open || beside <= mostBeside));
}

/** How many words that say something stand outside the turns of phrase that show a test. */
function wordsBeside(turns: readonly string[], context: Context): number {
  const spans = turns.flatMap((source) => said(source, context));
  const beside = context.scanned.text.filter(
    ({ forms: [form = ''] }, at) =>
      !context.lexicon.small.has(form) && !spans.some(({ from, to }) => at >= from && at < to),
  );
  return beside.length;
}
