import type { Store, Write } from '../store.ts';
import {
  firstId,
  idAfter,
  indexId,
  insertKey,
  KeysRefused,
  makeKey,
  type ReadKey,
  readKeys,
  replaceKey,
  rewrapped,
} from './key-rows.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * Makes a new data key, which seals what is written from now on; the old ones stay, for reading. Running processes
 * find it with the first row that needs it. The new key's id. It is wrapped as the index key is.
 */
export async function rotateKeys(store: Store, school: string, wrappers: readonly Wrapper[]): Promise<string> {
  for (;;) {
    const index = indexOf(await readKeys(store, school), school, wrappers);
    const wrapper = wrappers.find((one) => one.owns(index.key.by));
    const newest = idAfter(index.key.newest ?? firstId);
    const changed = await rewrapped(wrappers, index.key, { newest });
    if (!wrapper) throw new Error('unwrapped by nobody');
    const { row } = await makeKey(wrapper, { id: newest, school });
    const result = await store.commit(school, [insertKey(row), replaceKey(changed, index.etag)]);
    if (result.kind === 'committed') return newest;
  }
}

/** Writes of one transaction. */
const most = 90;

/** Wraps every key of a school with `next`, whatever wrapped it before. May be broken off and begun again. */
export async function rewrapKeys(
  store: Store,
  school: string,
  wrappers: readonly Wrapper[],
  next: Wrapper,
): Promise<number> {
  for (;;) {
    const keys = [...(await readKeys(store, school)).values()];
    const rows = await Promise.all(keys.map(({ key }) => rewrapped(wrappers, key, {}, next)));
    const writes = rows.map((row, n): Write => replaceKey(row, keys[n]?.etag ?? ''));
    if (await commitAll(store, school, writes)) return writes.length;
  }
}

/** False where a key was changed meanwhile. */
async function commitAll(store: Store, school: string, writes: readonly Write[]): Promise<boolean> {
  for (let at = 0; at < writes.length; at += most) {
    const result = await store.commit(school, writes.slice(at, at + most));
    if (result.kind === 'conflict') return false;
  }
  return true;
}

function indexOf(keys: ReadonlyMap<string, ReadKey>, school: string, wrappers: readonly Wrapper[]): ReadKey {
  const index = keys.get(indexId);
  if (index) return index;
  throw new KeysRefused(`${wrappers[0]?.setting}: the row keys:${indexId} of ${school} is gone`);
}
