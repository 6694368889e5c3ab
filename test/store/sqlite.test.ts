import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreFault } from '../../src/app/store.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { insert, read, save, school } from '../support/rows.ts';

const countUp = fileURLToPath(new URL('../support/count-up.ts', import.meta.url));

describe('a SQLite file', () => {
  test('is shared by processes that race to make it and to write it', async () => {
    const file = await newFile();
    const run = promisify(execFile);
    await Promise.all([1, 2, 3].map(() => run(process.execPath, [countUp, file, '50'])));
    const store = await opened(file);
    expect((await read(store, 'count', 'school')).value).toEqual({ n: 150 });
  });

  test('is opened once another process lets go of it', async () => {
    const file = await newFile();
    const other = lock(file);
    const opening = opened(file);
    other.exec('COMMIT');
    await save(await opening, [insert('k')]);
  });

  test('that another process keeps to itself is not opened', async () => {
    const file = await newFile();
    lock(file);
    await expect(sqliteStore({ file, patience: 50 }).open()).rejects.toThrow(StoreFault);
  });

  test('that another process is writing can be read, and written later', async () => {
    const file = await newFile();
    const store = await opened(file, 50);
    await save(store, [insert('k')]);
    const other = lock(file);
    expect((await read(store, 'k')).value).toEqual({ n: 1 });
    await expect(store.commit(school, [insert('new')])).rejects.toThrow(StoreFault);
    other.exec('COMMIT');
    await save(store, [insert('new')]);
  });

  test('keeps nothing of a transaction that breaks in the middle, and takes the next', async () => {
    const file = await newFile();
    const store = await opened(file);
    connect(file).exec(`CREATE TRIGGER full BEFORE INSERT ON rows WHEN new.key = 'last straw'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    await expect(store.commit(school, [insert('first'), insert('last straw')])).rejects.toThrow(StoreFault);
    expect(await store.get(school, 'first')).toBeUndefined();
    await save(store, [insert('first')]);
  });

  test('lies in a folder that nobody else may read', async () => {
    const folder = join(dirname(await newFile()), 'new');
    await opened(join(folder, 'lantern.db'));
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  test('that is no database is not opened', async () => {
    const file = await newFile();
    await writeFile(file, 'a letter to the headteacher, which must not be overwritten'.repeat(100));
    await expect(sqliteStore({ file }).open()).rejects.toThrow(StoreFault);
  });

  test('is refused where no file can be', async () => {
    await expect(sqliteStore({ file: '/dev/null/lantern.db' }).open()).rejects.toThrow(StoreFault);
  });

  test('keeps a log that survives kill -9', async () => {
    const file = await newFile();
    await opened(file);
    const [mode] = connect(file).prepare('PRAGMA journal_mode').all();
    expect(mode).toEqual({ journal_mode: 'wal' });
  });

  test('with a row that somebody broke faults', async () => {
    const file = await newFile();
    const store = await opened(file);
    await save(store, [insert('k')]);
    connect(file).exec(`UPDATE rows SET value = '{"text":"torn'`);
    await expect(store.get(school, 'k')).rejects.toThrow(StoreFault);
  });
});

async function newFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-sqlite-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'lantern.db');
}

async function opened(file: string, patience = 5_000) {
  const store = sqliteStore({ file, patience });
  await store.open();
  onTestFinished(() => store.close());
  return store;
}

function connect(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  return database;
}

/** Another connection that has begun to write. */
function lock(file: string): DatabaseSync {
  const database = connect(file);
  database.exec('BEGIN IMMEDIATE');
  return database;
}
