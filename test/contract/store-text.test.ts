import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Store, Value } from '../../src/app/store.ts';
import { everything, insert, read, save } from '../support/rows.ts';
import { drivers, sealedValueDrivers, testOn } from '../support/store-drivers.ts';

/** Any UTF-16 there is, half a pair too. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
const anyValue = fc.oneof(
  fc.dictionary(anyText, fc.jsonValue({ stringUnit: 'binary' })),
  fc.dictionary(fc.string(), anyText),
  fc.record({ text: fc.tuple(anyText, fc.nat(5_000)).map(([text, times]) => text.repeat(times)) }),
);

describe.each([...drivers, ...sealedValueDrivers])('text on $name', (driver) => {
  const test = testOn(driver);

  test('comes back as it went in, whatever JSON says', async ({ store }) => {
    await fc.assert(
      fc.asyncProperty(anyValue, async (value) => {
        expect(await thereAndBack(store, value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 200 },
    );
  });

  const texts: [string, string][] = [
    ['nothing', ''],
    ['NUL and other control characters', '\0\x01\x1f\x7f\x85\ufeff'],
    ['line breaks of every kind', 'a\r\nb\rc\nd\u2028e\u2029f'],
    ['quotes, backslashes and markup', `'"\`\\ <b>&amp;</b> {"a":1} %00 \${x}`],
    ['half a surrogate pair', '\ud83d and \ude00 apart'],
    ['text from right to left', 'שלום \u202eمرحبا\u202c'],
    ['emoji made of many', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
    ['noncharacters', '\ufffe\uffff\u{1fffe}'],
    ['200,000 letters', 'abcdefghij'.repeat(20_000)],
    ['50,000 emoji at even places', '😀'.repeat(50_000)],
    ['50,000 emoji at odd places', `x${'😀'.repeat(50_000)}`],
    ['50,000 quotes', '"'.repeat(50_000)],
  ];
  test.for(texts)('is carried without loss: %s', async ([, text], { store }) => {
    await save(store, [insert('k', { text, [`key ${text}`]: true })]);
    expect((await read(store, 'k')).value).toEqual({ text, [`key ${text}`]: true });
  });

  const oddNames = [
    ...` !"$%&'()*+-.:;<=>@[]^_\`{|}~`,
    "''",
    "')",
    "it's",
    'a,b',
    ' a ',
    '..',
    '%25',
    '%2F',
    '19:x@thread.v2;1=2',
  ];
  test.for(oddNames)('of a partition and a key may be %j', async (name, { store }) => {
    await save(store, [insert(name), insert('other')], name);
    const row = await read(store, name, name);
    await save(store, [{ kind: 'replace', key: name, value: { n: 2 }, etag: row.etag }], name);
    expect(await store.commit(name, [insert('x'), insert(name)])).toEqual({ kind: 'conflict', key: name });
    expect((await store.list(name, { from: name, to: `${name} `, limit: 1 })).rows).toEqual([
      { key: name, value: { n: 2 }, etag: expect.any(String) },
    ]);
    await save(store, [{ kind: 'delete', key: name, etag: (await read(store, name, name)).etag }], name);
    expect(await store.get(name, name)).toBeUndefined();
    expect((await store.list(name, everything)).rows).toHaveLength(1);
  });
});

async function thereAndBack(store: Store, value: Value): Promise<string> {
  await save(store, [{ kind: 'put', key: 'k', value }]);
  return JSON.stringify((await read(store, 'k')).value);
}
