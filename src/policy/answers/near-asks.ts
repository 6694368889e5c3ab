import type { Index } from './index-of-asks.ts';
import { type Sought, weightOf } from './sought.ts';

/** How near the ways of asking come to a question, by the place of their entry, each from 0 to 1. */
export type NearAsks = {
  /** The nearest way of asking. */
  readonly ask: Int32Array;
  readonly best: Float64Array;
  /** The next nearest. */
  readonly second: Float64Array;
  /** The third nearest. */
  readonly third: Float64Array;
};

/** Finding all of the question counts this many times as much as finding all of the way of asking. */
const recallOverPrecision = 1.3 ** 2;

/** How near each entry's ways of asking come; 0 where they share no word. */
export function nearAsks(sought: readonly Sought[], index: Index): NearAsks {
  const { owners, weights, asksFrom } = index;
  const { found, told } = overlap(sought, index, 'asks');
  const whole = weightOf(sought);
  const [best, second, third] = [0, 0, 0].map(() => new Float64Array(asksFrom.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const near: NearAsks = { ask: Int32Array.from(asksFrom), best, second, third };
  for (let place = 0; place < found.length; place++) {
    const recall = (found[place] as number) / whole;
    if (recall === 0) continue;
    const precision = Math.min(1, (told[place] as number) / (weights[place] || 1));
    note(near, owners[place] as number, place, balance(recall, precision));
  }
  return near;
}

function balance(recall: number, precision: number): number {
  return ((1 + recallOverPrecision) * recall * precision) / (recallOverPrecision * precision + recall || 1);
}

/** Keeps the three nearest ways of asking of an entry. */
function note({ ask, best, second, third }: NearAsks, entry: number, place: number, near: number): void {
  if (near > (best[entry] as number)) {
    third[entry] = second[entry] as number;
    second[entry] = best[entry] as number;
    best[entry] = near;
    ask[entry] = place;
  } else if (near > (second[entry] as number)) {
    third[entry] = second[entry] as number;
    second[entry] = near;
  } else if (near > (third[entry] as number)) third[entry] = near;
}

/** By place: how much of the question is there, and how much what is there tells. */
type Overlap = { readonly found: Float64Array; readonly told: Float64Array };

/** Looks every word of a question up; each counts once, as the nearest of what may stand for it. */
export function overlap(sought: readonly Sought[], index: Index, among: 'asks' | 'entries'): Overlap {
  const count = among === 'asks' ? index.owners.length : index.entries.length;
  const found = new Float64Array(count);
  const told = new Float64Array(count);
  const nearest = new Float64Array(count);
  for (const { weight, as } of sought) {
    nearest.fill(0);
    for (const [stem, nearness] of as) {
      const there = index.find(stem);
      if (!there) continue;
      for (const place of there[among]) {
        const more = nearness - (nearest[place] as number);
        if (more <= 0) continue;
        nearest[place] = nearness;
        found[place] = (found[place] as number) + more * weight;
        told[place] = (told[place] as number) + more * there.tells;
      }
    }
  }
  return { found, told };
}
