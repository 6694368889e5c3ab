import { orthonormal } from './directions.ts';

/** Words of texts as points: those that turn up in the same texts lie near each other. */
export type Space = { readonly words: readonly string[]; readonly vectors: readonly (readonly number[])[] };

type Cell = { readonly word: number; readonly text: number; readonly weight: number };

/**
 * Latent semantic indexing: the leading directions of the matrix of words by texts, by subspace iteration. Words of
 * one text alone are left out, since nothing can be learnt of them. Always the same for the same texts.
 */
export function sharedSpace(texts: readonly (readonly string[])[], size: number, rounds = 20): Space {
  const words = wordsOfSeveral(texts);
  const cells = cellsOf(texts, words);
  let basis: readonly Float64Array[] = Array.from({ length: size }, (_, k) =>
    Float64Array.from(words, (_word, i) => Math.sin((i + 1) * (k + 1.7))),
  );
  let sizes: readonly number[] = [];
  for (let round = 0; round < rounds; round++) {
    const turned = basis.map((direction) => throughTexts(direction, cells, words.length, texts.length));
    ({ basis, sizes } = orthonormal(turned));
  }
  return { words, vectors: words.map((_, i) => basis.map((one, k) => (one[i] ?? 0) * (sizes[k] ?? 0) ** 0.25)) };
}

function wordsOfSeveral(texts: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1).map(([word]) => word);
}

/** Each text has length 1; a word tells the more, the fewer texts have it. */
function cellsOf(texts: readonly (readonly string[])[], words: readonly string[]): readonly Cell[] {
  const places = new Map(words.map((word, place) => [word, place]));
  const holders = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) holders.set(word, (holders.get(word) ?? 0) + 1);
  return texts.flatMap((text, at) => {
    const counts = [...Map.groupBy(text, (word) => word)].filter(([word]) => places.has(word));
    const row = counts.map(([word, all]) => ({
      word: places.get(word) ?? 0,
      text: at,
      weight: (1 + Math.log(all.length)) * Math.log(texts.length / (holders.get(word) ?? 1)),
    }));
    const length = Math.hypot(...row.map(({ weight }) => weight)) || 1;
    return row.map((cell) => ({ ...cell, weight: cell.weight / length }));
  });
}

/** From words to texts and back. */
function throughTexts(direction: Float64Array, cells: readonly Cell[], words: number, texts: number): Float64Array {
  const there = new Float64Array(texts);
  for (const { word, text, weight } of cells) there[text] = (there[text] ?? 0) + weight * (direction[word] ?? 0);
  const back = new Float64Array(words);
  for (const { word, text, weight } of cells) back[word] = (back[word] ?? 0) + weight * (there[text] ?? 0);
  return back;
}
