import { DateTime } from 'luxon';
import { describe, expect } from 'vitest';
import { type Store, StoreFault } from '../../src/app/store.ts';
import { fireTimers, untilNext } from '../../src/app/timers.ts';
import type { NoticeView } from '../../src/conversation/views.ts';
import type { Case } from '../../src/domain/case.ts';
import { closing } from '../support/closing.ts';
import { casesIn, eventsOf } from '../support/records.ts';
import { drivers, testOn } from '../support/store-drivers.ts';
import { type Desk, openDesk, type Posted } from '../support/year.ts';

const immediate = 'a boy says he will take tablets tonight and kill himself';
const high = 'I clicked a link in a phishing email and typed in my password';
const medium = 'somebody was bullied in a group chat';
const conduct = 'a coach keeps messaging a boy at night';

/** A moment written in the school's own time. */
function at(text: string): string {
  return DateTime.fromSQL(text, { zone: 'Europe/London' }).toUTC().toISO() ?? '';
}

function local(instant: string): string {
  return DateTime.fromISO(instant, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd HH:mm');
}

/** Lets time pass until then, firing whatever falls due on its way at its own moment; what was posted. */
async function pass(desk: Desk, until: string): Promise<readonly Posted[]> {
  const posted: Posted[] = [...(await desk.posted())];
  for (;;) {
    await fireTimers(desk.office, 'harbour');
    posted.push(...(await desk.posted()));
    const next = new Date(Date.parse(desk.clock.now()) + (await untilNext(desk.office, 'harbour'))).toISOString();
    if (next > until) break;
    desk.clock.set(next);
  }
  desk.clock.set(until);
  return posted;
}

/** The rungs of a case: when, which, and whom they told. */
async function rungs(store: Store, id: string): Promise<readonly string[]> {
  return (await eventsOf(store, id)).flatMap(({ at: when, event }) => {
    if (event.kind !== 'climbed' || event.rung === 'nobody') return [];
    const to = event.to.map((person) => person.id).join('+');
    return [`${local(when)} ${event.step}: ${to === '' ? event.rung : to}`];
  });
}

function wordsTo(posted: readonly Posted[], id: string | 'channel'): readonly string[] {
  const theirs = posted.filter(({ to }) => (to.kind === 'person' ? to.id === id : to.kind === id));
  return theirs.flatMap(({ message }) => ('notice' in message ? (message.notice as NoticeView).toldLines : []));
}

async function theCase(store: Store): Promise<Case> {
  const [one] = await casesIn(store);
  if (!one) throw new Error('no case');
  return one;
}

describe.each(drivers)('the clock on $name', (driver) => {
  const test = testOn(driver).extend('desk', async ({ store }) => openDesk(store, at('2026-11-17 09:30')));

  test('climbs rung by rung while nobody acknowledges, and stops when somebody does', async ({ desk, store }) => {
    const id = await desk.reports('teacher', immediate);
    expect((await theCase(store)).clock).toMatchObject({ step: 'acknowledged', due: at('2026-11-17 09:45') });
    const posted = await pass(desk, at('2026-11-17 09:57'));
    expect(await rungs(store, id)).toEqual([
      '2026-11-17 09:45 acknowledged: channel',
      '2026-11-17 09:50 acknowledged: dsl',
      '2026-11-17 09:55 acknowledged: deputy',
    ]);
    expect(wordsTo(posted, 'dsl').join()).toContain(`Nobody has acknowledged case ${id} yet`);
    expect(wordsTo(posted, 'channel').join()).toContain(`${id}: nobody has acknowledged it yet`);
    await desk.presses('deputy', { verb: 'case.acknowledge', case: id });
    await pass(desk, at('2026-11-17 10:29'));
    expect(await rungs(store, id)).toHaveLength(3);
  });

  test('goes on to what must be done, and then to looking again', async ({ desk, store }) => {
    const id = await desk.reports('teacher', high);
    await desk.presses('dsl', { verb: 'case.acknowledge', case: id });
    await pass(desk, at('2026-11-18 09:00'));
    expect(await rungs(store, id)).toEqual(['2026-11-18 08:30 acted: dsl']);
    await desk.presses('dsl', { verb: 'case.note', case: id, text: 'the password is changed' });
    expect((await theCase(store)).clock).toMatchObject({ step: 'reviewed', due: at('2026-11-25 16:00') });
    await pass(desk, at('2026-11-26 08:45'));
    expect((await rungs(store, id)).slice(1)).toEqual(['2026-11-26 08:30 reviewed: dsl']);
    await desk.presses('dsl', closing(id, { outcome: 'done', lessons: 'none' }));
    await pass(desk, at('2027-01-29 12:00'));
    expect(await rungs(store, id)).toHaveLength(2);
  });

  test('climbs at once where an immediate case comes at night, and tells the reporter whom to ring', async ({
    desk,
    store,
  }) => {
    desk.clock.set(at('2026-11-21 23:00'));
    const id = await desk.reports('teacher', immediate);
    const posted = await pass(desk, at('2026-11-22 00:50'));
    expect(await rungs(store, id)).toEqual([
      '2026-11-21 23:00 acknowledged: dsl',
      '2026-11-21 23:05 acknowledged: deputy',
      '2026-11-21 23:10 acknowledged: head',
      '2026-11-21 23:15 acknowledged: chair',
      '2026-11-21 23:20 acknowledged: reporter',
      '2026-11-22 00:20 acknowledged: dsl+deputy+head+chair',
    ]);
    expect(wordsTo(posted, 'dsl')[0]).toContain('came while school is closed');
    expect(wordsTo(posted, 'teacher').join()).toContain(`Nobody has acknowledged ${id} yet. Please ring`);
  });

  test('waits for the opening with anything else', async ({ desk, store }) => {
    desk.clock.set(at('2026-11-20 20:00'));
    const id = await desk.reports('teacher', medium);
    await pass(desk, at('2026-11-24 10:31'));
    expect(await rungs(store, id)).toEqual([
      '2026-11-24 08:30 acknowledged: channel',
      '2026-11-24 10:30 acknowledged: dsl',
    ]);
  });

  test('never tells whom a case is about, and never the channel of a case about staff', async ({ desk, store }) => {
    const id = await desk.reports('teacher', conduct);
    const posted = await pass(desk, at('2026-11-17 10:06'));
    expect(await rungs(store, id)).toEqual([
      '2026-11-17 09:45 acknowledged: head',
      '2026-11-17 09:50 acknowledged: chair',
      '2026-11-17 09:55 acknowledged: deputy',
      '2026-11-17 10:00 acknowledged: dsl',
      '2026-11-17 10:05 acknowledged: reporter',
    ]);
    expect(wordsTo(posted, 'channel').join()).not.toContain(id);
  });

  test('is wound anew by what the reporter adds, and as urgent as it makes the case', async ({ desk, store }) => {
    const id = await desk.reports('teacher', medium);
    await desk.presses('dsl', { verb: 'case.acknowledge', case: id });
    await desk.presses('dsl', { verb: 'case.note', case: id, text: 'spoke to her' });
    desk.clock.set(at('2026-11-17 12:00'));
    await desk.presses('teacher', { verb: 'mine.add', case: id, text: immediate });
    expect((await theCase(store)).clock).toMatchObject({ step: 'acted', due: at('2026-11-17 12:15') });
    await pass(desk, at('2026-11-17 12:16'));
    expect(await rungs(store, id)).toEqual(['2026-11-17 12:15 acted: dsl']);
  });

  test('does not grow kinder by an addition to what nobody has read', async ({ desk, store }) => {
    const id = await desk.reports('teacher', high);
    desk.clock.set(at('2026-11-17 11:00'));
    await desk.presses('teacher', { verb: 'mine.add', case: id, text: 'it came from a friend' });
    expect((await theCase(store)).clock).toMatchObject({ step: 'acknowledged', due: at('2026-11-17 11:30') });
  });

  test('a word in person is on the record and on the card, and does not stop it', async ({ desk, store }) => {
    const id = await desk.reports('teacher', immediate);
    await desk.presses('teacher', { verb: 'case.in-person', case: id });
    const one = await theCase(store);
    expect(one).toMatchObject({ toldInPersonAt: at('2026-11-17 09:30'), clock: { due: at('2026-11-17 09:45') } });
    expect((await eventsOf(store, id)).map(({ event }) => event.kind)).toContain('told-in-person');
    await desk.presses('pupil', { verb: 'case.in-person', case: id });
    expect((await eventsOf(store, id)).at(-1)?.event).toMatchObject({ kind: 'refused' });
  });

  test('goes past whoever is away, hands their cases over, and finds them again when they are back', async ({
    desk,
    store,
  }) => {
    const theirs = await desk.reports('teacher', medium);
    await desk.presses('dsl', { verb: 'case.acknowledge', case: theirs });
    await desk.says('dsl', 'I’m away until Monday');
    const posted = await pass(desk, at('2026-11-17 09:35'));
    expect((await theCase(store)).assignee?.id).toBe('deputy');
    expect(wordsTo(posted, 'deputy').join()).toContain(
      `Case ${theirs} comes to you, because Dana Sample is away until`,
    );
    expect((await eventsOf(store, theirs)).filter(({ event }) => event.kind === 'handed-over')).toHaveLength(1);
    const urgent = await desk.reports('teacher', immediate);
    await pass(desk, at('2026-11-17 09:55'));
    expect(await rungs(store, urgent)).toEqual([
      '2026-11-17 09:50 acknowledged: channel',
      '2026-11-17 09:55 acknowledged: deputy',
    ]);
    await desk.says('dsl', 'back');
    const later = await desk.reports('teacher', immediate);
    await pass(desk, at('2026-11-17 10:15'));
    expect(await rungs(store, later)).toContain('2026-11-17 10:15 acknowledged: dsl');
  });

  test('says every school morning how things stand, by role and without a private case', async ({ desk }) => {
    await desk.reports('teacher', conduct);
    const id = await desk.reports('teacher', high);
    await desk.says('deputy', 'away until 3 December');
    const posted = await pass(desk, at('2026-11-20 12:00'));
    const days = posted.filter(({ sort }) => sort === 'day');
    expect(days.map((one) => local(one.at))).toEqual(['2026-11-18 08:30', '2026-11-19 08:30', '2026-11-20 08:30']);
    const words = wordsTo(days, 'channel').join(' ');
    expect(words).toContain('Open cases: 1. Overdue: 1.');
    expect(words).toContain(`The oldest is ${id}`);
    expect(words).toContain('Away: deputy safeguarding lead until 3 Dec 2026, 08:30.');
    expect(words).not.toMatch(/Devon|Specimen/);
    expect(wordsTo(posted, 'head').join()).toContain('Cases that only you and a few others may know are overdue');
  });
});

describe('a process that dies', () => {
  const [sqlite] = drivers;
  if (!sqlite) throw new Error('no driver');
  const test = testOn(sqlite);

  test('after its transaction but before it knew leaves nothing to be done twice', async ({ store }) => {
    let fails = 0;
    const deaf: Store = {
      ...bound(store),
      async commit(partition, writes) {
        const result = await store.commit(partition, writes);
        if (writes.some(({ key }) => key.startsWith('event:')) && fails++ === 0)
          throw new StoreFault('test', 'commit', 0);
        return result;
      },
    };
    const first = openDesk(store, at('2026-11-17 09:30'));
    const id = await first.reports('teacher', immediate);
    const dying = openDesk(deaf, at('2026-11-17 09:45'));
    await expect(fireTimers(dying.office, 'harbour')).rejects.toThrow('commit failed');
    await pass(first, at('2026-11-17 09:46'));
    expect(await rungs(store, id)).toEqual(['2026-11-17 09:45 acknowledged: channel']);
  });
});

/** The store's methods, so that some can be replaced. */
function bound(store: Store): Store {
  return {
    open: () => store.open(),
    close: () => store.close(),
    get: (partition, key) => store.get(partition, key),
    list: (partition, range) => store.list(partition, range),
    commit: (partition, writes) => store.commit(partition, writes),
  };
}
