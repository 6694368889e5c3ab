import type { SignsSource } from '../parts/incident.ts';
import { type Context, said } from './context.ts';
import { spansOf } from './matcher.ts';
import type { Span } from './word.ts';

/** What a pattern found counts (the same as in `recognise`). */
const weights = { strong: 6, likely: 3, hint: 1 } as const;

/** How much of some signs a report has. Each pattern counts once, however often it is found. */
export function scoreOf(signs: SignsSource, context: Context): { score: number; words: readonly string[] } {
  const hidden = hiddenBy(signs.ignore, context);
  let score = signs.about.some((kind) => context.about.has(kind)) ? weights.hint : 0;
  const words: string[] = [];
  for (const strength of ['strong', 'likely', 'hint'] as const) {
    for (const source of signs[strength]) {
      if (said(source, context, hidden).length === 0) continue;
      score += weights[strength];
      words.push(source);
    }
  }
  return { score, words };
}

/** Tells which words patterns tell to pass over. */
function hiddenBy(ignored: readonly string[], { scanned, lexicon }: Context): (span: Span) => boolean {
  const spans = ignored.flatMap((source) => {
    const pattern = lexicon.matcher.ready(source);
    return pattern ? spansOf(pattern, scanned) : [];
  });
  return ({ from, to }) => spans.some((span) => from < span.to && span.from < to);
}
