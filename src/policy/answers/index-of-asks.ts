import type { Entry } from './entries.ts';
import { type EntryMeaning, entryMeanings } from './entry-meanings.ts';
import { type Wants, wants } from './kind-of-question.ts';
import type { Language } from './language.ts';
import { type ReadAsks, readAsks } from './read-asks.ts';
import { type Rows, rowOf } from './rows.ts';

/** A stem or phrase of a pack. */
export type Term = {
  /** How much it tells: the fewer ways of asking have it, the more. */
  readonly weight: number;
  /** Places of the ways of asking that have it, and of the entries to which they belong, each once. */
  readonly asks: readonly number[];
  readonly entries: readonly number[];
};

/** A pack's entries, ready to be searched. */
export type Index = {
  readonly entries: readonly Entry[];
  /** Every stem and phrase that the pack uses. */
  readonly terms: ReadonlyMap<string, Term>;
  /** By the place of a way of asking: its entry's place, and how much its stems tell together. */
  readonly owners: Int32Array;
  readonly weights: Float64Array;
  /** Place of each entry's first way of asking; the others follow it. */
  readonly asksFrom: readonly number[];
  /** How much a stem tells, whether the pack has it or not. */
  weigh(stem: string): number;
  /** The stems of a way of asking, in order. */
  stemsOf(ask: number): readonly string[];
  /** What a way of asking wants. */
  wanted(ask: number): Wants;
  /** What each entry means, by its place. */
  readonly meanings: readonly EntryMeaning[];
  /** Words as they are written, with how often; spelling is repaired towards these. */
  readonly words: ReadonlyMap<string, number>;
};

/** Puts a pack's entries in order for searching. */
export function indexOf(entries: readonly Entry[], language: Language, smallWords: readonly string[] = []): Index {
  const read = readAsks(entries, language);
  const { stems, asks, words } = read;
  const [asksFrom, owners] = [firstPlaces(entries), ownersOf(entries)];
  const places = placesOf(read, owners);
  const weigh = weigher(owners.length, new Set(language.stems(smallWords)));
  const weights = Float64Array.from(stems, (stem, term) => weigh(stem, places[term]?.asks.length ?? 0));
  const none = { asks: [], entries: [] };
  const terms = new Map(stems.map((stem, at) => [stem, { ...(places[at] ?? none), weight: weights[at] ?? 0 }]));
  return {
    entries,
    terms,
    owners,
    asksFrom,
    weights: Float64Array.from(owners, (_, ask) => weightOf(rowOf(asks, ask), weights)),
    weigh: (stem) => terms.get(stem)?.weight ?? weigh(stem, 0),
    stemsOf: (ask) => Array.from(rowOf(asks, ask), (stem) => stems[stem] ?? ''),
    wanted: wantedBy((ask) => textOf(ask, entries, owners, asksFrom), language),
    meanings: entryMeanings(read, asksFrom, weights),
    words,
  };
}

type Places = { readonly asks: number[]; readonly entries: number[] };

/** Where each stem and phrase is asked with; ways of asking come in order, so a place is there already if it is last. */
function placesOf({ stems, asks, phrases }: ReadAsks, owners: Int32Array): readonly Places[] {
  const places = stems.map((): Places => ({ asks: [], entries: [] }));
  const stand = (rows: Rows, ask: number, entry: number) => {
    const end = rows.ends[ask] ?? 0;
    for (let at = ask > 0 ? (rows.ends[ask - 1] ?? 0) : 0; at < end; at++) {
      const there = places[rows.all[at] ?? 0];
      if (!there || there.asks[there.asks.length - 1] === ask) continue;
      there.asks.push(ask);
      if (there.entries[there.entries.length - 1] !== entry) there.entries.push(entry);
    }
  };
  for (let ask = 0; ask < owners.length; ask++) {
    stand(asks, ask, owners[ask] ?? 0);
    stand(phrases, ask, owners[ask] ?? 0);
  }
  return places;
}

function firstPlaces(entries: readonly Entry[]): readonly number[] {
  let next = 0;
  return entries.map(({ asks }) => {
    next += asks.length;
    return next - asks.length;
  });
}

function ownersOf(entries: readonly Entry[]): Int32Array {
  return Int32Array.from(entries.flatMap(({ asks }, entry) => asks.map(() => entry)));
}

/** Words that say little count for this much. */
const small = 0.4;

/** Inverse frequency among the ways of asking. A stem that no way of asking has tells as much as the rarest. */
function weigher(count: number, smallWords: ReadonlySet<string>): (stem: string, often: number) => number {
  return (stem, often) => Math.log(1 + count / (1 + often)) ** 1.5 * (smallWords.has(stem) ? small : 1);
}

function weightOf(stems: Int32Array, weights: Float64Array): number {
  let total = 0;
  for (const stem of stems) total += weights[stem] ?? 0;
  return total;
}

function textOf(ask: number, entries: readonly Entry[], owners: Int32Array, asksFrom: readonly number[]): string {
  const entry = owners[ask] ?? 0;
  return entries[entry]?.asks[ask - (asksFrom[entry] ?? 0)] ?? '';
}

/** Finds out what a way of asking wants once a question comes near it. */
function wantedBy(textOf: (ask: number) => string, language: Language): Index['wanted'] {
  const known = new Map<number, Wants>();
  return (ask) => {
    const wanted = known.get(ask) ?? wants(language.spell(textOf(ask)));
    known.set(ask, wanted);
    return wanted;
  };
}
