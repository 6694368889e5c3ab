import { type Lists, type Pattern, parsePattern, type Slot, type WordTest } from '../pattern.ts';
import { packedRows, type Rows, rowOf, startOf } from '../rows.ts';
import { type Fills, type KeptSlots, listSlots, type Slots, slotFiller, slotsOf } from './slots.ts';
import { distance, type Span, type Word } from './word.ts';

/** Rows of one pattern may stand this many words apart. */
const widestDistance = 12;

/** Slots in a row, each as two numbers: its own, and how many other words may stand before it. */
type Row = readonly number[];

/** A pattern ready to be looked for. */
type Ready = { readonly source: string; readonly rows: readonly Row[] };

/** A text in which every slot has been looked for. */
export type Scanned = {
  readonly text: readonly Word[];
  /** Where slots of the patterns that are possible are filled, each in order. */
  readonly filled: ReadonlyMap<number, readonly Span[]>;
  /** Patterns of which every slot is filled somewhere; no other can stand in the text. */
  readonly possible: ReadonlyMap<string, Ready>;
};

/** Many patterns that read a text once between them. */
export type Matcher = {
  readonly scan: (text: readonly Word[]) => Scanned;
  /** Every word that fills a slot of some pattern. */
  readonly slots: Slots;
};

/** Patterns as plain data, so that they can be kept: each by its place among the sources they were read from. */
export type Patterns = {
  /** Rows of slots, all of one pattern behind each other, and how many of them each pattern has. */
  readonly rows: Rows;
  readonly rowsEnd: Int32Array;
  /** By the number of a slot: the patterns of which it is the rarest slot. */
  readonly bySlot: Rows;
  readonly slots: KeptSlots;
};

/** Reads patterns, none twice. Those that cannot be read stand nowhere; `policy check` names them. */
export function patternsOf(sources: readonly string[], lists: Lists): Patterns {
  const patterns = sources.map((source) => read(source, lists));
  const { slots, numberOf } = listSlots(patterns);
  const bySlot: number[][] = [];
  for (const slot of patterns.flatMap(({ rows }) => rows.flat())) bySlot[numberOf(slot)] = [];
  for (const [place, { rows }] of patterns.entries()) {
    const rarest = rarestOf(rows.flat());
    if (rarest) bySlot[numberOf(rarest)]?.push(place);
  }
  let end = 0;
  return {
    rows: packedRows(patterns.flatMap(({ rows }) => rows.map((row) => row.flatMap((one) => [numberOf(one), one.gap])))),
    rowsEnd: Int32Array.from(patterns, ({ rows }) => (end += rows.length)),
    bySlot: packedRows(bySlot),
    slots,
  };
}

/** The slot that the fewest texts fill, as far as its words tell: the shorter a word, the commoner it is. */
function rarestOf(slots: readonly Slot[]): Slot | undefined {
  const common = slots.map(({ choices }) => choices.reduce((sum, words) => sum + Math.exp(-lettersOf(words)), 0));
  return slots[common.indexOf(Math.min(...common))];
}

function lettersOf(words: readonly WordTest[]): number {
  return words.reduce((sum, { stem }) => sum + stem.length, 0);
}

/** Looks for patterns that were read from these sources. */
export function matcherOf(patterns: Patterns, sources: readonly string[]): Matcher {
  const slots = slotsOf(patterns.slots);
  const fill = slotFiller(slots);
  const made: Ready[] = [];
  const placesIn = possibleAmong(patterns);
  const spansIn = spansBySlot(patterns);
  const readyAt = (place: number): Ready => (made[place] ??= makeReady(sources[place] as string, patterns, place));
  return {
    scan: (text) => {
      const fills = fill(text);
      const possible = placesIn(fills).map(readyAt);
      return {
        text,
        filled: spansIn(fills, possible),
        possible: new Map(possible.map((one) => [one.source, one])),
      };
    },
    slots,
  };
}

function makeReady(source: string, { rows, rowsEnd }: Patterns, place: number): Ready {
  const from = place === 0 ? 0 : (rowsEnd[place - 1] as number);
  const mine = Array.from({ length: (rowsEnd[place] as number) - from }, (_, row) => [...rowOf(rows, from + row)]);
  return { source, rows: mine };
}

/** Finds the places of patterns of which every slot is filled: hundreds in each text, among thousands to be ruled out. */
function possibleAmong({ rows, rowsEnd, bySlot }: Patterns): (fills: readonly Fills[]) => readonly number[] {
  const isFilled = new Uint8Array(bySlot.ends.length);
  const starts = Int32Array.from(rowsEnd, (_, place) =>
    startOf(rows, place === 0 ? 0 : (rowsEnd[place - 1] as number)),
  );
  const ends = rowsEnd.map((end) => startOf(rows, end));
  const isPossible = (place: number) => {
    for (let at = starts[place] as number; at < (ends[place] as number); at += 2) {
      if (isFilled[rows.all[at] as number] === 0) return false;
    }
    return true;
  };
  return (fills) => {
    const found: number[] = [];
    const once: number[] = [];
    const note = (slot: number) => {
      if (isFilled[slot] === 0) once.push(slot);
      isFilled[slot] = 1;
    };
    for (const { alone, longer } of fills) {
      for (const slot of alone) note(slot);
      for (const { slot } of longer) note(slot);
    }
    for (const slot of once) {
      for (let at = startOf(bySlot, slot); at < (bySlot.ends[slot] as number); at++) {
        const place = bySlot.all[at] as number;
        if (isPossible(place)) found.push(place);
      }
    }
    for (const slot of once) isFilled[slot] = 0;
    return found;
  };
}

/** Puts what fills the slots of some patterns in order. Of the slots that a text fills, few are of a possible pattern. */
function spansBySlot({ bySlot }: Patterns): (fills: readonly Fills[], patterns: readonly Ready[]) => Scanned['filled'] {
  const isWanted = new Uint8Array(bySlot.ends.length);
  return (fills, patterns) => {
    const filled = new Map<number, Span[]>();
    for (const { rows } of patterns)
      for (const row of rows) for (let at = 0; at < row.length; at += 2) filled.set(row[at] as number, []);
    for (const slot of filled.keys()) isWanted[slot] = 1;
    for (const [from, { alone, longer }] of fills.entries()) {
      for (const slot of alone) if (isWanted[slot] === 1) filled.get(slot)?.push({ from, to: from + 1 });
      for (const { slot, to } of longer) if (isWanted[slot] === 1) filled.get(slot)?.push({ from, to });
    }
    for (const slot of filled.keys()) isWanted[slot] = 0;
    return filled;
  };
}

function read(source: string, lists: Lists): Pattern {
  const result = parsePattern(source, lists);
  return result.kind === 'pattern' ? result.pattern : { source, rows: [] };
}

/** Thousands of patterns are asked for in every text, of which dozens stand there. */
const nowhere: readonly Span[] = [];

function isNever(): boolean {
  return false;
}

/** Where a pattern stands in a text; empty when it does not. Spans for which `hidden` holds are not seen. */
export function spansOf(source: string, scanned: Scanned, hidden: (span: Span) => boolean = isNever): readonly Span[] {
  const ready = scanned.possible.get(source);
  if (!ready) return nowhere;
  const [first = [], ...others] = ready.rows;
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
