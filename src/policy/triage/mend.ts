import type { Slots } from './slots.ts';

/** The shortest word that is mended; below it too many words are one letter apart. */
const shortest = 5;
/** No word is longer; a text without spaces would be compared with everything at a cost that grows with its cube. */
const longest = 40;
/** A stem this long may also stand for its word with an ending. */
const shortestOpen = 6;

/** What a misspelt word may mean, among the words that patterns look for; empty when nothing is near. */
export type Mend = (word: string) => readonly string[];

/** Prepares mending: one letter too many, too few, another, or two swapped; and the g that `messagin` leaves out. */
export function mendTowards({ closed, open }: Slots, known: ReadonlySet<string>): Mend {
  const whole = shelved([...closed.keys()].filter((word) => word.length >= shortest));
  const stems = shelved([...open.keys()].filter((stem) => stem.length >= shortestOpen));
  const isKnown = (word: string) => known.has(word) || closed.has(word);
  const isStem = (word: string) => prefixes(word, 4).some((prefix) => open.has(prefix));
  return (word) => {
    if (word.length > longest || isKnown(word)) return [];
    const squeezed = word.replace(/(.)\1{2,}/gu, '$1$1');
    const variants = [...new Set([squeezed, word.replace(/(.)\1{2,}/gu, '$1'), withG(squeezed)])];
    const plain = variants.filter((one) => one !== word && (isKnown(one) || isStem(one)));
    if (plain.length > 0 || isStem(word)) return plain;
    return [...new Set(variants.flatMap((one) => [...nearWhole(one, whole), ...nearStem(one, stems)]))].slice(0, 4);
  };
}

/** Words by their first letter and length: one slip changes the length by one at most, and never the first letter. */
type Shelves = ReadonlyMap<string, readonly string[]>;

function shelved(words: readonly string[]): Shelves {
  return Map.groupBy(words, (word) => shelfOf(word, word.length));
}

function shelfOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

function nearWhole(word: string, shelves: Shelves): readonly string[] {
  return word.length < shortest ? [] : near(word, shelves);
}

/** Stems that the word begins with but for one slip; what follows is kept. */
function nearStem(word: string, shelves: Shelves): readonly string[] {
  return prefixes(word, shortestOpen - 1).flatMap((prefix) =>
    near(prefix, shelves).map((stem) => stem + word.slice(prefix.length)),
  );
}

function near(word: string, shelves: Shelves): readonly string[] {
  return [0, -1, 1]
    .flatMap((more) => shelves.get(shelfOf(word, word.length + more)) ?? [])
    .filter((one) => isOneSlip(word, one));
}

/** Whether two words that begin alike are one slip of the finger apart. */
function isOneSlip(a: string, b: string): boolean {
  if (a === b || a[0] !== b[0] || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (a[from] === b[from]) from++;
  const [x, y] = [a.slice(from), b.slice(from)];
  if (x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1)) return true;
  return x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
}

function withG(word: string): string {
  return word.length > 4 && word.endsWith('in') ? `${word}g` : word;
}

function prefixes(word: string, from: number): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - from + 1) }, (_, index) => word.slice(0, from + index));
}
