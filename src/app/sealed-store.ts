import { type Cover, coverKey } from './keys/cover-key.ts';
import type { KeyRing, SchoolKeys } from './keys/key-ring.ts';
import { keyRows } from './keys/key-rows.ts';
import { isSealed, openRow, sealRow } from './keys/row-seal.ts';
import {
  type CommitResult,
  type Page,
  type Range,
  type Row,
  type Store,
  StoreFault,
  StoreLimit,
  type Write,
} from './store.ts';

/**
 * A store in which whoever looks after the storage reads no words: values are sealed whole, each to its own row, and
 * keys name nobody (see {@link coverKey}). Everything else is as the store beneath has it. A row that was changed,
 * moved, or written around it is a fault and never a row; the rows of the keys themselves are not to be seen.
 */
export function sealedStore(inner: Store, ring: KeyRing, cover: Cover = coverKey): Store {
  const open = (school: string, row: Row) => opened(ring, cover, school, row);
  return {
    open: () => inner.open(),
    close: () => inner.close(),
    get: (school, key) =>
      guarded('get', async () => {
        const row = await inner.get(school, cover(ring.keysOf(school), key));
        return row && open(school, row);
      }),
    list: (school, range) =>
      guarded('list', async () => {
        const page = await inner.list(school, coveredRange(cover, ring.keysOf(school), range));
        return openedPage(page, (row) => open(school, row));
      }),
    commit: (school, writes) => guarded('commit', () => commit(inner, ring.keysOf(school), cover, school, writes)),
  };
}

async function guarded<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof StoreFault || fault instanceof StoreLimit) throw fault;
    throw new StoreFault('sealed', operation, fault);
  }
}

/** A page's `next` and a range's `after` are the store's own, and go through as they are. */
function coveredRange(cover: Cover, keys: SchoolKeys, range: Range): Range {
  return { ...range, from: cover(keys, range.from), to: cover(keys, range.to) };
}

async function openedPage({ rows, next }: Page, open: (row: Row) => Promise<Row>): Promise<Page> {
  const found: Row[] = [];
  for (const row of rows) if (!row.key.startsWith(keyRows.from)) found.push(await open(row));
  return { rows: found, ...(next !== undefined && { next }) };
}

/** A row under a key that this process has not seen: another one has rotated keys. */
async function opened(ring: KeyRing, cover: Cover, school: string, { key: at, value, etag }: Row): Promise<Row> {
  if (!isSealed(value)) throw new Error(`the row ${at} was not sealed`);
  const known = ring.keysOf(school);
  const keys = known.data.has(value.k) ? known : await ring.refresh(school);
  const row = tryOpen(keys, school, at, value);
  if (cover(keys, row.key) !== at) throw new Error(`the row ${at} belongs elsewhere`);
  return { ...row, etag };
}

function tryOpen(...[keys, school, at, value]: Parameters<typeof openRow>): ReturnType<typeof openRow> {
  try {
    return openRow(keys, school, at, value);
  } catch (cause) {
    throw new Error(`the row ${at} was changed or moved, or its key is gone`, { cause });
  }
}

async function commit(
  inner: Store,
  keys: SchoolKeys,
  cover: Cover,
  school: string,
  writes: readonly Write[],
): Promise<CommitResult> {
  const known = new Map(writes.map(({ key }) => [cover(keys, key), key]));
  const result = await inner.commit(
    school,
    writes.map((write) => sealed(keys, cover, school, write)),
  );
  return result.kind === 'committed' ? result : { kind: 'conflict', key: known.get(result.key) ?? result.key };
}

function sealed(keys: SchoolKeys, cover: Cover, school: string, write: Write): Write {
  const at = cover(keys, write.key);
  return 'value' in write
    ? { ...write, key: at, value: sealRow(keys, school, write.key, at, write.value) }
    : { ...write, key: at };
}
