import type { SignsSource } from './parts/incident.ts';
import { type Lists, type Pattern, parsePattern } from './pattern.ts';
import { findPattern } from './pattern-match.ts';
import type { Token } from './text.ts';

/** What a pattern found counts: one strong or one likely sign is enough, hints only in company. */
const signWeights = { strong: 6, likely: 3, hint: 1 } as const;

/** From this sum on, a text is taken for what the signs are of. */
export const enough = 3;

/** Signs, ready to be looked for in many texts. */
export type Signs = {
  readonly seen: readonly { readonly pattern: Pattern; readonly weight: number }[];
  readonly ignored: readonly Pattern[];
};

/** What was found: the sum of the weights, and the patterns as the pack has them. */
export type Recognition = { readonly score: number; readonly found: readonly string[] };

/** Reads signs once. Patterns that cannot be read are left out; `checkPatterns` names them. */
export function readSigns(signs: SignsSource, lists: Lists): Signs {
  const strengths = ['strong', 'likely', 'hint'] as const;
  return {
    seen: strengths.flatMap((strength) =>
      readPatterns(signs[strength], lists).map((pattern) => ({ pattern, weight: signWeights[strength] })),
    ),
    ignored: readPatterns(signs.ignore, lists),
  };
}

/** Reads patterns once. Those that cannot be read are left out; `checkPatterns` names them. */
export function readPatterns(sources: readonly string[], lists: Lists): readonly Pattern[] {
  return sources.flatMap((source) => {
    const result = parsePattern(source, lists);
    return result.kind === 'pattern' ? [result.pattern] : [];
  });
}

/** How much of what the signs are of a text has. Each pattern counts once, however often it is found. */
export function recognise({ seen, ignored }: Signs, text: readonly Token[]): Recognition {
  const hidden = hiddenBy(ignored, text);
  const found = seen.filter(({ pattern }) => findPattern(pattern, text, hidden).length > 0);
  return {
    score: found.reduce((sum, { weight }) => sum + weight, 0),
    found: found.map(({ pattern }) => pattern.source),
  };
}

/** Places of the words that patterns tell to pass over. */
function hiddenBy(ignored: readonly Pattern[], text: readonly Token[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { from, to } of ignored.flatMap((pattern) => findPattern(pattern, text))) {
    for (let at = from; at < to; at++) hidden.add(at);
  }
  return hidden;
}
