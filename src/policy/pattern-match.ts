import type { Pattern, Slot, WordTest } from './pattern.ts';
import type { Token } from './text.ts';

/** Words of a text, from the first to the one after the last. */
export type Span = { readonly from: number; readonly to: number };

/** Rows of one pattern may stand this many words apart. */
const widestDistance = 12;

/**
 * Where a pattern is found in a text; empty when it is not. Compares whole words: mending of spelling and reading of
 * negations is for whoever calls. Words in `hidden` are not seen.
 */
export function findPattern(
  pattern: Pattern,
  text: readonly Token[],
  hidden: ReadonlySet<number> = new Set(),
): readonly Span[] {
  const [first = [], ...others] = pattern.rows.map((row) => findRow(row, text, hidden));
  return first.filter((span) =>
    others.every((spans) => spans.some((other) => distance(span, other) <= widestDistance)),
  );
}

function distance(a: Span, b: Span): number {
  return Math.max(a.from - b.to, b.from - a.to, 0);
}

function findRow(row: readonly Slot[], text: readonly Token[], hidden: ReadonlySet<number>): readonly Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < text.length; from++) {
    const to = endOf(row, 0, text, from, hidden);
    if (to !== undefined) spans.push({ from, to });
  }
  return spans;
}

/** Where the slots from `index` on end when they begin at `at`; undefined when they do not fit. */
function endOf(
  row: readonly Slot[],
  index: number,
  text: readonly Token[],
  at: number,
  hidden: ReadonlySet<number>,
): number | undefined {
  const slot = row[index];
  if (!slot) return at;
  for (let start = at; start <= at + slot.gap; start++) {
    if (index > 0 && text[start]?.sentence !== text[at - 1]?.sentence) return undefined;
    for (const choice of slot.choices) {
      if (!fits(choice, text, start, hidden)) continue;
      const end = endOf(row, index + 1, text, start + choice.length, hidden);
      if (end !== undefined) return end;
    }
  }
  return undefined;
}

function fits(choice: readonly WordTest[], text: readonly Token[], at: number, hidden: ReadonlySet<number>): boolean {
  return choice.every((test, offset) => !hidden.has(at + offset) && isWord(test, text[at + offset]));
}

function isWord({ stem, open }: WordTest, token: Token | undefined): boolean {
  if (!token) return false;
  return open ? token.word.startsWith(stem) : token.word === stem;
}
