import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, readCase } from '../../src/app/compose.ts';
import type { Answer } from '../../src/app/lantern.ts';
import { under } from '../../src/app/rows.ts';
import { submit } from '../../src/app/submit.ts';
import { systemClock, systemIds } from '../../src/app/system.ts';
import type { Press } from '../../src/conversation/press.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import type { Case } from '../../src/domain/case.ts';
import { partiesOf } from '../../src/domain/parties.ts';
import { emptyReport } from '../../src/domain/report.ts';
import { closing } from '../support/closing.ts';
import { chatOf, type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';
import { harbourPolicy } from '../support/policies.ts';
import { eventKinds, eventsOf } from '../support/records.ts';
import { harbour, who } from '../support/school.ts';
import { fixedSealer } from '../support/sealer.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  for (const id of ['dsl', 'deputy', 'head', 'chair', 'pupil', 'teacher', 'itsupport']) {
    await house.does(id, { kind: 'joined' });
  }
});
afterEach(() => house.close());

const game = 'somebody was bullied in a game';
const jo = { name: 'Jo Invented', kind: 'pupil', part: 'target' } as const;

const add = (id: string, more: object = {}): Press => ({
  verb: 'case.party-add',
  case: id,
  person: 'none',
  name: 'Sam Madeup',
  type: 'pupil',
  part: 'bystander',
  reason: 'said by a friend',
  ...more,
});
const [also, came] = [wording['case.guidance-also'], wording['people.came']];
const { headteacher, chairOfGovernors } = harbour.phones;
const movedLine = say('case.moved', { headLabel: headteacher.label, chairLabel: chairOfGovernors.label });
const open = (id: string): Press => ({ verb: 'case.open', case: id });

function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString();
}

async function head(id: string): Promise<Case> {
  return (await readCase(house.store, 'harbour', id))?.current as Case;
}

/** What somebody is shown when they press this in their own chat. */
async function shown(who: string, press: Press): Promise<string> {
  return (await house.presses(who, press)).map(({ view }) => wordsOf(view)).join('\n');
}

/** The rows of a case that somebody opened, by their labels. */
function rowsOf(answers: readonly Answer[]): Readonly<Record<string, string>> {
  return Object.fromEntries(viewOf(answers, 'case-detail').rows.map(({ label, told }) => [label, told]));
}

async function opens(who: string, id: string): Promise<boolean> {
  return (await house.presses(who, open(id))).some(({ view }) => view.kind === 'case-detail');
}

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

