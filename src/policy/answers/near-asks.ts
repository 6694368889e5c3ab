import type { Index } from './index-of-asks.ts';
import { type Sought, weightOf } from './sought.ts';

/** How near an entry's ways of asking come to a question, from 0 to 1. */
export type Nearness = {
  readonly entry: number;
  /** The nearest way of asking. */
  readonly ask: number;
  readonly best: number;
  /** The next nearest. */
  readonly second: number;
  /** The third nearest. */
  readonly third: number;
};

/** Finding all of the question counts this many times as much as finding all of the way of asking. */
const recallOverPrecision = 1.3 ** 2;

/** How near each entry's ways of asking come. Entries that share no word are left out. */
export function nearAsks(sought: readonly Sought[], index: Index): readonly Nearness[] {
  const { found, told } = overlap(sought, index.asksWith, index.asks.length, index.weigh);
  const whole = weightOf(sought);
  const near = new Map<number, Nearness>();
  for (let place = 0; place < found.length; place++) {
    const recall = (found[place] ?? 0) / whole;
    const ask = index.asks[place];
    if (recall === 0 || !ask) continue;
    const precision = Math.min(1, (told[place] ?? 0) / (ask.weight || 1));
    near.set(ask.entry, better(near.get(ask.entry), ask.entry, place, balance(recall, precision)));
  }
  return [...near.values()];
}

function balance(recall: number, precision: number): number {
  return ((1 + recallOverPrecision) * recall * precision) / (recallOverPrecision * precision + recall || 1);
}

function better(before: Nearness | undefined, entry: number, ask: number, near: number): Nearness {
  if (!before) return { entry, ask, best: near, second: 0, third: 0 };
  const { best, second, third } = before;
  if (near > best) return { entry, ask, best: near, second: best, third: second };
  if (near > second) return { entry, ask: before.ask, best, second: near, third: second };
  return near > third ? { entry, ask: before.ask, best, second, third: near } : before;
}

/** By place: how much of the question is there, and how much what is there tells. */
type Overlap = { readonly found: Float64Array; readonly told: Float64Array };

/** Looks every word of a question up; each counts once, as the nearest of what may stand for it. */
export function overlap(
  sought: readonly Sought[],
  places: ReadonlyMap<string, readonly number[]>,
  count: number,
  weigh: (stem: string) => number,
): Overlap {
  const found = new Float64Array(count);
  const told = new Float64Array(count);
  const nearest = new Float64Array(count);
  for (const { weight, as } of sought) {
    nearest.fill(0);
    for (const [stem, nearness] of as) {
      const tells = weigh(stem);
      for (const place of places.get(stem) ?? []) {
        const more = nearness - (nearest[place] ?? 0);
        if (more <= 0) continue;
        nearest[place] = nearness;
        found[place] = (found[place] ?? 0) + more * weight;
        told[place] = (told[place] ?? 0) + more * tells;
      }
    }
  }
  return { found, told };
}
