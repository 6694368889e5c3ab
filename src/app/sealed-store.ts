import { type Cover, coverKey } from './keys/cover-key.ts';
import type { KeyRing, SchoolKeys } from './keys/key-ring.ts';
import { keyRows } from './keys/key-rows.ts';
import { isSealed, openRow, sealRow } from './keys/row-seal.ts';
import { under } from './rows.ts';
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

/** What may differ from {@link sealedStore} as Lantern has it. */
export type SealedStoreOptions = {
  /** How keys are written; {@link coverKey} unless told. */
  readonly cover?: Cover;
  /** Hears, once, of each row that was left out of a list of what is due. Where it stands names nobody. */
  readonly onBroken?: (school: string, at: string) => void;
};

/**
 * A store in which whoever looks after the storage reads no words: values are sealed whole, each to its own row, and
 * keys name nobody (see {@link coverKey}). Everything else is as the store beneath has it. A row that was changed,
 * moved, or written around it is a fault and never a row; the rows of the keys themselves are not to be seen.
 *
 * In a list of what is due such a row is left out and told of: it must not keep every other message from its people.
 */
export function sealedStore(inner: Store, ring: KeyRing, options: SealedStoreOptions = {}): Store {
  const { cover = coverKey, onBroken = () => undefined } = options;
  const told = new Set<string>();
  const open = (school: string, row: Row) => opened(ring, cover, school, row);
  const leaveOut = (school: string, at: string): void => {
    if (!told.has(`${school} ${at}`)) onBroken(school, at);
    told.add(`${school} ${at}`);
  };
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
        const leave = (at: string) => leaveOut(school, at);
        return openedPage(page, (row) => open(school, row), leave);
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

async function openedPage(
  { rows, next }: Page,
  open: (row: Row) => Promise<Row>,
  leaveOut: (at: string) => void,
): Promise<Page> {
  const found: Row[] = [];
  for (const row of rows) {
    if (row.key.startsWith(keyRows.from)) continue;
    try {
      found.push(await open(row));
    } catch (fault) {
      if (!(fault instanceof RowBroken) || !isWaiting(row.key)) throw fault;
      leaveOut(row.key);
    }
  }
  return { rows: found, ...(next !== undefined && { next }) };
}

/** What is due, be it a message or a timer: one of them that is broken must keep no other. */
const waiting = [under('due').from, under('timer').from];

function isWaiting(at: string): boolean {
  return waiting.some((from) => at.startsWith(from));
}

/** A row is not what was once written there. */
class RowBroken extends Error {
  override readonly name = 'RowBroken';
}

/** The keys with this one among them, where another process has rotated; a look under way may be too old to know. */
async function keysWith(ring: KeyRing, school: string, id: string): Promise<SchoolKeys> {
  const known = ring.keysOf(school);
  if (known.data.has(id)) return known;
  const fresh = await ring.refresh(school);
  return fresh.data.has(id) ? fresh : ring.refresh(school);
}

async function opened(ring: KeyRing, cover: Cover, school: string, { key: at, value, etag }: Row): Promise<Row> {
  if (!isSealed(value)) throw new RowBroken(`the row ${at} was not sealed`);
  const keys = await keysWith(ring, school, value.k);
  const row = tryOpen(keys, school, at, value);
  if (cover(keys, row.key) !== at) throw new RowBroken(`the row ${at} belongs elsewhere`);
  return { ...row, etag };
}

function tryOpen(...[keys, school, at, value]: Parameters<typeof openRow>): ReturnType<typeof openRow> {
  try {
    return openRow(keys, school, at, value);
  } catch (cause) {
    throw new RowBroken(`the row ${at} was changed or moved, or its key is gone`, { cause });
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
