import { describe, expect } from 'vitest';
import type { Store, Write } from '../../src/app/store.ts';
import { everything, insert, keysOf, read, save, school } from '../support/rows.ts';
import { drivers, sealedDrivers, testOn } from '../support/store-drivers.ts';

describe.each([...drivers, ...sealedDrivers])('a transaction on $name', (driver) => {
  const test = testOn(driver);

  test('writes everything', async ({ store }) => {
    await save(
      store,
      ['replaced', 'put', 'deleted', 'unseen', 'deleted too'].map((key) => insert(key)),
    );
    const text = '\r\nDELETE x HTTP/1.1\r\nIf-Match: *\r\n';
    await save(store, [
      { kind: 'delete', key: 'deleted', etag: await etagOf(store, 'deleted') },
      insert('inserted', { text }),
      { kind: 'replace', key: 'replaced', value: { n: 2 }, etag: await etagOf(store, 'replaced') },
      { kind: 'put', key: 'put', value: { n: 3 } },
      { kind: 'delete', key: 'unseen' },
      { kind: 'delete', key: 'deleted too', etag: await etagOf(store, 'deleted too') },
    ]);
    const { rows } = await store.list(school, everything);
    expect(rows.map(({ key, value }) => ({ key, value }))).toEqual([
      { key: 'inserted', value: { text } },
      { key: 'put', value: { n: 3 } },
      { key: 'replaced', value: { n: 2 } },
    ]);
  });

  const conflicts = (['insert', 'replace', 'delete'] as const).flatMap((kind) =>
    [0, 1, 50, 99].map((place) => ({ kind, place })),
  );
  test.for(conflicts)('names the $kind at place $place that conflicts, and saves nothing', async (at, { store }) => {
    await save(store, [insert('bone'), insert('bystander')]);
    const stale = await etagOf(store, 'bone');
    await save(store, [{ kind: 'put', key: 'bone', value: { n: 2 } }]);
    const before = await store.list(school, everything);
    const others = Array.from({ length: 98 }, (_, n) => insert(`other:${n}`));
    const bystander: Write = { kind: 'delete', key: 'bystander', etag: await etagOf(store, 'bystander') };
    const bone: Write = { kind: at.kind, key: 'bone', value: {}, etag: stale };
    const writes = [bystander, ...others].toSpliced(at.place, 0, bone);
    expect(await store.commit(school, writes)).toEqual({ kind: 'conflict', key: 'bone' });
    expect(await store.list(school, everything)).toEqual(before);
  });

  test('names the first of several conflicts', async ({ store }) => {
    await save(store, [insert('a'), insert('b')]);
    const writes = [insert('new'), insert('b'), insert('a')];
    expect(await store.commit(school, writes)).toEqual({ kind: 'conflict', key: 'b' });
  });

  const races: [string, (etag: string) => Write][] = [
    ['insert', () => insert('new')],
    ['replace', (etag) => ({ kind: 'replace', key: 'prize', value: { n: 2 }, etag })],
    ['delete', (etag) => ({ kind: 'delete', key: 'prize', etag })],
  ];
  test.for(races)('is the only one of 32 that wins the same %s', async ([, toWrite], { home, store }) => {
    await save(store, [insert('prize')]);
    const write = toWrite(await etagOf(store, 'prize'));
    const rival = home.store();
    await rival.open();
    const runners = Array.from({ length: 32 }, (_, n) => (n % 2 === 0 ? store : rival));
    const results = await Promise.all(runners.map((runner, n) => runner.commit(school, [insert(`mark:${n}`), write])));
    await rival.close();
    const winners = [...results.keys()].filter((n) => results[n]?.kind === 'committed');
    const losers = results.filter((result) => result.kind === 'conflict' && result.key === write.key);
    expect([winners.length, losers.length]).toEqual([1, 31]);
    const marks = await store.list(school, { from: 'mark:', to: 'mark;', limit: 100 });
    expect(keysOf(marks.rows)).toEqual([`mark:${winners[0]}`]);
  });
});

async function etagOf(store: Store, key: string): Promise<string> {
  return (await read(store, key)).etag;
}
