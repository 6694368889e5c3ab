import asked from './asked-words.json' with { type: 'json' };
import told from './told-words.json' with { type: 'json' };

/** Words as points that were learnt beforehand (`npm run learn:words`). */
export type Space = {
  /** Numbers a point has. */
  readonly size: number;
  /** Where a word's point begins among all numbers; -1 where the word is unknown. */
  placeOf(stem: string): number;
  /** Adds the point at a place to a sum, so many times; nothing where the place is -1. */
  add(place: number, sum: Float32Array, times: number): void;
};

type Learnt = { readonly size: number; readonly words: string; readonly vectors: string };

/** What each byte stands for. */
const meant = Float32Array.from({ length: 256 }, (_, byte) => {
  const root = (byte > 127 ? byte - 256 : byte) / 127;
  return root * Math.abs(root);
});

/**
 * Words that are told and asked about the same things lie near each other, so that “pen drive” comes near “memory
 * stick” without a line in the thesaurus.
 */
export const toldSpace = spaceOf(told);

/** Everyday words, those too that nobody has written into a way of asking; who asks alike lies near each other. */
export const askedSpace = spaceOf(asked);

/** What the rules of all schools that were learnt from are about, whichever school this is. */
export const elsewhere: readonly Float32Array[] = pointsOf(asked.elsewhere, asked.size);

function spaceOf({ size, words, vectors }: Learnt): Space {
  const places = new Map(words.split(' ').map((stem, place) => [stem, place * size]));
  const values = unpacked(vectors);
  return {
    size,
    placeOf: (stem) => places.get(stem) ?? -1,
    add(from, sum, times) {
      if (from < 0) return;
      for (let at = 0; at < size; at++) sum[at] = (sum[at] as number) + times * (values[from + at] as number);
    },
  };
}

function pointsOf(vectors: string, size: number): readonly Float32Array[] {
  const values = unpacked(vectors);
  return Array.from({ length: values.length / size }, (_, place) => {
    const point = values.subarray(place * size, (place + 1) * size);
    const length = Math.hypot(...point) || 1;
    return point.map((one) => one / length);
  });
}

/** Stored as the root, in steps of 1/127, so that small values keep their digits. */
function unpacked(vectors: string): Float32Array {
  const bytes = Buffer.from(vectors, 'base64');
  const values = new Float32Array(bytes.length);
  for (let at = 0; at < values.length; at++) values[at] = meant[bytes[at] as number] as number;
  return values;
}
