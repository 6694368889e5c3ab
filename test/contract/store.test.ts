import { inspect } from 'node:util';
import { describe, expect } from 'vitest';
import { type Row, type Store, StoreFault, type Write } from '../../src/app/store.ts';
import { everything, insert, read, save, school } from '../support/rows.ts';
import { drivers, sealedDrivers, testOn } from '../support/store-drivers.ts';

describe.each([...drivers, ...sealedDrivers])('a store on $name', (driver) => {
  const test = testOn(driver);

  describe('a row', () => {
    test('is read back as it was written', async ({ store }) => {
      const value = { state: 'new', people: ['a', 'b'], closed: null };
      await save(store, [insert('case:1', value)]);
      expect(await read(store, 'case:1')).toEqual({ key: 'case:1', value, etag: expect.any(String) });
    });

    test('that was never written is undefined', async ({ store }) => {
      await save(store, [insert('case:1')]);
      expect(await store.get(school, 'case:2')).toBeUndefined();
      expect(await store.get('school-2', 'case:1')).toBeUndefined();
    });

    test('is what the last write made it, with nothing left of the one before', async ({ store }) => {
      await save(store, [insert('k', { long: 'x'.repeat(100_000), old: true })]);
      await save(store, [{ kind: 'put', key: 'k', value: { new: true } }]);
      expect((await read(store, 'k')).value).toEqual({ new: true });
    });

    test('has a new etag after every write, even of the same value', async ({ store }) => {
      const etags = new Set<string>();
      for (let writes = 1; writes <= 20; writes++) {
        await save(store, [{ kind: 'put', key: 'k', value: {} }]);
        etags.add((await read(store, 'k')).etag);
        expect(etags.size).toBe(writes);
      }
    });

    test('has the same etag in a list', async ({ store }) => {
      await save(store, [insert('k')]);
      expect((await store.list(school, everything)).rows).toEqual([await read(store, 'k')]);
    });

    test('belongs to its partition alone', async ({ store }) => {
      const partitions = ['school', 'school-1', 'school-10', 'School'];
      for (const partition of partitions) await save(store, [insert('k', { partition })], partition);
      for (const partition of partitions) {
        const row = await read(store, 'k', partition);
        expect(row.value).toEqual({ partition });
        expect((await store.list(partition, everything)).rows).toEqual([row]);
      }
    });
  });

  describe('a write', () => {
    const value = { n: 3 };

    const holding: [string, (were: Were) => Write][] = [
      ['insert of a new row', () => insert('fresh', value)],
      ['insert of a row that is gone', () => insert('gone', value)],
      ['replace of a row as it was read', ({ current }) => ({ kind: 'replace', value, ...current })],
      ['put of a new row', () => ({ kind: 'put', key: 'fresh', value })],
      ['put over a row', () => ({ kind: 'put', key: 'changed', value })],
    ];
    test.for(holding)('succeeds: %s', async ([, toWrite], { store }) => {
      const write = toWrite(await someRows(store));
      await save(store, [write]);
      expect((await read(store, write.key)).value).toEqual(value);
    });

    const deleting: [string, (were: Were) => Write][] = [
      ['delete of a row as it was read', ({ current }) => ({ kind: 'delete', ...current })],
      ['delete of a row whatever it says', () => ({ kind: 'delete', key: 'changed' })],
    ];
    test.for(deleting)('succeeds: %s', async ([, toWrite], { store }) => {
      const write = toWrite(await someRows(store));
      await save(store, [write]);
      expect(await store.get(school, write.key)).toBeUndefined();
    });

    const failing: [string, (were: Were) => Write][] = [
      ['insert of a row that stands', () => insert('current', value)],
      ['replace of a row that has changed', ({ changed }) => ({ kind: 'replace', value, ...changed })],
      ['replace of a row that is gone', ({ gone }) => ({ kind: 'replace', value, ...gone })],
      ['replace under the etag of another', ({ gone }) => ({ kind: 'replace', value, ...gone, key: 'current' })],
      ['delete of a row that has changed', ({ changed }) => ({ kind: 'delete', ...changed })],
      ['delete of a row that is gone', ({ gone }) => ({ kind: 'delete', ...gone })],
      ['delete of a row that is gone, whatever it said', () => ({ kind: 'delete', key: 'gone' })],
    ];
    test.for(failing)('conflicts: %s', async ([, toWrite], { store }) => {
      const write = toWrite(await someRows(store));
      const before = await store.list(school, everything);
      expect(await store.commit(school, [write])).toEqual({ kind: 'conflict', key: write.key });
      expect(await store.list(school, everything)).toEqual(before);
    });

    test.for(['*', '', 'W/"*', '*\r\nIf-Match: *'])('conflicts: the etag %j opens nothing', async (etag, { store }) => {
      await save(store, [insert('k')]);
      const before = await read(store, 'k');
      const conflict = { kind: 'conflict', key: 'k' };
      expect(await store.commit(school, [{ kind: 'replace', key: 'k', value, etag }])).toEqual(conflict);
      expect(await store.commit(school, [{ kind: 'delete', key: 'k', etag }])).toEqual(conflict);
      expect(await read(store, 'k')).toEqual(before);
    });
  });

  describe('a handle', () => {
    const calls: [string, (handle: Store) => Promise<unknown>][] = [
      ['get', (handle) => handle.get(school, 'k')],
      ['list', (handle) => handle.list(school, everything)],
      ['commit', (handle) => handle.commit(school, [insert('new', { text: 'what a child wrote' })])],
    ];

    test('sees what another has written', async ({ home, store }) => {
      const other = home.store();
      await other.open();
      await save(store, [insert('k')]);
      expect(await other.get(school, 'k')).toEqual(await read(store, 'k'));
      await other.close();
    });

    test('finds everything again when it is opened again', async ({ store }) => {
      await save(store, [insert('k')]);
      const before = await read(store, 'k');
      await store.close();
      await store.open();
      expect(await store.get(school, 'k')).toEqual(before);
    });

    test('may be opened and closed twice', async ({ store }) => {
      await store.open();
      await save(store, [insert('k')]);
      await store.close();
      await expect(store.close()).resolves.toBeUndefined();
    });

    test.for(calls)('that was never opened faults: %s', async ([, call], { home }) => {
      await expect(call(home.store())).rejects.toThrow(StoreFault);
    });

    test.for(calls)('that was closed faults: %s', async ([, call], { store }) => {
      await store.close();
      await expect(call(store)).rejects.toThrow(StoreFault);
    });

    test('in an outage faults, with the cause and without the text', async ({ home, store }) => {
      await home.outage();
      const faults = await Promise.all(calls.map(([, call]) => call(store).catch((error: unknown) => error)));
      for (const [n, fault] of faults.entries()) {
        expect(fault).toBeInstanceOf(StoreFault);
        expect(fault).toMatchObject({
          message: expect.stringContaining(`${calls[n]?.[0]} failed`),
          cause: expect.any(Error),
        });
        expect(inspect(fault, { depth: null })).not.toContain('what a child wrote');
      }
    });
  });
});

type Were = Record<'current' | 'changed' | 'gone', Pick<Row, 'key' | 'etag'>>;

/** Three rows as they were read; one of them has changed since, and one is gone. */
async function someRows(store: Store): Promise<Were> {
  await save(store, [insert('current'), insert('changed'), insert('gone')]);
  const [current, changed, gone] = [
    await address(store, 'current'),
    await address(store, 'changed'),
    await address(store, 'gone'),
  ];
  await save(store, [
    { kind: 'put', key: 'changed', value: { n: 2 } },
    { kind: 'delete', ...gone },
  ]);
  return { current, changed, gone };
}

async function address(store: Store, key: string): Promise<Pick<Row, 'key' | 'etag'>> {
  return { key, etag: (await read(store, key)).etag };
}
