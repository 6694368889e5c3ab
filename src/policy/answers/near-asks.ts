import type { Index } from './index-of-asks.ts';
import { type Sought, weightOf } from './sought.ts';

/** The three ways of asking of an entry that come nearest to a question: how near, each from 0 to 1, and which is the nearest. */
export type NearAsks = {
  readonly ask: number;
  readonly best: number;
  readonly second: number;
  readonly third: number;
};

/** Finding all of the question counts this many times as much as finding all of the way of asking. */
const recallOverPrecision = 1.3 ** 2;

/** Tells how near the ways of asking of an entry come, by its place; 0 where they share no word. */
export function nearAsksIn(index: Index): (sought: readonly Sought[]) => (entry: number) => NearAsks {
  const { asksFrom, owners } = index;
  const weights = index.weights.map((weight) => weight || 1);
  const overlap = overlapIn(index, 'asks');
  return (sought) => {
    const sums = overlap(sought);
    const whole = weightOf(sought);
    return (entry) => nearest(asksFrom[entry] as number, asksFrom[entry + 1] ?? owners.length, sums, weights, whole);
  };
}

/** How near a way of asking can come in which this much of a question is found, from 0 to 1. */
export function nearestWith(found: number): number {
  return ((1 + recallOverPrecision) * found) / (recallOverPrecision + found);
}

/**
 * Finds the nearest of some ways of asking, from the first to the one after the last: by how much of the question is
 * found and how much of the way of asking is, weighed together. Most fall out before anything is divided.
 */
function nearest(from: number, to: number, sums: Float64Array, weights: Float64Array, whole: number): NearAsks {
  let ask = from;
  let best = 0;
  let second = 0;
  let third = 0;
  for (let place = from; place < to; place++) {
    const found = sums[2 * place] as number;
    if (found === 0) continue;
    const weight = weights[place] as number;
    const told = Math.min(weight, sums[2 * place + 1] as number);
    const both = (1 + recallOverPrecision) * found * told;
    const either = recallOverPrecision * told * whole + found * weight;
    if (both <= third * either) continue;
    const one = both / either;
    if (one > best) {
      third = second;
      second = best;
      best = one;
      ask = place;
    } else if (one > second) {
      third = second;
      second = one;
    } else third = one;
  }
  return { ask, best, second, third };
}

/**
 * Looks every word of a question up; each counts once, as the nearest of what may stand for it. Two numbers for each
 * place: how much of the question is there, and how much what is there tells. They stand in the same room for every
 * question, so they are to be read before the next is asked.
 */
export function overlapIn(index: Index, among: 'asks' | 'entries'): (sought: readonly Sought[]) => Float64Array {
  const count = among === 'asks' ? index.owners.length : index.entries.length;
  const sums = numbers(2 * count);
  const nearest = numbers(count);
  return (sought) => {
    sums.fill(0);
    for (const { weight, as } of sought) {
      const found = [...as].flatMap(([stem, nearness]) => {
        const there = index.find(stem);
        return there ? [{ places: there[among], tells: there.tells, nearness }] : [];
      });
      const [first] = found;
      if (first && found.length === 1) addAll(sums, first, weight);
      else if (first) addNearest(sums, found, weight, nearest.fill(0));
    }
    return sums;
  };
}

/** Where something is found that may stand for a word, and how nearly. */
type Stand = { readonly places: Int32Array; readonly tells: number; readonly nearness: number };

function addAll(sums: Float64Array, { places, tells, nearness }: Stand, weight: number): void {
  const [found, told] = [nearness * weight, nearness * tells];
  for (let at = 0; at < places.length; at++) {
    const place = 2 * (places[at] as number);
    sums[place] = (sums[place] as number) + found;
    sums[place + 1] = (sums[place + 1] as number) + told;
  }
}

function addNearest(sums: Float64Array, stands: readonly Stand[], weight: number, nearest: Float64Array): void {
  for (const { places, tells, nearness } of stands) {
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      const more = nearness - (nearest[place] as number);
      if (more <= 0) continue;
      nearest[place] = nearness;
      sums[2 * place] = (sums[2 * place] as number) + more * weight;
      sums[2 * place + 1] = (sums[2 * place + 1] as number) + more * tells;
    }
  }
}

function numbers(count: number): Float64Array {
  return new Float64Array(count);
}
