import type { Category, Severity } from '../../domain/filing.ts';
import type { Pack } from '../standing.ts';
import type { Context } from './context.ts';
import { type Features, featuresOf } from './features.ts';
import { type Kind, type Lesson, learn, type Shares } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import { toneOf } from './readings.ts';
import { scoreOf } from './score.ts';

/** What a report looks like, compared with the made-up reports of the packs. */
export type Guess = {
  readonly share: (category: Category) => number;
  /** How likely each severity is, were it of this category. */
  readonly severity: (category: Category, severity: Severity) => number;
  /** How likely it is immediate, whatever its category. */
  readonly pressing: number;
};

/** What was learnt from made-up reports. It serves every pack that stands on the same floor. */
export type Experience = (features: Features) => Guess;

/** Learns from a pack's made-up reports; takes a few tenths of a second, so do it once. */
export function experienceOf(pack: Pack, lexicon: Lexicon): Experience {
  const lessons = pack.reports.map(
    ({ category, severity, text }): Lesson => ({
      category,
      severity,
      features: featuresIn(plainContext(text, lexicon, pack), pack),
    }),
  );
  const byCategory = learn(lessons.map((one) => ({ ...one, severity: 'low' })));
  const byBoth = learn(lessons);
  return (features) => guessOf(byCategory(features), byBoth(features));
}

/** The share of a category is the mean of two opinions: one that knows categories alone, one that knows severities too. */
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

/** What a report is compared by. */
export function featuresIn(context: Context, pack: Pick<Pack, 'incidents'>): Features {
  const scores = Object.values(pack.incidents).flatMap(({ category, signs }) => {
    const { score } = scoreOf({ ...signs, about: [] }, context);
    return score > 0 ? [[category, score] as const] : [];
  });
  return featuresOf(context.scanned, context.lexicon.families, new Map(scores));
}

function plainContext(text: string, lexicon: Lexicon, pack: Pick<Pack, 'cues'>): Context {
  const scanned = lexicon.matcher.scan(lexicon.read(text));
  const tone = toneOf(scanned, text, lexicon, pack.cues);
  return { scanned, tone, lexicon, reporter: 'staff', said: undefined, about: new Set(), targets: new Set() };
}
