import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { all, readCase } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Answers, Press } from '../../src/conversation/press.ts';
import type { Role } from '../../src/domain/people.ts';
import { actions } from '../../src/domain/permissions.ts';
import { closing } from '../support/closing.ts';
import { chatOf, type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';
import { eventsOf } from '../support/records.ts';

const all8 = 'open acknowledge assign note escalate told refile close reopen reply';
const adviser = 'open acknowledge note';

/**
 * Who may do what to each sort of case. Written out by hand, so that a change of the table in `domain/` has to be made
 * twice on purpose. A role that is not named may nothing.
 */
const sorts: readonly { sort: string; what: string; answers?: Answers; may: Partial<Record<Role, string>> }[] = [
  {
    sort: 'an ordinary case',
    what: 'somebody was picked on in a game',
    may: { dsl: all8, 'deputy-dsl': all8, headteacher: all8 },
  },
  {
    sort: 'a filter that fails',
    what: 'a bad site was not blocked today at all',
    may: { dsl: all8, 'deputy-dsl': all8, headteacher: all8, 'it-support': adviser },
  },
  {
    sort: 'a lost device',
    what: 'my laptop was stolen from the car',
    may: { dsl: all8, 'deputy-dsl': all8, headteacher: all8, 'it-support': adviser, 'data-protection': adviser },
  },
  {
    sort: 'a case about staff',
    what: 'something worries me about a grown-up here',
    answers: { subjects: [{ name: 'Somebody', kind: 'staff', part: 'alleged' }] },
    may: { headteacher: all8 },
  },
  {
    sort: 'a case about the headteacher',
    what: 'something worries me about a grown-up here',
    answers: { subjects: [{ name: '', kind: 'headteacher', part: 'alleged' }] },
    may: { 'chair-of-governors': `${adviser} escalate told refile close reopen reply` },
  },
];

const personOf: Record<Role, string> = {
  pupil: 'pupil',
  staff: 'teacher',
  dsl: 'dsl',
  'deputy-dsl': 'deputy',
  headteacher: 'head',
  'chair-of-governors': 'chair',
  'it-support': 'itsupport',
  'data-protection': 'dataprot',
  'esafety-lead': 'esafety',
  governor: 'governor',
  admin: 'admin',
};

const press: Record<string, (id: string, worker: Role) => Press> = {
  open: (id) => ({ verb: 'case.open', case: id }),
  acknowledge: (id) => ({ verb: 'case.acknowledge', case: id }),
  assign: (id, worker) => ({ verb: 'case.assign', case: id, to: personOf[worker] }),
  note: (id) => ({ verb: 'case.note', case: id, text: 'a note' }),
  escalate: (id, worker) => ({ verb: 'case.escalate', case: id, to: personOf[worker], reason: 'a reason' }),
  told: (id) => ({
    verb: 'case.told',
    case: id,
    body: 'police',
    who: 'desk',
    number: '101',
    day: '',
    time: '',
    advice: '',
  }),
  refile: (id) => ({ verb: 'case.refile', case: id, category: 'other', severity: 'low', reason: 'milder' }),
  close: (id) => closing(id),
  reopen: (id) => ({ verb: 'case.reopen', case: id, reason: 'again' }),
  reply: (id) => ({ verb: 'case.reply', case: id, text: 'thank you' }),
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
  // Everybody can be reached, so that nothing waits to be delivered.
  for (const id of Object.values(personOf)) await house.does(id, { kind: 'joined' });
});
afterAll(() => house.close());

const cells = sorts.flatMap((one) =>
  (Object.keys(personOf) as Role[]).flatMap((role) =>
    Object.keys(press).map((action) => {
      const outcome = (one.may[role] ?? '').split(' ').includes(action) ? 'allowed' : 'refused';
      return { ...one, role, action, outcome };
    }),
  ),
);

