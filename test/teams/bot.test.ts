import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/conversation/views.ts';
import * as raw from '../support/activities.ts';
import { cardOf, LocalConnector } from '../support/connector.ts';
import { harbour, objectId } from '../support/school.ts';
import { answerOf, type BotHouse, noticeOf, openBot } from '../support/teams-bot.ts';

const tenant = harbour.teams?.tenant ?? '';
const channel = harbour.teams?.channel ?? '';
const teacher = { id: '29:teacher', name: 'Tess Example', aadObjectId: objectId('teacher') };
const dsl = { id: '29:dsl', name: 'Dana Sample', aadObjectId: objectId('dsl') };
const reference = 'K7QF-3MX9';

let connector: LocalConnector;
let house: BotHouse;
beforeEach(async () => {
  connector = await LocalConnector.start();
  house = await openBot(harbour, { credentials: { kind: 'none' }, timeLimitMs: 1_500 });
});
afterEach(async () => {
  await house.close();
  await connector.close();
});

function place(from = teacher): raw.Place {
  return { serviceUrl: connector.url, tenant, from };
}

function sample<Kind extends View['kind']>(kind: Kind): Extract<View, { kind: Kind }> {
  return JSON.parse(readFileSync(`${import.meta.dirname}/../../cards/${kind}.sample.json`, 'utf8'));
}

const press = { verb: 'case.acknowledge', case: reference };

describe('a message in a chat', () => {
  it('is taken by Lantern, answered in order, and then Teams is told', async () => {
    house.lantern.answers = [answerOf(noticeOf('First.')), answerOf(sample('report-form'))];
    const { status, text } = await house.post(raw.personalMessage(place(), 'a girl in year 8'));
    expect([status, text]).toEqual([200, '']);
    expect(connector.done.map(({ conversation }) => conversation)).toEqual([raw.chatId(teacher), raw.chatId(teacher)]);
    expect(connector.done[0]?.activity).toMatchObject({ type: 'message', text: 'First.', textFormat: 'plain' });
    expect(connector.done[1]?.activity?.summary).toBe('Your report');
    expect(cardOf(connector.done[1] as never)).toMatchObject({ type: 'AdaptiveCard', fallbackText: 'Your report' });
    expect(house.lantern.turns).toMatchObject([
      {
        school: 'harbour',
        person: { id: 'teacher' },
        surface: 'message',
        body: { kind: 'said', text: 'a girl in year 8' },
      },
    ]);
  });

  it('is answered in its thread in a channel', async () => {
    house.lantern.answers = [answerOf(noticeOf('Please write to me in a chat.'))];
    await house.post(raw.channelMessage(place(), channel, 'report'));
    expect(connector.done).toMatchObject([{ how: 'send', conversation: `${channel};messageid=1763700000001` }]);
  });

  it.each([
    ['an outage', { kind: 'status', status: 503 }],
    ['no answer at all', { kind: 'silence' }],
    ['too many messages', { kind: 'status', status: 429, headers: { 'retry-after': '1' } }],
    ['a refusal', { kind: 'status', status: 403 }],
  ] as const)('that cannot be answered for %s is tried once and left to the outbox', async (_name, fault) => {
    const answers = [answerOf(noticeOf('First.')), answerOf(noticeOf('Second.'))];
    house.lantern.answers = answers;
    connector.script(fault);
    const { status } = await house.post(raw.personalMessage(place(), 'words'));
    expect(status).toBe(200);
    expect(house.lantern.laterAnswers).toEqual([answers]);
    expect(connector.requests).toHaveLength(1);
  });

  it('leaves to the outbox only what was not sent', async () => {
    house.lantern.answers = [answerOf(noticeOf('First.')), answerOf(noticeOf('Second.'))];
    const first = connector.next();
    connector.script({ kind: 'lost-answer' });
    await house.post(raw.personalMessage(place(), 'words'));
    expect((await first).activity?.text).toBe('First.');
    expect(house.lantern.laterAnswers).toEqual([house.lantern.answers]);
  });

  it('fails where the answer is neither sent nor kept', async () => {
    house.lantern.answers = [answerOf(noticeOf('First.'))];
    house.lantern.full = true;
    connector.script({ kind: 'status', status: 500 });
    expect(await house.post(raw.personalMessage(place(), 'words'))).toMatchObject({ status: 500, text: '' });
  });

  it('that needs no answer gets none', async () => {
    const { status } = await house.post(raw.activity(place(), 'typing'));
    expect([status, connector.requests]).toEqual([200, []]);
  });

  it('by a bot is no turn', async () => {
    const { status } = await house.post(raw.personalMessage(place(raw.botAccount as never), 'echo'));
    expect([status, house.lantern.turns]).toEqual([200, []]);
  });

  it('asked to answer in the response is answered in the chat all the same', async () => {
    house.lantern.answers = [answerOf(noticeOf('First.'))];
    await house.post(raw.personalMessage(place(), 'words', { deliveryMode: 'expectReplies' }));
    expect(connector.done).toHaveLength(1);
  });
});

