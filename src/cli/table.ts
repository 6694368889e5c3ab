/** Rows of texts as lines with aligned columns, indented by two. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`;
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

/** Somebody's own words on one line, with nothing in them that a terminal would obey. */
export function onOneLine(told: string): string {
  return told
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
