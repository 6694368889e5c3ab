import { describe, expect } from 'vitest';
import { checkRows } from '../../src/app/keys/check-rows.ts';
import { KeysRefused } from '../../src/app/keys/key-rows.ts';
import { openKeyRing } from '../../src/app/keys/open-key-ring.ts';
import { rewriteRows } from '../../src/app/keys/rewrite.ts';
import { rewrapKeys, rotateKeys } from '../../src/app/keys/rotate.ts';
import type { Wrapper } from '../../src/app/keys/wrapper.ts';
import { key, under } from '../../src/app/rows.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import { createSealer } from '../../src/app/sealer.ts';
import type { Store, Write } from '../../src/app/store.ts';
import { everything, insert, keysOf, read, save, school } from '../support/rows.ts';
import { testWrapper } from '../support/sealer.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const wrapper = testWrapper();
const other = testWrapper(Buffer.alloc(32, 9).toString('base64'), 'LANTERN_SEAL_KEY_NEXT');
const at = '2026-11-22T10:00:00.000Z';

/** A process of its own over the same rows. */
async function open(raw: Store, wrappers: readonly Wrapper[] = [wrapper]) {
  const ring = await openKeyRing(raw, [school], wrappers);
  return { ring, store: sealedStore(raw, ring), sealer: createSealer(ring) };
}

/** Which data key each row is under. */
async function keysUsed(raw: Store): Promise<readonly unknown[]> {
  const { rows } = await raw.list(school, everything);
  return [...new Set(rows.filter(({ key }) => !key.startsWith('keys:')).map(({ value }) => value['k']))];
}

