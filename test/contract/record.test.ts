import { describe, expect } from 'vitest';
import { say, wording } from '../../src/conversation/wording.ts';
import type { CaseEvent } from '../../src/domain/case.ts';
import { type ChannelHouse, channels } from '../support/channel-drivers.ts';
import { casesIn, eventsOf } from '../support/records.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const platforms = channels.flatMap((channel) => drivers.map((store) => ({ channel, store })));

const done = { outcome: 'the police have it', debrief: 'both', lessons: 'lock it', changes: 'a new lock' };

describe.each(platforms)('the record of a case on $channel.name and $store.name:', ({ channel, store: driver }) => {
  const test = testOn(driver).extend('house', async ({ store }, { onCleanup }): Promise<ChannelHouse> => {
    const house = await channel.open(store);
    onCleanup(house.close);
    return house;
  });

  async function reports(house: ChannelHouse, text: string): Promise<string> {
    const teacher = house.party('teacher');
    await teacher.says(text);
    const words = await (await (await teacher.offered()).readBack({ s0name: 'Jo Invented', s0kind: 'pupil' })).send();
    const reference = /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(words)?.[1] ?? 'none';
    await house.card(reference);
    return reference;
  }

  test('from an investigation by two to a close that was refused first', { timeout: 40_000 }, async ({
    house,
    store,
  }) => {
    const reference = await reports(house, 'a girl in year 8 showed me a horrible group chat');
    const dsl = await house.desk('dsl', reference);

    const alone = { lead: 'dsl', second: 'dsl', computer: 'laptop 4' };
    expect(await dsl.fills('record', 'Start an investigation', alone)).toContain(
      say('case.invalid.two-people', { reference }),
    );
    const two = await dsl.fills('record', 'Start an investigation', { ...alone, second: 'deputy' });
    for (const words of ['Dana Sample', 'Devon Specimen', 'laptop 4', wording['log.checked-none']]) {
      expect(two).toContain(words);
    }
    const checked = await dsl.fills('record', 'Record a check', {
      what: 'http://group.example/chat',
      found: 'an account',
      day: '2026-11-20',
      time: '14:10',
    });
    expect(checked).toContain('20 Nov 2026, 14:10');
    await dsl.fills('record', 'Register evidence', {
      what: 'black phone',
      sort: 'device',
      holder: 'Dana, in the safe',
    });

    const halt = await dsl.reads('record', 'Halt the investigation');
    expect(halt).toContain('Do not look again to make sure');
    const deputy = await house.desk('deputy', reference);
    const halted = await deputy.fills('record', 'Halt the investigation', { why: 'abuse-imagery', text: 'we stopped' });
    expect(halted).toContain('this investigation never goes on');
    expect(halted).toContain('999');
    expect(halted).toContain(wording['category.child-abuse-imagery']);

    const copy = await deputy.reads('record', 'Register evidence');
    expect(copy).toContain(wording['case.evidence-intro-never']);
    expect(copy).not.toContain(wording['evidence.screenshot']);
    await deputy.fills('record', 'End the investigation', { found: 'an account and a picture' });

    const early = await deputy.fills('work', 'Close', { ...done, anyway: 'please' });
    expect(early).toContain('cannot be closed without that');
    expect(early).toContain('Still missing: Police told');
    expect((await casesIn(store))[0]).toMatchObject({ state: 'new' });

    await deputy.fills('record', 'Evidence moves on', { item: '1', fate: 'handed-on', who: 'PC Invented, CR/12' });
    const told = await deputy.fills('record', 'Told outside', { body: 'police', who: 'PC Invented', number: 'CR/12' });
    expect(told).toContain('PC Invented, CR/12');
    await deputy.fills('record', 'Not told outside', { body: 'iwf', reason: 'it was on no public page' });
    const missing = await deputy.fills('work', 'Close', done);
    expect(missing).toContain(wording['missing.parents']);
    expect(missing).not.toContain('cannot be closed without that');
    await deputy.fills('record', 'Parents not told', { whose: 'hers', reason: 'the police asked us to wait' });
    await deputy.fills('work', 'Close', done);

    const [kept] = await casesIn(store);
    expect(kept).toMatchObject({
      state: 'closed',
      category: 'child-abuse-imagery',
      severity: 'immediate',
      closed: { outcome: 'the police have it', debrief: { who: 'both' }, changes: 'a new lock' },
      log: {
        imagery: true,
        investigation: { lead: { id: 'dsl' }, second: { id: 'deputy' }, state: 'ended', checked: 1 },
        evidence: { count: 1, held: [{ number: 1, holder: 'PC Invented, CR/12' }] },
        told: ['police'],
        notTold: ['iwf'],
        parents: 'not-told',
      },
    });
    const events = (await eventsOf(store, reference)).filter(({ by }) => by && by.id !== 'teacher');
    expect(events.map(({ by, event }) => `${by?.id} ${event.kind}`).filter((one) => !one.endsWith('opened'))).toEqual(
      [
        'dsl investigation-opened',
        'dsl checked',
        'dsl evidence-registered',
        'deputy investigation-halted',
        'deputy investigation-ended',
        'deputy evidence-moved',
        'deputy told-outside',
        'deputy not-told-outside',
        'deputy parents-not-told',
        'deputy closed',
      ].filter((one) => !one.endsWith('opened')),
    );
    const of = (kind: CaseEvent['kind']) => events.find(({ event }) => event.kind === kind)?.event;
    expect(of('checked')).toMatchObject({ when: '2026-11-20T14:10:00.000Z', present: 'both' });
    expect(of('closed')).not.toHaveProperty('anyway');
    expect(house.room()).not.toMatch(/laptop|black phone|Invented|CR\/12|group\.example|police asked/);
  });

  test('a closing that was refused is sent again without typing it again', async ({ house, store }) => {
    const reference = await reports(house, 'a girl in year 8 showed me a horrible group chat');
    const dsl = await house.desk('dsl', reference);
    expect(await dsl.fills('work', 'Close', { ...done, day: '2026-11-19' })).toContain(wording['missing.parents']);
    await dsl.again({ anyway: 'the family moved away' });
    expect((await casesIn(store))[0]).toMatchObject({
      state: 'closed',
      closed: { outcome: done.outcome, lessons: done.lessons, changes: done.changes, debrief: { who: done.debrief } },
    });
    const closed = (await eventsOf(store, reference)).find(({ event }) => event.kind === 'closed')?.event;
    expect(closed).toMatchObject({ debrief: { on: '2026-11-19' }, anyway: { reason: 'the family moved away' } });
  });

  test('a nude: no copy, no sanction, and parents only once it is decided', { timeout: 40_000 }, async ({
    house,
    store,
  }) => {
    const reference = await reports(house, 'a girl in year 9 sent a nude to a boy and he passed it on');
    const dsl = await house.desk('dsl', reference);
    const form = await dsl.reads('record', 'Parents told');
    expect(form).toContain('The policy holds this back');
    await expect(house.desk('dsl', reference).then((desk) => desk.reads('record', 'Sanction'))).rejects.toThrow(
      /no (form|button) "Sanction"/,
    );
    const again = await house.desk('dsl', reference);
    const refused = await again.fills('record', 'Register evidence', {
      what: 'a screenshot of it',
      sort: 'description',
      holder: 'me',
    });
    expect(refused).toContain('Nobody may copy, print, save or send a picture of this kind');
    expect((await casesIn(store))[0]?.log).toBeUndefined();
  });
});
