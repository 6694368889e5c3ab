import type { Row, Store, Write } from '../store.ts';
import { coverKey } from './cover-key.ts';
import type { KeyRing, SchoolKeys } from './key-ring.ts';
import { indexId, readKeys, replaceKey, rewrapped } from './key-rows.ts';
import { rawPages } from './raw-rows.ts';
import { isSealed, openRow, sealRow } from './row-seal.ts';
import type { Wrapper } from './wrapper.ts';

/** Rows of one transaction, and the characters of all their values: far below what Azure takes. */
const mostRows = 40;
const mostCharacters = 600_000;
/** Somebody may write with an old key meanwhile; after so many rounds that is left as it is, and harms nothing. */
const mostRounds = 5;

/** What came of sealing rows again. */
export type Rewritten = {
  /** How many were. */
  readonly written: number;
  /** How many changed meanwhile and were left. */
  readonly left: number;
  /** Where rows stand that do not open: changed, moved, or their key is gone. */
  readonly broken: readonly string[];
};

/**
 * Seals every row of a school again that is not under its newest key, while others work. May be broken off and begun
 * again: what is done is passed over.
 */
export async function rewriteRows(store: Store, ring: KeyRing, school: string): Promise<Rewritten> {
  let written = 0;
  for (let round = 1; ; round++) {
    const keys = await ring.refresh(school);
    const now = await rewriteRound(store, keys, school, ({ k }) => k !== undefined && k !== keys.newest);
    written += now.written;
    if (now.written + now.left === 0 || round === mostRounds) return { ...now, written };
  }
}

/** Seals what was written before there were keys, if there may be any; from then on a row that is not sealed is a fault. */
export async function sealPlainRows(
  store: Store,
  ring: KeyRing,
  school: string,
  wrappers: readonly Wrapper[],
): Promise<void> {
  for (;;) {
    const index = (await readKeys(store, school)).get(indexId);
    if (!index?.key.plain) return;
    const { left } = await rewriteRound(store, ring.keysOf(school), school, ({ k }) => k === undefined);
    if (left > 0) continue;
    const row = await rewrapped(wrappers, index.key, { plain: false });
    await store.commit(school, [replaceKey(row, index.etag)]);
  }
}

/** Which rows; `k` is the key of a sealed one. */
type Chosen = (row: { readonly k: string | undefined }) => boolean;

async function rewriteRound(store: Store, keys: SchoolKeys, school: string, chosen: Chosen): Promise<Rewritten> {
  let written = 0;
  let left = 0;
  const broken: string[] = [];
  for await (const page of rawPages(store, school)) {
    const old = page.filter(({ value }) => chosen({ k: isSealed(value) ? value.k : undefined }));
    const fresh = old.map((row) => ({ row, writes: again(keys, school, row) }));
    for (const { row, writes } of fresh) if (!writes) broken.push(row.key);
    for (const batch of batches(fresh.flatMap(({ writes }) => (writes ? [writes] : [])))) {
      const done = await commitBatch(store, school, batch);
      written += done;
      left += batch.length - done;
    }
  }
  return { written, left, broken };
}

/** The writes of some rows. */
type Batch = readonly (readonly Write[])[];

/** Rows that go into one transaction. */
function* batches(rows: Batch): Generator<Batch> {
  let batch: (readonly Write[])[] = [];
  let characters = 0;
  for (const writes of rows) {
    const more = JSON.stringify(writes).length;
    if (batch.length === mostRows || (batch.length > 0 && characters + more > mostCharacters)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(writes);
    characters += more;
  }
  if (batch.length > 0) yield batch;
}

/** How many rows were written. When somebody else has changed one, each goes by itself, and that one is left. */
async function commitBatch(store: Store, school: string, batch: Batch): Promise<number> {
  if ((await store.commit(school, batch.flat())).kind === 'committed') return batch.length;
  if (batch.length === 1) return 0;
  let written = 0;
  for (const writes of batch) written += await commitBatch(store, school, [writes]);
  return written;
}

/** Undefined for a row that does not open. */
function again(keys: SchoolKeys, school: string, { key: at, value, etag }: Row): readonly Write[] | undefined {
  if (!isSealed(value)) {
    const covered = coverKey(keys, at);
    const sealed = sealRow(keys, school, at, covered, value);
    if (covered === at) return [{ kind: 'replace', key: at, etag, value: sealed }];
    return [
      { kind: 'delete', key: at, etag },
      { kind: 'put', key: covered, value: sealed },
    ];
  }
  try {
    const row = openRow(keys, school, at, value);
    return [{ kind: 'replace', key: at, etag, value: sealRow(keys, school, row.key, at, row.value) }];
  } catch {
    return undefined;
  }
}
