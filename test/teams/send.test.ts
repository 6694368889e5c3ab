import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Messenger } from '../../src/app/messenger.ts';
import { systemClock } from '../../src/app/system.ts';
import type { Address } from '../../src/conversation/turn.ts';
import type { View } from '../../src/conversation/views.ts';
import type { School } from '../../src/domain/school.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { failure } from '../../src/teams/delivery.ts';
import { teamsMessenger } from '../../src/teams/send.ts';
import { parts } from '../support/adaptive-card.ts';
import { cardOf, type Fault, LocalConnector } from '../support/connector.ts';
import { harbour, objectId, who } from '../support/school.ts';
import { noticeOf } from '../support/teams-bot.ts';

const tenant = harbour.teams?.tenant ?? '';
const channelId = harbour.teams?.channel ?? '';
const notice = noticeOf('Your report has been acknowledged.');

let connector: LocalConnector;
let messenger: Messenger;
let school: School;
beforeEach(async () => {
  connector = await LocalConnector.start();
  school = { ...harbour, teams: { tenant, channel: channelId, serviceUrl: connector.url, dialogs: true } };
  messenger = await messengerFor(school);
});
afterEach(() => connector.close());

async function messengerFor(one: School): Promise<Messenger> {
  const cards = await loadCards(`${import.meta.dirname}/../../cards`);
  const schools = new Map([[one.id, one]]);
  return teamsMessenger({ credentials: { kind: 'none' }, timeLimitMs: 1_500, schools, cards, clock: systemClock });
}

function sample(kind: View['kind']): View {
  return JSON.parse(readFileSync(`${import.meta.dirname}/../../cards/${kind}.sample.json`, 'utf8'));
}

const chat: Address = { channel: 'teams', kind: 'chat', conversation: 'a:1-teacher' };
const channel: Address = { channel: 'teams', kind: 'channel', conversation: channelId };

describe('a message in several pieces', () => {
  const long: View = {
    ...noticeOf(...Array.from({ length: 900 }, (_, n) => `line ${n} ${'word '.repeat(20)}`)),
    title: 'Long',
  };

  it('goes on after the piece that the channel took last, and sends none twice', async () => {
    const whole = await messenger.post('harbour', chat, long);
    const pieces = connector.requests.length;
    expect([whole.kind, pieces > 2]).toEqual(['sent', true]);
    const before = connector.done.length;
    connector.script({ kind: 'status', status: 500, after: 2 });
    const first = await messenger.post('harbour', chat, long);
    expect(first).toMatchObject({ kind: 'later', pieces: 2 });
    expect(await messenger.post('harbour', chat, long, 2)).toMatchObject({ kind: 'sent' });
    const sent = connector.done.slice(before).map(({ activity }) => JSON.stringify(activity));
    expect(sent).toEqual(connector.done.slice(0, before).map(({ activity }) => JSON.stringify(activity)));
  });
});

describe('a message to a chat', () => {
  it('is sent there, by the school’s connector where the address names none', async () => {
    const delivery = await messenger.post('harbour', chat, notice);
    const sent = await connector.next();
    expect(delivery).toEqual({ kind: 'sent', message: sent.id });
    expect(sent).toMatchObject({ how: 'send', conversation: 'a:1-teacher', activity: { textFormat: 'plain' } });
  });

  it('is sent by the connector that the address names', async () => {
    const other = await LocalConnector.start();
    await messenger.post('harbour', { ...chat, serviceUrl: other.url }, notice);
    expect([connector.requests.length, other.requests.length]).toEqual([0, 1]);
    await other.close();
  });

  it('can be changed by the name it was given', async () => {
    const sent = await messenger.post('harbour', chat, sample('case-detail'));
    const message = sent.kind === 'sent' ? sent.message : '';
    expect(await messenger.update('harbour', chat, message, notice)).toEqual({ kind: 'sent', message });
    expect(connector.done.map(({ how, id }) => [how, id])).toEqual([
      ['send', message],
      ['update', message],
    ]);
  });

  it('that is too long is sent in parts, in order', async () => {
    await messenger.post('harbour', chat, noticeOf('Long words. '.repeat(4_000)));
    const texts = connector.done.map(({ activity }) => activity?.text?.slice(0, 5));
    expect(texts).toEqual(['(1/3)', '(2/3)', '(3/3)']);
  });
});

describe('a card in the DSL channel', () => {
  it('begins a thread of its own', async () => {
    const delivery = await messenger.post('harbour', channel, sample('case-card'));
    const made = await connector.next();
    expect(delivery).toEqual({ kind: 'sent', message: `${channelId};messageid=${made.id}` });
    expect(made).toMatchObject({
      how: 'create',
      parameters: { isGroup: true, tenantId: tenant, channelData: { channel: { id: channelId } } },
    });
    expect(parts(cardOf(made), 'Action.').find(({ title }) => title === 'Open')).toMatchObject({
      data: { msteams: { type: 'task/fetch' } },
    });
  });

  it('can be changed by the name it was given', async () => {
    const sent = await messenger.post('harbour', channel, sample('case-card'));
    const message = sent.kind === 'sent' ? sent.message : '';
    expect(await messenger.update('harbour', channel, message, sample('case-card'))).toEqual({ kind: 'sent', message });
    const [made, changed] = connector.done;
    expect(changed).toMatchObject({ how: 'update', conversation: made?.conversation, id: made?.id });
  });

  it('has no dialog to open where the client has none', async () => {
    const plain = await messengerFor({ ...school, teams: { ...school.teams, dialogs: false } as never });
    await plain.post('harbour', channel, sample('case-card'));
    const open = parts(cardOf(await connector.next()), 'Action.').find(({ title }) => title === 'Open');
    expect(open).toMatchObject({ type: 'Action.Execute' });
  });

  it('is answered in its thread, and never in another', async () => {
    const thread = `${channelId};messageid=1763700000009`;
    await messenger.post('harbour', { ...channel, conversation: thread }, notice);
    expect(await connector.next()).toMatchObject({ how: 'send', conversation: thread });
  });
});

