import type { CaseFile } from './case-file-schema.ts';

/** A word with a capital inside a sentence, or one of a script that has no capitals. */
const perhapsName = /(?<=[\p{Ll}\p{N},;:]\s+)\p{Lu}\p{Ll}[\p{L}’'-]*|(?:\p{Lo}\p{M}*){2,}/gu;
const mostNamed = 30;

/**
 * Words in what people wrote that may be names of people nobody listed, for a person to look at before a copy goes out.
 * A name in small letters, or at the beginning of a sentence, is not found.
 */
export function unknownNames({ report, outcome, people }: CaseFile): readonly string[] {
  const shown = new Set(people.flatMap(({ name }) => name.split(/\s+/)));
  const found = [...report, ...outcome].flatMap(({ told }) => told.match(perhapsName) ?? []);
  const words = new Set(found.map((word) => word.replace(/['’]s$/u, '')));
  return [...words].filter((word) => !usual.has(word) && !shown.has(word)).slice(0, mostNamed);
}

const usual: ReadonlySet<string> = new Set(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December`.split(/\s+/),
);
