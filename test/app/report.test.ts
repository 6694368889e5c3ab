import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatOf, type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';
import { eventKinds, eventsOf } from '../support/records.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('a staff report', () => {
  it('goes from plain words to a card in the DSL channel, and the reporter hears what comes of it', async () => {
    const first = await house.says('teacher', 'a girl in year 8 showed me a horrible group chat');
    expect(viewOf(first, 'notice').toldLines[0]).toContain('999');
    const form = viewOf(first, 'report-form');
    expect(form.told.what).toBe('a girl in year 8 showed me a horrible group chat');

    const summary = viewOf(
      await house.presses('teacher', {
        verb: 'report.form',
        draft: form.draft,
        report: { place: 'online', site: 'WhatsApp', subjects: [{ name: 'Jo', kind: 'pupil', part: 'target' }] },
      }),
      'summary',
    );
    expect(wordsOf(summary)).toContain('WhatsApp');

    const saved = viewOf(await house.presses('teacher', { verb: 'report.confirm', draft: form.draft }), 'notice');
    expect(saved.title).toContain(form.draft);

    const card = await house.channel.find(({ view }) => view.kind === 'case-card');
    expect(card.to.kind).toBe('channel');
    expect(wordsOf(card.view)).not.toMatch(/Jo\b|WhatsApp|horrible|Tess/);

    await house.presses('dsl', { verb: 'case.acknowledge', case: form.draft }, 'channel');
    await house.channel.find(
      ({ to, view }) =>
        to.conversation === chatOf('teacher').conversation && wordsOf(view).includes('has been acknowledged'),
    );
    await house.channel.find(({ how, view }) => how === 'update' && wordsOf(view).includes('"Acknowledged"'));
  });

  it('about a member of staff reaches the headteacher alone, never the channel', async () => {
    await house.says('head', 'hello');
    await report(house, 'teacher', 'a coach keeps messaging a boy in my form at night', {
      subjects: [{ name: 'Ike Fixture', kind: 'staff', part: 'alleged' }],
    });
    await house.channel.find(({ to }) => to.conversation === chatOf('head').conversation);
    expect(house.channel.shown.filter(({ to }) => to.kind === 'channel')).toEqual([]);
  });

  it.each([
    ['teacher', 'somebody was bullied in a group chat', 'by the next school day', '01632 960001'],
    ['teacher', 'my laptop was stolen from the car', 'looked at today', '01632 960001'],
    ['teacher', 'he says he wants to die tonight', 'within minutes', '01632 960001'],
    ['teacher', 'the headteacher keeps texting a pupil', 'within minutes', '01632 960003'],
  ])('when it is saved, %s hears of "%s" that it is looked at %s', async (id, what, when, number) => {
    const { draft } = viewOf(await house.says(id, what), 'report-form');
    await house.presses(id, { verb: 'report.form', draft, report: {} });
    const saved = wordsOf(viewOf(await house.presses(id, { verb: 'report.confirm', draft }), 'notice'));
    expect(saved).toContain(draft);
    expect(saved).toContain(when);
    expect(saved).toContain(number);
  });

  it('survives a restart and another device as a draft, and is offered again', async () => {
    await house.says('teacher', 'a horrible group chat was going round');
    await house.lantern.stop();
    const restarted = await openHouse({ store: house.store });
    const offered = await restarted.does('teacher', { kind: 'joined' });
    expect(offered.map(({ view }) => wordsOf(view)).join()).toContain('not sent yet');
    const form = viewOf(await restarted.says('teacher', 'continue'), 'report-form');
    expect(form.told.what).toBe('a horrible group chat was going round');
    await restarted.lantern.stop();
  });

  it('can be added to later, by its reporter alone, and whoever works it is told', async () => {
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    await house.says('dsl', 'hello');
    await house.presses('dsl', { verb: 'case.acknowledge', case: id });
    await house.presses('teacher', { verb: 'mine.add', case: id, text: 'it happened again' });
    await house.channel.find(
      ({ to, view }) => to.conversation === chatOf('dsl').conversation && wordsOf(view).includes('Something was added'),
    );
    const detail = viewOf(await house.presses('dsl', { verb: 'case.open', case: id }), 'case-detail');
    expect(wordsOf(detail)).toContain('it happened again');
    const refused = await house.presses('pupil', { verb: 'mine.add', case: id, text: 'mine too' });
    expect(wordsOf(viewOf(refused, 'notice'))).toContain('recorded');
  });
});

describe('a case that is opened time and again', () => {
  it('says so in one line of its history, and keeps every opening on record', async () => {
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    await expect.poll(() => eventKinds(house.store, id)).toContain('delivered');
    const opens = async (who: string) =>
      viewOf(await house.presses(who, { verb: 'case.open', case: id }), 'case-detail').history.map(({ told }) => told);
    await opens('dsl');
    await opens('dsl');
    const lines = await opens('dsl');
    expect(lines.filter((line) => line.includes('Opened'))).toEqual([expect.stringContaining('(3 times, last on ')]);
    expect((await eventKinds(house.store, id)).filter((kind) => kind === 'opened')).toHaveLength(3);
    await house.presses('dsl', { verb: 'case.note', case: id, text: 'rang home' });
    expect((await opens('dsl')).filter((line) => line.includes('Opened'))).toHaveLength(2);
  });
});

describe('a double press', () => {
  it.each([
    ['a note', { verb: 'case.note', text: 'rang home' }],
    ['an escalation', { verb: 'case.escalate', to: 'head', reason: 'it is grave' }],
    [
      'an outside body',
      { verb: 'case.told', body: 'police', who: 'desk', number: '101', day: '', time: '', advice: '' },
    ],
  ] as const)('writes %s once', async (_, press) => {
    const id = await report(house, 'teacher', 'somebody was picked on in a game');
    await Promise.all([1, 2].map(() => house.presses('dsl', { ...press, case: id } as never)));
    const kinds = await eventKinds(house.store, id);
    expect(kinds.filter((kind) => ['noted', 'escalated', 'told-outside'].includes(kind))).toHaveLength(1);
  });

  it('writes what the reporter adds once, and something else again', async () => {
    const id = await report(house, 'teacher', 'somebody was picked on in a game');
    for (const text of ['her brother too', 'her brother too', 'and his friend']) {
      await house.presses('teacher', { verb: 'mine.add', case: id, text });
    }
    const events = await eventsOf(house.store, id);
    const added = events.flatMap(({ event }) => (event.kind === 'added' ? [event.text] : []));
    expect(added).toEqual(['her brother too', 'and his friend']);
  });
});
