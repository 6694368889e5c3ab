import { describe, expect } from 'vitest';
import { say, wording } from '../../src/conversation/wording.ts';
import { type ChannelHouse, channels, type Party } from '../support/channel-drivers.ts';
import { casesIn, eventsOf } from '../support/records.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const platforms = channels.flatMap((channel) => drivers.map((store) => ({ channel, store })));
const story = 'sumone keeps bein mean 2 me';

/** Answers questions by their buttons, in order. */
async function answers(child: Party, ...steps: readonly (readonly [question: string, label: string])[]): Promise<void> {
  for (const [question, label] of steps) await child.pressesOn(question, label);
}

describe.each(platforms)('the bully box in $channel.name on $store.name:', ({ channel, store: driver }) => {
  const test = testOn(driver).extend('house', async ({ store }, { onCleanup }): Promise<ChannelHouse> => {
    const house = await channel.open(store);
    onCleanup(house.close);
    return house;
  });

  test('a child is asked one thing at a time, sends it, and adds to it days later', async ({ house, store }) => {
    const child = house.party('pupil');
    await child.says('hi');
    await answers(
      child,
      [wording['pupil.box.start'], wording['pupil.box.start.yes']],
      [wording['pupil.box.name'], wording['pupil.box.name.hide']],
    );
    await child.hears(wording['pupil.box.what.hint']);
    await child.says(story);
    await answers(child, [wording['pupil.box.danger'], wording['pupil.box.danger.no']]);
    await child.hears(wording['pupil.box.who.hint']);
    await child.says('tom in 6b');
    await answers(
      child,
      [wording['pupil.box.where.hint'], wording['pupil.box.where.online']],
      [wording['pupil.summary.title'], wording['pupil.button.send']],
    );
    const [kept] = await casesIn(store);
    expect(kept).toMatchObject({
      reporter: { id: expect.stringMatching(/^sealed\./), name: '' },
      report: { what: story, place: 'online', subjects: [{ name: 'tom in 6b', kind: 'pupil' }] },
    });
    expect(kept).not.toHaveProperty('unfinished');
    const reference = kept?.id ?? 'none';
    const card = await house.card(reference);
    expect(card.words()).not.toMatch(/Pip|tom|mean/);

    await child.says('how is it going?');
    await child.pressesOn(reference, wording['pupil.button.add']);
    await child.hears(wording['pupil.box.more.hint']);
    await child.says('he did it again today');
    await child.hears(say('pupil.box.added', { reference }));
    const added = (await eventsOf(store, reference)).flatMap(({ event }) =>
      event.kind === 'added' ? [event.text] : [],
    );
    expect(added).toEqual(['he did it again today']);
  });

  test('danger is sent at once, unfinished, and what comes next is added to it', async ({ house, store }) => {
    const [child, dsl] = [house.party('pupil'), house.party('dsl')];
    await dsl.says('hello');
    await dsl.hears(wording['welcome.title']);
    await child.says('i want to die');
    await child.hears('0800 1111');
    await child.hears(wording['pupil.box.place-now']);
    const [kept] = await casesIn(store);
    expect(kept).toMatchObject({ severity: 'immediate', unfinished: true, report: { what: 'i want to die' } });
    const reference = kept?.id ?? 'none';
    const card = await house.card(reference);
    expect(card.words()).toContain(wording['case.unfinished']);
    expect(await card.opens('dsl')).toContain(wording['event.unfinished']);
    await child.says('in the toilets');
    await child.pressesOn(say('pupil.box.added', { reference }), wording['pupil.box.skip']);
    await child.hears(wording['pupil.box.done-now'].slice(0, 30));
    const events = await eventsOf(store, reference);
    expect(events.map(({ event }) => event)).toContainEqual({
      kind: 'added',
      text: 'Where they are now: in the toilets',
    });
  });

  test('a joke closes nothing, before and after it is sent', async ({ house, store }) => {
    const child = house.party('pupil');
    await child.says(story);
    await child.hears(wording['pupil.box.name']);
    await child.says('i was only joking');
    await answers(child, [wording['pupil.box.sure'], wording['pupil.box.not-send']]);
    expect(await casesIn(store)).toEqual([]);
    await answers(
      child,
      [wording['pupil.box.not-sent'].slice(0, 30), wording['pupil.box.send-after-all']],
      [wording['pupil.box.name'], wording['pupil.box.name.show']],
    );
    for (const line of ['no', 'skip', 'skip']) {
      await child.says(line);
    }
    await child.pressesOn(wording['pupil.summary.title'], wording['pupil.button.send']);
    const [kept] = await casesIn(store);
    await child.says('jk');
    await child.hears(say('pupil.box.joke.added', { reference: kept?.id ?? 'none' }));
    expect(await casesIn(store)).toMatchObject([{ state: 'new' }]);
  });

  test('another worry waits for an answer before it joins the old case, and both are known in the list', async ({
    house,
    store,
  }) => {
    const child = house.party('pupil');
    const worry = 'someone called me the n word';
    for (const line of [story, 'hide', 'no', 'skip', 'skip']) await child.says(line);
    await child.pressesOn(wording['pupil.summary.title'], wording['pupil.button.send']);
    const [old] = await casesIn(store);
    await child.says(worry);
    await child.hears(wording['pupil.box.again']);
    await child.says('she is in 6b');
    expect((await eventsOf(store, old?.id ?? 'none')).map(({ event }) => event.kind)).not.toContain('added');
    await child.pressesOn(wording['pupil.box.again'], wording['pupil.box.again.no']);
    for (const line of ['show', 'no', 'skip', 'skip']) await child.says(line);
    await child.pressesOn(wording['pupil.summary.title'], wording['pupil.button.send']);
    const cases = await casesIn(store);
    expect(cases).toHaveLength(2);
    expect(cases.map(({ report }) => report.what)).toEqual(expect.arrayContaining([story, `${worry}\nshe is in 6b`]));
    await child.says('my reports');
    const list = await child.hears(wording['pupil.mine.title']);
    expect(list).toContain(`“${story}”`);
    expect(list).toContain(`“${worry}”`);
  });

  test('another worry is added to the old case once the child says that it is the same', async ({ house, store }) => {
    const child = house.party('pupil');
    for (const line of [story, 'hide', 'no', 'skip', 'skip']) await child.says(line);
    await child.pressesOn(wording['pupil.summary.title'], wording['pupil.button.send']);
    const [old] = await casesIn(store);
    const reference = old?.id ?? 'none';
    await child.says('someone called me the n word');
    await child.pressesOn(wording['pupil.box.again'], wording['pupil.box.again.yes']);
    await child.hears(say('pupil.box.added', { reference }));
    expect(await casesIn(store)).toHaveLength(1);
    const added = (await eventsOf(store, reference)).flatMap(({ event }) =>
      event.kind === 'added' ? [event.text] : [],
    );
    expect(added).toEqual(['someone called me the n word']);
  });

  test('a teacher is never put to the case of bullying unasked: it is a report of its own, at once', async ({
    house,
    store,
  }) => {
    const child = house.party('pupil');
    for (const line of ['mia keeps bullying me', 'hide', 'no', 'skip', 'skip']) await child.says(line);
    await child.pressesOn(wording['pupil.summary.title'], wording['pupil.button.send']);
    const [old] = await casesIn(store);
    await child.says('my teacher messages me');
    await child.hears(wording['pupil.box.place-now']);
    const cases = await casesIn(store);
    expect(cases).toHaveLength(2);
    expect(cases.find(({ id }) => id === old?.id)?.route).toEqual(old?.route);
    expect(cases.find(({ id }) => id !== old?.id)).toMatchObject({ unfinished: true, route: { inChannel: false } });
  });
});
