import SearchableMap from 'minisearch/SearchableMap';

/** Finds what an unknown word was meant to be; nothing where no known word is near. */
export type Repair = (word: string) => string | undefined;

/** Words shorter than this are not guessed at: nearly every one is near another. */
const shortest = 4;

/** Mends slips of the finger towards known words: one slip, two from eight letters on. The more frequent word wins. */
export function repairTowards(words: ReadonlyMap<string, number>): Repair {
  const known = new SearchableMap<number>();
  for (const [word, count] of words) if (word.length >= shortest) known.set(word, count);
  return (word) => {
    if (word.length < shortest || word.length > 30 || words.has(word) || /\d/.test(word)) return undefined;
    const found = [...known.fuzzyGet(word, word.length < 7 ? 1 : 2)].map(([meant, [count, slips]]) => ({
      meant,
      cost: slips - (meant[0] === word[0] ? 0.5 : 0) - (isSwap(word, meant) ? 1 : 0) - Math.log(count) / 10,
    }));
    const swapped = swaps(word).filter((one) => words.has(one));
    return swapped[0] ?? found.toSorted((a, b) => a.cost - b.cost)[0]?.meant;
  };
}

/** The word with two neighbouring letters swapped, in each place. */
function swaps(word: string): readonly string[] {
  return Array.from({ length: word.length - 1 }, (_, at) => {
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
  });
}

function isSwap(word: string, meant: string): boolean {
  return word.length === meant.length && [...word].toSorted().join('') === [...meant].toSorted().join('');
}
