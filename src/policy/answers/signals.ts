import { type Rows, startOf } from '../rows.ts';
import type { Entry } from './entries.ts';
import type { Index } from './index-of-asks.ts';
import { lacksNumber, type Wants } from './kind-of-question.ts';
import { alike, meaningOf } from './meaning.ts';
import type { Read } from './read.ts';
import type { Sought } from './sought.ts';
import { toldSpace } from './space.ts';

/** How well an entry meets a question, each from 0 to about 1. */
export type Signals = {
  /** Its nearest way of asking, by the words. */
  readonly best: number;
  /** Its next nearest. */
  readonly second: number;
  /** Its third nearest. */
  readonly third: number;
  /** How much of the question is found in its ways of asking, taken together. */
  readonly cover: number;
  /** How alike its words and the question's are by what policies tell with them. */
  readonly told: number;
  /** How alike the question and its ways of asking are, by everyday meaning. */
  readonly asked: number;
  /** How alike the question and what it says are, by everyday meaning. */
  readonly says: number;
  /** Neighbouring words in common with its nearest way of asking. */
  readonly pairs: number;
  /** 1 where it wants the same kind of thing (a number, a person) as its nearest way of asking does. */
  readonly kind: number;
  /** 1 where the question wants a number and the rule has none. */
  readonly blank: number;
  /** 1 where it is for whoever asks alone, less where it is for others too. */
  readonly forAsker: number;
  /** How much of whom it speaks of is whoever asks. */
  readonly ofAsker: number;
  /** 1 where it is the floor's. */
  readonly floor: number;
  /** 1 where it is a gap. */
  readonly gap: number;
  /** 1 where it is a gap of the floor's. */
  readonly floorGap: number;
};

/** An entry that may be looked at closely. */
export type Near = Pick<Signals, 'best' | 'second' | 'third' | 'cover' | 'asked'> & {
  /** Its place, and that of its nearest way of asking. */
  readonly entry: number;
  readonly ask: number;
};

/** Looks closely at entries that a question comes near. */
export function signalsFor(index: Index): (read: Read) => (near: Near, entry: Entry) => Signals {
  return (read) => {
    const { sought, wanted, role } = read;
    const numbers = sought.map(({ stem }) => index.numberOf(stem));
    const told = meaningOf(
      sought.map(({ stem }) => stem),
      toldSpace,
      index.weigh,
    );
    return ({ entry: place, ask, best, second, third, cover, asked }, entry) => {
      const means = index.meanings[place];
      return {
        best,
        second,
        third,
        cover,
        told: means ? alike(told, means.told) : 0,
        asked,
        says: means ? alike(read.meaning, means.says) : 0,
        pairs: pairsIn(index.asks, ask, sought, numbers),
        kind: wanted !== 'other' && index.wanted(ask) === wanted ? 1 : 0,
        forAsker: 1 / entry.for.length,
        ofAsker: entry.speaksOf[role],
        ...standing(entry, wanted),
      };
    };
  };
}

/** What it is, whatever is asked; only a rule is missed a number in. */
function standing({ floor, found, says }: Entry, wanted: Wants) {
  const gap = found.kind === 'gap';
  return {
    blank: !gap && lacksNumber(wanted, says) ? 1 : 0,
    floor: floor ? 1 : 0,
    gap: gap ? 1 : 0,
    floorGap: floor && gap ? 1 : 0,
  };
}

/** How much of a question's neighbouring words, given with their numbers, stands side by side in a way of asking. */
function pairsIn(asks: Rows, ask: number, sought: readonly Sought[], numbers: readonly number[]): number {
  const [from, to] = [startOf(asks, ask), asks.ends[ask] ?? 0];
  let shared = 0;
  let whole = 0;
  for (let at = 1; at < sought.length; at++) {
    const weight = (sought[at - 1]?.weight ?? 0) + (sought[at]?.weight ?? 0);
    whole += weight;
    let place = from;
    while (place < to && asks.all[place] !== numbers[at - 1]) place++;
    if (place + 1 < to && asks.all[place + 1] === numbers[at]) shared += weight;
  }
  return whole > 0 ? shared / whole : 0;
}