describe('who may do what', () => {
  it.each(cells)('$sort, $role: $action is $outcome', async ({ what, answers, may, role, action, outcome }) => {
    const id = await report(house, 'teacher', what, answers);
    const worker = Object.keys(may)[0] as Role;
    if (action === 'reopen') {
      await house.presses(personOf[worker], closing(id));
    }
    const before = await eventsOf(house.store, id);
    const actor = personOf[role];

    const answered = await house.presses(actor, press[action]?.(id, worker) ?? { verb: 'help' }, 'channel');

    const added = (await eventsOf(house.store, id)).slice(before.length).filter(({ by }) => by?.id === actor);
    const refusals = added.filter(({ event }) => event.kind === 'refused');
    expect(refusals.length).toBe(outcome === 'refused' ? 1 : 0);
    expect(added.length).toBe(1);
    const refusedInWords = answered.some(({ view }) => wordsOf(view).includes('This has been recorded'));
    expect(refusedInWords).toBe(outcome === 'refused');
  });

  it('every action of the table is tried, but for what concerns no case or has tests of its own', () => {
    const tried = new Set(
      Object.keys(press).map((action) => (action === 'told' ? 'escalate' : action === 'refile' ? 'close' : action)),
    );
    const elsewhere = ['report', 'own', 'cases', 'reveal', 'restrict', 'export'];
    expect(actions.filter((action) => !tried.has(action))).toEqual(elsewhere);
  });
});

const mayList = [
  'dsl',
  'deputy-dsl',
  'headteacher',
  'chair-of-governors',
  'it-support',
  'data-protection',
  'esafety-lead',
];

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

  it('sounds the same whether the colleague it names exists or not', async () => {
    const id = await report(house, 'teacher', 'somebody was picked on in a game');
    const answers = await Promise.all(
      ['dsl', 'nobody-of-that-name'].map((to) =>
        house.presses('governor', { verb: 'case.assign', case: id, to }, 'channel'),
      ),
    );
    expect(answers[0]?.map(({ view }) => view)).toEqual(answers[1]?.map(({ view }) => view));
  });
});

const privateCases = [
  { about: 'a member of staff', kind: 'staff', name: 'Somebody Else', sees: ['head'] },
  { about: 'the headteacher', kind: 'headteacher', name: '', sees: ['chair'] },
  { about: 'the headteacher, picked as staff and named', kind: 'staff', name: 'Mr Placeholder', sees: ['chair'] },
  { about: 'the safeguarding lead', kind: 'dsl', name: '', sees: ['head'] },
] as const;

describe('words that accuse, wherever they are typed', () => {
  it.each([
    ['pupil', 'the headteacher keeps texting me at night', 'chair'],
    ['teacher', 'the safeguarding lead keeps texting a girl asking for nudes', 'head'],
  ])('in the form of a %s: "%s" goes to the %s alone', async (reporter, what, sees) => {
    const own = await openHouse();
    const draft = await report(own, reporter, 'somebody was picked on in a game', { what });
    const openers = [];
    for (const person of Object.values(personOf)) {
      const answers = await own.presses(person, { verb: 'case.open', case: draft });
      if (answers.some(({ view }) => view.kind === 'case-detail')) openers.push(person);
    }
    expect(openers).toEqual([sees]);
    await own.close();
  });

  it('in an addition: whom it accuses is kept out from then on, and the headteacher hears of it', async () => {
    const own = await openHouse();
    const id = await report(own, 'teacher', 'somebody was picked on in a game');
    await own.says('head', 'hello');
    const text = 'she will kill herself tonight, the safeguarding lead keeps messaging her';
    const said = await own.presses('teacher', { verb: 'mine.add', case: id, text });
    expect(wordsOf(viewOf(said, 'notice'))).toContain('999');
    await own.channel.find(
      ({ to, view }) => to.conversation === chatOf('head').conversation && wordsOf(view).includes(id),
    );
    const answers = await own.presses('dsl', { verb: 'case.open', case: id });
    expect(answers.map(({ view }) => view.kind)).toEqual(['notice']);
    expect((await readCase(own.store, 'harbour', id))?.current.severity).toBe('immediate');
    const list = viewOf(await own.presses('head', { verb: 'cases.list' }), 'case-list');
    expect(list.cases).toMatchObject([{ reference: id, severity: 'immediate' }]);
    await own.close();
  });
});

describe('escalating', () => {
  it('brings in somebody who could not see the case, and nobody whom it is about', async () => {
    const own = await openHouse();
    const id = await report(own, 'teacher', 'something about a grown-up worries me', {
      subjects: [{ name: 'Ike Fixture', kind: 'staff', part: 'alleged' }],
    });
    const open = async (person: string) => (await own.presses(person, { verb: 'case.open', case: id }))[0]?.view.kind;
    expect(await open('dsl')).toBe('notice');
    await own.presses('head', { verb: 'case.escalate', case: id, to: 'dsl', reason: 'a child may be at risk' });
    expect(await open('dsl')).toBe('case-detail');
    const refused = await own.presses('head', { verb: 'case.escalate', case: id, to: 'itsupport', reason: 'x' });
    expect(viewOf(refused, 'case-form').problem).toContain('may not see');
    await own.close();
  });
});

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
