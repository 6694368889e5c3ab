import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** The school grade that a text asks of its reader, by Flesch and Kincaid: grade 5 is a reading age of ten. */
export function gradeOf(text: string): number {
  const sentences = text.split(/(?<=[.!?:;])\s+|\n/).filter((one) => /\p{L}/u.test(one));
  const words = text.match(/[\p{L}\p{N}’'-]*\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables });
}
