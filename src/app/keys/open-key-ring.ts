import type { KeyObject } from 'node:crypto';
import type { Store } from '../store.ts';
import type { KeyRing, SchoolKeys } from './key-ring.ts';
import {
  firstId,
  idAfter,
  indexId,
  insertKey,
  type KeyRow,
  KeysRefused,
  makeKey,
  type ReadKey,
  readKeys,
  unwrapKey,
} from './key-rows.ts';
import { whatIsHeld } from './raw-rows.ts';
import { sealPlainRows } from './rewrite.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * Reads the keys of every school from a store that is open, and makes those of a new school. Rows of a time before
 * there were keys are sealed before it resolves. The first wrapper wraps new schools' keys; any of them opens.
 * Rejects with {@link KeysRefused} where keys are lost, changed, or sealed with another key.
 */
export async function openKeyRing(
  store: Store,
  schools: Iterable<string>,
  wrappers: readonly Wrapper[],
): Promise<KeyRing> {
  const ring = new StoredRing(store, wrappers);
  for (const school of schools) await ring.open(school);
  return ring;
}

class StoredRing implements KeyRing {
  readonly #store: Store;
  readonly #wrappers: readonly Wrapper[];
  readonly #known = new Map<string, SchoolKeys>();
  readonly #reading = new Map<string, Promise<SchoolKeys>>();

  constructor(store: Store, wrappers: readonly Wrapper[]) {
    this.#store = store;
    this.#wrappers = wrappers;
  }

  keysOf(school: string): SchoolKeys {
    const keys = this.#known.get(school);
    if (!keys) throw new Error(`no keys of ${school}`);
    return keys;
  }

  /** Many may ask at once; the store is read once for all of them. */
  refresh(school: string): Promise<SchoolKeys> {
    const underWay = this.#reading.get(school);
    if (underWay) return underWay;
    const reading = this.#read(school).finally(() => this.#reading.delete(school));
    this.#reading.set(school, reading);
    return reading;
  }

  async open(school: string): Promise<void> {
    const rows = await readKeys(this.#store, school);
    if (rows.size === 0) await makeFirst(this.#store, school, this.#wrappers);
    await this.refresh(school);
    await sealPlainRows(this.#store, this, school, this.#wrappers);
  }

  /** Read twice before it is refused: a rotation may have passed through the middle of the first reading. */
  async #read(school: string): Promise<SchoolKeys> {
    const keys = await this.#readOnce(school).catch((fault: unknown) => {
      if (fault instanceof KeysRefused) return this.#readOnce(school);
      throw fault;
    });
    this.#known.set(school, keys);
    return keys;
  }

  async #readOnce(school: string): Promise<SchoolKeys> {
    return toKeys(this.#wrappers, school, await readKeys(this.#store, school), this.#known.get(school));
  }
}

/** Two processes may do this at once: the second finds the first one's keys. */
async function makeFirst(store: Store, school: string, [wrapper]: readonly Wrapper[]): Promise<void> {
  if (!wrapper) throw new Error('no wrapper');
  const held = await whatIsHeld(store, school);
  // Between the two reads another process may have made the keys and sealed rows with them.
  if (held === 'sealed' && (await readKeys(store, school)).size === 0) {
    throw new KeysRefused(
      `${wrapper.setting}: opens nothing, because the store holds sealed records of ${school} but none of its keys; restore the store from a copy that has the rows keys:…`,
    );
  }
  const index = await makeKey(wrapper, { id: indexId, school, newest: firstId, plain: held === 'plain' });
  const first = await makeKey(wrapper, { id: firstId, school });
  await store.commit(school, [insertKey(index.row), insertKey(first.row)]);
}

/** What was unwrapped before is not unwrapped again. */
async function toKeys(
  wrappers: readonly Wrapper[],
  school: string,
  rows: ReadonlyMap<string, ReadKey>,
  known?: SchoolKeys,
): Promise<SchoolKeys> {
  const index = rowOf(wrappers, school, rows, indexId);
  const opened = await unwrapKey(wrappers, school, indexId, index);
  const data = new Map<string, KeyObject>();
  const newest = index.newest ?? firstId;
  for (let id = firstId; id <= newest; id = idAfter(id)) {
    const row = rowOf(wrappers, school, rows, id);
    data.set(id, known?.data.get(id) ?? (await unwrapKey(wrappers, school, id, row)));
  }
  return { index: opened, data, newest };
}

function rowOf(wrappers: readonly Wrapper[], school: string, rows: ReadonlyMap<string, ReadKey>, id: string): KeyRow {
  const found = rows.get(id);
  if (found) return found.key;
  throw new KeysRefused(
    `${wrappers[0]?.setting}: cannot open all records of ${school}, because the row keys:${id} is gone; restore the store from a copy that has it`,
  );
}
