import { lacksNumber, wantsNumber } from './kind-of-question.ts';
import type { Candidate, Read } from './rank.ts';

/** Rules and gaps that a question meets, best first, and how sure it is that the first rule answers it. */
export type Finding = {
  readonly rules: readonly Candidate[];
  readonly gap: Candidate | undefined;
  readonly confidence: number;
};

/** From here on a rule is given as the answer. Set on the tuning questions: right answers against honest refusals. */
export const sure = 0.5;

/** What each sign of a right answer adds. Fitted on the tuning questions (`bench/policy`). */
const adds = { always: -0.4, overGap: 2.5, meaning: 0.4, blank: -1.6, number: -0.8, long: 1.4 };

/** Reads a ranking: what the policy seems to say, and how sure that is. */
export function findingIn(ranking: readonly Candidate[], read: Read): Finding {
  const rules = ranking.filter(({ entry }) => entry.found.kind === 'rule');
  const gap = ranking.find(({ entry }) => entry.found.kind === 'gap');
  return { rules, gap, confidence: confidenceOf(rules, gap, read) };
}

function confidenceOf([first]: readonly Candidate[], gap: Candidate | undefined, { sought, wanted }: Read): number {
  if (!first) return 0;
  const sum =
    adds.always +
    adds.overGap * within((first.score - (gap?.score ?? 0)) / 5, 2) +
    adds.meaning * first.signals.meaning +
    adds.blank * (lacksNumber(wanted, first.entry.says) ? 1 : 0) +
    adds.number * (wantsNumber(wanted) ? 1 : 0) +
    adds.long * Math.min(1, sought.length / 20);
  return 1 / (1 + Math.exp(-sum));
}

function within(number: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, number));
}
