import { stemmer } from 'stemmer';
import { remembered } from '../remembered.ts';
import type { Pack } from '../standing.ts';
import { fold, tokens } from '../text.ts';

/** More words than this of one question are not read. */
const longest = 120;

/** Several stems that are one thing, and where in a text they stand. */
export type Phrase = { readonly phrase: string; readonly at: number; readonly length: number };

/** How a pack's words are read: everyday spellings mended, endings cut, phrases of the thesaurus seen. */
export type Language = {
  /** The words of a text, spelt as the pack has them, endings left on. */
  spell(text: string): readonly string[];
  /** The words of a text as they were typed. */
  split(text: string): readonly string[];
  /** A typed word as the pack spells it; it may turn out to be several. */
  respell(word: string): readonly string[];
  /** A word of a pack without its endings; remembered, since packs have most of their words in common. */
  stemOf(word: string): string;
  /** The stems of a few words of a pack, spelt as it has them. */
  stemsOf(words: string): readonly string[];
  /** Stems of words, in order. */
  stems(words: readonly string[]): readonly string[];
  /** Whether a phrase begins with a stem. */
  opens(stem: string): boolean;
  /** Phrases among stems, none across another. */
  phrases(stems: readonly string[]): readonly Phrase[];
};

/** Reads a pack's spellings and thesaurus once. */
export function languageOf(pack: Pick<Pack, 'spellings' | 'thesaurus'>): Language {
  const spellings = new Map(Object.entries(pack.spellings).map(([typed, meant]) => [fold(typed), plain(meant)]));
  const byFirst = phrasesOf(pack.thesaurus);
  return {
    spell: (text) => plain(text).flatMap((word) => spellings.get(word) ?? [word]),
    split: plain,
    respell: (word) => spellings.get(word) ?? [word],
    stemOf: stemOfPacks,
    stemsOf: (words) =>
      plainInPacks(words)
        .flatMap((word) => spellings.get(word) ?? [word])
        .map(stemOfPacks),
    stems: (words) => words.map(stemOfTyped),
    opens: (stem) => byFirst.has(stem),
    phrases: (stems) => phrasesIn(stems, byFirst),
  };
}

/** No word is longer; the stemmer is slow with a text that has no spaces. */
const longestWord = 60;

/** Small letters, no marks. */
function plain(text: string): readonly string[] {
  return tokens(text)
    .slice(0, longest)
    .map(({ word }) => (word.length > longestWord ? word.slice(0, longestWord) : word));
}

type ByFirst = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Phrases of the thesaurus by their first stem, the longest first. */
function phrasesOf(thesaurus: Pack['thesaurus']): ByFirst {
  const all = Object.entries(thesaurus)
    .flat(2)
    .map((phrase) => plainInPacks(phrase).map(stemOfPacks))
    .filter(({ length }) => length > 1)
    .toSorted((a, b) => b.length - a.length);
  return Map.groupBy(all, ([first = '']) => first);
}

function phrasesIn(stems: readonly string[], byFirst: ByFirst): readonly Phrase[] {
  const found: Phrase[] = [];
  for (let at = 0; at < stems.length; ) {
    const phrase = byFirst.get(stems[at] ?? '')?.find((one) => one.every((stem, step) => stems[at + step] === stem));
    if (phrase) found.push({ phrase: phrase.join(' '), at, length: phrase.length });
    at += phrase?.length ?? 1;
  }
  return found;
}

const stemOfTyped = remembered(stemmer);

/** Packs have few words, and most of them in common, so these are remembered for good. */
const [stemOfPacks, plainInPacks] = [
  remembered(stemmer, Number.POSITIVE_INFINITY),
  remembered(plain, Number.POSITIVE_INFINITY),
];
