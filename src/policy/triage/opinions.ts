import type { Category, Severity } from '../../domain/filing.ts';
import type { Features } from './features.ts';
import { type Kind, type Learnt, type Lesson, learn, type Shares, sharesOf } from './learn.ts';

/** What a report looks like, compared with the made-up reports of the packs. */
export type Guess = {
  readonly share: (category: Category) => number;
  /** How likely each severity is, were it of this category. */
  readonly severity: (category: Category, severity: Severity) => number;
  /** How likely it is immediate, whatever its category. */
  readonly pressing: number;
};

/** Two opinions on what a report is: one that knows categories alone, one that knows severities too. */
export type Opinions = { readonly categories: Learnt; readonly both: Learnt };

/** Learns from lessons, in addition to what was learnt before. */
export function learnOpinions(lessons: readonly Lesson[], before?: Opinions): Opinions {
  const plain = lessons.map((one): Lesson => ({ ...one, severity: 'low' }));
  return { categories: learn(plain, before?.categories), both: learn(lessons, before?.both) };
}

/** Judges reports by what was learnt. */
export function judgeBy({ categories, both }: Opinions): (features: Features) => Guess {
  return (features) => guessOf(sharesOf(features, categories), sharesOf(features, both));
}

/** The share of a category is the mean of both opinions. */
function guessOf(categoryShares: Shares, bothShares: Shares): Guess {
  const of = (category: Category) => (kind: Kind) => kind.category === category;
  return {
    pressing: sum(bothShares, ({ severity }) => severity === 'immediate'),
    share: (category) => (sum(categoryShares, of(category)) + sum(bothShares, of(category))) / 2,
    severity: (category, severity) => {
      const whole = sum(bothShares, of(category));
      return whole && sum(bothShares, (kind) => kind.category === category && kind.severity === severity) / whole;
    },
  };
}

function sum(shares: Shares, fits: (kind: Kind) => boolean): number {
  return shares.reduce((total, { kind, share }) => total + (fits(kind) ? share : 0), 0);
}
