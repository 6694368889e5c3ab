import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Row, type Store, StoreLimit, type Value } from '../store.ts';
import { decrypt, encrypt } from './cipher.ts';
import { dataKey, newestKey, type SchoolKeys } from './key-ring.ts';
import { keyRows } from './key-rows.ts';

/** A row's whole value, hidden: which key opens it, and everything else in base64. */
export type SealedValue = { readonly k: string; readonly s: string };

/** Whether a value is a sealed one, and not one that was written before there were keys. */
export function isSealed(value: Value): value is SealedValue {
  const { k, s } = value;
  return typeof k === 'string' && typeof s === 'string' && Object.keys(value).length === 2;
}

/** Hides a value and the key it is known by. It opens in its own row alone. */
export function sealRow(keys: SchoolKeys, school: string, key: string, at: string, value: Value): SealedValue {
  const text = Buffer.from(toText(key, value));
  const { id, key: secret } = newestKey(keys);
  return { k: id, s: encrypt(secret, deflateRawSync(text), place(school, at)).toString('base64') };
}

/** The value of a row and the key it is known by. Throws where the row was changed or moved, or its key is gone. */
export function openRow(
  keys: SchoolKeys,
  school: string,
  at: string,
  { k, s }: SealedValue,
): { readonly key: string; readonly value: Value } {
  const packed = decrypt(dataKey(keys, k), Buffer.from(s, 'base64'), place(school, at));
  const [key, value] = JSON.parse(inflateRawSync(packed).toString()) as [string, Value];
  return { key, value };
}

function place(school: string, at: string): readonly string[] {
  return ['row', school, at];
}

function toText(key: string, value: Value): string {
  try {
    if (JSON.stringify(value) !== undefined) return JSON.stringify([key, value]);
  } catch (cause) {
    throw unsayable(key, cause);
  }
  throw unsayable(key, undefined);
}

function unsayable(key: string, cause: unknown): StoreLimit {
  return new StoreLimit(`The row ${JSON.stringify(key.slice(0, 80))} holds what JSON cannot say.`, { cause });
}

/** What the store holds of a school besides keys: nothing, rows of a time before there were keys, or sealed ones. */
export async function firstRows(store: Store, school: string): Promise<'none' | 'plain' | 'sealed'> {
  let found: 'none' | 'plain' = 'none';
  for await (const { value } of rowsBut(store, school)) {
    if (isSealed(value)) return 'sealed';
    found = 'plain';
  }
  return found;
}

/** Every row of a school but its keys. */
async function* rowsBut(store: Store, school: string): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const page = await store.list(school, { from: '', to: '~~', limit: 500, ...(after && { after }) });
    yield* page.rows.filter(({ key }) => !key.startsWith(keyRows.from));
    after = page.next;
  } while (after);
}
