import { describe, expect } from 'vitest';
import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import { wording } from '../../src/conversation/wording.ts';
import { type SlackClient, wordsIn } from '../support/slack-client.ts';
import { openSlackHouse, type SlackHouse, type SlackHouseOptions } from '../support/slack-house.ts';
import { dslRoom, slackId } from '../support/slack-school.ts';
import type { SlackMessage } from '../support/slack-server.ts';
import { drivers, testOn } from '../support/store-drivers.ts';
import { cardOn, wordsOf } from '../support/teams-client.ts';

const base = testOn(drivers[0] as (typeof drivers)[number]);
const opened = (options: SlackHouseOptions) =>
  base.extend('house', async ({ store }, { onCleanup }): Promise<SlackHouse> => {
    const house = await openSlackHouse(store, options);
    onCleanup(house.close);
    return house;
  });
const test = opened({});

const isCard = ({ how, channel }: SlackMessage) => how === 'post' && channel === dslRoom;

async function reports(teacher: SlackClient, text = 'a horrible group chat was going round'): Promise<string> {
  await teacher.types('/report', text);
  const { next } = await teacher.submits(await teacher.sees((words) => words.includes('What happened?')));
  const saved = next ? await teacher.submits(next) : undefined;
  return /reference is ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(saved?.text ?? '')?.[1] ?? 'no reference';
}

describe('what only an administrator can mend', () => {
  test.for(['channel_not_found', 'is_archived', 'not_in_channel', 'token_revoked', 'account_inactive'])(
    '%s of the channel: the next person has the case, the administrator is told, and it is not tried for ever',
    async (error, { house, store }) => {
      house.slack.script({ kind: 'error', method: 'chat.postMessage', channel: dslRoom, error, times: 1_000_000 });
      const reference = await reports(house.person('teacher'));
      const dsl = house.person('dsl');
      const told = await dsl.hears((words) => words.includes(reference));
      expect(wordsIn(told)).toContain('could not be put where it belongs');
      await dsl.presses(told, 'Open');
      await dsl.sees((words) => words.includes('horrible group chat'));
      const admin = await house.person('admin').hears((words) => words.includes(error));
      expect(wordsIn(admin)).not.toContain(reference);
      const events: string[] = [];
      for await (const { value } of all(store, 'harbour', under('event', reference))) {
        events.push((value as { event: { kind: string } }).event.kind);
      }
      expect(events).toContain('undelivered');
      expect(
        house.slack.messages.filter((one) => one.channel === dsl.chat && wordsIn(one).includes(reference)),
      ).toHaveLength(1);
    },
  );

  test('a person who is gone: the next on the ladder has it', async ({ house }) => {
    house.slack.script({
      kind: 'error',
      method: 'chat.postMessage',
      channel: dslRoom,
      error: 'is_archived',
      times: 1_000_000,
    });
    house.slack.script({
      kind: 'error',
      method: 'chat.postMessage',
      channel: slackId('dsl'),
      error: 'channel_not_found',
      times: 1_000_000,
    });
    const reference = await reports(house.person('teacher'));
    await house.person('deputy').hears((words) => words.includes(reference));
  });
});

describe('the DSL channel', () => {
  test.for([
    ['is public', { is_private: false }],
    ['is shared with another workspace', { is_private: true, is_ext_shared: true }],
  ] as const)('that %s gets no case, is told why, and a person has it instead', async ([, how], { house }) => {
    house.slack.channels.set(dslRoom, { id: dslRoom, ...how });
    const reference = await reports(house.person('teacher'));
    const said = await house.slack.message(isCard);
    expect(wordsIn(said)).toContain(wording['channel.not-private']);
    await house.person('dsl').hears((words) => words.includes(reference));
    await house.person('admin').hears((words) => words.includes('not_private'));
    const there = house.slack.messages.filter(({ channel }) => channel === dslRoom);
    expect(there.map(wordsIn).join('\n')).not.toContain(reference);
    expect(there).toHaveLength(1);
  });

  test('that asks to wait holds back its own messages alone, for as long as it asks', async ({ house }) => {
    const teacher = house.person('teacher');
    house.slack.script({ kind: 'status', method: 'chat.postMessage', channel: dslRoom, status: 429, retryAfter: 1 });
    const began = performance.now();
    const [first, second] = [await reports(teacher), await reports(teacher)];
    await teacher.says('my reports');
    await teacher.hears((words) => words.includes('My reports'));
    expect(performance.now() - began).toBeLessThan(1_000);
    await house.slack.message((one) => isCard(one) && wordsIn(one).includes(first));
    await house.slack.message((one) => isCard(one) && wordsIn(one).includes(second));
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    const posts = house.slack.calls.filter(
      ({ method, channel }) => method === 'chat.postMessage' && channel === dslRoom,
    );
    expect(posts).toHaveLength(3);
  });

  test('is posted to once each where Slack fails, is silent, and asks to wait', async ({ house }) => {
    const at = { method: 'chat.postMessage', channel: dslRoom } as const;
    house.slack.script({ kind: 'status', status: 500, ...at }, { kind: 'silence', ...at });
    house.slack.script({ kind: 'error', error: 'internal_error', ...at });
    const reference = await reports(house.person('teacher'));
    await house.slack.message((one) => isCard(one) && wordsIn(one).includes(reference));
    await expect.poll(async () => (await house.store.list('harbour', { ...under('due'), limit: 1 })).rows).toEqual([]);
    expect(house.slack.messages.filter(isCard)).toHaveLength(1);
  });

  test('is greeted without a name when Lantern is put into it', async ({ house }) => {
    await house
      .person('dsl')
      .json(house.person('dsl').event({ type: 'member_joined_channel', user: 'UBOT00000', channel: dslRoom }));
    expect(wordsIn(await house.slack.message(isCard))).toContain(wording['in-channel.joined']);
  });

  test('takes nothing down: who names Lantern there is answered alone', async ({ house }) => {
    const teacher = house.person('teacher');
    await teacher.json(
      teacher.event({ type: 'app_mention', channel: dslRoom, text: '<@UBOT00000> Jo was hurt', ts: '1.2' }),
    );
    expect(wordsIn(await teacher.overhears())).toContain(wording['in-channel']);
  });
});

