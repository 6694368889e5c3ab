import type { Pattern, Slot, WordTest } from '../pattern.ts';
import { remembered } from '../remembered.ts';
import { packedRows, type Rows, rowOf } from '../rows.ts';
import type { Word } from './word.ts';

/** Words by what they fill: the slots, each by its number, or places among the longer fillings, counted down from -1. */
type Fillings = { readonly words: readonly string[]; readonly fillings: Rows };

/**
 * Every slot of a set of patterns, each once, found by the first word of what fills it: whole words, and what words may
 * begin with. Plain data in long rows, so that it can be kept: tens of thousands of objects would take long to make.
 */
export type KeptSlots = {
  readonly closed: Fillings;
  readonly open: Fillings;
  /** The same by the first two words, where both are whole: thousands of longer fillings begin with `he` or `who`. */
  readonly pairs: Fillings;
  /** What fills a slot with more than one word: the number of the slot, and the words after the first, as patterns have them. */
  readonly longer: { readonly slots: Int32Array; readonly rests: readonly string[] };
};

/** The same, with the place of each word. */
export type Slots = {
  readonly closed: ReadonlyMap<string, number>;
  readonly open: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  readonly kept: KeptSlots;
};

/** Patterns cannot be open before their third letter. */
const shortestStem = 3;

/** Lists the slots of patterns, so that a text is read once for all of them; `numberOf`: the number of each. */
export function listSlots(patterns: readonly Pattern[]): { slots: KeptSlots; numberOf: (slot: Slot) => number } {
  const numbers = new Map<string, number>();
  const closed = new Map<string, number[]>();
  const open = new Map<string, number[]>();
  const pairs = new Map<string, number[]>();
  const longer: { readonly slot: number; readonly rest: string }[] = [];
  for (const { source, choices } of patterns.flatMap(({ rows }) => rows.flat())) {
    if (numbers.has(source)) continue;
    const slot = numbers.size;
    numbers.set(source, slot);
    for (const [first, ...rest] of choices) {
      const filling = rest.length > 0 ? -longer.push({ slot, rest: rest.map(written).join(' ') }) : slot;
      const [second] = rest;
      if (!first) continue;
      const isPair = second && !first.open && !second.open;
      if (isPair) push(pairs, `${first.stem} ${second.stem}`, filling);
      push(first.open ? open : closed, first.stem, ...(isPair ? [] : [filling]));
    }
  }
  return {
    slots: {
      closed: fillingsOf(closed),
      open: fillingsOf(open),
      pairs: fillingsOf(pairs),
      longer: { slots: Int32Array.from(longer, ({ slot }) => slot), rests: longer.map(({ rest }) => rest) },
    },
    numberOf: ({ source }) => numbers.get(source) ?? -1,
  };
}

function fillingsOf(byWord: ReadonlyMap<string, readonly number[]>): Fillings {
  return { words: [...byWord.keys()], fillings: packedRows([...byWord.values()]) };
}

/** A word as a pattern has it, and back. */
function written({ stem, open }: WordTest): string {
  return open ? `${stem}*` : stem;
}

function readRest(rest: string): WordTest[] {
  return rest.split(' ').map((word) => {
    const open = word.endsWith('*');
    return { stem: open ? word.slice(0, -1) : word, open };
  });
}

/** Puts listed slots where they are found by their word. */
export function slotsOf(kept: KeptSlots): Slots {
  const { closed, open, pairs } = kept;
  return { closed: placesOf(closed.words), open: placesOf(open.words), pairs: placesOf(pairs.words), kept };
}

function placesOf(words: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, word] of words.entries()) places.set(word, place);
  return places;
}

function push(into: Map<string, number[]>, stem: string, ...fillings: readonly number[]): void {
  const there = into.get(stem);
  if (there) there.push(...fillings);
  else into.set(stem, [...fillings]);
}

/** Which slots are filled from a word of a text on: by that word alone, and by it with those that follow. */
export type Fills = {
  readonly alone: readonly number[];
  readonly longer: readonly { readonly slot: number; readonly to: number }[];
};

/** Tells for each word of a text what is filled from there on. A text fills thousands of slots, and few are asked for. */
export function slotFiller(slots: Slots): (text: readonly Word[]) => readonly Fills[] {
  const fillingsOf = remembered((form) => fillingsIn(slots, form));
  const { longer, pairs } = slots.kept;
  const pairsOf = (both: string): Iterable<number> => {
    const place = slots.pairs.get(both);
    return place === undefined ? [] : rowOf(pairs.fillings, place);
  };
  const rests: WordTest[][] = [];
  const restOf = (place: number) => (rests[place] ??= readRest(longer.rests[place] as string));
  const longerFrom = (places: Iterable<number>, text: readonly Word[], at: number) => {
    const found: { slot: number; to: number }[] = [];
    for (const place of places) {
      const rest = restOf(place);
      if (follow(rest, text, at + 1)) found.push({ slot: longer.slots[place] as number, to: at + 1 + rest.length });
    }
    return found;
  };
  return (text) =>
    text.map(({ forms }, at) => {
      const begun = forms.map(fillingsOf);
      const next = text[at + 1]?.forms ?? [];
      const both = forms.flatMap((form) => next.flatMap((second) => [...pairsOf(`${form} ${second}`)]));
      const [first] = begun;
      return {
        alone: begun.length === 1 && first ? first.alone : begun.flatMap(({ alone }) => alone),
        longer: longerFrom([...begun.flatMap(({ longer }) => longer), ...both.map(placeOf)], text, at),
      };
    });
}

/** Whether words stand in a text from a place on. */
function follow(rest: readonly WordTest[], text: readonly Word[], from: number): boolean {
  for (let at = 0; at < rest.length; at++) if (!isWord(rest[at] as WordTest, text[from + at])) return false;
  return true;
}

/** What a word fills alone, and the places of the longer fillings that it begins. */
type Begun = { readonly alone: readonly number[]; readonly longer: readonly number[] };

/** All that a word fills or begins to fill: what is the word, then what it begins with. */
function fillingsIn({ closed, open, kept }: Slots, form: string): Begun {
  const fillings = listed(closed.get(form), kept.closed);
  for (let end = shortestStem; end <= form.length; end++) {
    fillings.push(...listed(open.get(form.slice(0, end)), kept.open));
  }
  return { alone: fillings.filter((one) => one >= 0), longer: fillings.filter((one) => one < 0).map(placeOf) };
}

/** The place of a longer filling. */
function placeOf(filling: number): number {
  return -filling - 1;
}

function listed(place: number | undefined, { fillings }: Fillings): number[] {
  return place === undefined ? [] : [...rowOf(fillings, place)];
}

function isWord({ stem, open }: WordTest, word: Word | undefined): boolean {
  if (!word) return false;
  for (const form of word.forms) if (open ? form.startsWith(stem) : form === stem) return true;
  return false;
}
