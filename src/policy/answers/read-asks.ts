import { endRow, type Growing, growing, packed, type Rows } from '../rows.ts';
import type { Entry } from './entries.ts';
import type { Language } from './language.ts';

/** All texts of a pack that questions are compared with, as numbers of stems. */
export type ReadAsks = {
  /** Stems and phrases of the thesaurus, each once. */
  readonly stems: readonly string[];
  /** The stems of each way of asking, in order. */
  readonly asks: Rows;
  /** The phrases in each way of asking. */
  readonly phrases: Rows;
  /** The stems of what each entry says. */
  readonly says: Rows;
  /** Words as they are written, and how often. */
  readonly words: ReadonlyMap<string, number>;
};

/** Reads every way of asking and every answer. */
export function readAsks(entries: readonly Entry[], language: Language): ReadAsks {
  const { read, phrases, stems, words } = reader(language);
  const rows = { asks: growing(), phrases: growing(), says: growing() };
  for (const { asks, says } of entries) {
    for (const ask of asks) {
      read(ask, rows.asks);
      phrases(rows.asks, rows.phrases);
    }
    read(says, rows.says);
  }
  return { stems, asks: packed(rows.asks), phrases: packed(rows.phrases), says: packed(rows.says), words: words() };
}

/** A word as a pack spells it: the number of its stem, and how often it is used. */
type Written = { readonly word: string; readonly stem: number; often: number };

/** Each word is spelt and cut once, however often it is used. */
function reader(language: Language) {
  const stems: string[] = [];
  const opening: boolean[] = [];
  const numbers = new Map<string, number>();
  const written = new Map<string, Written>();
  const typed = new Map<string, readonly Written[]>();
  const numberOf = (stem: string) => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    opening.push(language.opens(stem));
    return put(numbers, stem, stems.push(stem) - 1);
  };
  const writtenAs = (word: string) =>
    written.get(word) ?? put(written, word, { word, stem: numberOf(language.stemOf(word)), often: 0 });
  const spelt = (word: string) => typed.get(word) ?? put(typed, word, language.respell(word).map(writtenAs));
  return {
    stems,
    /** All words, the first that was read first. */
    words: () => new Map([...written.values()].map(({ word, often }) => [word, often])),
    /** Adds a row with the stems of a text. */
    read(text: string, into: Growing): void {
      for (const word of language.split(text)) {
        for (const one of spelt(word)) {
          one.often++;
          into.all.push(one.stem);
        }
      }
      endRow(into);
    },
    /** Adds a row with the phrases in the last row of another. */
    phrases({ all, ends }: Growing, into: Growing): void {
      const row = all.slice(ends.at(-2) ?? 0);
      if (row.some((stem) => opening[stem])) {
        const found = language.phrases(row.map((stem) => stems[stem] ?? ''));
        for (const { phrase } of found) into.all.push(numberOf(phrase));
      }
      endRow(into);
    },
  };
}

function put<Key, Value>(into: Map<Key, Value>, key: Key, value: Value): Value {
  into.set(key, value);
  return value;
}
