import type { Pattern, Slot, WordTest } from '../pattern.ts';
import type { Span, Word } from './word.ts';

/** One way to fill a slot; `rest` are the words after its first. */
type Filling = { readonly slot: number; readonly rest: readonly WordTest[] };

/** Every slot of a set of patterns, each once, found by the first word of what fills it. */
export type Slots = {
  readonly closed: ReadonlyMap<string, readonly Filling[]>;
  readonly open: ReadonlyMap<string, readonly Filling[]>;
  readonly numbers: ReadonlyMap<string, number>;
};

/** Patterns cannot be open before their third letter. */
const shortestStem = 3;

/** Lists the slots of patterns, so that a text is read once for all of them. */
export function slotsOf(patterns: readonly Pattern[]): Slots {
  const numbers = new Map<string, number>();
  const closed = new Map<string, Filling[]>();
  const open = new Map<string, Filling[]>();
  for (const slot of patterns.flatMap(({ rows }) => rows.flat())) {
    if (numbers.has(slot.source)) continue;
    numbers.set(slot.source, numbers.size);
    for (const [first, ...rest] of slot.choices) {
      if (first) push(first.open ? open : closed, first.stem, { slot: numbers.size - 1, rest });
    }
  }
  return { closed, open, numbers };
}

function push(into: Map<string, Filling[]>, stem: string, filling: Filling): void {
  const there = into.get(stem);
  if (there) there.push(filling);
  else into.set(stem, [filling]);
}

/** Where each slot is filled in a text, in order. */
export type Filled = readonly (readonly Span[] | undefined)[];

/** Reads a text once. */
export function fillSlots({ closed, open }: Slots, text: readonly Word[]): Filled {
  const found: Span[][] = [];
  for (let at = 0; at < text.length; at++) {
    for (const form of text[at]?.forms ?? []) {
      take(closed.get(form), text, at, found);
      for (let end = shortestStem; end <= form.length; end++) take(open.get(form.slice(0, end)), text, at, found);
    }
  }
  return found;
}

function take(fillings: readonly Filling[] | undefined, text: readonly Word[], at: number, found: Span[][]): void {
  for (const { slot, rest } of fillings ?? []) {
    if (!rest.every((test, offset) => isWord(test, text[at + 1 + offset]))) continue;
    found[slot] ??= [];
    found[slot].push({ from: at, to: at + 1 + rest.length });
  }
}

function isWord({ stem, open }: WordTest, word: Word | undefined): boolean {
  return word?.forms.some((form) => (open ? form.startsWith(stem) : form === stem)) ?? false;
}

/** The number of a slot. */
export function numberOf({ numbers }: Slots, { source }: Slot): number {
  return numbers.get(source) ?? -1;
}
