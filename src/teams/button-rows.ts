/** Characters of labels that fit side by side on a phone, counting each button's edges as four. */
const rowLength = 38;
/** Teams shows no more than this many buttons of one set. */
const mostInRow = 6;

/** Buttons in rows that no client has to squeeze: several do not wrap a row but cut the labels. */
export function inRows<T>(buttons: readonly T[], label: (button: T) => string): readonly (readonly T[])[] {
  const rows: T[][] = [];
  let room = 0;
  for (const button of buttons) {
    const length = label(button).length + 4;
    const row = rows.at(-1);
    if (row && length <= room && row.length < mostInRow) row.push(button);
    else {
      rows.push([button]);
      room = rowLength;
    }
    room -= length;
  }
  return rows;
}
