import { type Lists, type Pattern, parsePattern } from '../pattern.ts';
import { type Filled, type KeptSlots, listSlots, type Slots, slotFiller, slotsOf } from './slots.ts';
import { distance, type Span, type Word } from './word.ts';

/** Rows of one pattern may stand this many words apart. */
const widestDistance = 12;

/** Slots in a row, each as two numbers: its own, and how many other words may stand before it. */
type Row = readonly number[];

/** A pattern ready to be looked for. */
export type Ready = {
  readonly source: string;
  readonly rows: readonly Row[];
  /** That of its slots which the fewest patterns have: few texts fill it. */
  readonly rarest: number;
};

/** A text in which every slot has been looked for. */
export type Scanned = {
  readonly text: readonly Word[];
  readonly filled: Filled;
  /** Patterns of which every slot is filled somewhere; no other can stand in the text. */
  readonly possible: ReadonlyMap<string, Ready>;
};

/** Many patterns that read a text once between them. */
export type Matcher = {
  /** A pattern of the set; undefined for one that could not be read. */
  readonly ready: (source: string) => Ready | undefined;
  readonly scan: (text: readonly Word[]) => Scanned;
  /** Every word that fills a slot of some pattern. */
  readonly slots: Slots;
};

/** Patterns as JSON has them: their rows, and all that fills the slots. */
export type Patterns = { readonly patterns: readonly Ready[]; readonly slots: KeptSlots };

/** Reads patterns. Those that cannot be read are left out; `policy check` names them. */
export function patternsOf(sources: Iterable<string>, lists: Lists): Patterns {
  const patterns = [...new Set(sources)].flatMap((source) => read(source, lists));
  const { slots, numberOf } = listSlots(patterns);
  const users: number[] = [];
  for (const slot of patterns.flatMap(({ rows }) => rows.flat().map(numberOf))) users[slot] = (users[slot] ?? 0) + 1;
  const rowsOf = ({ rows }: Pattern) => rows.map((row) => row.flatMap((slot) => [numberOf(slot), slot.gap]));
  const rarestOf = ({ rows }: Pattern) =>
    rows
      .flat()
      .map(numberOf)
      .toSorted((a, b) => (users[a] ?? 0) - (users[b] ?? 0))[0] ?? 0;
  const readied = (one: Pattern) => ({ source: one.source, rows: rowsOf(one), rarest: rarestOf(one) });
  return { patterns: patterns.map(readied), slots };
}

/** Looks for patterns. */
export function matcherOf({ patterns, slots: kept }: Patterns): Matcher {
  const ready = new Map(patterns.map((one) => [one.source, one]));
  const bySlot = byRarestSlot(patterns);
  const slots = slotsOf(kept);
  const fill = slotFiller(slots);
  return {
    ready: (source) => ready.get(source),
    scan: (text) => {
      const filled = fill(text);
      return { text, filled, possible: possibleIn(filled, bySlot) };
    },
    slots,
  };
}

function byRarestSlot(all: readonly Ready[]): readonly (readonly Ready[])[] {
  const by: Ready[][] = [];
  for (const one of all) {
    by[one.rarest] ??= [];
    by[one.rarest]?.push(one);
  }
  return by;
}

function possibleIn(filled: Filled, bySlot: readonly (readonly Ready[])[]): Scanned['possible'] {
  const possible = new Map<string, Ready>();
  for (const slot of filled.keys()) {
    for (const one of bySlot[slot] ?? []) if (isPossible(one, filled)) possible.set(one.source, one);
  }
  return possible;
}

function isPossible({ rows }: Ready, filled: Filled): boolean {
  return rows.every((row) => {
    for (let at = 0; at < row.length; at += 2) if (!filled.has(row[at] as number)) return false;
    return true;
  });
}

function read(source: string, lists: Lists): readonly Pattern[] {
  const result = parsePattern(source, lists);
  return result.kind === 'pattern' ? [result.pattern] : [];
}

/** Where a pattern stands in a text; empty when it does not. Spans for which `hidden` holds are not seen. */
export function spansOf(
  { rows }: Ready,
  scanned: Scanned,
  hidden: (span: Span) => boolean = () => false,
): readonly Span[] {
  const [first = [], ...others] = rows;
  const spans = rowSpans(first, scanned, hidden);
  if (others.length === 0 || spans.length === 0) return spans;
  const rest = others.map((row) => rowSpans(row, scanned, hidden));
  return spans.filter((span) => rest.every((found) => found.some((one) => distance(span, one) <= widestDistance)));
}

function rowSpans(row: Row, scanned: Scanned, hidden: (span: Span) => boolean): readonly Span[] {
  const [first = -1] = row;
  const starts = scanned.filled.get(first) ?? [];
  return starts.flatMap((start) => {
    if (hidden(start)) return [];
    const to = endOf(row, 2, start.to, scanned, hidden);
    return to === undefined ? [] : [{ from: start.from, to }];
  });
}

/** Where the slots from `index` on end when the one before ended at `at`; undefined when they do not fit. */
function endOf(
  row: Row,
  index: number,
  at: number,
  scanned: Scanned,
  hidden: (span: Span) => boolean,
): number | undefined {
  const [slot, gap = 0] = [row[index], row[index + 1]];
  if (slot === undefined) return at;
  const sentence = scanned.text[at - 1]?.sentence;
  for (const next of scanned.filled.get(slot) ?? []) {
    if (next.from < at || next.from > at + gap || hidden(next)) continue;
    if (scanned.text[next.from]?.sentence !== sentence) continue;
    const end = endOf(row, index + 2, next.to, scanned, hidden);
    if (end !== undefined) return end;
  }
  return undefined;
}
