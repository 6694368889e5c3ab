import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type { CommitResult, Row, Store } from '../app/store.ts';
import { guarded, opened, toPage } from './guard.ts';
import { checkAddress, checkedWrites, checkRange, type TextWrite } from './limits.ts';
import { fromText } from './text.ts';

/** Where the file lies, and how patient a handle is. */
type SqliteOptions = {
  /** Path of the database; its folder is made if it is missing. */
  readonly file: string;
  /** Milliseconds to wait for another process to finish writing; 5,000 unless told. Nothing else runs meanwhile. */
  readonly patience?: number;
};

/**
 * The store of one machine: a file that survives kill -9 and power cuts (WAL, synchronous=FULL), and that several
 * processes may share. `open` and `close` may be called again; between them everything works, outside nothing does.
 */
export function sqliteStore(options: SqliteOptions): Store {
  let handle: Handle | undefined;
  const run = <T>(operation: string, work: () => T | Promise<T>) => guarded('sqlite', operation, work);
  return {
    open: () =>
      run('open', async () => {
        handle ??= await openFile(options.file, options.patience ?? 5_000);
      }),
    get: (partition, key) =>
      run('get', () => {
        checkAddress(partition, key);
        const found = opened(handle).get.get(partition, key);
        return found && toRow(found);
      }),
    list: (partition, range) =>
      run('list', () => {
        checkRange(partition, range);
        // No key is empty, so "after nothing" is after the empty key.
        const found = opened(handle).list.all(partition, range.from, range.after ?? '', range.to, range.limit);
        return toPage(found.map(toRow), range);
      }),
    commit: (partition, writes) =>
      run('commit', () => commit(opened(handle), partition, checkedWrites(partition, writes))),
    close: () =>
      run('close', () => {
        handle?.database.close();
        handle = undefined;
      }),
  };
}

type Handle = { readonly database: DatabaseSync } & ReturnType<typeof statements>;

async function openFile(file: string, patience: number): Promise<Handle> {
  // Nobody else on the machine may read what children wrote.
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file, { timeout: patience });
  try {
    await startWal(database, performance.now() + patience);
    database.exec(`
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS rows (
        partition TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        etag TEXT NOT NULL,
        PRIMARY KEY (partition, key)
      ) STRICT, WITHOUT ROWID`);
    return { database, ...statements(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** When several processes meet at a new file, SQLite waits for no lock to make it WAL: one of them fails at once. */
async function startWal(database: DatabaseSync, deadline: number): Promise<void> {
  try {
    database.exec('PRAGMA journal_mode = WAL');
  } catch (error) {
    if (!isBusy(error) || performance.now() > deadline) throw error;
    await setTimeout(10);
    await startWal(database, deadline);
  }
}

/** The low byte of SQLite's extended codes is the plain code; 5 is SQLITE_BUSY. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

function statements(database: DatabaseSync) {
  const insert = 'INSERT INTO rows (partition, key, value, etag) VALUES (?, ?, ?, ?) ON CONFLICT';
  return {
    get: database.prepare('SELECT key, value, etag FROM rows WHERE partition = ? AND key = ?'),
    list: database.prepare(
      'SELECT key, value, etag FROM rows WHERE partition = ? AND key >= ? AND key > ? AND key < ? ORDER BY key LIMIT ?',
    ),
    insert: database.prepare(`${insert} DO NOTHING`),
    put: database.prepare(`${insert} DO UPDATE SET value = excluded.value, etag = excluded.etag`),
    replace: database.prepare('UPDATE rows SET value = ?, etag = ? WHERE partition = ? AND key = ? AND etag = ?'),
    delete: database.prepare('DELETE FROM rows WHERE partition = ? AND key = ? AND etag = coalesce(?, etag)'),
  };
}

function commit(handle: Handle, partition: string, writes: readonly TextWrite[]): CommitResult {
  const { database } = handle;
  database.exec('BEGIN IMMEDIATE');
  try {
    const failed = writes.find((write) => Number(rowsChanged(handle, partition, write)) === 0);
    database.exec(failed ? 'ROLLBACK' : 'COMMIT');
    return failed ? { kind: 'conflict', key: failed.key } : { kind: 'committed' };
  } catch (error) {
    // Some errors, a full disk for one, have rolled back already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** One, or none where the condition of the write did not hold. */
function rowsChanged(handle: Handle, partition: string, write: TextWrite): number | bigint {
  const etag = randomUUID();
  switch (write.kind) {
    case 'insert':
      return handle.insert.run(partition, write.key, write.text, etag).changes;
    case 'put':
      return handle.put.run(partition, write.key, write.text, etag).changes;
    case 'replace':
      return handle.replace.run(write.text, etag, partition, write.key, write.etag).changes;
    case 'delete':
      return handle.delete.run(partition, write.key, write.etag ?? null).changes;
    default:
      return write satisfies never;
  }
}

function toRow(found: Record<string, unknown>): Row {
  return { key: String(found['key']), value: fromText(String(found['value'])), etag: String(found['etag']) };
}
