import type { Person } from './people.ts';

/** Stands in a text for what may say who somebody is. */
const blank = '[…]';

/** An address, a number of six digits or more, or a title with the name after it. */
const marks = /\S+@\S+\.\S+|\+?\d(?:[ -]?\d){5,}|\b(?:mr|mrs|ms|miss|mx|dr|sir|madam)\.?\s+\p{L}[\p{L}'’-]*/giu;

/** A word that begins with a capital inside a sentence, and so is a name unless the policy itself uses it. */
const capital = /(?<=[\p{Ll}\p{N},;:]\s+)\p{Lu}\p{Ll}[\p{L}'’-]*/gu;

/**
 * A text without what may say who it is about: names of the school's people, titles with names, addresses, numbers, and
 * capitalised words that the policy does not know. A pupil's name in small letters stays, since nothing marks it.
 */
export function withoutNames(
  text: string,
  people: readonly Pick<Person, 'name'>[],
  known: (word: string) => boolean,
): string {
  const names = new Set(people.flatMap(({ name }) => name.toLowerCase().split(/\s+/)).filter((one) => one.length > 2));
  return text
    .replace(marks, blank)
    .replace(capital, (word) => (known(word.toLowerCase()) ? word : blank))
    .replace(/\p{L}[\p{L}'’-]*/gu, (word) =>
      names.has(word.toLowerCase()) && !known(word.toLowerCase()) ? blank : word,
    );
}
