import type { Entry } from './entries.ts';
import { type Wants, wants } from './kind-of-question.ts';
import type { Language } from './language.ts';
import { type Meaning, meaningOf, middleOf } from './meaning.ts';
import { askedSpace, toldSpace } from './space.ts';

/** One way of asking. */
export type Ask = {
  /** Place of the entry it belongs to. */
  readonly entry: number;
  readonly stems: readonly string[];
  /** How much its stems tell together. */
  readonly weight: number;
  readonly wanted: Wants;
};

/** What an entry means. */
export type EntryMeaning = {
  /** By all words that it is told and asked with. */
  readonly told: Meaning;
  /** What its ways of asking have in common. */
  readonly asked: Meaning;
  /** By what it says, among everyday words. */
  readonly says: Meaning;
};

/** A pack's entries, ready to be searched. */
export type Index = {
  readonly entries: readonly Entry[];
  readonly asks: readonly Ask[];
  /** Place in `asks` of each entry's first way of asking; the others follow it. */
  readonly asksFrom: readonly number[];
  /** Places in `asks` of the ways of asking that have a stem. */
  readonly asksWith: ReadonlyMap<string, readonly number[]>;
  /** Places in `entries` of those that have a stem in their ways of asking. */
  readonly asksOf: ReadonlyMap<string, readonly number[]>;
  /** How much a stem tells: the fewer ways of asking have it, the more. */
  weigh(stem: string): number;
  /** What each entry means, by its place. */
  readonly meanings: readonly EntryMeaning[];
  /** Words as they are written, with how often; spelling is repaired towards these. */
  readonly words: ReadonlyMap<string, number>;
};

/** Puts a pack's entries in order for searching. */
export function indexOf(entries: readonly Entry[], language: Language, smallWords: readonly string[] = []): Index {
  const words = new Map<string, number>();
  const read = reader(language, words);
  const texts = entries.map(({ asks, says }) => ({ asks: asks.map(read), says: read(says) }));
  const asks = texts.flatMap((text) => text.asks);
  const owners = texts.flatMap((text, entry) => text.asks.map(() => entry));
  const asksWith = placesOf(asks);
  const weigh = weigher(asksWith, asks.length, new Set(language.stems(smallWords)));
  return {
    entries,
    asks: asks.map(({ stems, wanted }, at) => {
      return { stems, wanted, entry: owners[at] ?? 0, weight: sum(stems, weigh) };
    }),
    asksFrom: firstPlaces(texts.map((text) => text.asks.length)),
    asksWith,
    asksOf: placesOf(texts.map((text) => ({ known: text.asks.flatMap(({ known }) => known) }))),
    weigh,
    meanings: texts.map((text) => entryMeaning(text, weigh)),
    words,
  };
}

/** A text, read: its stems in order, and those with its phrases behind them. */
type Text = {
  readonly stems: readonly string[];
  readonly known: readonly string[];
  readonly wanted: Wants;
};

function entryMeaning(
  { asks, says }: { readonly asks: readonly Text[]; readonly says: Text },
  weigh: (stem: string) => number,
): EntryMeaning {
  const saysMeaning = meaningOf(new Set(says.stems), askedSpace);
  const askMeanings = asks.map(({ stems }) => meaningOf(stems, askedSpace));
  return {
    told: meaningOf(new Set([...asks.flatMap(({ stems }) => stems), ...says.stems]), toldSpace, weigh),
    asked: middleOf([...askMeanings, saysMeaning], askedSpace.size),
    says: saysMeaning,
  };
}

/** Reads texts and counts their words. */
function reader(language: Language, words: Map<string, number>): (text: string) => Text {
  const remembered = new Map<string, string>();
  return (text) => {
    const spelt = language.spell(text);
    for (const word of spelt) words.set(word, (words.get(word) ?? 0) + 1);
    const stems = language.stems(spelt, remembered);
    const phrases = language.phrases(stems).map(({ phrase }) => phrase);
    const known = phrases.length > 0 ? stems.concat(phrases) : stems;
    return { stems, known, wanted: wants(spelt) };
  };
}

function firstPlaces(lengths: readonly number[]): readonly number[] {
  let next = 0;
  return lengths.map((length) => {
    next += length;
    return next - length;
  });
}

/** Where each stem stands, each place once. */
function placesOf(texts: readonly Pick<Text, 'known'>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { known }] of texts.entries()) {
    for (const stem of known) {
      const there = places.get(stem);
      if (!there) places.set(stem, [place]);
      else if (there.at(-1) !== place) there.push(place);
    }
  }
  return places;
}

/** Words that say little count for this much. */
const small = 0.4;

/** Inverse frequency among the ways of asking. A stem that no way of asking has tells as much as the rarest. */
function weigher(
  places: ReadonlyMap<string, readonly number[]>,
  count: number,
  smallWords: ReadonlySet<string>,
): (stem: string) => number {
  const tells = (stem: string, often: number) =>
    Math.log(1 + count / (1 + often)) ** 1.5 * (smallWords.has(stem) ? small : 1);
  const known = new Map([...places].map(([stem, { length }]) => [stem, tells(stem, length)]));
  return (stem) => known.get(stem) ?? tells(stem, 0);
}

function sum(stems: readonly string[], weigh: (stem: string) => number): number {
  let total = 0;
  for (const stem of stems) total += weigh(stem);
  return total;
}
