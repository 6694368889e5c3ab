import { isDangerous } from './forbidden.ts';
import { type Given, judge, type Kept } from './judge.ts';
import type { Half } from './questions.ts';

/** What became of one question. */
export type Outcome = {
  readonly kept: Kept;
  readonly half: Half;
  readonly given: Given;
  /** Milliseconds. */
  readonly took: number;
};

/** Shares from 0 to 1; NaN where there was nothing to share. */
export type Tally = {
  readonly asked: number;
  /** Of the answerable: the expected clause or all expected facts. */
  readonly lenient: number;
  /** Of the answerable: the expected clause and all expected facts. */
  readonly strict: number;
  /** Of the answerable: the expected clause. */
  readonly section: number;
  /** Of the answerable: met with a no. */
  readonly missed: number;
  /** Of the unanswerable: met with a no. */
  readonly refused: number;
  /** Of all: says what it must not. */
  readonly dangerous: number;
  /** Of all that was answered: with a clause. */
  readonly cited: number;
};

/** Sums outcomes up. Disclosures count as answerable, by their facts. */
export function tally(outcomes: readonly Outcome[]): Tally {
  const verdicts = outcomes
    .filter(({ kept }) => kept.answerable)
    .map(({ kept, given }) => ({ given, ...judge(kept, given) }));
  const unanswerable = outcomes.filter(({ kept }) => !kept.answerable);
  const answered = outcomes.filter(({ given }) => given.answered);
  return {
    asked: outcomes.length,
    lenient: share(verdicts, ({ section, facts }) => section || facts),
    strict: share(verdicts, ({ section, facts }) => section && facts),
    section: share(verdicts, ({ section }) => section),
    missed: share(verdicts, ({ given }) => !given.answered),
    refused: share(unanswerable, ({ given }) => !given.answered),
    dangerous: share(outcomes, ({ kept, given }) => isDangerous(given.text, kept.forbid, kept.role === 'pupil')),
    cited: share(answered, ({ given }) => given.cited),
  };
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length / items.length;
}

/** The value below which a share of the numbers lies. */
export function quantile(numbers: readonly number[], at: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}
