import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLantern } from '../../src/app/create-lantern.ts';
import type { Delivery } from '../../src/app/messenger.ts';
import { under } from '../../src/app/rows.ts';
import { systemClock, systemIds } from '../../src/app/system.ts';
import type { CaseCardView } from '../../src/conversation/views.ts';
import { closing } from '../support/closing.ts';
import { chatOf, dslChannel, FakeChannel, type House, openHouse, report, wordsOf } from '../support/house.ts';
import { harbourPolicy } from '../support/policies.ts';
import { eventKinds } from '../support/records.ts';
import { harbour } from '../support/school.ts';
import { fixedSealer } from '../support/sealer.ts';

let house: House;
afterEach(() => house.close());

/** Whether the card offers this form. */
function offers({ actions }: CaseCardView, verb: string): boolean {
  return actions.forms.some(({ press }) => press.verb === verb);
}

function isCard({ view }: { view: { kind: string } }): boolean {
  return view.kind === 'case-card';
}

describe('the outbox', () => {
  beforeEach(async () => {
    house = await openHouse();
  });

  it('delivers at last through 500s, silence and 429, and posts one card', async () => {
    house.channel.answers = [
      { kind: 'later', why: '500' },
      { kind: 'later', why: 'no answer' },
      { kind: 'later', why: '429', afterMs: 60 },
      { kind: 'refused', why: '403' },
    ];
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    await house.channel.find(isCard);
    await house.presses('dsl', { verb: 'case.acknowledge', case: id }, 'channel');
    await house.channel.find(({ how, view }) => how === 'update' && wordsOf(view).includes('"Acknowledged"'));
    expect(house.channel.shown.filter((one) => isCard(one) && one.how === 'post').length).toBe(1);
  });

  it('waits as long as a 429 asks, and no less', async () => {
    house.channel.answers = [{ kind: 'later', why: '429', afterMs: 300 }];
    const began = performance.now();
    await report(house, 'teacher', 'a horrible group chat was going round');
    await house.channel.find(isCard);
    expect(performance.now() - began).toBeGreaterThanOrEqual(290);
  });

  it('records when the card was delivered', async () => {
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    await house.channel.find(isCard);
    await expect.poll(() => eventKinds(house.store, id)).toEqual(['reported', 'delivered']);
  });

  it('keeps a message for somebody who has never written until they do', async () => {
    await report(house, 'teacher', 'a coach keeps messaging a boy at night', {
      subjects: [{ name: '', kind: 'staff', part: 'alleged' }],
    });
    await house.says('head', 'hello');
    const told = await house.channel.find(({ to }) => to.conversation === chatOf('head').conversation);
    expect(wordsOf(told.view)).toContain('to you alone');
  });

  it('does not let somebody wait out a pause who can be reached at last', async () => {
    await house.close();
    house = await openHouse({ times: { firstPause: 3_600_000, longestPause: 3_600_000 } });
    const id = await report(house, 'teacher', 'a coach keeps messaging a boy at night', {
      subjects: [{ name: '', kind: 'staff', part: 'alleged' }],
    });
    const paused = async () => {
      const { rows } = await house.store.list('harbour', { ...under('due'), limit: 9 });
      return rows.filter(({ value }) => Number(value.attempts) > 0).length;
    };
    await expect.poll(paused).toBeGreaterThan(0);
    await house.says('head', 'hello');
    const told = await house.channel.find(({ to }) => to.conversation === chatOf('head').conversation);
    expect(wordsOf(told.view)).toContain(id);
  });

  it('shows the last state when many changes come at once', async () => {
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    await house.presses('dsl', { verb: 'case.acknowledge', case: id }, 'channel');
    await house.presses('dsl', { verb: 'case.assign', case: id, to: 'deputy' }, 'channel');
    await house.presses('dsl', closing(id), 'channel');
    await house.channel.find(({ view }) => view.kind === 'case-card' && offers(view, 'case.reopen'));
    const last = () => house.channel.shown.filter(isCard).at(-1)?.view;
    await expect.poll(() => last()?.kind === 'case-card' && offers(last() as CaseCardView, 'case.close')).toBe(false);
  });
});

