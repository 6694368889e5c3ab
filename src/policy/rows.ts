/** Rows of numbers, one behind the other: tens of thousands of small arrays would cost more than what is in them. */
export type Rows = { readonly all: Int32Array; readonly ends: Int32Array };

/** Rows that are still being written. */
export type Growing = { readonly all: number[]; readonly ends: number[] };

/** No row yet. */
export function growing(): Growing {
  return { all: [], ends: [] };
}

/** Ends the row that is being written. */
export function endRow({ all, ends }: Growing): void {
  ends.push(all.length);
}

/** Rows to which nothing comes any more. */
export function packed({ all, ends }: Growing): Rows {
  return { all: Int32Array.from(all), ends: Int32Array.from(ends) };
}

/** The same of rows that are all there. */
export function packedRows(rows: readonly (readonly number[])[]): Rows {
  const to = growing();
  for (const row of rows) {
    for (const one of row) to.all.push(one);
    endRow(to);
  }
  return packed(to);
}

/** Where a row begins among all numbers. */
export function startOf({ ends }: Rows, row: number): number {
  return row === 0 ? 0 : (ends[row - 1] as number);
}

/** One row. */
export function rowOf(rows: Rows, row: number): Int32Array {
  return rows.all.subarray(startOf(rows, row), rows.ends[row]);
}
