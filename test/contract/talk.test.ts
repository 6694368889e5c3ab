import { describe, expect } from 'vitest';
import { say, wording } from '../../src/conversation/wording.ts';
import { execute } from '../support/activities.ts';
import { type ChannelHouse, channels, type Party } from '../support/channel-drivers.ts';
import { plantHidden } from '../support/hidden.ts';
import { casesIn, eventKinds } from '../support/records.ts';
import { wordsIn } from '../support/slack-client.ts';
import { openSlackHouse } from '../support/slack-house.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const sqlite = drivers.filter(({ name }) => /sqlite/i.test(name));
const platforms = channels.flatMap((channel) => sqlite.map((store) => ({ channel, store })));
const what = 'they keep posting mean things about me';
const name = 'Pip Example';

type Four = [Party, Party, Party, Party];

/** They can be written to from then on. */
async function greets(...people: readonly Party[]): Promise<void> {
  for (const person of people) {
    await person.says('hello');
    await person.hears(wording['welcome.title']);
  }
}

describe.each(platforms)('$channel.name on $store.name:', ({ channel, store: driver }) => {
  const test = testOn(driver).extend('house', async ({ store }, { onCleanup }): Promise<ChannelHouse> => {
    const house = await channel.open(store);
    onCleanup(house.close);
    return house;
  });

  test('a child tells under a hidden name, is written to, answers, is revealed by two, and is told so', async ({
    house,
    store,
  }) => {
    const [pupil, dsl, deputy, head] = ['pupil', 'dsl', 'deputy', 'head'].map((id) => house.party(id)) as Four;
    await greets(pupil, dsl, deputy, head);
    const reference = await plantHidden(store, 'pupil', { what });
    expect(await pupil.forges({ verb: 'report.confirm', draft: reference })).toContain(
      say('pupil.saved.title', { reference }),
    );
    const card = await house.card(reference);
    expect(await card.opens('dsl')).toContain(say('talk.reporter-hidden', { role: 'pupil' }));

    await card.acknowledges('dsl');
    await card.replies('dsl', 'are you safe at home?');
    expect(await pupil.answersOn('are you safe at home?', wording['talk.answer'], 'yes I am')).toContain(
      say('pupil.talk.answered', { reference }),
    );
    const from = { role: 'safeguarding lead', school: 'Harbour School', reference };
    expect(pupil.chat()).toContain(say('pupil.talk.from', from));
    expect(pupil.chat()).not.toContain('Dana');
    await expect.poll(() => eventKinds(store, reference)).toContain('answered');
    expect(await card.opens('dsl')).toContain('yes I am');

    await card.replies('dsl', 'can we talk tomorrow?');
    await pupil.hears('can we talk tomorrow?');
    await pupil.says('after lunch');
    await pupil.pressesOn(wording['pupil.talk.is-answer-kept'], wording['talk.is-answer-yes']);
    const answers = async () => (await eventKinds(store, reference)).filter((kind) => kind === 'answered').length;
    await expect.poll(answers).toBe(2);

    const before = [house.room(), dsl.chat(), deputy.chat()].join('\n');
    expect(before).not.toContain(name);
    await dsl.asksWho(say('news.answered', { reference }), 'must speak with them');
    await deputy.pressesOn(wording['talk.reveal-asked-title'], wording['talk.reveal-agree']);
    expect(deputy.chat()).toContain('must speak with them');
    expect(deputy.chat()).not.toContain(what);
    const told = await pupil.hears(wording['pupil.talk.revealed-title']);
    expect(told).toContain(wording['pupil.talk.because.talk']);
    expect(told).not.toMatch(/Dana|Devon/);
    expect(await casesIn(store)).toMatchObject([{ reporter: { id: 'pupil', name } }]);
    expect(await card.opens('head')).toContain(name);
    expect(house.room()).not.toContain(name);
  });

  test('a second person does not agree, and the name stays hidden', async ({ house, store }) => {
    const [pupil, dsl, deputy] = [house.party('pupil'), house.party('dsl'), house.party('deputy')];
    await greets(pupil, dsl, deputy);
    const reference = await plantHidden(store, 'pupil', { what });
    await pupil.forges({ verb: 'report.confirm', draft: reference });
    await house.card(reference);
    await dsl.forges({ verb: 'case.reveal', case: reference, reason: 'must know', because: 'talk' });
    const refused = await deputy.answersOn(
      wording['talk.reveal-asked-title'],
      wording['talk.reveal-refuse'],
      'they were promised',
    );
    expect(refused).toContain(say('talk.refused', { reference }));
    await dsl.hears(say('news.reveal-refused', { reference }));
    expect(await casesIn(store)).toMatchObject([{ reporter: { name: '' } }]);
    expect([house.room(), dsl.chat(), deputy.chat()].join('\n')).not.toContain(name);
  });
});

describe.each(sqlite)('a school on both platforms, on $name:', (driver) => {
  const test = testOn(driver);
  test('a child who went from Teams to Slack gets the message there', async ({ store, onTestFinished }) => {
    const house = await openSlackHouse(store, { both: true });
    onTestFinished(house.close);
    const before = house.inTeams('pupil');
    await before.says('hello');
    await before.hears((words) => words.includes(wording['pupil.welcome.title']));
    const reference = await plantHidden(store, 'pupil', { what });
    await before.post(execute(before.place, { verb: 'report.confirm', draft: reference }));
    const after = house.person('pupil');
    await after.says('hello');
    await after.hears((words) => words.includes(wording['pupil.welcome.title']));
    await house.person('dsl').forges({ verb: 'case.reply', case: reference, text: 'are you there?' });
    expect(wordsIn(await after.hears((words) => words.includes('are you there?')))).toContain(reference);
    expect(house.logged.join('\n')).not.toContain(name);
  });
});
