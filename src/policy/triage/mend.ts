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
  const whole = neighbours([...closed.keys()].filter((word) => word.length >= shortest));
  const stems = neighbours([...open.keys()].filter((stem) => stem.length >= shortestOpen));
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

type Neighbours = ReadonlyMap<string, readonly string[]>;

/** Words by themselves and by each of themselves with one letter left out. */
function neighbours(words: readonly string[]): Neighbours {
  const found = new Map<string, string[]>();
  for (const word of words) {
    for (const key of [word, ...shortened(word)]) {
      const there = found.get(key);
      if (there) there.push(word);
      else found.set(key, [word]);
    }
  }
  return found;
}

function shortened(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function nearWhole(word: string, near: Neighbours): readonly string[] {
  if (word.length < shortest) return [];
  return candidates(word, near).filter((one) => isOneSlip(word, one));
}

/** Stems that the word begins with but for one slip; what follows is kept. */
function nearStem(word: string, near: Neighbours): readonly string[] {
  return prefixes(word, shortestOpen - 1).flatMap((prefix) =>
    candidates(prefix, near)
      .filter((stem) => isOneSlip(prefix, stem))
      .map((stem) => stem + word.slice(prefix.length)),
  );
}

function candidates(word: string, near: Neighbours): readonly string[] {
  return [word, ...shortened(word)].flatMap((key) => near.get(key) ?? []);
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
