import type { Index } from './index-of-asks.ts';
import { type Sought, weightOf } from './sought.ts';

/** How near an entry's ways of asking come to a question, from 0 to 1. */
export type Nearness = {
  /** The nearest way of asking. */
  readonly ask: number;
  readonly best: number;
  /** The next nearest. */
  readonly second: number;
  /** The third nearest. */
  readonly third: number;
  /** How much of the question the nearest has. */
  readonly asked: number;
};

/** Finding all of the question counts this many times as much as finding all of the way of asking. */
const recallOverPrecision = 1.3 ** 2;

/** How near each entry's ways of asking come, by the entry's place. Entries that share no word are left out. */
export function nearAsks(sought: readonly Sought[], index: Index): ReadonlyMap<number, Nearness> {
  const { asked, said, met } = overlap(sought, index);
  const whole = weightOf(sought);
  const near = new Map<number, Nearness>();
  for (const place of met) {
    const ask = index.asks[place];
    if (!ask) continue;
    const recall = (asked[place] ?? 0) / whole;
    const precision = Math.min(1, (said[place] ?? 0) / (ask.weight || 1));
    near.set(ask.entry, better(near.get(ask.entry), place, balance(recall, precision), recall));
  }
  return near;
}

function balance(recall: number, precision: number): number {
  return ((1 + recallOverPrecision) * recall * precision) / (recallOverPrecision * precision + recall || 1);
}

function better(before: Nearness | undefined, ask: number, near: number, asked: number): Nearness {
  if (!before) return { ask, best: near, second: 0, third: 0, asked };
  if (near > before.best) return { ask, best: near, second: before.best, third: before.second, asked };
  if (near > before.second) return { ...before, second: near, third: before.second };
  return near > before.third ? { ...before, third: near } : before;
}

type Overlap = { readonly asked: Float64Array; readonly said: Float64Array; readonly met: readonly number[] };

/** How much of the question each way of asking has, and how much of it the question has; each word counts once. */
function overlap(sought: readonly Sought[], index: Index): Overlap {
  const asked = new Float64Array(index.asks.length);
  const said = new Float64Array(index.asks.length);
  const nearest = new Float64Array(index.asks.length);
  const met = new Set<number>();
  for (const { weight, as } of sought) {
    nearest.fill(0);
    for (const [stem, nearness] of as) {
      const told = index.weigh(stem);
      for (const place of index.asksWith.get(stem) ?? []) {
        const more = nearness - (nearest[place] ?? 0);
        if (more <= 0) continue;
        nearest[place] = nearness;
        asked[place] = (asked[place] ?? 0) + more * weight;
        said[place] = (said[place] ?? 0) + more * told;
        met.add(place);
      }
    }
  }
  return { asked, said, met: [...met] };
}
