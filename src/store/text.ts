import type { Value } from '../app/store.ts';

/** The text of a row, cut into the string properties of an Azure entity: `v0`, `v1` and so on. */
export type Columns = { readonly [name: string]: string };

/** What one string property of Azure holds: 64 KiB of UTF-16. */
const mostUnits = 32_768;

/**
 * A value as JSON. Lone surrogates and control characters come out as escapes, so the text can always be encoded as
 * UTF-8 and no database sees a NUL. U+2028 and U+2029 do too, which some (Azurite for one) take for the end of a line.
 * @throws TypeError or RangeError for what JSON cannot say: a bigint, a circle, a function.
 */
export function toText(value: Value): string {
  const text: unknown = JSON.stringify(value);
  if (typeof text !== 'string') throw new TypeError('the value is nothing in JSON');
  return text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** The value of a text that {@link toText} wrote. Throws for any other text. */
export function fromText(text: string): Value {
  return JSON.parse(text) as Value;
}

/** The text in as many properties as it needs. A row of 1 MiB fills 17 of the 252 that Azure allows. */
export function toColumns(text: string): Columns {
  return Object.fromEntries([...cut(text)].map((part, index) => [columnName(index), part]));
}

/** The text that {@link toColumns} cut. */
export function fromColumns(columns: Columns): string {
  const parts: string[] = [];
  for (let part = columns[columnName(0)]; part !== undefined; part = columns[columnName(parts.length)]) {
    parts.push(part);
  }
  return parts.join('');
}

function columnName(index: number): string {
  return `v${index}`;
}

function* cut(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    const end = start + mostUnits;
    // Half a surrogate pair has no UTF-8 and would be lost on the way.
    const whole = isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
    yield text.slice(start, whole);
    start = whole;
  }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
