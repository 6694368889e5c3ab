import { describe, expect } from 'vitest';
import { anchorOf, anchorText, compareWithAnchor, readAnchor } from '../../src/app/anchor.ts';
import { key, under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import { systemClock } from '../../src/app/system.ts';
import { verifyOne, verifySchool } from '../../src/app/verify.ts';
import { forge, keysOfCase, rowAt, takeAway, writeAnew } from '../support/casework.ts';
import { openHouse, report } from '../support/house.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

type Two = { readonly one: string; readonly other: string };

/** Two cases: one worked to its end and reopened, and another that was just reported. */
async function twoCases(store: Store): Promise<Two> {
  const house = await openHouse({ store: { ...store, open: async () => undefined, close: async () => undefined } });
  try {
    const one = await report(house, 'teacher', 'A boy in year 9 showed a horrible group chat');
    await house.presses('dsl', { verb: 'case.open', case: one });
    await house.presses('dsl', { verb: 'case.acknowledge', case: one });
    await house.presses('dsl', { verb: 'case.note', case: one, text: 'Spoke to him' });
    await house.presses('dsl', { verb: 'case.close', case: one, outcome: 'Talked it over', lessons: 'none' });
    await house.presses('dsl', { verb: 'case.reopen', case: one, reason: 'It happened again' });
    const other = await report(house, 'pupil', 'someone keeps sending me horrible stuff');
    return { one, other };
  } finally {
    await house.close();
  }
}

function verify(store: Store) {
  return verifySchool({ store, school: 'harbour', now: systemClock.now() });
}

async function found(store: Store) {
  return (await verify(store)).found;
}

for (const driver of drivers) {
  const test = testOn(driver);
  describe(`verifying a school on ${driver.name}`, () => {
    test('finds nothing in a record that nobody touched', async ({ store }) => {
      const { one, other } = await twoCases(store);
      const verified = await verify(store);
      expect(verified.found).toEqual([]);
      expect(verified.marks.map(({ id }) => id).toSorted()).toEqual([one, other].toSorted());
      expect(verified.events).toBeGreaterThanOrEqual(7);
      expect(await verifyOne({ store, school: 'harbour', now: systemClock.now() }, one)).toEqual([]);
    });

    test('finds a changed event', async ({ store }) => {
      const { one } = await twoCases(store);
      const row = await rowAt(store, key.event(one, 2));
      await forge(store, row.key, { ...row.value, at: '2020-01-01T00:00:00.000Z' });
      expect(await found(store)).toContainEqual({ caseId: one, flaw: { kind: 'changed', seq: 2 } });
    });

    test('finds a removed event, and a removed last one', async ({ store }) => {
      const { one, other } = await twoCases(store);
      const { rows } = await store.list('harbour', { ...under('event', other), limit: 100 });
      await takeAway(store, key.event(one, 3), rows.at(-1)?.key ?? '');
      const flaws = await found(store);
      expect(flaws).toContainEqual({ caseId: one, flaw: { kind: 'missing', seq: 3 } });
      const [seq, last] = [rows.length, rows.length - 1];
      expect(flaws).toContainEqual({ caseId: other, flaw: { kind: 'cut-short', seq, last } });
    });

    test('finds swapped events', async ({ store }) => {
      const { one } = await twoCases(store);
      const [second, third] = [await rowAt(store, key.event(one, 2)), await rowAt(store, key.event(one, 3))];
      await forge(store, second.key, third.value);
      await forge(store, third.key, second.value);
      expect(await found(store)).toEqual(
        expect.arrayContaining([2, 3].map((seq) => ({ caseId: one, flaw: { kind: 'misplaced', seq } }))),
      );
    });

    test('finds a case whose report was changed', async ({ store }) => {
      const { one } = await twoCases(store);
      const head = await rowAt(store, key.case(one));
      await forge(store, head.key, { ...head.value, report: { what: 'nothing happened' } });
      expect(await found(store)).toContainEqual({
        caseId: one,
        flaw: { kind: 'head-changed', seq: Number(head.value['seq']) },
      });
    });

    test('finds a head without events, and events without a head', async ({ store }) => {
      const { one, other } = await twoCases(store);
      const events = (await keysOfCase(store, other)).filter((at) => at.startsWith('event:'));
      await takeAway(store, key.case(one), ...events);
      const flaws = await found(store);
      expect(flaws).toContainEqual({ caseId: one, flaw: { kind: 'no-head' } });
      expect(flaws).toContainEqual({ caseId: other, flaw: { kind: 'cut-short', seq: events.length, last: 0 } });
    });

    test('finds lines missing from lists, and lines too many', async ({ store }) => {
      const { one, other } = await twoCases(store);
      const keys = await keysOfCase(store, one);
      await takeAway(store, ...keys.filter((at) => /^(open|mine):/.test(at)));
      const open = (await keysOfCase(store, other)).find((at) => at.startsWith('open:')) ?? '';
      const line = await rowAt(store, open);
      await forge(store, open, { ...line.value, severity: 'low' });
      await forge(store, open.replace(other, 'ZZZZ-9999'), line.value);
      expect(await found(store)).toEqual(
        [
          ...[
            { caseId: one, flaw: { kind: 'not-listed' } },
            { caseId: one, flaw: { kind: 'not-in-own-list' } },
          ],
          { caseId: other, flaw: { kind: 'listed-otherwise' } },
          { caseId: 'ZZZZ-9999', flaw: { kind: 'wrongly-listed' } },
        ].toSorted((a, b) => (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0)),
      );
    });

    test('needs an anchor to find a case that was removed whole', async ({ store }) => {
      const { one, other } = await twoCases(store);
      const anchor = anchorOf('harbour', systemClock.now(), await verify(store));
      await takeAway(store, ...(await keysOfCase(store, one)));
      const verified = await verify(store);
      expect(verified.found).toEqual([]);
      expect(verified.marks.map(({ id }) => id)).toEqual([other]);
      expect(await compareWithAnchor(store, anchor, verified)).toEqual([{ caseId: one, flaw: { kind: 'case-gone' } }]);
    });

    test('needs an anchor to find a chain that was written anew from end to end', async ({ store }) => {
      const { one } = await twoCases(store);
      const anchor = anchorOf('harbour', systemClock.now(), await verify(store));
      const mark = anchor.cases.find(({ id }) => id === one);
      await writeAnew(store, one, 2, 'It was nothing');
      const verified = await verify(store);
      expect(verified.found).toEqual([]);
      expect(await compareWithAnchor(store, anchor, verified)).toEqual([
        { caseId: one, flaw: { kind: 'written-anew', seq: mark?.seq } },
      ]);
    });

    test('finds nothing against an anchor after which people went on working', async ({ store }) => {
      await twoCases(store);
      const anchor = anchorOf('harbour', systemClock.now(), await verify(store));
      const house = await openHouse({ store: { ...store, open: async () => undefined, close: async () => undefined } });
      const [first] = anchor.cases;
      await house.presses('dsl', { verb: 'case.note', case: first?.id ?? '', text: 'Another day' });
      await report(house, 'teacher', 'A girl in year 8 showed me a horrible message');
      await house.close();
      expect(await compareWithAnchor(store, anchor, await verify(store))).toEqual([]);
    });

    test('takes nobody’s work for damage, however many work meanwhile', async ({ store }) => {
      const { one } = await twoCases(store);
      const house = await openHouse({ store: { ...store, open: async () => undefined, close: async () => undefined } });
      const notes = Array.from({ length: 12 }, (_, at) =>
        house.presses('dsl', { verb: 'case.note', case: one, text: `note ${at}` }),
      );
      const looks = Array.from({ length: 4 }, () => found(store));
      for (const flaws of await Promise.all(looks)) expect(flaws).toEqual([]);
      await Promise.all(notes);
      await house.close();
    });
  });
}

describe('an anchor file', () => {
  const cases = [{ id: 'AAAA-0001', seq: 3, hash: 'a'.repeat(64) }];
  const text = anchorText([{ school: 'harbour', at: '2026-11-22T05:00:00.000Z', cases }]);
  const test = testOn(drivers[0] as (typeof drivers)[number]);

  test('reads as it was written', () => {
    expect(readAnchor(text)?.schools[0]?.cases).toEqual(cases);
  });

  test('that was damaged, or is none, is not read', () => {
    for (const other of [text.replace('"seq": 3', '"seq": 2'), text.slice(1), '{}', '']) {
      expect(readAnchor(other)).toBeUndefined();
    }
  });
});
