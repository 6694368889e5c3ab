import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { under } from '../rows.ts';
import type { Row, Store, Write } from '../store.ts';
import type { Wrapped, Wrapper } from './wrapper.ts';

/** A key as the store holds it, wrapped. `index` is for keyed hashes, the numbered ones are for data. */
export type KeyRow = Wrapped & {
  readonly id: string;
  readonly school: string;
  /** Of the index key: the id of the newest data key. */
  readonly newest?: string;
  /** Of the index key: there may still be rows that were written before there were keys. */
  readonly plain?: boolean;
};

/** A row of a key as it was read. */
export type ReadKey = { readonly key: KeyRow; readonly etag: string };

/** A school's keys cannot be used. The message is for whoever starts Lantern: what is wrong and what mends it. */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused';
}

const keyBytes = 32;

/** The id of the index key. */
export const indexId = 'index';

/** The id of a school's first data key. */
export const firstId = numbered(1);

/** The id of the data key that comes after this one. */
export function idAfter(id: string): string {
  return numbered(Number(id) + 1);
}

function numbered(n: number): string {
  return String(n).padStart(8, '0');
}

/** The range of the rows of keys, which alone are never sealed. */
export const keyRows = under('keys');

/** Where the row of a key stands. */
function keyRowAt(id: string): string {
  return `keys:${id}`;
}

/** Every key of a school, by its id. */
export async function readKeys(store: Store, school: string): Promise<ReadonlyMap<string, ReadKey>> {
  const found = new Map<string, ReadKey>();
  let after: string | undefined;
  do {
    const page = await store.list(school, { ...keyRows, limit: 1_000, ...(after && { after }) });
    for (const row of page.rows) found.set(idOf(row), { key: row.value as KeyRow, etag: row.etag });
    after = page.next;
  } while (after);
  return found;
}

function idOf({ key }: Row): string {
  return key.slice(keyRows.from.length);
}

/** A new key with its row. */
export async function makeKey(
  wrapper: Wrapper,
  content: Omit<KeyRow, keyof Wrapped>,
): Promise<{ readonly key: KeyObject; readonly row: KeyRow }> {
  const key = createSecretKey(randomBytes(keyBytes));
  return { key, row: await wrapKey(wrapper, content, key) };
}

/** The row of a key. What else the row says is wrapped with the key, so that nobody can change it unnoticed. */
async function wrapKey(wrapper: Wrapper, content: Omit<KeyRow, keyof Wrapped>, key: KeyObject): Promise<KeyRow> {
  const wrapped = await wrapper.wrap(Buffer.concat([key.export(), digest(content)])).catch((cause: unknown) => {
    throw new KeysRefused(
      `${wrapper.setting}: cannot wrap the key ${content.id} of ${content.school}: ${reason(cause)}`,
    );
  });
  return { ...content, ...wrapped };
}

/** The same key with something changed on its row, wrapped with the wrapper it has, or with another. */
export async function rewrapped(
  wrappers: readonly Wrapper[],
  { by, wrapped, ...content }: KeyRow,
  change: Partial<Pick<KeyRow, 'newest' | 'plain'>>,
  wrapper?: Wrapper,
): Promise<KeyRow> {
  const key = await unwrapKey(wrappers, content.school, content.id, { by, wrapped, ...content });
  const own = wrapper ?? wrappers.find((one) => one.owns(by));
  if (!own) throw new Error('unwrapped by nobody');
  return wrapKey(own, { ...content, ...change }, key);
}

/** The write of a new key. */
export function insertKey(row: KeyRow): Write {
  return { kind: 'insert', key: keyRowAt(row.id), value: row };
}

/** The write of a key that changed. */
export function replaceKey(row: KeyRow, etag: string): Write {
  return { kind: 'replace', key: keyRowAt(row.id), value: row, etag };
}

/** The key of a row. Rejects with {@link KeysRefused} where no wrapper opens it, or the row was changed or moved. */
export async function unwrapKey(
  wrappers: readonly Wrapper[],
  school: string,
  id: string,
  { by, wrapped, ...content }: KeyRow,
): Promise<KeyObject> {
  const settings = wrappers.map(({ setting }) => setting).join(', ');
  const wrapper = wrappers.find((one) => one.owns(by));
  if (!wrapper) {
    throw new KeysRefused(
      `${settings}: is not the key that the records of ${school} are sealed with (that was ${by}); set that one again`,
    );
  }
  const plain = await wrapper.unwrap({ by, wrapped }).catch((cause: unknown) => {
    throw new KeysRefused(`${wrapper.setting}: does not open the key ${id} of ${school}: ${reason(cause)}`);
  });
  const key = plain.subarray(0, keyBytes);
  if (content.school !== school || content.id !== id || !digest(content).equals(plain.subarray(keyBytes))) {
    throw new KeysRefused(
      `${wrapper.setting}: opens the key ${id} of ${school}, but its row was changed; restore the store from a copy`,
    );
  }
  return createSecretKey(key);
}

function digest({ school, id, newest = '', plain = false }: Omit<KeyRow, keyof Wrapped>): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([school, id, newest, plain]))
    .digest();
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
