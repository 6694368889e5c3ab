import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { under } from '../../src/app/rows.ts';
import { systemClock, systemIds } from '../../src/app/system.ts';
import { type Purpose, takeOut } from '../../src/app/take-out.ts';
import { verifyOne } from '../../src/app/verify.ts';
import type { RecordedEvent } from '../../src/domain/case.ts';
import { type House, openHouse, report } from '../support/house.ts';
import { harbour, who } from '../support/school.ts';

const show: Purpose = { kind: 'show', terminal: 'root' };
const copy: Purpose = { kind: 'export', for: 'police', format: 'json', terminal: 'root' };

let house: House;
const cases: Record<string, string> = {};

beforeAll(async () => {
  house = await openHouse();
  cases['of a pupil'] = await report(house, 'teacher', 'a girl in year 8 showed me a horrible group chat');
  const about = (name: string, kind: 'dsl' | 'headteacher') => ({
    subjects: [{ name, kind, part: 'alleged' as const }],
  });
  cases['of the DSL'] = await report(house, 'teacher', 'She sent a pupil messages', about('Dana Sample', 'dsl'));
  cases['of the headteacher'] = await report(
    house,
    'teacher',
    'He sent a pupil messages',
    about('Hedley Placeholder', 'headteacher'),
  );
});
afterAll(() => house.close());

function take(id: string, caseId: string, purpose: Purpose) {
  const { store } = house;
  return takeOut({ store, clock: systemClock, ids: systemIds, school: harbour, person: who(id), caseId, purpose });
}

async function eventsOf(id: string): Promise<readonly RecordedEvent[]> {
  const { rows } = await house.store.list('harbour', { ...under('event', id), limit: 1_000 });
  return rows.map(({ value }) => value as RecordedEvent);
}

describe('taking a case out', () => {
  it.each([
    ['of a pupil', ['dsl', 'deputy', 'head']],
    ['of the DSL', ['head']],
    ['of the headteacher', ['chair']],
  ])('%s is for those who work it and for nobody else at school, and each try is on its record', async (what, may) => {
    const id = cases[what] ?? '';
    for (const purpose of [show, copy]) {
      const given: string[] = [];
      for (const person of harbour.people) {
        if ((await take(person.id, id, purpose)).kind === 'file') given.push(person.id);
        const last = (await eventsOf(id)).at(-1);
        const done = given.includes(person.id) ? (purpose === show ? 'opened' : 'exported') : 'refused';
        expect(last).toMatchObject({ by: { id: person.id }, event: { kind: done } });
      }
      expect(given).toEqual(may);
    }
    expect(await verifyOne({ store: house.store, school: 'harbour', now: systemClock.now() }, id)).toEqual([]);
  });

  it('ends with its own event, however many take it at once', async () => {
    const id = cases['of a pupil'] ?? '';
    const taken = await Promise.all(Array.from({ length: 6 }, () => take('dsl', id, { ...copy, for: 'school' })));
    const ends = taken.map((one) => (one.kind === 'file' ? one.file.proof.seq : 0));
    expect(new Set(ends).size).toBe(6);
    for (const one of taken) {
      const last = one.kind === 'file' ? one.file.chronology.at(-1) : undefined;
      expect(last).toMatchObject({ hash: one.kind === 'file' && one.file.proof.hash, event: { kind: 'exported' } });
    }
  });

  it('stops for those whom a restriction shuts out', async () => {
    const id = cases['of a pupil'] ?? '';
    await house.presses('dsl', {
      verb: 'case.restrict',
      case: id,
      first: 'me',
      second: 'head',
      reason: 'close to home',
    });
    const given = [];
    for (const { id: person } of harbour.people) {
      if ((await take(person, id, show)).kind === 'file') given.push(person);
    }
    expect(given).toEqual(['dsl', 'head']);
  });
});
