import type { Space } from './space.ts';

/** A direction in which words lie that are asked about the same things; of length 1, or 0 where nothing is known. */
export type Meaning = Float32Array;

/** What some stems mean together, each as often as it is given and weighed as `weigh` has it. */
export function meaningOf(stems: Iterable<string>, space: Space, weigh: (stem: string) => number = once): Meaning {
  const sum = new Float32Array(space.size);
  for (const stem of stems) space.add(space.placeOf(stem), sum, weigh(stem));
  return normal(sum);
}

/**
 * How alike two meanings are, from -1 to 1. A question is compared with a thousand, and two sums side by side take less
 * time; a space has an even number of directions.
 */
export function alike(one: Meaning, other: Meaning): number {
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < one.length; at += 2) {
    even += (one[at] as number) * (other[at] as number);
    odd += (one[at + 1] as number) * (other[at + 1] as number);
  }
  return even + odd;
}

function once(): number {
  return 1;
}

/** Makes a vector as long as 1, in place; nothing stays nothing. */
export function normal(vector: Float32Array): Meaning {
  const length = Math.sqrt(alike(vector, vector));
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / length;
  return vector;
}
