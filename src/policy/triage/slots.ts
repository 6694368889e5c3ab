import type { Pattern, Slot, WordTest } from '../pattern.ts';
import type { Span, Word } from './word.ts';

/** A way to fill a slot with more than one word; `rest` are the words after its first. */
type Longer = { readonly slot: number; readonly rest: readonly WordTest[] };

/**
 * Every slot of a set of patterns, each once, found by the first word of what fills it: the number of the slot where
 * that word is all, else the place in `longer`, counted down from -1. Most are one word, and tens of thousands of
 * objects would take long to make.
 */
export type Slots = {
  readonly closed: ReadonlyMap<string, readonly number[]>;
  readonly open: ReadonlyMap<string, readonly number[]>;
  readonly longer: readonly Longer[];
  readonly numbers: ReadonlyMap<string, number>;
};

/** Patterns cannot be open before their third letter. */
const shortestStem = 3;

/** Lists the slots of patterns, so that a text is read once for all of them. */
export function slotsOf(patterns: readonly Pattern[]): Slots {
  const numbers = new Map<string, number>();
  const closed = new Map<string, number[]>();
  const open = new Map<string, number[]>();
  const longer: Longer[] = [];
  for (const { source, choices } of patterns.flatMap(({ rows }) => rows.flat())) {
    if (numbers.has(source)) continue;
    const slot = numbers.size;
    numbers.set(source, slot);
    for (const [first, ...rest] of choices) {
      if (first) push(first.open ? open : closed, first.stem, rest.length > 0 ? -longer.push({ slot, rest }) : slot);
    }
  }
  return { closed, open, longer, numbers };
}

function push(into: Map<string, number[]>, stem: string, filling: number): void {
  const there = into.get(stem);
  if (there) there.push(filling);
  else into.set(stem, [filling]);
}

/** Where each slot is filled in a text, in order. */
export type Filled = readonly (readonly Span[] | undefined)[];

/** Reads a text once. */
export function fillSlots({ closed, open, longer, numbers }: Slots, text: readonly Word[]): Filled {
  const found = new Array<Span[] | undefined>(numbers.size).fill(undefined);
  const take = (fillings: readonly number[] | undefined, at: number) => {
    for (const filling of fillings ?? []) {
      const more = filling < 0 ? longer[-filling - 1] : undefined;
      if (more && !more.rest.every((test, offset) => isWord(test, text[at + 1 + offset]))) continue;
      const slot = more?.slot ?? filling;
      const span = { from: at, to: at + 1 + (more?.rest.length ?? 0) };
      const there = found[slot];
      if (there) there.push(span);
      else found[slot] = [span];
    }
  };
  for (let at = 0; at < text.length; at++) {
    for (const form of text[at]?.forms ?? []) {
      take(closed.get(form), at);
      for (let end = shortestStem; end <= form.length; end++) take(open.get(form.slice(0, end)), at);
    }
  }
  return found;
}

function isWord({ stem, open }: WordTest, word: Word | undefined): boolean {
  return word?.forms.some((form) => (open ? form.startsWith(stem) : form === stem)) ?? false;
}

/** The number of a slot. */
export function numberOf({ numbers }: Slots, { source }: Slot): number {
  return numbers.get(source) ?? -1;
}