describe('a press on a card in a chat', () => {
  it('changes the card, and says the rest below', async () => {
    house.lantern.answers = [answerOf(noticeOf('Done.')), answerOf(sample('case-detail'), true)];
    const { status, body } = await house.post(raw.execute(place(dsl), press));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { type: 'AdaptiveCard', fallbackText: 'Case K7QF-3MX9' },
    });
    expect(connector.done.map(({ activity }) => activity?.text)).toEqual(['Done.']);
  });

  it('changes the card into a few lines where that is the answer', async () => {
    house.lantern.answers = [answerOf(noticeOf('I have added that.'), true)];
    const { body } = await house.post(raw.execute(place(), press));
    expect(JSON.stringify(body)).toContain('"type":"TextRun","text":"I have added that."');
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' });
  });

  it('leaves the card where nothing replaces it, and never answers nothing', async () => {
    house.lantern.answers = [answerOf(sample('case-list'))];
    const { body } = await house.post(raw.execute(place(dsl), { verb: 'cases.list' }));
    const words = { statusCode: 200, type: 'application/vnd.microsoft.activity.message' };
    expect(body).toEqual({ ...words, value: 'Open cases' });
    expect(connector.done).toHaveLength(1);
    house.lantern.answers = [answerOf(noticeOf('I have sent your question.'))];
    const { body: said } = await house.post(raw.execute(place(dsl), press));
    expect(said).toEqual({ ...words, value: 'I have sent your question.' });
    house.lantern.answers = [answerOf(noticeOf('The whole of a long answer. '.repeat(20)))];
    expect((await house.post(raw.execute(place(dsl), press))).body).toEqual({ ...words, value: '✓' });
    house.lantern.answers = [];
    expect((await house.post(raw.execute(place(dsl), press))).body).toEqual({ ...words, value: '✓' });
  });

  it('sends what the card has no room for', async () => {
    const detail = sample('case-detail');
    const rows = [{ label: 'What happened', told: 'Long words. '.repeat(3_000) }];
    house.lantern.answers = [answerOf({ ...detail, rows }, true)];
    const { body } = await house.post(raw.execute(place(dsl), press));
    expect(JSON.stringify(body)).toContain('(1/');
    expect(connector.done[0]?.activity?.text).toMatch(/^\(2\//);
  });

  it('leaves the card to the outbox too when its rest cannot be sent', async () => {
    const rows = [{ label: 'What happened', told: 'Long words. '.repeat(3_000) }];
    const answers = [answerOf({ ...sample('case-detail'), rows }, true)];
    house.lantern.answers = answers;
    connector.script({ kind: 'status', status: 500 });
    expect((await house.post(raw.execute(place(dsl), press))).status).toBe(200);
    expect(house.lantern.laterAnswers).toEqual([answers]);
  });
});

describe('a press on a card in a channel', () => {
  it('changes the card for the presser, and posts nothing', async () => {
    house.lantern.answers = [answerOf(sample('case-card'), true)];
    const { body } = await house.post(raw.execute(place(dsl), press, channel));
    expect(body).toMatchObject({ value: { fallbackText: 'Case K7QF-3MX9' } });
    expect(connector.requests).toEqual([]);
  });

  it('tells the presser alone what there is to say', async () => {
    house.lantern.answers = [
      answerOf(noticeOf('You may not.')),
      answerOf({ ...noticeOf('Ask Dana.'), title: 'Who may' }),
    ];
    const { body } = await house.post(raw.execute(place(), press, channel));
    const type = 'application/vnd.microsoft.activity.message';
    expect(body).toEqual({ statusCode: 200, type, value: 'You may not.\n\nWho may\n\nAsk Dana.' });
    expect(connector.requests).toEqual([]);
  });

  it('puts notices above the card', async () => {
    house.lantern.answers = [answerOf(noticeOf('Tom was faster.')), answerOf(sample('case-card'), true)];
    const { text } = await house.post(raw.execute(place(dsl), press, channel));
    expect(text.indexOf('Tom was faster.')).toBeLessThan(text.indexOf('Immediate: act now'));
    expect(text).toContain('Tom was faster.');
  });

  it('shows a form that was refused to the presser alone, with what was typed', async () => {
    house.lantern.answers = [answerOf(sample('case-form'))];
    const { text } = await house.post(raw.execute(place(dsl), press, channel));
    expect(text).toContain('Still missing: parents told');
    expect(text).toContain('Both have talked, and the group is gone.');
    expect(connector.requests).toEqual([]);
  });

  it('leaves what is for the presser alone to their own chat', async () => {
    const answers = [answerOf(sample('case-card'), true), answerOf(sample('case-detail'))];
    house.lantern.answers = answers;
    const { text } = await house.post(raw.execute(place(dsl), press, channel));
    expect(text).not.toContain('Robin Ashdown');
    expect(house.lantern.laterAnswers).toEqual([answers.slice(1)]);
    expect(connector.requests).toEqual([]);
  });
});

