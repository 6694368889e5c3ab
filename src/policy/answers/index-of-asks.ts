import { type Rows, rowOf } from '../rows.ts';
import type { Pack } from '../standing.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Wants, wants } from './kind-of-question.ts';
import type { Language } from './language.ts';
import { type PreparedAsks, prepareAsks, strangeWeigher } from './prepare-asks.ts';

/** A pack's entries, ready to be searched. */
export type Index = Pick<PreparedAsks, 'owners' | 'weights' | 'asksFrom' | 'meanings' | 'strange' | 'words'> & {
  readonly entries: readonly Entry[];
  /** Where a stem or phrase is found; undefined where the pack has it nowhere. */
  find(stem: string): Found | undefined;
  /** How much a stem tells, whether the pack has it or not. */
  weigh(stem: string): number;
  /** The number of a stem or phrase; -1 where the pack has it nowhere. */
  numberOf(stem: string): number;
  /** The stems of the ways of asking by their numbers, in order. */
  readonly asks: Rows;
  /** What a way of asking wants. */
  wanted(ask: number): Wants;
};

/** A stem or phrase of a pack. */
export type Found = {
  /** How much it tells. */
  readonly tells: number;
  /** Places of the ways of asking that have it, and of their entries. */
  readonly asks: Int32Array;
  readonly entries: Int32Array;
};

/** Puts a pack's entries in order for searching. */
export function indexOf(pack: Pack, language: Language, kept?: PreparedAsks): Index {
  const entries = entriesOf(pack);
  const prepared = kept ?? prepareAsks(pack, language, entries);
  const { stems, tells, asks, owners, weights, asksFrom, meanings, strange, words } = prepared;
  const numbers = new Map(stems.map((stem, number) => [stem, number]));
  const weighUnknown = strangeWeigher(prepared, pack, language);
  return {
    entries,
    owners,
    weights,
    asksFrom,
    meanings,
    strange,
    words,
    asks,
    find: findIn(prepared, numbers),
    weigh: (stem) => tells[numbers.get(stem) ?? -1] ?? weighUnknown(stem),
    numberOf: (stem) => numbers.get(stem) ?? -1,
    wanted: wantedBy((ask) => textOf(ask, entries, prepared), language),
  };
}

function findIn({ tells, asksWith, entriesWith }: PreparedAsks, numbers: ReadonlyMap<string, number>): Index['find'] {
  return (stem) => {
    const number = numbers.get(stem);
    if (number === undefined) return undefined;
    return { tells: tells[number] ?? 0, asks: rowOf(asksWith, number), entries: rowOf(entriesWith, number) };
  };
}

function textOf(ask: number, entries: readonly Entry[], { owners, asksFrom }: PreparedAsks): string {
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
