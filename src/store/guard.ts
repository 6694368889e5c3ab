import { type Page, type Range, type Row, StoreFault, StoreLimit } from '../app/store.ts';

/** Runs one operation of a driver: whatever it throws, except a limit, leaves as a {@link StoreFault}. */
export async function guarded<T>(driver: string, operation: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreLimit) throw error;
    throw new StoreFault(driver, operation, error);
  }
}

/** The handle of an open store. Throws before `open` and after `close`. */
export function opened<T>(handle: T | undefined): T {
  if (handle === undefined) throw new Error('the store is not open');
  return handle;
}

/** A page of what was read. A full page may have more behind it, so it always says where to go on. */
export function toPage(rows: readonly Row[], range: Range): Page {
  const last = rows.at(range.limit - 1);
  return last === undefined ? { rows } : { rows: rows.slice(0, range.limit), next: last.key };
}
