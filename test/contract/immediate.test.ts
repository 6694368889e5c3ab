import { describe, expect } from 'vitest';
import { wording } from '../../src/conversation/wording.ts';
import { casesIn, eventKinds } from '../support/records.ts';
import { objectId } from '../support/school.ts';
import { wordsIn } from '../support/slack-client.ts';
import { openSlackHouse } from '../support/slack-house.ts';
import { dslRoom, slackId } from '../support/slack-school.ts';
import type { SlackMessage } from '../support/slack-server.ts';
import { drivers, testOn } from '../support/store-drivers.ts';
import { cardIn, cardOn, inputsOf, wordsOf } from '../support/teams-client.ts';
import { openWholeHouse } from '../support/whole-house.ts';

const words = 'a boy says he will take tablets tonight and kill himself';
const inPerson = wording['button.in-person'];

describe.each(drivers)('an immediate case on $name', (driver) => {
  const test = testOn(driver);

  test('in Teams calls those on call by their ids, with a number to ring, and takes a word in person', async ({
    store,
  }) => {
    const house = await openWholeHouse(store);
    try {
      const teacher = house.person('teacher');
      await teacher.says(words);
      const form = cardOn(await teacher.hears((text) => text.includes('What happened?')));
      const saved = cardIn(
        await teacher.presses(
          cardIn(await teacher.presses(form, 'Read it back', inputsOf(form))),
          wording['button.send'],
        ),
      );
      expect(JSON.stringify(saved)).toContain('01632 960001');
      const [kept] = await casesIn(store);
      const call = await house.connector.next((one) => one.how === 'create' && wordsOf(one).includes(kept?.id ?? ''));
      const card = cardOn(call);
      expect(card).toMatchObject({
        msteams: {
          entities: [
            { type: 'mention', text: '<at>safeguarding lead</at>', mentioned: { id: objectId('dsl') } },
            { type: 'mention', text: '<at>deputy safeguarding lead</at>', mentioned: { id: objectId('deputy') } },
          ],
        },
      });
      const face = JSON.stringify(card);
      expect(face).toContain(`${wording['clock.ping']} <at>safeguarding lead</at>, <at>deputy safeguarding lead</at>`);
      for (const said of [wording['clock.due.acknowledged'], '01632 960001']) expect(face).toContain(said);
      expect(face).not.toMatch(/Dana|Devon|tablets/);
      await teacher.presses(saved, inPerson);
      const drawn = await house.connector.next(
        (one) => one.how === 'update' && wordsOf(one).includes('somebody in person'),
      );
      expect(wordsOf(drawn)).toContain(wording['case.state.new']);
      expect(await eventKinds(store, kept?.id ?? '')).toContain('told-in-person');
      await house.person('dsl').presses(card, 'Acknowledge', {}, '19:dsl@thread.tacv2');
      const quiet = await house.connector.next(
        (one) => one.how === 'update' && wordsOf(one).includes('"Acknowledged"'),
      );
      expect(JSON.stringify(cardOn(quiet))).not.toContain('<at>');
    } finally {
      await house.close();
    }
  });

  test('in Slack calls those on call by their ids, known or looked up, and takes a word in person', async ({
    store,
  }) => {
    const house = await openSlackHouse(store);
    try {
      const teacher = house.person('teacher');
      await teacher.says(words);
      const offer = await teacher.hears((text) => text.includes('What happened'));
      await teacher.presses(
        offer,
        JSON.stringify(offer).includes('Fill in the form') ? 'Fill in the form' : 'Fill it in',
      );
      const { next } = await teacher.submits(await teacher.sees((text) => text.includes('What happened?')));
      if (!next) throw new Error('not read back');
      await teacher.submits(next);
      const card = await house.slack.message((one: SlackMessage) => one.how === 'post' && one.channel === dslRoom);
      const face = JSON.stringify(card);
      expect(face).toContain(`<@${slackId('dsl')}>, <@${slackId('deputy')}>`);
      for (const said of [wording['clock.due.acknowledged'], '01632 960001']) expect(face).toContain(said);
      expect(face).not.toMatch(/Dana|Devon|tablets|<!channel>|<!here>/);
      const [kept] = await casesIn(store);
      const saved = await teacher.hears((text) => text.includes(kept?.id ?? 'none'));
      expect(wordsIn(saved)).toContain('01632 960001');
      await teacher.presses(saved, inPerson);
      await house.slack.message((one) => one.channel === dslRoom && wordsIn(one).includes('somebody in person'));
      expect(await eventKinds(store, kept?.id ?? '')).toContain('told-in-person');
    } finally {
      await house.close();
    }
  });
});
