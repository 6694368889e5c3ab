// Fits how much each signal of the answers counts, on the tuning questions, and writes it for the product:
// `npm run fit:answers`, after `npm run learn:words`. Says first how well it does on a policy it was not fitted on.
import { writeFileSync } from 'node:fs';
import { sure } from '../../src/policy/answers/confidence.ts';
import { finder } from '../../src/policy/answers/find.ts';
import { tell } from '../../src/policy/answers/tell.ts';
import start from '../../src/policy/answers/weights.json' with { type: 'json' };
import type { Pack, Rule } from '../../src/policy/standing.ts';
import { type Case, fitWeights, probabilities, type Weights } from './fit-weights.ts';
import { judge, type Kept } from './judge.ts';
import { packsIn, today } from './packs.ts';
import { questionsIn } from './questions.ts';

const target = 'src/policy/answers/weights.json';

/** How right a rule is: the clause and all facts, either, or neither. */
const worth = [0, 0.7, 1];

function worthOf(rule: Rule, kept: Kept, pack: Pack): number {
  const { text, citation } = tell(rule, kept.role, pack, today);
  const sections = rule.clauses.map(({ section }) => section);
  const { section, facts } = judge(kept, {
    answered: true,
    text: `${text} ${citation.section}`,
    sections,
    cited: true,
  });
  return worth[Number(section) + Number(facts)] ?? 0;
}

/** A question with the signals of all that may be meant. Disclosures are left out: help answers them. */
function casesOf(pack: Pack): readonly Case[] {
  const find = finder(pack);
  const kepts = questionsIn('tuning', pack.head.id).filter(({ kind }) => kind !== 'disclosure');
  return kepts.map((kept) => {
    const { ranking, doubts } = find({ text: kept.question, role: kept.role });
    const entries = ranking.map(({ signals, entry: { found } }) => {
      if (found.kind === 'gap') return { signals, gap: true, right: kept.answerable ? 0 : 1 };
      return { signals, gap: false, right: kept.answerable ? worthOf(found.rule, kept, pack) : 0 };
    });
    return { policy: kept.policy, answerable: kept.answerable, entries, nothing: doubts };
  });
}

/** Shares of the answerable that are answered rightly, and of the unanswerable that are refused. */
function tallyOf(judged: readonly Judged[]): string {
  const share = (ones: readonly Judged[]) =>
    `${((100 * ones.filter(({ good }) => good).length) / ones.length).toFixed(1)} %`;
  const [answerable, unanswerable] = [true, false].map((is) => judged.filter(({ one }) => one.answerable === is));
  return `right ${share(answerable ?? [])}, refused ${share(unanswerable ?? [])}`;
}

type Judged = { readonly one: Case; readonly good: boolean };

function judged(cases: readonly Case[], weights: Weights): readonly Judged[] {
  return cases.map((one) => {
    const first = firstOf(one, weights);
    return { one, good: one.answerable ? (first?.right ?? 0) > 0 : first === undefined };
  });
}

/** The rule that is told; none where the policy rather says nothing. */
function firstOf(one: Case, weights: Weights): Case['entries'][number] | undefined {
  const { entries } = probabilities(one, weights);
  const rules = one.entries.flatMap((entry, place) => (entry.gap ? [] : [{ entry, chance: entries[place] ?? 0 }]));
  const yes = rules.reduce((sum, { chance }) => sum + chance, 0);
  const first = rules.toSorted((a, b) => b.chance - a.chance)[0];
  return first && first.chance / (first.chance + 1 - yes) >= sure ? first.entry : undefined;
}

const cases = [...packsIn('policies').values()].flatMap(casesOf);
const unseen = [...Map.groupBy(cases, ({ policy }) => policy)].flatMap(([policy, own]) => {
  const others = cases.filter((one) => one.policy !== policy);
  const ones = judged(own, fitWeights(others, start));
  console.log(`${policy}, fitted on the others: ${tallyOf(ones)}`);
  return ones;
});
console.log(`all, each fitted on the others: ${tallyOf(unseen)}`);
const weights = fitWeights(cases, start);
console.log(`all, fitted on all: ${tallyOf(judged(cases, weights))}`);
writeFileSync(target, `${JSON.stringify(weights, null, 2)}\n`);
