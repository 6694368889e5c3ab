import type { Severity } from '../../domain/filing.ts';
import { enough } from '../recognise.ts';
import type { Pack } from '../standing.ts';
import type { Candidate } from './candidates.ts';
import { type Context, said } from './context.ts';

/** From this likeness on, it is like a report of that kind even though no pattern says so. */
const alike = 0.6;
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
  const quiet = ({ incident, score, likeness }: Candidate) =>
    incident.category === 'other' ? score === 0 : score < enough && likeness < alike;
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
