import type { Category } from '../../domain/filing.ts';
import type { SignsSource } from '../parts/incident.ts';
import type { Pack } from '../standing.ts';
import { type Context, type Searched, said } from './context.ts';
import { spansOf } from './matcher.ts';
import type { Span } from './word.ts';

/** What a pattern found counts: one strong or one likely sign is enough, hints only in company. */
export const weights = { strong: 6, likely: 3, hint: 1 } as const;

/** From this sum on, a text is taken for what the signs are of. */
export const enough = weights.likely;

/** How much of some signs a report has, and the patterns that showed it. */
export type Score = { readonly score: number; readonly words: readonly string[] };

/** The score of each kind of incident. */
export type Scores = ReadonlyMap<Category, Score>;

/** How much of the signs of each kind of incident a report has, by its words alone. */
export function scoresIn(context: Context, { incidents }: Pick<Pack, 'incidents'>): Scores {
  return new Map(Object.values(incidents).map(({ category, signs }) => [category, scoreOf(signs, context)]));
}

/** What it counts for signs whom the report is about. */
export function scoreAbout({ about }: Pick<SignsSource, 'about'>, context: Pick<Context, 'about'>): number {
  return about.some((kind) => context.about.has(kind)) ? weights.hint : 0;
}

/** How much of some signs the words of a text have. Each pattern counts once, however often it is found. */
export function scoreOf(signs: Omit<SignsSource, 'about'>, searched: Searched): Score {
  const hidden = hiddenBy(signs.ignore, searched);
  let score = 0;
  const words: string[] = [];
  for (const strength of ['strong', 'likely', 'hint'] as const) {
    for (const source of signs[strength]) {
      if (said(source, searched, hidden).length === 0) continue;
      score += weights[strength];
      words.push(source);
    }
  }
  return { score, words };
}

/** Tells which words patterns tell to pass over. */
function hiddenBy(ignored: readonly string[], { scanned }: Searched): ((span: Span) => boolean) | undefined {
  const spans = ignored.flatMap((source) => spansOf(source, scanned));
  return spans.length > 0 ? ({ from, to }) => spans.some((span) => from < span.to && span.from < to) : undefined;
}