describe('a report that nobody could be given', () => {
  it('is said to the reporter with the number to ring, once, and recorded', async () => {
    house = await openHouse({ school: { ...harbour, undeliveredAfterMinutes: 0 } });
    house.channel.answers = Array(6).fill({ kind: 'later', why: '500' });
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    const told = await house.channel.find(
      ({ to, view }) => to.conversation === chatOf('teacher').conversation && wordsOf(view).includes('not been able'),
    );
    expect(wordsOf(told.view)).toContain('01632 960001');
    expect(wordsOf(told.view)).toContain(id);
    await house.channel.find(isCard);
    await expect.poll(() => eventKinds(house.store, id)).toEqual(['reported', 'undelivered', 'delivered']);
    expect(house.channel.shown.filter(({ view }) => wordsOf(view).includes('not been able')).length).toBe(1);
  });
});

describe('a report that somebody has', () => {
  it('is not said to be unseen because one more person could not be reached', async () => {
    house = await openHouse({ school: { ...harbour, undeliveredAfterMinutes: 0 } });
    const id = await report(house, 'teacher', 'my laptop was stolen from the car');
    await expect.poll(() => eventKinds(house.store, id)).toEqual(expect.arrayContaining(['delivered', 'undelivered']));
    const told = house.channel.shown.filter(({ view }) => wordsOf(view).includes('not been able'));
    const kinds = await eventKinds(house.store, id);
    expect(told.length).toBe(kinds.indexOf('undelivered') < kinds.indexOf('delivered') ? 1 : 0);
  });

  it('has its card posted anew when the channel has lost it', async () => {
    house = await openHouse();
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    await house.channel.find(isCard);
    await expect.poll(() => eventKinds(house.store, id)).toEqual(['reported', 'delivered']);
    house.channel.update = async () => ({ kind: 'refused', why: '404' });
    await house.presses('dsl', { verb: 'case.acknowledge', case: id }, 'channel');
    const anew = await house.channel.find((one) => isCard(one) && one.how === 'post' && one.message !== 'm1');
    expect(wordsOf(anew.view)).toContain('"Acknowledged"');
  });
});

describe('one recipient who does not answer', () => {
  it('keeps nobody else waiting', async () => {
    house = await openHouse();
    await house.says('head', 'hello');
    let release: (delivery: Delivery) => void = () => undefined;
    const stuck = new Promise<Delivery>((resolve) => {
      release = resolve;
    });
    const post = house.channel.post.bind(house.channel);
    house.channel.post = (school, to, view) => (to.kind === 'chat' ? stuck : post(school, to, view));
    await report(house, 'teacher', 'a coach keeps messaging a boy at night', {
      subjects: [{ name: '', kind: 'staff', part: 'alleged' }],
    });
    await report(house, 'dsl', 'a horrible group chat was going round');
    await house.channel.find(isCard);
    release({ kind: 'later', why: 'at last' });
  });
});

describe('two processes over one store', () => {
  it('deliver each parcel once', async () => {
    house = await openHouse();
    const second = new FakeChannel();
    const policies = new Map([['harbour', harbourPolicy]]);
    const office = {
      store: house.store,
      schools: new Map([['harbour', harbour]]),
      policies,
      clock: systemClock,
      ids: systemIds,
      sealer: fixedSealer,
    };
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const times = { firstPause: 5, longestPause: 40, claim: 2_000, poll: 5, stale: 60_000 };
    const other = createLantern({ ...office, log, messengers: [second] }, times);
    other.start();
    for (let n = 0; n < 8; n++) await report(house, 'dsl', `another horrible group chat ${n}`);
    const cards = () => [...house.channel.shown, ...second.shown].filter((one) => isCard(one) && one.how === 'post');
    await expect.poll(() => cards().length).toBe(8);
    await expect
      .poll(async () => (await house.store.list('harbour', { ...under('due'), limit: 1 })).rows.length)
      .toBe(0);
    await other.stop();
    expect(new Set(cards().map(({ view }) => wordsOf(view))).size).toBe(8);
    expect(cards().every(({ to }) => to.conversation === dslChannel.conversation)).toBe(true);
  });
});