describe('somebody of the school who is said to have done it', () => {
  const accusations = [
    {
      story: 'the assignee, by surname',
      who: 'deputy',
      more: { name: 'Mr Specimen', type: 'staff', part: 'alleged' },
      takes: 'head',
    },
    {
      story: 'the safeguarding lead, picked',
      who: 'dsl',
      more: { person: 'dsl', name: '', type: 'unknown', part: 'unknown' },
      takes: 'head',
    },
    {
      story: 'the headteacher by post',
      who: 'head',
      more: { name: '', type: 'headteacher', part: 'alleged' },
      takes: 'chair',
    },
    {
      story: 'a teacher',
      who: 'teacher',
      more: { name: 'Tess Example', type: 'staff', part: 'alleged' },
      takes: 'head',
    },
  ];

  it.each(accusations)('$story: is out at once, and the next in the chain has it', async ({ who, more, takes }) => {
    const id = await report(house, 'pupil', game);
    await house.channel.find(({ to, view }) => to.kind === 'channel' && wordsOf(view).includes(id));
    await house.presses('dsl', { verb: 'case.assign', case: id, to: 'deputy' });
    const by = who === 'deputy' ? 'dsl' : 'deputy';
    const said = await shown(by, add(id, more));
    expect(said).toContain(takes === 'head' ? 'headteacher alone' : 'chair of governors alone');
    const now = await head(id);
    expect(now.route.excluded).toEqual([who]);
    expect(now.assignee).toBeUndefined();
    expect(now.state).toBe('new');
    for (const person of ['dsl', 'deputy', 'head', 'chair', 'teacher', 'itsupport']) {
      expect(`${person}: ${await opens(person, id)}`).toBe(`${person}: ${person === takes}`);
      const listed = (await shown(person, { verb: 'cases.list' })).includes(id);
      expect(`${person}: ${listed}`).toBe(`${person}: ${person === takes}`);
    }
    await house.channel.find(
      ({ to, view }) =>
        to.conversation === chatOf(takes).conversation && wordsOf(view).includes(say('news.handed', { reference: id })),
    );
    const card = await house.channel.find(({ to, how, view }) => {
      return to.kind === 'channel' && how === 'update' && wordsOf(view).includes(wording['case.moved-title']);
    });
    // The same words whomever it is about: neither the case nor who has it now can be read from them.
    expect(card.view).toMatchObject({ title: 'Moved', toldLines: [movedLine], buttons: [] });
    expect(wordsOf(card.view)).not.toContain(id);
  });

  it('whoever takes it reads why it came to them, and what else the words say, as the safeguarding lead did', async () => {
    const id = await report(house, 'pupil', 'a girl is bullied online by her class and somebody hacked her account');
    const before = rowsOf(await house.presses('dsl', open(id)));
    await house.presses('dsl', add(id, { name: 'Tess Example', type: 'staff', part: 'alleged', reason: 'two say so' }));
    const after = rowsOf(await house.presses('head', open(id)));
    expect(before[also]).toMatch(/Cyberbullying|Hacking or malware/);
    expect(after[also]).toBe(before[also]);
    expect(before[came]).toBeUndefined();
    expect(after[came]?.split('\n')).toEqual([
      say('people.came-named', { names: 'Tess Example' }),
      wording['people.came-moved'],
      say('people.came-reason', { reason: 'two say so' }),
    ]);
    await house.presses('head', { verb: 'case.escalate', case: id, to: 'deputy', reason: 'to help' });
    expect(rowsOf(await house.presses('deputy', open(id)))[came]).toBeUndefined();
  });

  it('where nobody is named, and it was never in the channel, why it came says no more than that', async () => {
    const id = await report(house, 'esafety', 'a teacher messages my friend at night and asks for nudes');
    expect(rowsOf(await house.presses('head', open(id)))[came]).toBe(wording['people.came-staff']);
  });

  it('a case that was acknowledged by them stands as new for whoever takes it', async () => {
    const id = await report(house, 'pupil', game);
    await house.presses('deputy', { verb: 'case.acknowledge', case: id });
    await house.presses('dsl', add(id, { person: 'deputy', part: 'alleged' }));
    expect(await head(id)).toMatchObject({ state: 'new' });
    expect((await head(id)).acknowledged).toBeUndefined();
  });

  it('stays out when they are removed or their part changes, until the right person lets them in with a reason', async () => {
    const id = await report(house, 'pupil', game);
    await house.presses('dsl', add(id, { person: 'deputy', part: 'alleged' }));
    const readmit: Press = { verb: 'case.readmit', case: id, person: 'deputy', reason: 'was not in school' };
    expect(await shown('head', readmit)).toContain('still says that they may have done it');
    await house.presses('head', { verb: 'case.party-remove', case: id, party: 'p1', reason: 'not them' });
    expect((await head(id)).route.excluded).toEqual(['deputy']);
    expect(await shown('dsl', readmit)).toContain('This has been recorded');
    await house.presses('head', readmit);
    expect((await head(id)).route.excluded).toEqual([]);
    expect(await opens('deputy', id)).toBe(false);
    await house.presses('head', { verb: 'case.escalate', case: id, to: 'deputy', reason: 'to help' });
    expect(await opens('deputy', id)).toBe(true);
  });

  it('about the headteacher the chair decides, and nobody else can', async () => {
    const id = await report(house, 'pupil', game);
    await house.presses('dsl', add(id, { person: 'head', part: 'alleged' }));
    await house.presses('chair', { verb: 'case.escalate', case: id, to: 'deputy', reason: 'to help' });
    await house.presses('chair', { verb: 'case.party-remove', case: id, party: 'p1', reason: 'not them' });
    const readmit: Press = { verb: 'case.readmit', case: id, person: 'head', reason: 'cleared' };
    expect(await shown('deputy', readmit)).toContain('This has been recorded');
    expect((await head(id)).route.excluded).toEqual(['head']);
    await house.presses('chair', readmit);
    expect((await head(id)).route.excluded).toEqual([]);
  });

  it('hears nothing that was queued for them before', async () => {
    const own = await openHouse();
    const id = await report(own, 'pupil', game);
    // The deputy has never written, so what is for them waits.
    await own.presses('dsl', { verb: 'case.assign', case: id, to: 'deputy' });
    await own.presses('dsl', add(id, { person: 'deputy', part: 'alleged' }));
    await own.says('deputy', 'hello');
    await expect
      .poll(async () => (await waiting(own)).filter((value) => value.includes('deputy')), { timeout: 5_000 })
      .toEqual([]);
    expect(
      own.channel.shown.filter(({ to, view }) => {
        return to.conversation === chatOf('deputy').conversation && wordsOf(view).includes(id);
      }),
    ).toEqual([]);
    await own.close();
  });
});

