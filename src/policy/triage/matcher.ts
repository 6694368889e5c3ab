import { type Lists, type Pattern, parsePattern } from '../pattern.ts';
import { type Filled, type KeptSlots, listSlots, type Slots, slotFiller, slotsOf } from './slots.ts';
import { distance, type Span, type Word } from './word.ts';

/** Rows of one pattern may stand this many words apart. */
const widestDistance = 12;

/** Slots in a row, each as two numbers: its own, and how many other words may stand before it. */
type Row = readonly number[];

/** A pattern ready to be looked for. */
export type Ready = { readonly source: string; readonly rows: readonly Row[] };

/** A text in which every slot has been looked for. */
export type Scanned = {
  readonly text: readonly Word[];
  readonly filled: Filled;
  /** Patterns whose rows all begin somewhere; no other can stand in the text. */
  readonly begun: ReadonlyMap<string, Ready>;
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
  const rowsOf = ({ rows }: Pattern) => rows.map((row) => row.flatMap((slot) => [numberOf(slot), slot.gap]));
  return { patterns: patterns.map((pattern) => ({ source: pattern.source, rows: rowsOf(pattern) })), slots };
}

/** Looks for patterns. */
export function matcherOf({ patterns, slots: kept }: Patterns): Matcher {
  const ready = new Map(patterns.map((one) => [one.source, one]));
  const starting = byFirstSlot(patterns);
  const slots = slotsOf(kept);
  const fill = slotFiller(slots);
  return {
    ready: (source) => ready.get(source),
    scan: (text) => {
      const filled = fill(text);
      return { text, filled, begun: begunIn(filled, starting) };
    },
    slots,
  };
}

/** Patterns by the slot that their first row begins with. */
function byFirstSlot(all: Iterable<Ready>): readonly (readonly Ready[])[] {
  const starting: Ready[][] = [];
  for (const one of all) {
    const slot = one.rows[0]?.[0] ?? 0;
    starting[slot] ??= [];
    starting[slot].push(one);
  }
  return starting;
}

function begunIn(filled: Filled, starting: readonly (readonly Ready[])[]): Scanned['begun'] {
  const begun = new Map<string, Ready>();
  for (const slot of filled.keys()) {
    for (const one of starting[slot] ?? []) if (begins(one.rows, filled)) begun.set(one.source, one);
  }
  return begun;
}

function begins(rows: readonly Row[], filled: Filled): boolean {
  return rows.every(([slot = -1]) => filled.has(slot));
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
  if (!begins(rows, scanned.filled)) return [];
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
