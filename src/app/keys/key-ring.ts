import type { KeyObject } from 'node:crypto';

/** The keys of one school, in the clear, in memory alone. */
export type SchoolKeys = {
  /** For keyed hashes; it stays when data keys are rotated. */
  readonly index: KeyObject;
  /** Every data key by its id. */
  readonly data: ReadonlyMap<string, KeyObject>;
  /** The id of the data key that seals what is written now. */
  readonly newest: string;
};

/** The keys of every school. */
export type KeyRing = {
  /** The keys as they were last read. Throws for a school whose keys were never read. */
  keysOf(school: string): SchoolKeys;
  /** The keys as they are now: another process may have rotated them. */
  refresh(school: string): Promise<SchoolKeys>;
};

/** The data key of this id. Throws where the school has none. */
export function dataKey({ data }: SchoolKeys, id: string): KeyObject {
  const key = data.get(id);
  if (!key) throw new Error(`no key ${id.slice(0, 20)}`);
  return key;
}

/** The key that seals what is written now. */
export function newestKey(keys: SchoolKeys): { readonly id: string; readonly key: KeyObject } {
  return { id: keys.newest, key: dataKey(keys, keys.newest) };
}
