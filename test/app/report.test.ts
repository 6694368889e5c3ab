import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatOf, type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('a staff report', () => {
  it('goes from plain words to a card in the DSL channel, and the reporter hears what comes of it', async () => {
    const form = viewOf(await house.says('teacher', 'a girl in year 8 showed me a horrible group chat'), 'report-form');
    expect(form.told.what).toBe('a girl in year 8 showed me a horrible group chat');
    expect(form.advice[0]).toContain('999');

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
});
