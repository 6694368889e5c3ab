import { afterEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/app/ports.ts';
import { under } from '../../src/app/rows.ts';
import { systemClock } from '../../src/app/system.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import type { School } from '../../src/domain/school.ts';
import { chatOf, dslChannel, type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';
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

/** What is shown to a teacher who has just sent this. */
async function savedCard(school: School, at: string, what: string): Promise<string> {
  house = await openHouse({ school, clock: clockFrom(at) });
  const { draft } = viewOf(await house.says('teacher', what), 'report-form');
  await house.presses('teacher', { verb: 'report.form', draft, report: {} });
  return wordsOf(viewOf(await house.presses('teacher', { verb: 'report.confirm', draft }), 'notice'));
}

describe('the card of a report just saved', () => {
  const stolen = 'my laptop was stolen from the car';
  const dying = 'he says he wants to die tonight';
  const duty = { label: 'the duty team', number: '01632 960009' };
  const withDuty = { ...harbourInYear, phones: { ...harbourInYear.phones, outOfHours: duty } };
  const { dsl } = harbourInYear.phones;
  const [saturday, tuesday] = ['2026-11-21T12:00:00.000Z', '2026-11-17T12:00:00.000Z'];
  const onMonday = say('saved.when.high-shut', { when: 'Monday 23 November' });
  it.each([
    { at: saturday, school: withDuty, what: stolen, ring: say('saved.cannot-wait-shut', duty), when: onMonday },
    { at: saturday, school: harbourInYear, what: stolen, ring: say('saved.cannot-wait', dsl), when: onMonday },
    {
      at: saturday,
      school: withDuty,
      what: dying,
      ring: say('saved.ring-shut', duty),
      when: say('saved.when.immediate'),
    },
    { at: tuesday, school: withDuty, what: stolen, ring: say('saved.cannot-wait', dsl), when: say('saved.when.high') },
  ])(
    'gives one number, when it is looked at, and that it has gone: $at, $what',
    async ({ at, school, what, ring, when }) => {
      const card = await savedCard(school, at, what);
      for (const line of [ring, when, wording['saved.route.safeguarding']]) expect(card).toContain(line);
      expect(card.match(/01632 96000\d/g)).toHaveLength(1);
      expect(card).not.toContain('will go to');
      expect(card.includes('today')).toBe(at === tuesday);
    },
  );
});

describe('an immediate case at night', () => {
  it('reaches the lead in their own chat at once, and its card says by when and whom to ring', async () => {
    const school = {
      ...harbourInYear,
      phones: {
        ...harbourInYear.phones,
        dsl: { label: 'the safeguarding lead (Dana Sample)', number: '01632 960001' },
        outOfHours: { label: 'the duty team', number: '01632 960009' },
      },
    };
    house = await openHouse({ school, clock: clockFrom('2026-11-21T23:00:00.000Z') });
    await house.says('dsl', 'hello');
    const id = await report(house, 'teacher', 'a boy says he will take tablets tonight and kill himself');
    const card = await house.channel.find(({ view }) => view.kind === 'case-card');
    for (const words of ['Acknowledge by', '23:15', '01632 960001', 'the duty team, 01632 960009']) {
      expect(wordsOf(card.view)).toContain(words);
    }
    expect(wordsOf(card.view)).not.toContain('Dana');
    const detail = await house.presses('dsl', { verb: 'case.open', case: id });
    expect(wordsOf(viewOf(detail, 'case-detail'))).toContain('the safeguarding lead (Dana Sample), 01632 960001');
    // Timers set by a turn are found at the next look, seconds later.
    const told = await house.channel.find(
      (one) => toChat('dsl')(one) && wordsOf(one.view).includes('came while school'),
    );
    expect(wordsOf(told.view)).toContain(id);
  });
});
