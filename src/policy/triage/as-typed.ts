import type { Lists } from '../pattern.ts';
import { tokens } from '../text.ts';
import type { Searched } from './context.ts';
import { matcherOf, patternsOf } from './matcher.ts';

/**
 * Makes a reader of texts as they are typed, in which some patterns are looked for: no spelling is mended and nothing
 * counts as denied. Patterns that cannot be read are found nowhere; `policy check` names them.
 */
export function asTyped(sources: readonly string[], lists: Lists): (text: string) => Searched {
  const { scan } = matcherOf(patternsOf(sources, lists), sources);
  return (text) => ({
    scanned: scan(tokens(text).map(({ word, sentence }) => ({ forms: [word], sentence }))),
    tone: { negations: [] },
    lexicon: { small: new Set() },
  });
}
