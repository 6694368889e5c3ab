import { distance } from 'fastest-levenshtein';

/** The most slips of the finger that still leave a word recognisable. */
const mostSlips = 2;

/** What was probably meant: the nearest candidate, case aside; undefined where none is near. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, slips: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.slips - b.slips);
  return ranked.find(({ slips }) => slips <= mostSlips)?.candidate;
}

/** A half sentence to put behind a complaint about a word that is none of the candidates, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = closest(
    word,
    candidates.filter((one) => one !== word),
  );
  return meant ? `; did you mean ${meant}?` : '';
}
