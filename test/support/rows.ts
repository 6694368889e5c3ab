import { expect } from 'vitest';
import type { Page, Range, Row, Store, Value, Write } from '../../src/app/store.ts';

/** The partition that most tests work in. */
export const school = 'school-1';

/** An insert; the value matters only where it is given. */
export function insert(key: string, value: Value = { n: 1 }): Write {
  return { kind: 'insert', key, value };
}

/** Commits what has to succeed. */
export async function save(store: Store, writes: readonly Write[], partition = school): Promise<void> {
  expect(await store.commit(partition, writes)).toEqual({ kind: 'committed' });
}

/** A row that has to be there. */
export async function read(store: Store, key: string, partition = school): Promise<Row> {
  const row = await store.get(partition, key);
  if (row === undefined) throw new Error(`no row ${key}`);
  return row;
}

/** Every row that the tests write. */
export const everything: Range = { from: '', to: '~~', limit: 1_000 };

/** Every page of a range, first to last. */
export async function pages(store: Store, range: Range): Promise<readonly Page[]> {
  const page = await store.list(school, range);
  if (page.next === undefined) return [page];
  return [page, ...(await pages(store, { ...range, after: page.next }))];
}

/** The keys of some rows. */
export function keysOf(rows: readonly Row[]): readonly string[] {
  return rows.map((row) => row.key);
}
