import { describe, expect } from 'vitest';
import { key, under } from '../../src/app/rows.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import { type Store, StoreFault } from '../../src/app/store.ts';
import { everything, insert, keysOf, read, save, school } from '../support/rows.ts';
import { fixedRing } from '../support/sealer.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const pupil = 'zebedee.quillfeather@pupils.example';
const value = { said: 'they pushed me behind the purple bicycle shed' };

describe.each(drivers)('a sealed store on $name', (driver) => {
  const test = testOn(driver).extend('sealed', async ({ store }): Promise<Store> => sealedStore(store, fixedRing));

  test('gives back what it was given, by point and by range', async ({ sealed }) => {
    const at = key.mine(pupil, '2026-11-22T10:00:00.000Z', 'K7QF-3MX9');
    await save(sealed, [insert(at, value), insert(key.person('somebody else'))]);
    const row = await read(sealed, at);
    expect(row).toMatchObject({ key: at, value });
    expect((await sealed.list(school, { ...under('mine', pupil), limit: 10 })).rows).toEqual([row]);
  });

  test('leaves no word in the rows beneath, neither in values nor in keys', async ({ sealed, store }) => {
    await save(sealed, [
      insert(key.mine(pupil, '2026-11-22T10:00:00.000Z', 'K7QF-3MX9'), value),
      insert(key.person(pupil), value),
      insert(key.person('12345678'), value),
      insert(key.induction(pupil), value),
      insert(key.conversation({ channel: 'slack', kind: 'chat', conversation: `D:${pupil}` }), value),
      insert(key.seen('2026-11-22T10:00:00.000Z', `view:${pupil}`), value),
    ]);
    const words = JSON.stringify((await store.list(school, everything)).rows);
    expect(words).not.toMatch(/zebedee|quill|pupils|bicycle|said|12345678|slack/i);
    expect(words).toContain('2026-11-22');
    expect(words).toContain('K7QF-3MX9');
  });

  test('keeps lists in the order of their times', async ({ sealed }) => {
    const days = ['2026-03-01', '2025-12-31', '2026-01-15'].map((day) => `${day}T09:00:00.000Z`);
    const keys = days.map((at, n) => key.due(at, `any id ${n}`));
    await save(
      sealed,
      keys.map((one) => insert(one)),
    );
    const { rows } = await sealed.list(school, { ...under('due'), limit: 10 });
    expect(keysOf(rows)).toEqual(keys.toSorted());
  });

  test('names the key it was given in a conflict', async ({ sealed }) => {
    await save(sealed, [insert(key.person(pupil))]);
    const again = await sealed.commit(school, [insert(key.person('another')), insert(key.person(pupil))]);
    expect(again).toEqual({ kind: 'conflict', key: key.person(pupil) });
  });

  test('leaves what does not open out of what is due, says so once, and gives the rest', async ({ store }) => {
    const told: string[] = [];
    const sealed = sealedStore(store, fixedRing, { onBroken: (at, row) => told.push(`${at} ${row}`) });
    const [early, late] = ['2026-11-22T10:00:00.000Z', '2026-11-22T11:00:00.000Z'];
    await save(sealed, [insert(key.due(early, 'broken')), insert(key.due(late, 'whole'), { n: 2 })]);
    const [broken] = (await store.list(school, { ...under('due'), limit: 1 })).rows;
    if (!broken) throw new Error('nothing is due');
    await save(store, [{ kind: 'put', key: broken.key, value: { k: '00000001', s: 'AAAA' } }]);
    for (let looks = 0; looks < 3; looks++) {
      const { rows } = await sealed.list(school, { ...under('due'), limit: 10 });
      expect(rows).toMatchObject([{ key: key.due(late, 'whole'), value: { n: 2 } }]);
    }
    expect(told).toEqual([`${school} ${broken.key}`]);
    await expect(sealed.get(school, key.due(early, 'broken'))).rejects.toThrow(StoreFault);
  });

  test('takes a row that was moved, changed or written around it for a fault', async ({ sealed, store }) => {
    await save(sealed, [insert('case:a', { who: 'a' }), insert('case:b', { who: 'b' })]);
    const [one, two] = (await store.list(school, everything)).rows;
    if (!one || !two) throw new Error('no rows');
    const spoilt = [
      two.value,
      { ...one.value, s: `${String(one.value['s']).slice(0, -8)}AAAAAAA=` },
      { ...one.value, k: '00000007' },
      { who: 'b' },
    ];
    for (const value of spoilt) {
      await save(store, [{ kind: 'put', key: one.key, value }]);
      for (const call of [sealed.get(school, 'case:a'), sealed.list(school, everything)]) {
        await expect(call).rejects.toThrow(StoreFault);
      }
      expect(await read(sealed, 'case:b')).toMatchObject({ value: { who: 'b' } });
    }
  });
});