async function waiting(own: House): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { value } of all(own.store, 'harbour', under('due'))) found.push(JSON.stringify(value));
  return found;
}

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

describe('reports about one event', () => {
  const other = { subjects: [{ ...jo, name: 'jo  INVENTÉD' }] };

  it('are suggested to be linked, linked on both sides, and each keeps its own thread', async () => {
    const [a, b] = [
      await report(house, 'teacher', game, { subjects: [jo] }),
      await report(house, 'pupil', game, other),
    ];
    const detail = await shown('dsl', open(b));
    expect(detail).toContain(wording['people.suggested']);
    expect(detail).toContain(a);
    await house.presses('dsl', {
      verb: 'case.link',
      case: b,
      other: a.toLowerCase().replace('-', ' '),
      why: 'one fight',
    });
    for (const [id, ref] of [
      [a, b],
      [b, a],
    ] as const) {
      const view = await shown('deputy', open(id));
      expect(view).toContain(say('people.tied.linked', { reference: ref }));
      expect(view).toContain('one fight');
      expect(view).not.toContain(wording['people.suggested']);
    }
    expect((await head(a)).reporter.id).toBe('teacher');
    expect((await head(b)).reporter.id).toBe('pupil');
    expect(await shown('dsl', { verb: 'case.link', case: b, other: a, why: 'again' })).toContain('linked already');
  });

  it.each([
    {
      case: 'two kinds of concern',
      first: game,
      second: 'my laptop was stolen from the car',
      more: {},
      offered: false,
    },
    { case: 'one kind of concern', first: game, second: game, more: {}, offered: true },
    {
      case: 'two kinds, but one site',
      first: game,
      second: 'my laptop was stolen from the car',
      more: { site: ' Chatter' },
      offered: true,
    },
  ])('by one teacher on one day are suggested as one event for $case: $offered', async (told) => {
    const a = await report(house, 'teacher', told.first, {
      ...told.more,
      site: told.more.site?.trim().toUpperCase() ?? '',
    });
    const b = await report(house, 'teacher', told.second, told.more);
    const [one, two] = [await head(a), await head(b)];
    expect(one.category === two.category).toBe(told.first === told.second);
    expect((await shown('dsl', open(b))).includes(wording['people.suggested'])).toBe(told.offered);
    expect((await shown('dsl', open(a))).includes(wording['people.suggested'])).toBe(told.offered);
  });

  it('of one kind by one teacher, two days apart, are not suggested as one event', async () => {
    const late = await openHouse({ store: house.store, clock: { ...systemClock, now: () => inDays(2) } });
    try {
      await report(house, 'teacher', game);
      const b = await report(late, 'teacher', game);
      expect(await shown('dsl', open(b))).not.toContain(wording['people.suggested']);
    } finally {
      await late.lantern.stop();
    }
  });

  it('cannot be linked by somebody who may not open both, and it is not said which fails', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Somebody', kind: 'staff', part: 'alleged' }],
    });
    const wording1 = await shown('dsl', { verb: 'case.link', case: a, other: b, why: 'x' });
    const wording2 = await shown('dsl', { verb: 'case.link', case: a, other: 'AAAA-0000', why: 'x' });
    const wording3 = await shown('dsl', { verb: 'case.link', case: a, other: a, why: 'x' });
    // The form comes back with the reference that was typed; all else is the same.
    expect(wording1.replace(b, 'AAAA-0000')).toBe(wording2);
    expect(wording3.replace(`"now":"${a}"`, '"now":"AAAA-0000"')).toBe(wording2);
    expect((await head(b)).links).toBeUndefined();
    expect((await eventKinds(house.store, b)).includes('linked')).toBe(false);
  });

  it('a link to a case that a reader may not open shows them neither its reference nor why', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Somebody', kind: 'staff', part: 'alleged' }],
    });
    await house.presses('head', { verb: 'case.link', case: a, other: b, why: 'the same lesson' });
    expect(await shown('head', open(a))).toContain(b);
    const seen = await shown('dsl', open(a));
    expect(seen).not.toContain(b);
    expect(seen).not.toContain('the same lesson');
  });

  it('whoever may not know of one may not know of the other once they are linked', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Devon Specimen', kind: 'staff', part: 'alleged' }],
    });
    await house.presses('head', { verb: 'case.link', case: a, other: b, why: 'the same lesson' });
    expect((await head(a)).route).toMatchObject({ excluded: ['deputy'], inChannel: false });
    expect(await opens('deputy', a)).toBe(false);
    expect(await opens('head', a)).toBe(true);
  });

  it('two who link at once make one link', async () => {
    const [a, b] = [await report(house, 'teacher', game), await report(house, 'pupil', game)];
    await Promise.all([
      house.presses('dsl', { verb: 'case.link', case: a, other: b, why: 'one fight' }),
      house.presses('deputy', { verb: 'case.link', case: b, other: a, why: 'same fight' }),
      house.presses('head', { verb: 'case.link', case: a, other: b, why: 'the fight' }),
    ]);
    for (const id of [a, b]) {
      const links = (await head(id)).links ?? [];
      expect(links.length).toBe(1);
      expect((await eventKinds(house.store, id)).filter((kind) => kind === 'linked').length).toBe(1);
    }
  });
});

