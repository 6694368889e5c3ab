import learnt from './word-meanings.json' with { type: 'json' };

/** A direction in which words lie that are asked about the same things; of length 1, or 0 where nothing is known. */
export type Meaning = Float32Array;

const places = new Map(learnt.words.split(' ').map((stem, place) => [stem, place * learnt.size]));
const values = Float32Array.from(atob(learnt.vectors), (one) => unpacked(one.charCodeAt(0)));

/**
 * What some stems mean together, each weighed once. Learnt from how people ask (`bench/policy/learn-words.ts`), so
 * that “pen drive” comes near “memory stick” without a line in the thesaurus.
 */
export function meaningOf(stems: Iterable<string>, weigh: (stem: string) => number): Meaning {
  const sum = new Float32Array(learnt.size);
  for (const stem of stems) {
    const from = places.get(stem);
    if (from === undefined) continue;
    const weight = weigh(stem);
    for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + weight * (values[from + at] ?? 0);
  }
  return normal(sum);
}

/** How alike two meanings are, from -1 to 1. */
export function alike(one: Meaning, other: Meaning): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Stored as the root, in steps of 1/127, so that small values keep their digits. */
function unpacked(byte: number): number {
  const root = (byte > 127 ? byte - 256 : byte) / 127;
  return root * Math.abs(root);
}

function normal(vector: Float32Array): Meaning {
  const length = Math.sqrt(alike(vector, vector));
  return length > 0 ? vector.map((one) => one / length) : vector;
}
