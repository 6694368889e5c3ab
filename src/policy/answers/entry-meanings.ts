import { type Rows, rowOf, startOf } from '../rows.ts';
import { type Meaning, normal } from './meaning.ts';
import type { ReadAsks } from './read-asks.ts';
import { askedSpace, type Space, toldSpace } from './space.ts';

/** What an entry means. */
export type EntryMeaning = {
  /** By all words that it is told and asked with. */
  readonly told: Meaning;
  /** What its ways of asking have in common. */
  readonly asked: Meaning;
  /** By what it says, among everyday words. */
  readonly says: Meaning;
};

/** A space as a pack uses it: where each of its stems has its point. */
type Points = { readonly space: Space; readonly places: Int32Array };

/** What each entry means; its ways of asking begin at its number in `asksFrom`. `weights` are those of the stems. */
export function entryMeanings(
  { stems, asks, says }: ReadAsks,
  asksFrom: readonly number[],
  weights: Float64Array,
): readonly EntryMeaning[] {
  const asked = pointsOf(stems, askedSpace);
  const told = pointsOf(stems, toldSpace);
  return asksFrom.map((first, entry) => {
    const last = asksFrom[entry + 1] ?? asks.ends.length;
    const answer = rowOf(says, entry);
    const all = new Set(asks.all.subarray(startOf(asks, first), asks.ends[last - 1]));
    for (const stem of answer) all.add(stem);
    const meant = add(new Set(answer), asked, new Float32Array(askedSpace.size));
    return {
      told: add(all, told, new Float32Array(toldSpace.size), weights),
      asked: middleOf(asks, first, last, asked, meant),
      says: meant,
    };
  });
}

function pointsOf(stems: readonly string[], space: Space): Points {
  return { space, places: Int32Array.from(stems, (stem) => space.placeOf(stem)) };
}

/** Adds up the points of stems in `sum`, which is empty, and makes it as long as 1. */
function add(stems: Iterable<number>, { space, places }: Points, sum: Float32Array, weights?: Float64Array): Meaning {
  for (const stem of stems) space.add(places[stem] as number, sum, weights ? (weights[stem] as number) : 1);
  return normal(sum);
}

/** What some ways of asking and the answer have in common. Tens of thousands are read at every start. */
function middleOf(asks: Rows, first: number, last: number, { space, places }: Points, says: Meaning): Meaning {
  const middle = new Float32Array(space.size);
  const one = new Float32Array(space.size);
  for (let ask = first; ask < last; ask++) {
    const end = asks.ends[ask] as number;
    one.fill(0);
    for (let at = startOf(asks, ask); at < end; at++) space.add(places[asks.all[at] as number] as number, one, 1);
    plus(middle, normal(one));
  }
  plus(middle, says);
  return normal(middle);
}

function plus(sum: Float32Array, one: Meaning): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + (one[at] as number);
}
