import type { Pattern, Slot, WordTest } from '../pattern.ts';
import { remembered } from '../remembered.ts';
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
};

/** The same as JSON has it. */
export type KeptSlots = {
  readonly closed: readonly (readonly [string, readonly number[]])[];
  readonly open: readonly (readonly [string, readonly number[]])[];
  readonly longer: readonly Longer[];
};

/** Patterns cannot be open before their third letter. */
const shortestStem = 3;

/** Lists the slots of patterns, so that a text is read once for all of them; `numberOf`: the number of each. */
export function listSlots(patterns: readonly Pattern[]): { slots: KeptSlots; numberOf: (slot: Slot) => number } {
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
  const slots = { closed: [...closed], open: [...open], longer };
  return { slots, numberOf: ({ source }) => numbers.get(source) ?? -1 };
}

/** Puts listed slots where they are found by their word. */
export function slotsOf({ closed, open, longer }: KeptSlots): Slots {
  return { closed: new Map(closed), open: new Map(open), longer };
}

function push(into: Map<string, number[]>, stem: string, filling: number): void {
  const there = into.get(stem);
  if (there) there.push(filling);
  else into.set(stem, [filling]);
}

/** Where each slot is filled in a text, in order. */
export type Filled = ReadonlyMap<number, readonly Span[]>;

/** Reads texts, each once. */
export function slotFiller(slots: Slots): (text: readonly Word[]) => Filled {
  const fillingsOf = remembered((form) => fillingsIn(slots, form));
  const { longer } = slots;
  return (text) => {
    const found = new Map<number, Span[]>();
    const note = (slot: number, span: Span) => {
      const there = found.get(slot);
      if (there) there.push(span);
      else found.set(slot, [span]);
    };
    for (let at = 0; at < text.length; at++) {
      const alone = { from: at, to: at + 1 };
      for (const form of text[at]?.forms ?? []) {
        for (const filling of fillingsOf(form)) {
          const more = filling < 0 ? longer[-filling - 1] : undefined;
          if (!more) note(filling, alone);
          else if (follow(more.rest, text, at + 1)) note(more.slot, { from: at, to: at + 1 + more.rest.length });
        }
      }
    }
    return found;
  };
}

/** Whether words stand in a text from a place on. */
function follow(rest: readonly WordTest[], text: readonly Word[], from: number): boolean {
  for (let at = 0; at < rest.length; at++) if (!isWord(rest[at] as WordTest, text[from + at])) return false;
  return true;
}

/** All that a word fills or begins to fill: what is the word, then what it begins with. */
function fillingsIn({ closed, open }: Slots, form: string): readonly number[] {
  const fillings = [...(closed.get(form) ?? [])];
  for (let end = shortestStem; end <= form.length; end++) fillings.push(...(open.get(form.slice(0, end)) ?? []));
  return fillings;
}

function isWord({ stem, open }: WordTest, word: Word | undefined): boolean {
  return word?.forms.some((form) => (open ? form.startsWith(stem) : form === stem)) ?? false;
}
