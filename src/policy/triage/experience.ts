import type { Category, Severity } from '../../domain/case.ts';
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
  const model = learn(lessons);
  return (features) => guessOf(model(features));
}

function guessOf(shares: Shares): Guess {
  const sum = (fits: (kind: Kind) => boolean) =>
    shares.reduce((total, { kind, share }) => total + (fits(kind) ? share : 0), 0);
  const of = (category: Category) => (kind: Kind) => kind.category === category;
  return {
    pressing: sum(({ severity }) => severity === 'immediate'),
    share: (category) => sum(of(category)),
    severity: (category, severity) => {
      const whole = sum(of(category));
      return whole === 0 ? 0 : sum((kind) => kind.category === category && kind.severity === severity) / whole;
    },
  };
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
