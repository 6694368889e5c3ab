import type { Candidate, Read } from './rank.ts';
import { weightOf } from './sought.ts';

/** Rules and gaps that a question meets, best first, and how sure it is that the first rule answers it. */
export type Finding = {
  readonly rules: readonly Candidate[];
  readonly gap: Candidate | undefined;
  readonly confidence: number;
};

/** From here on a rule is given as the answer. Set on the tuning questions: right answers against honest refusals. */
export const sure = 0.5;

/** What each sign of a right answer adds. Fitted on the tuning questions (`bench/policy`). */
const adds = {
  always: -0.06,
  overGap: 2.6,
  overNext: 0.5,
  best: 0.4,
  cover: 0.3,
  pairs: 0.4,
  blank: -1.9,
  number: -1,
  long: 2.4,
};

/** Reads a ranking: what the policy seems to say, and how sure that is. */
export function findingIn(ranking: readonly Candidate[], read: Read): Finding {
  const rules = ranking.filter(({ entry }) => entry.found.kind === 'rule');
  const gap = ranking.find(({ entry }) => entry.found.kind === 'gap');
  return { rules, gap, confidence: confidenceOf(rules, gap, read) };
}

function confidenceOf([first, next]: readonly Candidate[], gap: Candidate | undefined, read: Read): number {
  if (!first || weightOf(read.sought) <= 1) return 0;
  const { signals } = first;
  const sum =
    adds.always +
    adds.overGap * within((first.score - (gap?.score ?? 0)) / 5, 2) +
    adds.overNext * ((first.score - (next?.score ?? 0)) / 5) +
    adds.best * signals.best +
    adds.cover * signals.asksCover +
    adds.pairs * signals.pairs +
    adds.blank * signals.blank +
    adds.number * (['cost', 'amount', 'often', 'span'].includes(read.wanted) ? 1 : 0) +
    adds.long * Math.min(1, read.sought.length / 20);
  return 1 / (1 + Math.exp(-sum));
}

function within(number: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, number));
}
