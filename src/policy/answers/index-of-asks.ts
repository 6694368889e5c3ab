import MiniSearch from 'minisearch';
import type { Entry } from './entries.ts';
import { type Wants, wants } from './kind-of-question.ts';
import type { Language } from './language.ts';

/** One way of asking. */
export type Ask = {
  /** Place of the entry it belongs to. */
  readonly entry: number;
  readonly stems: readonly string[];
  /** How much its stems tell together. */
  readonly weight: number;
  readonly wanted: Wants;
};

/** A pack's entries, ready to be searched. */
export type Index = {
  readonly entries: readonly Entry[];
  readonly asks: readonly Ask[];
  /** Places in `asks` of the ways of asking that have a stem. */
  readonly asksWith: ReadonlyMap<string, readonly number[]>;
  /** Places in `entries` of those that have a stem in their ways of asking, */
  readonly asksOf: ReadonlyMap<string, readonly number[]>;
  /** in what they say, */
  readonly saysOf: ReadonlyMap<string, readonly number[]>;
  /** in their name, topic and headings. */
  readonly aboutOf: ReadonlyMap<string, readonly number[]>;
  /** How much a stem tells: the fewer ways of asking have it, the more. */
  weigh(stem: string): number;
  readonly search: MiniSearch;
  /** Words as they are written, with how often; spelling is repaired towards these. */
  readonly words: ReadonlyMap<string, number>;
};

/** Field weights of the plain search. */
const boost = { asks: 3, says: 1, about: 1.5 };

/** Puts a pack's entries in order for searching. */
export function indexOf(entries: readonly Entry[], language: Language, smallWords: readonly string[] = []): Index {
  const words = new Map<string, number>();
  const read = reader(language, words);
  const texts = entries.map(({ asks, says, about }) => ({
    asks: asks.map(read),
    says: read(says),
    about: read(about),
  }));
  const asks = texts.flatMap((text, entry) => text.asks.map((ask) => ({ ...ask, entry })));
  const asksWith = placesOf(asks.map(allOf));
  const weigh = weigher(asksWith, asks.length, new Set(language.stems(smallWords)));
  return {
    entries,
    asks: asks.map((ask) => ({ ...ask, weight: sum([...new Set(ask.stems)].map(weigh)) })),
    asksWith,
    asksOf: placesOf(texts.map((text) => text.asks.flatMap(allOf))),
    saysOf: placesOf(texts.map(({ says }) => allOf(says))),
    aboutOf: placesOf(texts.map(({ about }) => allOf(about))),
    weigh,
    search: searchOf(texts),
    words,
  };
}

type Text = { readonly stems: readonly string[]; readonly phrases: readonly string[]; readonly wanted: Wants };
type Texts = { readonly asks: readonly Text[]; readonly says: Text; readonly about: Text };

/** Reads texts and counts their words. */
function reader(language: Language, words: Map<string, number>): (text: string) => Text {
  const known = new Map<string, string>();
  return (text) => {
    const spelt = language.spell(text);
    for (const word of spelt) words.set(word, (words.get(word) ?? 0) + 1);
    const stems = language.stems(spelt, known);
    return { stems, phrases: language.phrases(stems).map(({ phrase }) => phrase), wanted: wants(spelt) };
  };
}

function allOf({ stems, phrases }: Text): readonly string[] {
  return [...stems, ...phrases];
}

function searchOf(texts: readonly Texts[]): MiniSearch {
  const search = new MiniSearch({
    fields: ['asks', 'says', 'about'],
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
    searchOptions: { boost },
  });
  const lines = (found: readonly Text[]) => found.flatMap(({ stems }) => stems).join('\n');
  search.addAll(
    texts.map(({ asks, says, about }, id) => ({ id, asks: lines(asks), says: lines([says]), about: lines([about]) })),
  );
  return search;
}

/** Where each stem stands. */
function placesOf(all: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, stems] of all.entries()) {
    for (const stem of new Set(stems)) {
      const there = places.get(stem);
      if (there) there.push(place);
      else places.set(stem, [place]);
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
