import { remembered } from '../remembered.ts';
import type { Pack } from '../standing.ts';
import { fold, tokens } from '../text.ts';
import { mendTowards } from './mend.ts';
import type { Slots } from './slots.ts';
import type { Word } from './word.ts';

/** Longer reports are read this far; a person reads the rest. */
const mostWords = 1_500;

/** Of a text without spaces only its beginning is compared: the cost grows with the square of a word. */
const longestWord = 60;

/** Turns a text into words, each with all that it may mean. */
export type ReadText = (text: string) => readonly Word[];

/** Reads with a school's spellings; what is in no dictionary is mended towards the words that patterns know. */
export function textReader(pack: Pick<Pack, 'spellings'>, known: ReadonlySet<string>, slots: Slots): ReadText {
  const spellings = new Map(
    Object.entries(pack.spellings).map(([typed, meant]) => [fold(typed), tokens(meant).map(({ word }) => word)]),
  );
  const mend = remembered(mendTowards(slots, known));
  const joined = (first: string, second: string) =>
    first.length > 1 && second.length > 1 && first.length + second.length > 5 && slots.closed.has(first + second);
  const split = remembered((word) => (known.has(word) || slots.closed.has(word) ? [] : splitWord(word, slots, known)));
  return (text) =>
    tokens(text)
      .slice(0, mostWords)
      .flatMap(({ word: typed, sentence }, index, all) => {
        const word = typed.slice(0, longestWord);
        const meant = spellings.get(word) ?? split(word);
        if (meant.length > 1) return meant.map((one, at) => ({ forms: at === 0 ? [one, word] : [one], sentence }));
        const next = all[index + 1]?.word ?? '';
        const forms = [word, ...meant, ...mend(meant[0] ?? word)];
        return [{ forms: joined(word, next) ? [...forms, word + next] : forms, sentence }];
      });
}

/** `groupchat`: an unknown word that is two known ones. */
function splitWord(word: string, { closed }: Slots, known: ReadonlySet<string>): readonly string[] {
  for (let at = 4; at <= word.length - 4; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if ((closed.has(first) || known.has(first)) && (closed.has(second) || known.has(second))) return [first, second];
  }
  return [];
}
