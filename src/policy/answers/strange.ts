import { likenessesTo } from './likenesses.ts';
import type { Meaning } from './meaning.ts';
import { askedSpace, elsewhere } from './space.ts';

/** Something is strange to a school if none of its entries is more alike to it than this. */
const kindred = 0.75;

/** What schools regulate and this one does not, by its place in `elsewhere`; given what its own entries are asked about. */
export function strangeTo(asked: readonly Meaning[]): Int32Array {
  const likenesses = likenessesTo(asked, askedSpace.size);
  const isStrange = (one: Meaning) => likenesses(one).every((likeness) => likeness < kindred);
  return Int32Array.from(elsewhere.flatMap((one, place) => (isStrange(one) ? [place] : [])));
}