describe('a double', () => {
  it('is closed into the other case, its reporter keeps their thread, and it can be opened again', async () => {
    const [a, b] = [await report(house, 'teacher', game, { subjects: [jo] }), await report(house, 'pupil', game)];
    await house.presses('dsl', { verb: 'case.merge', case: b, other: a, why: 'the same fight' });
    expect(await head(b)).toMatchObject({ state: 'closed', mergedInto: a });
    expect(await head(a)).toMatchObject({ state: 'new' });
    expect(await shown('dsl', open(a))).toContain(say('people.tied.merged-here', { reference: b }));
    expect(await shown('dsl', open(b))).toContain(say('people.tied.merged-into', { reference: a }));
    expect(await shown('dsl', { verb: 'cases.list' })).not.toContain(b);
    // For the child it is being dealt with, until the other case is closed.
    expect(await shown('pupil', { verb: 'mine.list' })).not.toContain(say('pupil.mine.state.closed'));
    await house.presses('pupil', { verb: 'mine.add', case: b, text: 'it was in the lunch hall' });
    expect(await eventKinds(house.store, b)).toContain('added');
    await house.presses('dsl', closing(a, { outcome: 'settled', lessons: 'none' }));
    expect(await shown('pupil', { verb: 'mine.list' })).toContain(say('pupil.mine.state.closed'));
    await house.channel.find(
      ({ to, view }) =>
        to.conversation === chatOf('pupil').conversation &&
        wordsOf(view).includes(say('pupil.news.closed', { reference: b })),
    );

    await house.presses('dsl', { verb: 'case.reopen', case: b, reason: 'another day after all' });
    expect((await head(b)).mergedInto).toBeUndefined();
    expect(await eventKinds(house.store, a)).toContain('split-off');
    expect(await shown('dsl', open(a))).toContain(say('people.tied.linked', { reference: b }));
    expect(await shown('dsl', { verb: 'cases.list' })).toContain(b);
  });

  it('of a private case cannot go on where more people know it; the other way round it becomes as private', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Devon Specimen', kind: 'staff', part: 'alleged' }],
    });
    expect(await shown('head', { verb: 'case.merge', case: b, other: a, why: 'same' })).toContain('fewer people');
    expect((await head(b)).state).toBe('new');
    await house.presses('head', { verb: 'case.merge', case: a, other: b, why: 'same' });
    expect((await head(a)).route).toMatchObject({ inChannel: false, roles: ['headteacher'], excluded: ['deputy'] });
    expect(await opens('dsl', a)).toBe(false);
  });
});