describe('somebody who has never written', () => {
  it('is reached by their directory id', async () => {
    const address = await messenger.reach({ school: 'harbour', person: who('dsl') });
    expect(address).toEqual({
      channel: 'teams',
      kind: 'chat',
      conversation: `a:chat-with-${objectId('dsl')}`,
      serviceUrl: connector.url,
    });
    expect(connector.done).toMatchObject([
      {
        how: 'create',
        activity: undefined,
        parameters: { isGroup: false, tenantId: tenant, members: [{ id: objectId('dsl') }] },
      },
    ]);
  });

  it.each<[string, Fault]>([
    ['Teams says no', { kind: 'status', status: 403 }],
    ['Teams is out', { kind: 'status', status: 500 }],
    ['Teams does not answer', { kind: 'silence' }],
  ])('is not reached where %s', async (_name, fault) => {
    connector.script(fault);
    expect(await messenger.reach({ school: 'harbour', person: who('dsl') })).toBeUndefined();
  });
});

describe('a call that fails', () => {
  it.each<[string, Fault, Delivery]>([
    ['an outage', { kind: 'status', status: 500 }, { kind: 'later', why: 'status 500' }],
    ['a gateway without its server', { kind: 'status', status: 502 }, { kind: 'later', why: 'status 502' }],
    ['too many', { kind: 'status', status: 429 }, { kind: 'later', why: 'status 429' }],
    [
      'too many, and how long to wait',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      { kind: 'later', why: 'status 429', afterMs: 7_000 },
    ],
    [
      'an outage, and how long it lasts',
      { kind: 'status', status: 503, headers: { 'retry-after': '0' } },
      { kind: 'later', why: 'status 503', afterMs: 0 },
    ],
    ['a wrong request', { kind: 'status', status: 400 }, { kind: 'refused', why: 'status 400' }],
    ['a wrong key', { kind: 'status', status: 401 }, { kind: 'refused', why: 'status 401' }],
    ['somebody who blocked Lantern', { kind: 'status', status: 403 }, { kind: 'refused', why: 'status 403' }],
    ['a chat that is gone', { kind: 'status', status: 404 }, { kind: 'refused', why: 'status 404' }],
    ['a message that is too big', { kind: 'status', status: 413 }, { kind: 'refused', why: 'status 413' }],
  ])('for %s is told apart, and made once', async (_name, fault, delivery) => {
    connector.script(fault);
    expect(await messenger.post('harbour', chat, notice)).toEqual(delivery);
    expect(connector.requests).toHaveLength(1);
    expect(await messenger.post('harbour', chat, notice)).toMatchObject({ kind: 'sent' });
  });

  it.each<[string, Fault]>([
    ['it is never answered', { kind: 'silence' }],
    ['its answer is lost', { kind: 'lost-answer' }],
  ])('because %s is made once, and is for later', async (_name, fault) => {
    connector.script(fault);
    expect(await messenger.post('harbour', chat, notice)).toMatchObject({
      kind: 'later',
      why: expect.stringContaining('no answer'),
    });
    expect(connector.requests).toHaveLength(1);
  });

  it('because nobody listens is for later', async () => {
    const nowhere = { ...chat, serviceUrl: 'http://127.0.0.1:9/' };
    expect(await messenger.post('harbour', nowhere, notice)).toEqual({
      kind: 'later',
      why: 'no answer (ECONNREFUSED)',
    });
  });

  it('to a school without Teams is refused', async () => {
    const { teams, ...without } = school;
    const other = await messengerFor(without);
    expect(await other.post('harbour', chat, notice)).toEqual({ kind: 'refused', why: 'the school has no Teams' });
    expect(await messenger.post('elsewhere', chat, notice)).toMatchObject({ kind: 'refused' });
    expect(await other.reach({ school: 'harbour', person: who('dsl') })).toBeUndefined();
  });

  it('to change what is gone is refused', async () => {
    expect(await messenger.update('harbour', chat, 'gone', notice)).toEqual({ kind: 'refused', why: 'status 404' });
  });
});

describe('how long to wait', () => {
  const now = Date.parse('2026-11-21T09:30:00Z');
  const asked = (header: string) =>
    failure({ statusCode: 429, response: { headers: new Headers({ 'retry-after': header }) } }, now);

  it.each([
    ['a date', 'Sat, 21 Nov 2026 09:30:20 GMT', 20_000],
    ['a date gone by', 'Sat, 21 Nov 2026 09:00:00 GMT', 0],
    ['more than an hour', '86400', 3_600_000],
  ])('is read from %s', (_name, header, afterMs) => {
    expect(asked(header)).toMatchObject({ kind: 'later', afterMs });
  });

  it('is left open where it cannot be read', () => {
    expect(asked('soon')).toEqual({ kind: 'later', why: 'status 429' });
  });
});
