/** A word of somebody's text, folded so that patterns can be compared with it. */
export type Token = {
  /** Small letters without accents and apostrophes; or one emoji. */
  readonly word: string;
  /** Where it begins in the text. */
  readonly at: number;
  /** Which sentence it stands in, from 0. */
  readonly sentence: number;
};

const pieces = /(?<word>[\p{L}\p{N}]+(?:[’'`][\p{L}\p{N}]+)*)|(?<emoji>\p{Extended_Pictographic})|(?<stop>[.!?\n]+)/gu;

/** The words of a text, in order. */
export function tokens(text: string): readonly Token[] {
  let sentence = 0;
  const found: Token[] = [];
  for (const { 0: piece, index, groups } of text.matchAll(pieces)) {
    if (groups?.['stop']) sentence++;
    else found.push({ word: fold(piece), at: index, sentence });
  }
  return found;
}

/** Small letters, no accents, no apostrophes. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}|\uFE0F|[’'`]/gu, '')
    .toLowerCase();
}
