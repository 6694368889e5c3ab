import type { Store } from '../store.ts';
import { coverKey } from './cover-key.ts';
import type { KeyRing } from './key-ring.ts';
import { readKeys } from './key-rows.ts';
import { rawPages } from './raw-rows.ts';
import { isSealed, openRow } from './row-seal.ts';

/** How the records of a school are sealed. */
export type KeyReport = {
  /** What the keys are wrapped with. */
  readonly wrappedBy: readonly string[];
  readonly newest: string;
  /** How many rows there are under each data key. */
  readonly rows: Readonly<Record<string, number>>;
  /** Where rows stand that do not open: changed, moved, written around Lantern, or their key is gone. */
  readonly broken: readonly string[];
};

/** Opens every row of a school, and says which do not. */
export async function checkRows(store: Store, ring: KeyRing, school: string): Promise<KeyReport> {
  const rows: Record<string, number> = {};
  const broken: string[] = [];
  const keys = await ring.refresh(school);
  for (const id of keys.data.keys()) rows[id] = 0;
  for await (const page of rawPages(store, school)) {
    for (const { key: at, value } of page) {
      try {
        if (!isSealed(value)) throw new Error('not sealed');
        if (coverKey(keys, openRow(keys, school, at, value).key) !== at) throw new Error('elsewhere');
        rows[value.k] = (rows[value.k] ?? 0) + 1;
      } catch {
        broken.push(at);
      }
    }
  }
  const wrapped = [...(await readKeys(store, school)).values()].map(({ key }) => key.by);
  return { wrappedBy: [...new Set(wrapped)].toSorted(), newest: keys.newest, rows, broken };
}
