/** A word of a report with every way it may have been meant: as typed, and as mended. */
export type Word = {
  readonly forms: readonly string[];
  /** Which sentence it stands in, from 0. */
  readonly sentence: number;
};

/** Words from the first to the one after the last. */
export type Span = { readonly from: number; readonly to: number };

/** How many words lie between two spans; 0 where they touch or overlap. */
export function distance(a: Span, b: Span): number {
  return Math.max(a.from - b.to, b.from - a.to, 0);
}
