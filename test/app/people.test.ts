import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Press } from '../../src/conversation/press.ts';
import { wording } from '../../src/conversation/wording.ts';
import { partiesOf } from '../../src/domain/parties.ts';
import { type House, report } from '../support/house.ts';
import { add, game, jo, looksInto, open, openPeopledHouse } from '../support/parties.ts';
import { eventKinds } from '../support/records.ts';

let house: House;
beforeEach(async () => {
  house = await openPeopledHouse();
});
afterEach(() => house.close());

const { head, shown } = looksInto(() => house);

describe('the people of a case', () => {
  it('are those of the report until somebody changes them, and every change is on the record with its reason', async () => {
    const id = await report(house, 'teacher', game, { subjects: [jo] });
    expect(await shown('dsl', add(id))).toContain('Sam Madeup');
    await house.presses('dsl', {
      verb: 'case.party-change',
      case: id,
      party: 'p1',
      person: 'none',
      name: '',
      type: 'same',
      part: 'bystander',
      reason: 'only saw it',
    });
    await house.presses('deputy', { verb: 'case.party-remove', case: id, party: 'p2', reason: 'was away that day' });
    expect(partiesOf(await head(id))).toEqual([{ ...jo, id: 'p1', part: 'bystander' }]);
    expect((await head(id)).report.subjects).toEqual([jo]);
    const detail = await shown('dsl', open(id));
    for (const words of ['said by a friend', 'only saw it', 'was away that day']) expect(detail).toContain(words);
    expect(await eventKinds(house.store, id)).toEqual(
      expect.arrayContaining(['party-added', 'party-changed', 'party-removed']),
    );
  });

  it('are changed and removed where they stand in the report alone', async () => {
    const id = await report(house, 'teacher', game, { subjects: [jo, { ...jo, name: 'Al' }] });
    const change = { person: 'none', name: 'Alex', type: 'same', part: 'same', reason: 'full name' } as const;
    await house.presses('dsl', { verb: 'case.party-change', case: id, party: 'p2', ...change });
    await house.presses('dsl', { verb: 'case.party-remove', case: id, party: 'p1', reason: 'mistake' });
    expect(partiesOf(await head(id)).map(({ name }) => name)).toEqual(['Alex']);
  });

  it('an id is never given twice', async () => {
    const id = await report(house, 'teacher', game, { subjects: [jo] });
    await house.presses('dsl', add(id));
    await house.presses('dsl', { verb: 'case.party-remove', case: id, party: 'p2', reason: 'mistake' });
    await house.presses('dsl', add(id, { name: 'Else' }));
    expect(partiesOf(await head(id)).map((one) => one.id)).toEqual(['p1', 'p3']);
  });

  it('are not for those who only mend machines: no name of theirs, and no form', async () => {
    const id = await report(house, 'teacher', 'my laptop was stolen from the car', { subjects: [jo] });
    await house.presses('dsl', add(id));
    const seen = await shown('itsupport', open(id));
    expect(seen).not.toMatch(/Jo Invented|Sam Madeup/);
    expect(await shown('itsupport', add(id))).toContain('This has been recorded');
    expect(await shown('itsupport', { verb: 'case.chronology', case: id, party: 'p1' })).toContain('been recorded');
  });

  it.each([
    ['nobody in particular', { name: '', type: 'unknown' }, wording['case.invalid.empty']],
    ['somebody without a reason', { reason: ' ' }, wording['case.invalid.empty']],
  ])('%s is not added', async (_, more, words) => {
    const id = await report(house, 'teacher', game);
    expect(await shown('dsl', add(id, more))).toContain(words.slice(13, 60));
    expect(partiesOf(await head(id))).toEqual([]);
  });
});

describe('the three times', () => {
  const times = (id: string, more: object): Press => ({
    verb: 'case.times',
    case: id,
    occurredOn: '2026-01-05',
    occurredAt: '12:30',
    noticedOn: '2026-01-06',
    noticedAt: '',
    reason: 'the register says so',
    ...more,
  });

  it('are corrected with a reason; the report keeps what was said, and the record both', async () => {
    const id = await report(house, 'teacher', game, { occurredOn: '2026-01-04', noticedOn: '2026-01-06' });
    const detail = await shown('dsl', times(id, {}));
    expect(detail).toContain('Monday 5 January 2026, 12:30');
    expect(detail).toContain('the register says so');
    expect(detail).toContain('Sunday 4 January 2026');
    expect(detail).toContain(wording['people.reported']);
    expect((await head(id)).report.occurredOn).toBe('2026-01-04');
  });

  it.each([
    ['a day that is none', { occurredOn: '2026-02-31' }, 'could not read'],
    ['a day to come', { noticedOn: '2999-01-01' }, 'has not come yet'],
    ['noticed before it happened', { noticedOn: '2026-01-04' }, 'before it happened'],
    ['no reason', { reason: '' }, 'left empty'],
  ])('%s is refused in words', async (_, more, words) => {
    const id = await report(house, 'teacher', game);
    expect(await shown('dsl', times(id, more))).toContain(words);
    expect((await head(id)).times).toBeUndefined();
  });
});