describe('who somebody is', () => {
  test('is said by the address of their profile', async ({ house }) => {
    const deputy = house.person('deputy');
    await deputy.types('/cases');
    await deputy.overhears((words) => words.includes(wording['cases.none']));
  });

  test.for([
    ['a guest', { is_restricted: true }],
    ['of another workspace', { team_id: 'TOTHER' }],
    ['deleted', { deleted: true }],
  ] as const)('counts for nothing where they are %s, whatever address they show', async ([, how], { house }) => {
    const user = house.slack.users.get(slackId('deputy'));
    if (user) house.slack.users.set(user.id, { ...user, ...how });
    const deputy = house.person('deputy');
    await deputy.types('/cases');
    await deputy.overhears((words) => words.includes('does not list cases'));
  });

  test('falls back to the least rights where Slack does not say', async ({ house }) => {
    house.slack.script({ kind: 'silence', method: 'users.info' });
    const deputy = house.person('deputy');
    await deputy.types('/cases');
    await deputy.overhears((words) => words.includes('does not list cases'));
  });
});

describe('roles by user group', () => {
  const grouped = opened({
    school: (school) => ({
      ...school,
      slack: { team: 'T0HARBOUR', channel: dslRoom, groups: { S0SAFE: ['dsl', 'staff'] } },
    }),
  });

  grouped('give a person of the school file what the group has', async ({ house }) => {
    house.slack.groups.set('S0SAFE', [slackId('teacher')]);
    const teacher = house.person('teacher');
    await teacher.types('/cases');
    await teacher.overhears((words) => words.includes(wording['cases.none']));
  });

  grouped('give nobody else a role that opens cases', async ({ house }) => {
    house.slack.groups.set('S0SAFE', ['USTRANGER']);
    house.slack.users.set('USTRANGER', { id: 'USTRANGER', team_id: 'T0HARBOUR', real_name: 'S', profile: {} });
    const { SlackClient: Client } = await import('../support/slack-client.ts');
    const stranger = new Client(house.endpoint, house.slack, 'USTRANGER');
    await stranger.types('/cases');
    await stranger.overhears((words) => words.includes('does not list cases'));
  });
});

describe('a school on Teams and Slack', () => {
  const both = opened({ both: true });

  both('has a card in each, and a case of one platform is worked from the other', async ({ house }) => {
    const reference = await reports(house.person('teacher'));
    const onSlack = await house.slack.message(isCard);
    const onTeams = await house.connector.next(
      ({ how, conversation }) => how === 'create' && conversation.startsWith('19:dsl@'),
    );
    expect(wordsIn(onSlack)).toContain(reference);
    expect(wordsOf(onTeams)).toContain(reference);

    const dsl = house.inTeams('dsl');
    await dsl.presses(cardOn(onTeams), 'Acknowledge', {}, '19:dsl@thread.tacv2');
    await house.person('teacher').hears((words) => words.includes('has been acknowledged'));
    const changed = await house.slack.message(
      (one) => one.ts === onSlack.ts && wordsIn(one).includes('by the safeguarding lead'),
    );

    const deputy = house.person('deputy');
    await deputy.presses(changed, 'Close');
    await deputy.submits(await deputy.sees(), {
      outcome: 'settled',
      debrief: 'all',
      lessons: 'none',
      changes: 'none',
      anyway: 'a test',
    });
    await house.connector.next(({ how, activity }) => how === 'update' && JSON.stringify(activity).includes('Reopen'));
  });
});

test('what people write is nowhere in the log, whatever goes wrong', async ({ house, home, store }) => {
  const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
  house.slack.script({ kind: 'error', method: 'chat.postMessage', error: 'msg_blocks_too_long', times: 2 });
  await teacher.says('zebracrossing was horrible in the group chat');
  const reference = await reports(teacher, 'zebracrossing was horrible');
  const card = await house.slack.message((one) => isCard(one) && wordsIn(one).includes(reference));
  await dsl.presses(card, 'Note');
  house.slack.script({ kind: 'status', status: 500 });
  await dsl.submits(await dsl.sees(), { text: 'zebracrossing' });
  await teacher.json({ zebracrossing: 'zebracrossing' });
  await teacher.json({ ...teacher.message('zebracrossing'), authorizations: ['zebracrossing'] });
  await home.outage();
  await teacher.says('zebracrossing again');
  await store.close();
  await teacher.says('zebracrossing once more');
  expect(house.logged.some((line) => line.includes('a turn is not saved'))).toBe(true);
  expect(house.logged.join('\n')).not.toMatch(/zebracrossing|Tess Example|Dana Sample/);
});
