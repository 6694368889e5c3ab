import type { Pack, TypedReport } from '../standing.ts';
import type { Context } from './context.ts';
import { type Features, featuresOf } from './features.ts';
import type { Lesson } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import { type Guess, judgeBy, learnOpinions } from './opinions.ts';
import { toneOf } from './readings.ts';
import { type Scores, scoresIn } from './score.ts';
import { isLearnt, stored } from './stored-experience.ts';

/** What was learnt from made-up reports. */
export type Experience = (features: Features) => Guess;

/**
 * What the floor's reports taught, which is kept in `experience.json`, and beyond it what a pack's other reports teach.
 * Those are learnt here and now: a hundred take about ten milliseconds.
 */
export function experienceOf(pack: Pack, lexicon: Lexicon): Experience {
  const others = pack.reports.filter(({ text }) => !isLearnt(text));
  return judgeBy(others.length > 0 ? learnOpinions(lessonsOf(others, pack, lexicon), stored) : stored);
}

/** Reports as they are learnt from. */
export function lessonsOf(reports: readonly TypedReport[], pack: Pack, lexicon: Lexicon): readonly Lesson[] {
  return reports.map(({ category, severity, text }) => ({
    category,
    severity,
    features: featuresOfText(text, lexicon, pack),
  }));
}

function featuresOfText(text: string, lexicon: Lexicon, pack: Pack): Features {
  const context = plainContext(text, lexicon, pack);
  return featuresIn(context, scoresIn(context, pack));
}

/** What a report is compared by. */
export function featuresIn({ scanned, lexicon }: Context, scores: Scores): Features {
  return featuresOf(scanned, lexicon.families, scores);
}

function plainContext(text: string, lexicon: Lexicon, pack: Pick<Pack, 'cues'>): Context {
  const scanned = lexicon.matcher.scan(lexicon.read(text));
  const tone = toneOf(scanned, text, lexicon, pack.cues);
  return { scanned, tone, lexicon, reporter: 'staff', said: undefined, about: new Set(), targets: new Set() };
}
