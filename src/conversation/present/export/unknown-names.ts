import type { CaseFile } from './case-file-schema.ts';

/** A word with a capital inside a sentence. */
const capital = /(?<=[\p{Ll}\p{N},;:]\s+)\p{Lu}\p{Ll}[\p{L}'’-]*/gu;
const mostNamed = 30;

/**
 * Words in what people wrote that may be names of people nobody listed, for a person to look at before a copy goes out.
 * A name in small letters, or at the beginning of a sentence, is not found.
 */
export function unknownNames({ report, outcome, chronology }: CaseFile): readonly string[] {
  const told = [...report, ...outcome, ...chronology].map((one) => one.told);
  const found = told.flatMap((text) => text.match(capital) ?? []);
  return [...new Set(found)].filter((one) => !usual.has(one)).slice(0, mostNamed);
}

const usual: ReadonlySet<string> = new Set(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December Immediate High Medium Low Reported Lantern`.split(/\s+/),
);
