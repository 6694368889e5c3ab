/** One line of somebody's words. `spacing` is the Adaptive Card gap above it: a blank line becomes a wider gap. */
export type Paragraph = { readonly told: string; readonly spacing: 'None' | 'Small' | 'Medium' };

/** Shown where nothing was written: a sign, so that it needs no wording. */
const nothing = '–';

/**
 * Somebody's words line by line. Clients differ in what they make of a line break inside a TextRun, so each line
 * becomes a block of its own; the words themselves stay as they are.
 */
export function paragraphs(told: string, first: Paragraph['spacing'] = 'None'): readonly Paragraph[] {
  const lines = told.split(/\r\n|[\n\r\u2028\u2029]/);
  const shown = lines.flatMap((line, at) => (isBlank(line) ? [] : [{ told: line, spacing: gapAbove(lines, at) }]));
  if (shown.length === 0) return [{ told: nothing, spacing: first }];
  return shown.map((line, at) => (at === 0 ? { ...line, spacing: first } : line));
}

function gapAbove(lines: readonly string[], at: number): Paragraph['spacing'] {
  return isBlank(lines[at - 1] ?? '') ? 'Medium' : 'None';
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
