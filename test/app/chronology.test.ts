import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Press } from '../../src/conversation/press.ts';
import { say } from '../../src/conversation/wording.ts';
import { closing } from '../support/closing.ts';
import { type House, report, viewOf, wordsOf } from '../support/house.ts';
import { add, game, jo, looksInto, open, openPeopledHouse } from '../support/parties.ts';
import { eventsOf } from '../support/records.ts';

let house: House;
beforeEach(async () => {
  house = await openPeopledHouse();
});
afterEach(() => house.close());

const { shown } = looksInto(() => house);

describe('a person across cases', () => {
  it('the chronology lists what its reader may open, and nothing hints at what they may not', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const secret = await report(house, 'teacher', 'something about a grown-up worries me', {
      subjects: [{ name: 'Devon Specimen', kind: 'staff', part: 'alleged' }, jo],
    });
    const c = await report(house, 'pupil', game, {
      subjects: [{ name: 'Miss Jo Invented', kind: 'pupil', part: 'alleged' }],
    });
    await house.presses('dsl', closing(a, { outcome: 'talked it over', lessons: 'none' }));
    const press: Press = { verb: 'case.chronology', case: c, party: 'p1' };
    const ofDsl = viewOf(await house.presses('dsl', press), 'case-detail');
    expect(ofDsl.history.map(({ when }) => when.slice(0, 9))).toEqual([a, c]);
    expect(wordsOf(ofDsl)).toContain('talked it over');
    expect(wordsOf(ofDsl)).toContain('2 in all');
    expect(wordsOf(ofDsl)).not.toContain(secret);
    const ofHead = viewOf(await house.presses('head', press), 'case-detail');
    expect(ofHead.history.map(({ when }) => when.slice(0, 9))).toEqual([a, secret, c]);
    const opened = (await eventsOf(house.store, c)).filter(({ event }) => event.kind === 'chronology-opened');
    expect(opened.map(({ by }) => by?.id)).toEqual(['dsl', 'head']);
  });

  it('the third report in six weeks is pointed out: without a name on the card, which counts no private case', async () => {
    await report(house, 'teacher', game, { subjects: [jo] });
    await report(house, 'teacher', 'something about a grown-up worries me', {
      subjects: [{ name: 'Somebody', kind: 'staff', part: 'alleged' }, jo],
    });
    const second = await report(house, 'teacher', game, { subjects: [jo] });
    const card = async (id: string) =>
      (
        await house.channel.find(
          ({ to, view }) => to.kind === 'channel' && view.kind === 'case-card' && wordsOf(view).includes(id),
        )
      ).view;
    expect(wordsOf(await card(second))).not.toContain('in 6 weeks');
    expect(await shown('dsl', open(second))).toContain(say('people.repeat-named', { nth: '2nd', name: 'Jo Invented' }));
    expect(await shown('head', open(second))).toContain(
      say('people.repeat-named', { nth: '3rd', name: 'Jo Invented' }),
    );
    const third = await report(house, 'pupil', game, { subjects: [jo] });
    const words = wordsOf(await card(third));
    expect(words).toContain(say('people.repeat-value', { nth: '3rd' }));
    expect(words).not.toContain('Jo');
    expect(await shown('dsl', open(second))).toContain('2nd');
  });

  it('whoever is taken out of a case is not found by it any more, and is again when put back', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'teacher', game, { subjects: [jo] });
    const entries = async () =>
      viewOf(await house.presses('dsl', { verb: 'case.chronology', case: b, party: 'p1' }), 'case-detail').history
        .length;
    expect(await entries()).toBe(2);
    await house.presses('dsl', { verb: 'case.party-remove', case: a, party: 'p1', reason: 'another Jo' });
    expect(await entries()).toBe(1);
    await house.presses('dsl', add(a, { name: 'jo invented' }));
    expect(await entries()).toBe(2);
  });

  it('the index holds no name, in no key and no value', async () => {
    const id = await report(house, 'teacher', game, {
      subjects: [jo, { name: 'Ike Fixture', kind: 'staff', part: 'target' }],
    });
    await house.presses('dsl', add(id));
    const rows: string[] = [];
    for await (const { key, value } of all(house.store, 'harbour', under('subject')))
      rows.push(key + JSON.stringify(value));
    expect(rows.length).toBe(4);
    expect(rows.join('\n')).not.toMatch(/jo|invented|ike|fixture|sam|madeup/i);
  });
});
