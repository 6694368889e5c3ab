import { describe, expect } from 'vitest';
import { everything, insert, keysOf, pages, save, school } from '../support/rows.ts';
import { drivers, sealedValueDrivers, testOn } from '../support/store-drivers.ts';

describe.each([...drivers, ...sealedValueDrivers])('a range on $name', (driver) => {
  const test = testOn(driver);

  test('is in the order of ASCII, however it was written', async ({ store }) => {
    const keys = ['~', 'a', 'Z', 'a:10', 'a:2', '_', '9', ' ', 'aa', 'A'];
    await save(
      store,
      keys.map((key) => insert(key)),
    );
    const { rows } = await store.list(school, { from: '', to: '~~', limit: 100 });
    expect(keysOf(rows)).toEqual([' ', '9', 'A', 'Z', '_', 'a', 'a:10', 'a:2', 'aa', '~']);
  });

  const ranges: [string, { from: string; to: string; after?: string }, string[]][] = [
    ['begins with its from and ends before its to', { from: 'b', to: 'd' }, ['b', 'c', 'c:1', 'c:2']],
    ['takes bounds where no row is', { from: 'aa', to: 'c:' }, ['b', 'c']],
    ['takes bounds that no key may be', { from: 'b/#?\\', to: "c:1'" }, ['c', 'c:1']],
    ['of a prefix holds what begins with it', { from: 'c:', to: 'c;' }, ['c:1', 'c:2']],
    ['goes on after a key', { from: 'b', to: 'd', after: 'c' }, ['c:1', 'c:2']],
    ['goes on after a key that is gone', { from: 'b', to: 'd', after: 'bb' }, ['c', 'c:1', 'c:2']],
    ['goes on after its own from', { from: 'b', to: 'd', after: 'b' }, ['c', 'c:1', 'c:2']],
    ['begins no earlier for an after before it', { from: 'b', to: 'd', after: 'a' }, ['b', 'c', 'c:1', 'c:2']],
    ['holds nothing after its end', { from: 'b', to: 'd', after: 'e' }, []],
    ['of no length is empty', { from: 'c', to: 'c' }, []],
    ['that runs backwards is empty', { from: 'd', to: 'b' }, []],
  ];
  test.for(ranges)('%s', async ([, range, keys], { store }) => {
    await save(
      store,
      ['a', 'b', 'c', 'c:1', 'c:2', 'd', 'e'].map((key) => insert(key)),
    );
    expect(await store.list(school, { ...range, limit: 100 })).toEqual({
      rows: keys.map((key) => ({ key, value: { n: 1 }, etag: expect.any(String) })),
    });
  });

  test.for([
    { limit: 1_000, sizes: [1_000, 50] },
    { limit: 999, sizes: [999, 51] },
    { limit: 350, sizes: [350, 350, 350, 0] },
  ])('of 1,050 rows comes whole and in order, $limit at a time', async ({ limit, sizes }, { store }) => {
    const keys = Array.from({ length: 1_050 }, (_, n) => `k:${String(n).padStart(4, '0')}`);
    for (let n = 0; n < keys.length; n += 100)
      await save(
        store,
        keys.slice(n, n + 100).map((key) => insert(key)),
      );
    const all = await pages(store, { from: 'k:', to: 'k;', limit });
    expect(all.flatMap(({ rows }) => keysOf(rows))).toEqual(keys);
    expect(all.map(({ rows }) => rows.length)).toEqual(sizes);
  });

  test.for([1, 2, 3, 4, 5])('of 4 rows, %i at a time, says so as long as more follow', async (limit, { store }) => {
    await save(
      store,
      ['a', 'b', 'c', 'd'].map((key) => insert(key)),
    );
    const all = await pages(store, { ...everything, limit });
    expect(all.flatMap(({ rows }) => keysOf(rows))).toEqual(['a', 'b', 'c', 'd']);
  });
});
