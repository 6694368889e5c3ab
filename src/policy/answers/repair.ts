import SearchableMap from 'minisearch/SearchableMap';
import { remembered } from '../remembered.ts';

/** A word that may have been meant, and how likely: 1 would be certain. */
export type Meant = { readonly word: string; readonly nearness: number };

/** Finds what a word that nobody knows was meant to be; nothing where nothing is near. */
export type Repair = (word: string) => readonly Meant[];

/** Words shorter than this are not guessed at: nearly every one is near another. */
const shortest = 4;
const longest = 24;
const most = 2;

/**
 * Mends slips of the finger towards known words: one slip or two letters that swapped places, two slips from seven
 * letters on. The more frequent word wins. What is a word (`isWord`) is left alone, though no pack has it.
 */
export function repairTowards(words: ReadonlyMap<string, number>, isWord: (word: string) => boolean): Repair {
  let spelt: SearchableMap<number> | undefined;
  return remembered((word) => {
    if (word.length < shortest || word.length > longest || words.has(word) || /\d/.test(word) || isWord(word))
      return [];
    spelt ??= treeOf(words);
    const seen = [...spelt.fuzzyGet(word, word.length < 7 ? 1 : 2)].map(([meant, [often, slips]]) => ({
      meant,
      often,
      slips,
    }));
    const swapped = swaps(word).flatMap((meant) =>
      words.has(meant) ? { meant, often: words.get(meant) ?? 1, slips: 1 } : [],
    );
    return best([...seen, ...swapped], word);
  });
}

/** Some milliseconds, once, when the first such word is typed. */
function treeOf(words: ReadonlyMap<string, number>): SearchableMap<number> {
  const spelt = new SearchableMap<number>();
  for (const [word, often] of words) if (word.length >= shortest && !/\d/.test(word)) spelt.set(word, often);
  return spelt;
}

type Guess = { readonly meant: string; readonly often: number; readonly slips: number };

/** The likeliest, each once. A word that begins otherwise is less likely. */
function best(guesses: readonly Guess[], word: string): readonly Meant[] {
  const costs = new Map<string, number>();
  for (const { meant, often, slips } of guesses) {
    if (meant === word) continue;
    const cost = slips + (meant[0] === word[0] ? 0 : 0.7) - Math.log(often) / 8;
    costs.set(meant, Math.min(cost, costs.get(meant) ?? Number.POSITIVE_INFINITY));
  }
  const inOrder = [...costs].toSorted((a, b) => a[1] - b[1]).slice(0, most);
  return inOrder.map(([meant], at) => ({ word: meant, nearness: at === 0 ? 0.9 : 0.6 }));
}

/** The word with two neighbouring letters swapped, in each place. */
function swaps(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => {
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}
