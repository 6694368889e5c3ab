import type { Severity } from '../../domain/filing.ts';
import type { Pack, TypedReport } from '../standing.ts';
import type { AboutKind, Audience } from '../vocabulary.ts';
import type { Context } from './context.ts';
import { type Features, featuresOf, rulesOf, tellersOf } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { add, type Lesson } from './network.ts';
import { type Guess, judgeBy } from './opinions.ts';
import { readReport } from './read-report.ts';
import { type Scores, scoresIn } from './score.ts';
import { isLearnt, stored } from './stored-experience.ts';

/** What was learnt from made-up reports. */
export type Experience = (features: Features) => Guess;

/**
 * What made-up reports taught, which is kept in `experience.json`, and beyond it what a school's own reports teach.
 * Those are learnt here and now: a hundred take about ten milliseconds.
 */
export function experienceOf(pack: Pack, lexicon: Lexicon): Experience {
  const own = unlearnt(pack.reports);
  return own.length > 0 ? judgeBy(stored, add(lessonsOf(own, pack, lexicon), stored)) : judgeBy(stored);
}

/** Reports that are in no `experience.json` yet: of the others nothing is left to learn. */
export function unlearnt(reports: readonly TypedReport[]): readonly TypedReport[] {
  return reports.filter(({ text }) => !isLearnt(text));
}

/** A made-up report with all that may be known of it. */
export type ToldReport = TypedReport & {
  /** How grave it may be as well. */
  readonly also?: Severity | undefined;
  readonly reporter?: Audience;
  readonly about?: AboutKind | undefined;
};

/** Reports as they are learnt from. */
export function lessonsOf(reports: readonly ToldReport[], pack: Pack, lexicon: Lexicon): readonly Lesson[] {
  return reports.map(({ category, severity, also, text, reporter, about }) => {
    const context = readReport({ text, reporter: reporter ?? 'staff', about }, lexicon, pack);
    const features = featuresIn(context, scoresIn(context, pack), reporter !== undefined);
    return { category, severity, also, features };
  });
}

/** What a report is compared by; `told`: whether it is known who tells it, and of whom. */
export function featuresIn(context: Context, scores: Scores, told = true): Features {
  const { scanned, lexicon, reporter, about } = context;
  const features = [...featuresOf(scanned, lexicon.families, scores), ...rulesOf(context, told)];
  return new Map(told ? [...features, ...tellersOf(reporter, about)] : features);
}
