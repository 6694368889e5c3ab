import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { all, readCase } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { RecordedEvent } from '../../src/domain/case.ts';
import type { Role } from '../../src/domain/people.ts';
import { actions } from '../../src/domain/permissions.ts';
import { chatOf, type House, openHouse, report, wordsOf } from '../support/house.ts';

/** Written out by hand, so that a change of the table in `domain/` has to be made twice on purpose. */
const mayOnOrdinaryCase: Record<Role, string> = {
  pupil: '',
  staff: '',
  dsl: 'open acknowledge assign note escalate told close reopen',
  'deputy-dsl': 'open acknowledge assign note escalate told close reopen',
  headteacher: 'open acknowledge assign note escalate told close reopen',
  'chair-of-governors': '',
  'it-support': '',
  'data-protection': '',
  governor: '',
  admin: '',
};

const personOf: Record<Role, string> = {
  pupil: 'pupil',
  staff: 'teacher',
  dsl: 'dsl',
  'deputy-dsl': 'deputy',
  headteacher: 'head',
  'chair-of-governors': 'chair',
  'it-support': 'itsupport',
  'data-protection': 'dataprot',
  governor: 'governor',
  admin: 'admin',
};

const press: Record<string, (id: string) => Press> = {
  open: (id) => ({ verb: 'case.open', case: id }),
  acknowledge: (id) => ({ verb: 'case.acknowledge', case: id }),
  assign: (id) => ({ verb: 'case.assign', case: id, to: 'deputy' }),
  note: (id) => ({ verb: 'case.note', case: id, text: 'a note' }),
  escalate: (id) => ({ verb: 'case.escalate', case: id, to: 'deputy', reason: 'a reason' }),
  told: (id) => ({ verb: 'case.told', case: id, body: 'police', who: 'desk', number: '101', when: 'now' }),
  close: (id) => ({ verb: 'case.close', case: id, outcome: 'settled', lessons: 'none' }),
  reopen: (id) => ({ verb: 'case.reopen', case: id, reason: 'again' }),
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function eventsOf(id: string): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const row of all(house.store, 'harbour', under('event', id))) events.push(row.value as RecordedEvent);
  return events;
}

const cells = (Object.keys(mayOnOrdinaryCase) as Role[]).flatMap((role) =>
  Object.keys(press).map((action) => ({
    role,
    action,
    outcome: mayOnOrdinaryCase[role].split(' ').includes(action) ? 'allowed' : 'refused',
  })),
);

describe('who may do what to an ordinary case', () => {
  it.each(cells)('$role: $action is $outcome', async ({ role, action, outcome }) => {
    const id = await report(house, 'teacher', `somebody was picked on in a game (${role} ${action})`);
    if (action === 'reopen') await house.presses('dsl', { verb: 'case.close', case: id, outcome: 'x', lessons: 'y' });
    const before = await eventsOf(id);
    const actor = personOf[role];

    const answers = await house.presses(actor, press[action]?.(id) ?? { verb: 'help' }, 'channel');

    const added = (await eventsOf(id)).slice(before.length).filter(({ by }) => by?.id === actor);
    const refusals = added.filter(({ event }) => event.kind === 'refused');
    expect(refusals.length).toBe(outcome === 'refused' ? 1 : 0);
    expect(added.length).toBe(1);
    const refusedInWords = answers.some(({ view }) => wordsOf(view).includes('This has been recorded'));
    expect(refusedInWords).toBe(outcome === 'refused');
  });

  it('every action of the table is tried, but for what concerns no case', () => {
    const tried = new Set(Object.keys(press).map((action) => (action === 'told' ? 'escalate' : action)));
    expect(actions.filter((action) => !tried.has(action))).toEqual(['report', 'own', 'cases']);
  });
});

const mayList = ['dsl', 'deputy-dsl', 'headteacher', 'chair-of-governors', 'it-support', 'data-protection'];

describe('who may list cases', () => {
  it.each(Object.keys(personOf) as Role[])('%s', async (role) => {
    const answers = await house.says(personOf[role], 'cases');
    const listed = answers.some(({ view }) => view.kind === 'case-list');
    expect(listed).toBe(mayList.includes(role));
    const refusals = await rowsUnder('refused', personOf[role]);
    expect(refusals).toBe(listed ? 0 : 1);
  });
});

async function rowsUnder(kind: string, person: string): Promise<number> {
  let count = 0;
  for await (const { value } of all(house.store, 'harbour', under(kind))) {
    if ((value as { by: { id: string } }).by.id === person) count++;
  }
  return count;
}

describe('a refusal in a channel', () => {
  it('is told in the person’s own chat when the platform has no private answer', async () => {
    const id = await report(house, 'teacher', 'somebody was picked on in a game');
    await house.says('governor', 'hello');
    const answers = await house.presses('governor', { verb: 'case.acknowledge', case: id }, 'channel', 'message');
    expect(answers).toEqual([]);
    await house.channel.find(
      ({ to, view }) => to.conversation === chatOf('governor').conversation && wordsOf(view).includes('recorded'),
    );
  });

  it('sounds the same for a case that does not exist, and is recorded', async () => {
    const real = await report(house, 'teacher', 'somebody was picked on in a game');
    const refused = await house.presses('governor', { verb: 'case.open', case: real }, 'channel');
    const missing = await house.presses('governor', { verb: 'case.open', case: 'AAAA-0000' }, 'channel');
    expect(missing.map(({ view }) => view)).toEqual(refused.map(({ view }) => view));
    expect(await readCase(house.store, 'harbour', 'AAAA-0000')).toBeUndefined();
  });
});

const privateCases = [
  { about: 'a member of staff', kind: 'staff', name: 'Somebody Else', sees: ['head'] },
  { about: 'the headteacher', kind: 'headteacher', name: '', sees: ['chair'] },
  { about: 'the headteacher, picked as staff and named', kind: 'staff', name: 'Mr Placeholder', sees: ['chair'] },
  { about: 'the safeguarding lead', kind: 'dsl', name: '', sees: ['head'] },
] as const;

describe('a case about staff', () => {
  let own: House;
  beforeEach(async () => {
    own = await openHouse();
  });
  afterEach(() => own.close());

  it.each(privateCases)('about $about is for $sees alone', async ({ kind, name, sees }) => {
    const id = await report(own, 'teacher', 'something a grown-up did worries me a lot', {
      subjects: [{ name, kind, part: 'alleged' }],
    });
    for (const person of Object.values(personOf)) {
      const answers = await own.presses(person, { verb: 'case.open', case: id });
      const opened = answers.some(({ view }) => view.kind === 'case-detail');
      expect(`${person}: ${opened}`).toBe(`${person}: ${(sees as readonly string[]).includes(person)}`);
      const listed = wordsOf((await own.presses(person, { verb: 'cases.list' }))[0]?.view as never).includes(id);
      expect(`${person}: ${listed}`).toBe(`${person}: ${(sees as readonly string[]).includes(person)}`);
    }
    expect(own.channel.shown.filter(({ to, view }) => to.kind === 'channel' && wordsOf(view).includes(id))).toEqual([]);
  });
});
