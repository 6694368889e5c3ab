import type { Severity } from '../../domain/filing.ts';
import type { Pack } from '../standing.ts';
import { readerOf } from '../vocabulary.ts';
import { type Candidate, soundsLike } from './candidates.ts';
import { type Context, isSaid, said } from './context.ts';
import { wordsBeside } from './readings.ts';

/** Who tries it out says little else; a child or a parent who says more than so many words may need somebody. */
const mostBeside = 2;
/** The same where they say more than once that they try it out. */
const mostBesideTwice = 10;

/**
 * Whether it only tries what happens: it says so, and nothing in it sounds like a report. Somebody who asks whether
 * anybody is there, as they need help, does not try it out: a person reads what they wrote. Whoever works here may make
 * something up to try it with, if they say so and it is nothing grave.
 */
export function isTest(
  context: Context,
  found: readonly Candidate[],
  heard: Severity,
  { cues }: Pick<Pack, 'cues'>,
): boolean {
  if (!context.tone.reads.has('test')) return false;
  const open = readerOf(context.reporter) !== 'staff';
  if (!open && (heard === 'medium' || heard === 'low') && isSaid(cues.pretence ?? [], context)) return true;
  const quiet = (one: Candidate) => (one.incident.category === 'other' ? one.score === 0 : !soundsLike(one));
  if (!found.every(quiet)) return false;
  const turns = (cues.test ?? []).flatMap((source) => said(source, context));
  const most = new Set(turns.map(({ from }) => from)).size > 1 ? mostBesideTwice : mostBeside;
  const beside = wordsBeside(turns, context.scanned.text, context.lexicon.small);
  return beside === 0 || (heard === 'low' && (!open || beside <= most) && !isSaid(cues.worry ?? [], context));
}
