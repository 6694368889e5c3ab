import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import type { Dialogue } from '../../src/conversation/dialogue.ts';
import { startChild } from '../support/child.ts';
import { casesIn } from '../support/records.ts';
import { schoolYaml } from '../support/school-yaml.ts';
import { sealedFile, sealKey } from '../support/sealer.ts';
import { SlackClient, signingSecret, wordsIn } from '../support/slack-client.ts';
import { openSlackHouse, type SlackHouse } from '../support/slack-house.ts';
import { dslRoom, fillWorkspace, slackId, slackSchool } from '../support/slack-school.ts';
import { botToken, SlackServer } from '../support/slack-server.ts';
import { type SlowStore, slow } from '../support/slow-store.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const test = testOn(drivers[0] as (typeof drivers)[number])
  .extend('held', ({ store }): SlowStore => slow(store))
  .extend('house', async ({ held }, { onCleanup }): Promise<SlackHouse> => {
    const house = await openSlackHouse(held);
    onCleanup(house.close);
    return house;
  });

/** What the unsent drafts say. */
async function draftsIn(store: Store): Promise<readonly string[]> {
  const drafts: string[] = [];
  for await (const { value } of all(store, 'harbour', under('conv'))) {
    const { dialogue } = value as { dialogue: Dialogue };
    if (dialogue.draft) drafts.push(dialogue.draft.report.what);
  }
  return drafts;
}

const text = 'a horrible group chat was going round';

/** A form, filled in and read back; the modal that sends it. */
async function summaryOf(house: SlackHouse, id: string) {
  const person = house.person(id);
  await person.types('/report', text);
  const { next } = await person.submits(await person.sees());
  if (!next) throw new Error('no summary');
  return { person, summary: next };
}

describe('while the store is held up for 2 s', () => {
  test('words are answered in time, and rightly', async ({ house, held }) => {
    const teacher = house.person('teacher');
    held.holdUp(2_000);
    const began = performance.now();
    const answer = await teacher.says(text);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(answer.status).toBe(200);
    await teacher.hears((words) => words.includes(text));
  });

  test('a press opens its modal in time', async ({ house, held }) => {
    const teacher = house.person('teacher');
    held.holdUp(2_000);
    const began = performance.now();
    await teacher.types('/report', text);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(wordsIn(await teacher.sees())).toContain(text);
  });

  test('a report is sent, once', async ({ house, held, store }) => {
    const { person, summary } = await summaryOf(house, 'teacher');
    held.holdUp(2_000);
    const began = performance.now();
    const { next } = await person.submits(summary);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(wordsIn(next ?? summary)).toContain('Your reference is');
    expect(await casesIn(store)).toHaveLength(1);
  });
});

describe('while the store is held up for 5 s', () => {
  test('the person is told that it is not saved, and Slack’s repeat completes it once', async ({
    house,
    held,
    store,
  }) => {
    const teacher = house.person('teacher');
    const message = teacher.message(text);
    held.holdUp(5_000);
    const began = performance.now();
    expect((await teacher.json(message)).status).toBe(500);
    expect(performance.now() - began).toBeLessThan(3_000);
    await teacher.hears((words) => words.includes('NOT saved'));
    expect((await teacher.json(message)).status).toBe(200);
    await teacher.hears((words) => words.includes(text));
    await held.caughtUp();
    expect((await teacher.json(message)).status).toBe(200);
    expect(await draftsIn(store)).toEqual([text]);
  });

  test('a report that is sent stays open with the words that it is not saved; sent again it is one case', async ({
    house,
    held,
    store,
  }) => {
    const { person, summary } = await summaryOf(house, 'teacher');
    const send = person.submission(summary);
    held.holdUp(5_000);
    const first = await person.payload(send);
    expect(first.text).toContain('NOT saved');
    const again = await person.payload(send);
    expect(again.text).toContain('Your reference is');
    await held.caughtUp();
    expect(await casesIn(store)).toHaveLength(1);
  });

  test('a note that is not saved keeps its words beside it', async ({ house, held }) => {
    const teacher = house.person('teacher');
    await teacher.types('/report', text);
    const form = await teacher.sees();
    held.holdUp(5_000);
    const answer = await teacher.submits(form, { site: 'a game' });
    expect(answer.body).toMatchObject({
      response_action: 'errors',
      errors: { what: expect.stringContaining('NOT saved') },
    });
    await held.caughtUp();
  });
});

describe('the same event three times at once', () => {
  test('is one draft, and one answer', async ({ house, store }) => {
    const teacher = house.person('teacher');
    const message = teacher.message(text);
    const answers = await Promise.all([1, 2, 3].map(() => teacher.json(message)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await draftsIn(store)).toEqual([text]);
    const offers = house.slack.messages.filter((one) => one.channel === teacher.chat && wordsIn(one).includes(text));
    expect(offers).toHaveLength(1);
  });

  test('is one case and one card, when it sends a report', async ({ house, store }) => {
    const { person, summary } = await summaryOf(house, 'teacher');
    const send = person.submission(summary);
    const answers = await Promise.all([1, 2, 3].map(() => person.payload(send)));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect(await casesIn(store)).toHaveLength(1);
    await house.slack.message(({ channel }) => channel === dslRoom);
    await expect.poll(async () => (await store.list('harbour', { ...under('due'), limit: 1 })).rows).toEqual([]);
    expect(house.slack.messages.filter(({ channel }) => channel === dslRoom)).toHaveLength(1);
  });
});

describe('a process that is killed between saving and answering', () => {
  test('is asked again by Slack, and the next one answers without doing it again', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lantern-slack-'));
    const slack = await SlackServer.start();
    fillWorkspace(slack);
    await writeFile(join(folder, 'harbour.yaml'), schoolYaml(slackSchool()));
    const settings = {
      LANTERN_DATA: folder,
      LANTERN_SCHOOLS: folder,
      LANTERN_SEAL_KEY: sealKey,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: botToken,
      SLACK_API_URL: slack.url,
    };
    const client = (endpoint: string) =>
      new SlackClient(endpoint.replace('/api/messages', '/slack/events'), slack, slackId('teacher'));

    const first = await startChild(settings);
    const message = client(first.endpoint).message(text);
    // Slack takes the answer's call and stays silent: by now it is saved, and nobody has been answered.
    slack.script({ kind: 'silence', method: 'chat.postMessage' });
    const asked = client(first.endpoint)
      .json(message)
      .catch(() => 'no answer');
    await slack.called('chat.postMessage');
    await first.kill();
    expect(await asked).toBe('no answer');
    expect(slack.messages).toEqual([]);

    const second = await startChild(settings);
    const again = client(second.endpoint);
    expect((await again.json(message)).status).toBe(200);
    await again.hears((words) => words.includes(text));
    await second.kill();
    const store = await sealedFile(join(folder, 'lantern.sqlite'));
    expect(await draftsIn(store)).toEqual([text]);
    await store.close();
    expect(slack.breaches).toEqual([]);
    await slack.close();
    await rm(folder, { recursive: true });
  });
});
