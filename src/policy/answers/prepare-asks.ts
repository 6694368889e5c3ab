import { packedRows, type Rows, rowOf } from '../rows.ts';
import type { Pack } from '../standing.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type EntryMeaning, entryMeanings } from './entry-meanings.ts';
import { type Language, languageOf } from './language.ts';
import { type ReadAsks, readAsks } from './read-asks.ts';
import { strangeTo } from './strange.ts';

/** What takes long to find out about a pack's ways of asking. Plain data, so that it can be kept. */
export type PreparedAsks = Pick<ReadAsks, 'stems' | 'asks' | 'words'> & {
  /** By the number of a stem or phrase: the ways of asking that have it, and the entries these belong to, each once. */
  readonly asksWith: Rows;
  readonly entriesWith: Rows;
  /** By the number of a stem or phrase: how much it tells. The fewer ways of asking have it, the more. */
  readonly tells: Float64Array;
  /** By the place of a way of asking: its entry's place, and how much its stems tell together. */
  readonly owners: Int32Array;
  readonly weights: Float64Array;
  /** Place of each entry's first way of asking; the others follow it. */
  readonly asksFrom: readonly number[];
  /** What each entry means, by its place. */
  readonly meanings: readonly EntryMeaning[];
  /** What other schools regulate and this one does not, by its place in `elsewhere`. */
  readonly strange: Int32Array;
};

/** Reads all that a question can meet in a pack. */
export function prepareAsks(
  pack: Pack,
  language: Language = languageOf(pack),
  entries: readonly Entry[] = entriesOf(pack),
): PreparedAsks {
  const read = readAsks(entries, language);
  const { stems, asks, words } = read;
  const [asksFrom, owners] = [firstPlaces(entries), ownersOf(entries)];
  const places = placesOf(read, owners);
  const weigh = weigher(owners.length, smallStems(pack, language));
  const tells = Float64Array.from(stems, (stem, term) => weigh(stem, places[term]?.asks.length ?? 0));
  const meanings = entryMeanings(read, asksFrom, tells);
  return {
    stems,
    asks,
    words,
    asksWith: packedRows(places.map((one) => one.asks)),
    entriesWith: packedRows(places.map((one) => one.entries)),
    tells,
    owners,
    weights: Float64Array.from(owners, (_, ask) => weightOf(rowOf(asks, ask), tells)),
    asksFrom,
    meanings,
    strange: strangeTo(meanings.map(({ asked }) => asked)),
  };
}

type Places = { readonly asks: number[]; readonly entries: number[] };

/** Where each stem and phrase is asked with; ways of asking come in order, so a place is there already if it is last. */
function placesOf({ stems, asks, phrases }: ReadAsks, owners: Int32Array): readonly Places[] {
  const places = stems.map((): Places => ({ asks: [], entries: [] }));
  for (const [ask, entry] of owners.entries()) {
    for (const rows of [asks, phrases]) {
      for (const stem of rowOf(rows, ask)) {
        const there = places[stem];
        if (!there || there.asks[there.asks.length - 1] === ask) continue;
        there.asks.push(ask);
        if (there.entries[there.entries.length - 1] !== entry) there.entries.push(entry);
      }
    }
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

function smallStems({ lists }: Pick<Pack, 'lists'>, language: Language): ReadonlySet<string> {
  return new Set((lists['small-words'] ?? []).map(language.stemOf));
}

/** Words that say little count for this much. */
const small = 0.4;

/** Inverse frequency among the ways of asking. A stem that no way of asking has tells as much as the rarest. */
function weigher(count: number, smallWords: ReadonlySet<string>): (stem: string, often: number) => number {
  return (stem, often) => Math.log(1 + count / (1 + often)) ** 1.5 * (smallWords.has(stem) ? small : 1);
}

/** How much a stem tells that the pack does not have. */
export function strangeWeigher(
  { owners }: PreparedAsks,
  pack: Pick<Pack, 'lists'>,
  language: Language,
): (stem: string) => number {
  const weigh = weigher(owners.length, smallStems(pack, language));
  return (stem) => weigh(stem, 0);
}

function weightOf(stems: Int32Array, weights: Float64Array): number {
  let total = 0;
  for (const stem of stems) total += weights[stem] ?? 0;
  return total;
}