describe('a report that it happened again', () => {
  it('is found from the case before and leads back to it', async () => {
    const before = await report(house, 'pupil', game);
    const policy = harbourPolicy;
    const desk = { school: harbour, ids: systemIds, sealer: fixedSealer, now: systemClock.now() };
    const again = {
      id: 'ZZZZ-0001',
      report: { ...emptyReport, what: game },
      begun: desk.now,
      touched: desk.now,
      stage: 'form',
      added: [],
      again: before,
    } as const;
    const { writes } = submit(desk, { school: harbour, policy, person: who('pupil') }, again);
    expect(await house.store.commit('harbour', writes)).toEqual({ kind: 'committed' });
    expect(await shown('dsl', open(before))).toContain(say('people.tied.again-since', { reference: again.id }));
    expect(await shown('dsl', open(again.id))).toContain(say('people.tied.again-after', { reference: before }));
  });
});

describe('random people who change random parties', () => {
  const anybody = fc.constantFrom('dsl', 'deputy', 'head', 'chair', 'itsupport', 'teacher');
  const change = fc.record({
    by: anybody,
    kind: fc.constantFrom('add', 'change', 'remove', 'link'),
    person: fc.constantFrom('none', 'dsl', 'deputy', 'head', 'itsupport'),
    part: fc.constantFrom('alleged', 'unknown', 'target', 'bystander'),
    party: fc.constantFrom('p1', 'p2', 'p3'),
  } as const);

  it('never let somebody who is out open, list, trace or count a case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
        const own = { name: `Child ${systemIds.caseId()}`, kind: 'pupil', part: 'target' } as const;
        const id = await report(house, 'pupil', game, { subjects: [own] });
        const later = await report(house, 'teacher', game, { subjects: [own] });
        for (const { by, kind, person, part, party } of changes) {
          const type = 'unknown';
          await house.presses(
            by,
            kind === 'add'
              ? add(id, { person, part, type })
              : kind === 'change'
                ? { verb: 'case.party-change', case: id, party, person, name: '', type, part, reason: 'why' }
                : kind === 'link'
                  ? { verb: 'case.link', case: later, other: id, why: 'why' }
                  : { verb: 'case.party-remove', case: id, party, reason: 'why' },
          );
        }
        const { excluded } = (await head(id)).route;
        for (const out of excluded) {
          expect(await opens(out, id)).toBe(false);
          expect(await shown(out, { verb: 'cases.list' })).not.toContain(id);
          const seen = `${await shown(out, { verb: 'case.chronology', case: later, party: 'p1' })}${await shown(out, open(later))}`;
          expect(seen).not.toContain(id);
          expect(seen).not.toContain(say('people.repeat-named', { nth: '2nd', name: own.name }));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

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
