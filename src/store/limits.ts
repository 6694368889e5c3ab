/**
 * The limits of Azure Table Storage, checked in our own code before anything is sent: so every driver keeps the same
 * ones, and a school that moves from one to the other takes all its rows along.
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */
import { mostWrites, type Range, StoreLimit, type Write } from '../app/store.ts';
import { type Columns, toColumns, toText } from './text.ts';

/** A write whose value is JSON text, and which breaks no limit. */
export type TextWrite =
  | { readonly kind: 'insert' | 'put'; readonly key: string; readonly text: string }
  | { readonly kind: 'replace'; readonly key: string; readonly text: string; readonly etag: string }
  | { readonly kind: 'delete'; readonly key: string; readonly etag?: string };

const longestName = 512;
const mostRows = 1_000;
const mostEntityBytes = 1_048_576;
const mostTransactionBytes = 4_194_304;

/** Throws {@link StoreLimit} unless a row can have this address. */
export function checkAddress(partition: string, key: string): void {
  checkName('partition', partition);
  checkName('key', key);
}

/** Throws {@link StoreLimit} unless the range can be read. Its ends need not be keys: `case;` ends what begins `case:`. */
export function checkRange(partition: string, range: Range): void {
  checkName('partition', partition);
  for (const bound of [range.from, range.to, range.after ?? '']) checkAscii('bound', bound);
  if (!Number.isInteger(range.limit) || range.limit < 1 || range.limit > mostRows) {
    throw new StoreLimit(`A range reads 1 to ${mostRows} rows at a time, not ${range.limit}.`);
  }
}

/** The writes with their values as text. Throws {@link StoreLimit} unless they can be one transaction. */
export function checkedWrites(partition: string, writes: readonly Write[]): readonly TextWrite[] {
  checkName('partition', partition);
  if (writes.length < 1 || writes.length > mostWrites) {
    throw new StoreLimit(`A transaction holds 1 to ${mostWrites} writes, not ${writes.length}.`);
  }
  const checked = writes.map((write) => checkedWrite(partition, write));
  checkOnce(checked);
  checkTransactionBytes(partition, checked);
  return checked;
}

function checkName(what: string, name: string): void {
  checkAscii(what, name);
  if (name === '') throw new StoreLimit(`A ${what} cannot be empty.`);
  if (/[/\\#?]/.test(name)) throw new StoreLimit(`The ${what} ${shown(name)} holds one of / \\ # ?, which none may.`);
}

/** Azure allows more than ASCII, but only in ASCII is its order surely that of SQLite. */
function checkAscii(what: string, name: string): void {
  if (name.length > longestName) {
    throw new StoreLimit(`The ${what} ${shown(name)} has ${name.length} characters; the limit is ${longestName}.`);
  }
  if (/[^ -~]/.test(name)) throw new StoreLimit(`The ${what} ${shown(name)} is not all printable ASCII.`);
}

function checkedWrite(partition: string, write: Write): TextWrite {
  checkName('key', write.key);
  if (write.kind === 'delete') return write;
  const { value, ...rest } = write;
  const text = checkedText(write.key, value);
  const bytes = entityBytes(partition, write.key, toColumns(text));
  if (bytes > mostEntityBytes) {
    throw new StoreLimit(`The row ${shown(write.key)} takes ${bytes} bytes; the limit is ${mostEntityBytes}.`);
  }
  return { ...rest, text };
}

function checkedText(key: string, value: Parameters<typeof toText>[0]): string {
  try {
    return toText(value);
  } catch (cause) {
    throw new StoreLimit(`The row ${shown(key)} holds what JSON cannot say.`, { cause });
  }
}

function checkOnce(writes: readonly TextWrite[]): void {
  const seen = new Set<string>();
  for (const { key } of writes) {
    if (seen.has(key)) throw new StoreLimit(`The key ${shown(key)} stands more than once in a transaction.`);
    seen.add(key);
  }
}

function checkTransactionBytes(partition: string, writes: readonly TextWrite[]): void {
  let bytes = 0;
  for (const write of writes) {
    bytes += bytesSent(partition, write);
    if (bytes <= mostTransactionBytes) continue;
    throw new StoreLimit(`The transaction passes its limit of ${mostTransactionBytes} bytes at ${shown(write.key)}.`);
  }
}

/**
 * Azure's own count: 4 bytes, the keys, and 8 bytes, the name and a string of 4 bytes and its text for each property;
 * a character takes 2 bytes.
 * https://learn.microsoft.com/archive/blogs/avkashchauhan/how-the-size-of-an-entity-is-caclulated-in-windows-azure-table-storage
 */
function entityBytes(partition: string, key: string, columns: Columns): number {
  const properties = Object.entries(columns).map(([name, part]) => 8 + 2 * name.length + 4 + 2 * part.length);
  return 4 + 2 * (partition.length + key.length) + properties.reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * At least what the write takes in the body of a batch: the text as a JSON string in UTF-8, 1,024 bytes of headers and
 * property names, and the keys once in the address (up to 3 bytes a character) and once in the entity (up to 2).
 */
function bytesSent(partition: string, write: TextWrite): number {
  const text = 'text' in write ? Buffer.byteLength(JSON.stringify(write.text)) : 0;
  return 1_024 + 5 * (partition.length + write.key.length) + text;
}

function shown(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}...` : name);
}