describe.each(drivers)('keys on $name', (driver) => {
  const test = testOn(driver);

  test('are made once, also when two begin at once, and found again', async ({ store: raw }) => {
    const both = await Promise.all([open(raw), open(raw)]);
    await save(both[0].store, [insert('case:a')]);
    expect(await read(both[1].store, 'case:a')).toMatchObject({ value: { n: 1 } });
    const later = await open(raw);
    expect(await read(later.store, 'case:a')).toMatchObject({ value: { n: 1 } });
    const print = (one: typeof later) => one.sealer.fingerprint(school, 'subject', 'Jo');
    expect(new Set([...both, later].map(print)).size).toBe(1);
  });

  describe('are refused at the start', () => {
    test('where the seal key is another', async ({ store: raw }) => {
      await open(raw);
      await expect(open(raw, [other])).rejects.toThrow(KeysRefused);
      await expect(open(raw, [other])).rejects.toThrow(/^LANTERN_SEAL_KEY_NEXT: is not the key that the records of/);
    });

    test.for(['keys:index', 'keys:00000001', 'keys:00000002'])(
      'where the row %s is gone',
      async (gone, { store: raw }) => {
        await open(raw);
        await rotateKeys(raw, school, [wrapper]);
        await save(raw, [{ kind: 'delete', key: gone }]);
        await expect(open(raw)).rejects.toThrow(
          `LANTERN_SEAL_KEY: cannot open all records of ${school}, because the row ${gone} is gone`,
        );
      },
    );

    test('where sealed rows are there and no keys at all', async ({ store: raw }) => {
      await save((await open(raw)).store, [insert('case:a')]);
      await save(raw, [
        { kind: 'delete', key: 'keys:index' },
        { kind: 'delete', key: 'keys:00000001' },
      ]);
      await expect(open(raw)).rejects.toThrow(
        /^LANTERN_SEAL_KEY: opens nothing, because the store holds sealed records/,
      );
    });

    const changes: [string, (row: Record<string, unknown>) => Record<string, unknown>][] = [
      ['wrapped bytes', (row) => ({ ...row, wrapped: Buffer.alloc(92).toString('base64') })],
      ['a school', (row) => ({ ...row, school: 'another' })],
      ['an older number', (row) => ({ ...row, newest: '00000001' })],
      ['leave for rows in plain words', (row) => ({ ...row, plain: true })],
    ];
    test.for(changes)('where somebody wrote into their row: %s', async ([, change], { store: raw }) => {
      await open(raw);
      await rotateKeys(raw, school, [wrapper]);
      const { key, value } = await read(raw, 'keys:index');
      await save(raw, [{ kind: 'put', key, value: change(value) }]);
      await expect(open(raw)).rejects.toThrow(/^LANTERN_SEAL_KEY: (does not open|opens) the key index of school-1/);
    });
  });

  test('seal at the start what was written before there were keys, however much', async ({ store: raw }) => {
    const plain = [
      ...Array.from({ length: 90 }, (_, n) => insert(key.mine(`pupil ${n}`, at, 'K7QF-3MX9'), { who: 'Zebedee' })),
      insert('case:K7QF-3MX9', { what: 'Zebedee pushed me' }),
    ];
    await save(raw, plain);
    const [{ store }] = await Promise.all([open(raw), open(raw)]);
    expect((await store.list(school, everything)).rows).toHaveLength(91);
    expect(await read(store, 'case:K7QF-3MX9')).toMatchObject({ value: { what: 'Zebedee pushed me' } });
    expect((await store.list(school, { ...under('mine', 'pupil 7'), limit: 9 })).rows).toHaveLength(1);
    const { rows } = await raw.list(school, everything);
    expect(rows).toHaveLength(91 + 2);
    expect(JSON.stringify(rows)).not.toMatch(/Zebedee|pupil/);
  });

  test('a row in plain words is a fault once there are keys', async ({ store: raw }) => {
    const { store } = await open(raw);
    await save(raw, [insert('case:K7QF-3MX9', { what: 'forged' })]);
    await expect(store.get(school, 'case:K7QF-3MX9')).rejects.toThrow('sealed: get failed');
  });

  test('can be rotated while others run, who find the new one with the first row that needs it', async ({
    store: raw,
  }) => {
    const [one, two] = [await open(raw), await open(raw)];
    await save(one.store, [insert('case:AAAA-0000', { by: 'old' })]);
    const sealed = one.sealer.seal(school, 'Zebedee', 'reporter:a');
    expect(await rotateKeys(raw, school, [wrapper])).toBe('00000002');
    const three = await open(raw);
    await save(three.store, [insert('case:BBBB-0000', { by: 'new' })]);
    await save(two.store, [insert('case:CCCC-0000', { by: 'a process that does not know yet' })]);
    for (const { store, sealer } of [one, two, three]) {
      const { rows } = await store.list(school, everything);
      expect(keysOf(rows)).toEqual(['case:AAAA-0000', 'case:BBBB-0000', 'case:CCCC-0000']);
      expect(sealer.unseal(school, sealed, 'reporter:a')).toBe('Zebedee');
      expect(sealer.fingerprint(school, 'subject', 'Jo')).toBe(three.sealer.fingerprint(school, 'subject', 'Jo'));
    }
    await save(two.store, [insert('case:DDDD-0000')]);
    expect((await read(raw, 'case:DDDD-0000')).value).toMatchObject({ k: '00000002' });
  });

  test('rotated by two at once are two new ones', async ({ store: raw }) => {
    await open(raw);
    const made = await Promise.all([rotateKeys(raw, school, [wrapper]), rotateKeys(raw, school, [wrapper])]);
    expect(made.toSorted()).toEqual(['00000002', '00000003']);
    expect((await open(raw)).ring.keysOf(school).newest).toBe('00000003');
  });

  test('take over every row when it is written again, and a row that does not open is named', async ({
    store: raw,
  }) => {
    const { store, ring } = await open(raw);
    const writes = Array.from({ length: 95 }, (_, n): Write => insert(key.person(`person ${n}`), { n }));
    await save(store, writes);
    await rotateKeys(raw, school, [wrapper]);
    expect(await rewriteRows(raw, ring, school)).toEqual({ written: 95, left: 0, broken: [] });
    expect(await keysUsed(raw)).toEqual(['00000002']);
    expect(await rewriteRows(raw, ring, school)).toEqual({ written: 0, left: 0, broken: [] });
    const { rows } = await store.list(school, { ...under('person'), limit: 1_000 });
    expect(rows.map(({ value }) => value['n']).toSorted()).toEqual(writes.map((_, n) => n).toSorted());

    await save(raw, [insert('case:x', { k: '00000001', s: 'AAAA' })]);
    expect(await rewriteRows(raw, ring, school)).toMatchObject({ broken: ['case:x'] });
    expect(await checkRows(raw, ring, school)).toMatchObject({
      newest: '00000002',
      rows: { '00000001': 0, '00000002': 95 },
      broken: ['case:x'],
    });
  });

  test('written again go on where that was broken off', async ({ store: raw }) => {
    const { store, ring } = await open(raw);
    const writes = Array.from({ length: 130 }, (_, n): Write => insert(key.person(`person ${n}`), { n }));
    for (const part of [writes.slice(0, 90), writes.slice(90)]) await save(store, part);
    await rotateKeys(raw, school, [wrapper]);
    let commits = 0;
    const dying: Store = {
      ...raw,
      commit: async (...args) => (++commits > 2 ? Promise.reject(new Error('killed')) : raw.commit(...args)),
    };
    await expect(rewriteRows(dying, ring, school)).rejects.toThrow('killed');
    expect(await keysUsed(raw)).toHaveLength(2);
    expect(await rewriteRows(raw, ring, school)).toEqual({ written: 50, left: 0, broken: [] });
    expect((await store.list(school, { ...under('person'), limit: 1_000 })).rows).toHaveLength(130);
  });

  test('written again leave what somebody changes meanwhile as it is then', async ({ store: raw }) => {
    const { store, ring } = await open(raw);
    await save(store, [insert('case:AAAA-0000', { n: 'before' }), insert('case:BBBB-0000', { n: 'before' })]);
    await rotateKeys(raw, school, [wrapper]);
    let meanwhile: () => Promise<void> = async () => {
      meanwhile = async () => undefined;
      await save(store, [{ kind: 'put', key: 'case:BBBB-0000', value: { n: 'meanwhile' } }]);
    };
    const busy: Store = { ...raw, commit: async (...args) => meanwhile().then(() => raw.commit(...args)) };
    expect(await rewriteRows(busy, ring, school)).toMatchObject({ left: 0, broken: [] });
    expect(await read(store, 'case:AAAA-0000')).toMatchObject({ value: { n: 'before' } });
    expect(await read(store, 'case:BBBB-0000')).toMatchObject({ value: { n: 'meanwhile' } });
  });

  test('can be wrapped anew, and then the old seal key opens nothing', async ({ store: raw }) => {
    const running = await open(raw);
    await save(running.store, [insert('case:a')]);
    await rotateKeys(raw, school, [wrapper]);
    const both = [wrapper, other];
    expect(await rewrapKeys(raw, school, both, other)).toBe(3);
    await expect(open(raw)).rejects.toThrow(/^LANTERN_SEAL_KEY: is not the key/);
    expect(await rotateKeys(raw, school, both)).toBe('00000003');
    const after = await open(raw, [other]);
    expect(await read(after.store, 'case:a')).toMatchObject({ value: { n: 1 } });
    await save(running.store, [insert('case:b')]);
    expect(await read(after.store, 'case:b')).toMatchObject({ value: { n: 1 } });
  });
});