describe('a dialog', () => {
  const open = { verb: 'case.open', case: reference };

  it('shows the case, with actions that a dialog knows', async () => {
    house.lantern.answers = [answerOf(sample('case-detail'))];
    const { status, body, text } = await house.post(raw.dialog(place(dsl), 'task/fetch', open, channel));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      task: {
        type: 'continue',
        value: {
          title: 'Case K7QF-3MX9',
          height: 'large',
          card: { contentType: 'application/vnd.microsoft.card.adaptive' },
        },
      },
    });
    expect(text).not.toContain('Action.Execute');
    expect(connector.requests).toEqual([]);
  });

  it('says what there is to say as a card', async () => {
    house.lantern.answers = [answerOf(noticeOf('You may not.'))];
    const { body } = await house.post(raw.dialog(place(), 'task/fetch', open, channel));
    expect(body).toMatchObject({ task: { type: 'continue', value: { height: 'small' } } });
    expect(JSON.stringify(body)).toContain('You may not.');
  });

  it('takes what is filled in there', async () => {
    house.lantern.answers = [answerOf(sample('case-detail'), true), answerOf(noticeOf('Saved.'))];
    const note = { verb: 'case.note', case: reference, noteText: 'x' };
    const { text } = await house.post(raw.dialog(place(dsl), 'task/submit', note, channel));
    expect(house.lantern.turns[0]).toMatchObject({
      surface: 'dialog',
      body: { press: { verb: 'case.note', text: 'x' } },
    });
    expect(text).toContain('Saved.');
  });

  it('closes where there is nothing to say', async () => {
    expect(await house.post(raw.dialog(place(dsl), 'task/submit', open, channel))).toMatchObject({
      status: 200,
      text: '',
    });
  });

  it('sends a case that is too long for it to the own chat as well', async () => {
    const rows = [{ label: 'What happened', told: 'Long words. '.repeat(3_000) }];
    const answers = [answerOf({ ...sample('case-detail'), rows })];
    house.lantern.answers = answers;
    const { text } = await house.post(raw.dialog(place(dsl), 'task/fetch', open, channel));
    expect(text).toContain('(1/');
    expect(house.lantern.laterAnswers).toEqual([answers]);
  });
});

describe('a turn that is not saved', () => {
  const words = 'This is NOT saved. Ring 01632 960001.';
  beforeEach(() => {
    house.lantern.broken = true;
  });

  it('is said in the chat, and Teams is told of the failure', async () => {
    const { status, text } = await house.post(raw.personalMessage(place(), 'secret words'));
    expect([status, text]).toEqual([500, '']);
    expect(JSON.stringify(cardOf(await connector.next()))).toContain(words);
  });

  it('is told to Teams also when it cannot be said', async () => {
    connector.script({ kind: 'status', status: 500 });
    expect((await house.post(raw.personalMessage(place(), 'words'))).status).toBe(500);
  });

  it('is said below the pressed card and in the chat', async () => {
    const { status, body } = await house.post(raw.execute(place(), press));
    expect([status, body]).toMatchObject([200, { type: 'application/vnd.microsoft.activity.message', value: words }]);
    expect(JSON.stringify(cardOf(await connector.next()))).toContain(words);
  });

  it('is said to the presser alone in a channel', async () => {
    const { body } = await house.post(raw.execute(place(), press, channel));
    expect(body).toMatchObject({ value: words });
    expect(connector.requests).toEqual([]);
  });

  it('is said in the dialog', async () => {
    const { status, text } = await house.post(raw.dialog(place(), 'task/submit', press, channel));
    expect(status).toBe(200);
    expect(text).toContain(words);
  });

  it('leaves no word of it in the log', async () => {
    await house.post(raw.personalMessage(place(), 'secret words'));
    expect(house.logged.join()).toContain('a turn is not saved');
    expect(house.logged.join()).not.toContain('secret words');
  });
});

describe('without credentials', () => {
  it.each(['x-forwarded-for', 'forwarded', 'via'])('nobody is let in through a proxy: %s', async (header) => {
    const { status, text } = await house.post(raw.personalMessage(place(), 'hello'), undefined, {
      [header]: '203.0.113.7',
    });
    expect([status, text]).toEqual([403, '']);
    expect(house.lantern.turns).toEqual([]);
    expect(house.logged.join()).toContain('nobody through a proxy');
  });
});
