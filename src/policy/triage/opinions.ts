import type { Category, Severity } from '../../domain/filing.ts';
import type { Features } from './features.ts';
import { type Kind, type Learnt, type Lesson, learn, sharesOf } from './learn.ts';

/** What a report looks like, compared with the made-up reports of the packs. */
export type Guess = {
  readonly share: (category: Category) => number;
  /** How likely each severity is, were it of this category; undefined where nothing like it was learnt. */
  readonly severity: (category: Category, severity: Severity) => number | undefined;
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

/** Judges reports by what was learnt. The share of a category is the mean of both opinions. */
export function judgeBy({ categories, both }: Opinions): (features: Features) => Guess {
  const [plain, graded] = [
    Map.groupBy(placed(categories.kinds), byCategory),
    Map.groupBy(placed(both.kinds), byCategory),
  ];
  const immediate = placed(both.kinds).filter(({ severity }) => severity === 'immediate');
  return (features) => {
    const [categoryShares, bothShares] = [sharesOf(features, categories), sharesOf(features, both)];
    return {
      pressing: sum(bothShares, immediate),
      share: (category) => (sum(categoryShares, plain.get(category)) + sum(bothShares, graded.get(category))) / 2,
      severity: (category, severity) => {
        const kinds = graded.get(category);
        const evened = Float64Array.from(bothShares, (share, place) => share / evenly(both.often[place] ?? 0));
        const whole = sum(evened, kinds);
        return whole > 0
          ? sum(
              evened,
              kinds?.filter((kind) => kind.severity === severity),
            ) / whole
          : undefined;
      },
    };
  };
}

/**
 * Reports were made up by the dozen for what a category usually is, by the handful for its mild and grave forms. Half of
 * that is taken back: how often they were made up says little about how often they happen.
 */
function evenly(often: number): number {
  return Math.sqrt(often + 10);
}

/** A kind with its place among the kinds that were learnt. */
type Placed = Kind & { readonly place: number };

function placed(kinds: readonly Kind[]): readonly Placed[] {
  return kinds.map((kind, place) => ({ ...kind, place }));
}

function byCategory({ category }: Kind): Category {
  return category;
}

function sum(shares: Float64Array, kinds: readonly Placed[] = []): number {
  return kinds.reduce((total, { place }) => total + (shares[place] ?? 0), 0);
}
