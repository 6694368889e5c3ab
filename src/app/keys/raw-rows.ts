import type { Row, Store } from '../store.ts';
import { keyRows } from './key-rows.ts';
import { isSealed } from './row-seal.ts';

/** Every row of a school but its keys, as it lies in the store beneath, page by page. */
export async function* rawPages(store: Store, school: string): AsyncGenerator<readonly Row[]> {
  let after: string | undefined;
  do {
    const page = await store.list(school, { from: '', to: '~~', limit: 500, ...(after && { after }) });
    yield page.rows.filter(({ key }) => !key.startsWith(keyRows.from));
    after = page.next;
  } while (after);
}

/** What the store holds of a school besides keys: nothing, rows of a time before there were keys, or sealed ones. */
export async function whatIsHeld(store: Store, school: string): Promise<'none' | 'plain' | 'sealed'> {
  let found: 'none' | 'plain' = 'none';
  for await (const rows of rawPages(store, school)) {
    if (rows.some(({ value }) => isSealed(value))) return 'sealed';
    if (rows.length > 0) found = 'plain';
  }
  return found;
}
