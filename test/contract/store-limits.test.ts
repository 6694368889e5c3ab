import { describe, expect } from 'vitest';
import { type Store, StoreLimit, type Write } from '../../src/app/store.ts';
import { everything, insert, read, save, school } from '../support/rows.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const longest = 'k'.repeat(512);

/**
 * The letters that fill a row of 1 MiB: 4 bytes, two of each character of school-1 and k, and 16 properties of 12 bytes
 * with names of 2 or (from v10) 3 characters, leave so much; the JSON around the letters takes 8 characters.
 */
const lettersOfARow = (1_048_576 - 4 - 2 * 9 - 10 * (12 + 2 * 2) - 6 * (12 + 2 * 3)) / 2 - 8;

/** What a write of so many letters counts in a transaction: headers, keys, and the text with its quotes escaped. */
const counted = (key: string, letters: number) => 1_024 + 5 * (school.length + key.length) + letters + 14;

describe.each(drivers)('a limit on $name', (driver) => {
  const test = testOn(driver);

  describe('lets the most through', () => {
    test('of a name: 512 characters', async ({ store }) => {
      await save(store, [insert(longest)], longest);
      expect((await read(store, longest, longest)).value).toEqual({ n: 1 });
    });

    test('of a transaction: 100 writes', async ({ store }) => {
      await save(store, manyWrites(100));
      expect((await store.list(school, everything)).rows).toHaveLength(100);
    });

    test('of a row: 1 MiB', async ({ store }) => {
      const value = { t: 'x'.repeat(lettersOfARow) };
      await save(store, [insert('k', value)]);
      expect((await read(store, 'k')).value).toEqual(value);
    });

    test('of a row: 1 MiB of three-byte characters', async ({ store }) => {
      const value = { t: '語'.repeat(lettersOfARow) };
      await save(store, [insert('k', value)]);
      expect((await read(store, 'k')).value).toEqual(value);
    });

    test('of a transaction: 4 MiB', async ({ store }) => {
      const writes = filled(4_194_304);
      await save(store, writes);
      const { rows } = await store.list(school, everything);
      expect(rows.map(({ key, value }) => ({ kind: 'insert', key, value }))).toEqual(writes);
    });

    test('of a transaction: 4 MiB under the names that take most room on the way', async ({ store }) => {
      const name = (n: number) => `${'"'.repeat(510)}${String(n).padStart(2, '0')}`;
      const value = { t: 'x'.repeat(Math.floor(4_194_304 / 100) - 1_024 - 5 * 1_024 - 14) };
      const writes = Array.from({ length: 100 }, (_, n): Write => ({ kind: 'put', key: name(n), value }));
      await save(store, writes, name(0));
      expect((await store.list(name(0), everything)).rows).toHaveLength(100);
    });

    test('of a range: 1,000 rows', async ({ store }) => {
      await save(store, [insert('k')]);
      expect((await store.list(school, { ...everything, limit: 1_000 })).rows).toHaveLength(1);
    });
  });

  describe('stops, and saves nothing of', () => {
    const transactions: [string, readonly Write[], RegExp][] = [
      ['no writes at all', [], /1 to 100 writes, not 0/],
      ['101 writes', manyWrites(101), /1 to 100 writes, not 101/],
      [
        'a key that stands twice',
        [insert('a'), insert('b'), { kind: 'put', key: 'a', value: {} }],
        /"a".*more than once/,
      ],
      [
        'a row over 1 MiB',
        [insert('a'), insert('k', { t: 'x'.repeat(lettersOfARow + 1) })],
        /"k" takes 1048578 bytes.*1048576/,
      ],
      ['over 4 MiB', filled(4_194_305), /4194304 bytes at "k:9"/],
      [
        '4 MiB of UTF-8 in 3 MiB of UTF-16',
        ['a', 'b', 'c'].map((key) => insert(key, { t: '語'.repeat(500_000) })),
        /4194304 bytes at "c"/,
      ],
      ['a bigint', [insert('a'), insert('k', { n: 1n })], /"k" holds what JSON cannot say/],
      ['a circle', [insert('a'), insert('k', circle())], /"k" holds what JSON cannot say/],
      [
        'a value that is no JSON',
        [insert('a'), insert('k', { toJSON: () => undefined })],
        /"k" holds what JSON cannot say/,
      ],
    ];
    test.for(transactions)('a transaction with %s', async ([, writes, sentence], { store }) => {
      await expectLimit(store.commit(school, writes), sentence);
      expect((await store.list(school, everything)).rows).toEqual([]);
    });

    const names: [string, string, RegExp][] = [
      ['nothing', '', /cannot be empty/],
      ['513 characters', `${longest}k`, /"k{80}\.\.\." has 513 characters; the limit is 512/],
      ...[...'/\\#?'].map((c): [string, string, RegExp] => [c, `a${c}b`, /"a.+b" holds one of/]),
      ...[0x00, 0x09, 0x0a, 0x1f, 0x7f, 0x80, 0x9f, 0xa0, 0xe9, 0x8a9e, 0xd83d, 0x1f600].map(
        (c): [string, string, RegExp] => [
          `U+${c.toString(16).padStart(4, '0')}`,
          `a${String.fromCodePoint(c)}b`,
          /"a.+b" is not all printable ASCII/,
        ],
      ),
    ];
    test.for(names)('a name of %s', async ([, name, sentence], { store }) => {
      const kinds: Write[] = [
        insert(name),
        { kind: 'put', key: name, value: {} },
        { kind: 'replace', key: name, value: {}, etag: 'e' },
        { kind: 'delete', key: name, etag: 'e' },
      ];
      for (const write of kinds) await expectLimit(store.commit(school, [insert('a'), write]), sentence);
      await expectLimit(store.commit(name, [insert('a')]), sentence);
      await expectLimit(store.get(school, name), sentence);
      await expectLimit(store.get(name, 'a'), sentence);
      await expectLimit(store.list(name, everything), sentence);
      expect((await store.list(school, everything)).rows).toEqual([]);
    });

    test.for([0, -1, 1_001, 1.5, Number.NaN])('a range of %d rows', async (limit, { store }) => {
      await expectLimit(store.list(school, { ...everything, limit }), /1 to 1000 rows/);
    });

    test.for(['from', 'to', 'after'])('a range whose %s is not ASCII', async (end, { store }) => {
      await expectLimit(store.list(school, { ...everything, [end]: 'é' }), /"é" is not all printable ASCII/);
    });
  });
});

function manyWrites(count: number): readonly Write[] {
  return Array.from({ length: count }, (_, n) => insert(`k:${n}`));
}

/** Ten writes that count exactly so many bytes together. */
function filled(bytes: number): readonly Write[] {
  const keys = Array.from({ length: 10 }, (_, n) => `k:${n}`);
  const most = 450_000;
  const rest = bytes - 9 * counted('k:0', most) - counted('k:9', 0);
  return keys.map((key, n) => insert(key, { t: 'x'.repeat(n < 9 ? most : rest) }));
}

function circle(): { readonly [key: string]: unknown } {
  const self: Record<string, unknown> = {};
  self['self'] = self;
  return self;
}

async function expectLimit(call: ReturnType<Store['commit' | 'get' | 'list']>, sentence: RegExp): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreLimit);
  expect(error).toMatchObject({ message: expect.stringMatching(sentence) });
}
