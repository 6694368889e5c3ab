import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/app/ports.ts';
import { under } from '../../src/app/rows.ts';
import { systemClock } from '../../src/app/system.ts';
import { wording } from '../../src/conversation/wording.ts';
import { chatOf, dslChannel, type House, openHouse, report, wordsOf } from '../support/house.ts';
import { harbourInYear } from '../support/school-year.ts';

/** The machine's clock, as if it had been started at this moment. */
function clockFrom(moment: string): Clock {
  const began = Date.now();
  return { ...systemClock, now: () => new Date(Date.parse(moment) + Date.now() - began).toISOString() };
}

let house: House;
afterEach(() => house.close());

const [inChannel, toChat] = [
  ({ to }: { to: { conversation: string } }) => to.conversation === dslChannel.conversation,
  (id: string) =>
    ({ to }: { to: { conversation: string } }) =>
      to.conversation === chatOf(id).conversation,
];

describe('the morning of a school day, just before school opens', () => {
  it('brings the line of the day to the channel', async () => {
    house = await openHouse({ school: harbourInYear, clock: clockFrom('2026-11-17T08:29:59.000Z') });
    await report(house, 'teacher', 'a girl in year 8 showed me a horrible group chat');
    const day = await house.channel.find((one) => inChannel(one) && wordsOf(one.view).includes('Good morning'));
    expect(wordsOf(day.view)).toContain('Open cases: 1. Overdue: 0.');
    expect(wordsOf(day.view)).not.toMatch(/Tess|horrible/);
  });

  it('and where the channel is gone, word to the administrator and the headteacher, once', async () => {
    house = await openHouse({ school: harbourInYear, clock: clockFrom('2026-11-17T08:29:58.500Z') });
    for (const id of ['admin', 'head']) await house.says(id, 'hello');
    const post = house.channel.post.bind(house.channel);
    house.channel.post = async (school, to, view) =>
      to.kind === 'channel' ? { kind: 'refused', why: 'channel_not_found', broken: 'channel' } : post(school, to, view);
    const unreachable = wording['day.unreachable'].slice(0, 40);
    for (const id of ['admin', 'head']) {
      const told = await house.channel.find((one) => toChat(id)(one) && wordsOf(one.view).includes(unreachable));
      expect(wordsOf(told.view)).toContain('channel_not_found');
    }
    house.channel.post = post;
    await house.channel.find((one) => inChannel(one) && wordsOf(one.view).includes(wording['day.none']));
    await expect
      .poll(async () => (await house.store.list('harbour', { ...under('due'), limit: 1 })).rows.length)
      .toBe(0);
    const told = house.channel.shown.filter((one) => wordsOf(one.view).includes(unreachable));
    expect(told.length).toBe(2);
  });
});

describe('an immediate case at night', () => {
  it('reaches the lead in their own chat at once, and its card says by when and whom to ring', async () => {
    const school = {
      ...harbourInYear,
      phones: { ...harbourInYear.phones, outOfHours: { label: 'the duty team', number: '01632 960009' } },
    };
    house = await openHouse({ school, clock: clockFrom('2026-11-21T23:00:00.000Z') });
    await house.says('dsl', 'hello');
    const id = await report(house, 'teacher', 'a boy says he will take tablets tonight and kill himself');
    const card = await house.channel.find(({ view }) => view.kind === 'case-card');
    for (const words of ['Acknowledge by', '23:15', '01632 960001', 'the duty team, 01632 960009']) {
      expect(wordsOf(card.view)).toContain(words);
    }
    // Timers set by a turn are found at the next look, seconds later.
    const told = await house.channel.find(
      (one) => toChat('dsl')(one) && wordsOf(one.view).includes('came while school'),
    );
    expect(wordsOf(told.view)).toContain(id);
  });
});
