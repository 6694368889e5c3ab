import type { Sighting } from './find.ts';
import type { Candidate } from './rank.ts';
import { weigher } from './weigh.ts';
import fitted from './weights.json' with { type: 'json' };

/** Rules and gaps that a question meets, best first, and how sure that is. */
export type Finding = {
  readonly rules: readonly Candidate[];
  readonly gap: Candidate | undefined;
  /** How likely it is that the first rule answers rather than that the policy says nothing, from 0 to 1. */
  readonly rather: number;
  /** How likely it is that the first rule does, from 0 to 1. */
  readonly confidence: number;
};

/** From here on the likeliest rule is told. Set on policies that the weights were not fitted on. */
export const sure = 0.45;

const weigh = weigher(fitted.nothing);

/** From this nearness on, a question is asked in the words of a rule. */
const inItsWords = 0.6;

/** Reads a ranking. Rules, gaps and “nothing here” share the odds between them. */
export function findingIn({ ranking, doubts }: Sighting): Finding {
  const rules = ranking.filter(({ entry }) => entry.found.kind === 'rule');
  const gaps = gapsIn(ranking, rules);
  const odds = (candidates: readonly Candidate[]) => candidates.reduce((sum, { score }) => sum + Math.exp(score), 0);
  const [yes, no] = [odds(rules), odds(gaps) + Math.exp(weigh(doubts))];
  const first = odds(rules.slice(0, 1));
  return {
    rules,
    gap: gaps[0],
    rather: first > 0 ? first / (first + no) : 0,
    confidence: first / (yes + no),
  };
}

/** What the policy says nothing of. The floor's gaps are none where the school has a rule that comes as near. */
function gapsIn(ranking: readonly Candidate[], rules: readonly Candidate[]): readonly Candidate[] {
  const own = rules.filter(({ entry }) => !entry.floor).map(({ signals }) => signals.best);
  const nearest = Math.max(inItsWords, ...own);
  const isMet = own.some((best) => best >= inItsWords);
  return ranking.filter(
    ({ entry, signals }) => entry.found.kind === 'gap' && (!entry.floor || !isMet || signals.best > nearest),
  );
}
