import { describe, expect, it } from 'vitest';
import type { Surface, TurnBody } from '../../src/conversation/turn.ts';
import { parse } from '../../src/teams/parse.ts';
import * as raw from '../support/activities.ts';
import { harbour, objectId } from '../support/school.ts';

const schools = new Map([[harbour.id, harbour]]);
const tenant = harbour.teams?.tenant ?? '';
const channel = harbour.teams?.channel ?? '';
const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const teacher = { id: '29:teacher', name: 'Tess Example', aadObjectId: objectId('teacher').toUpperCase() };
const place: raw.Place = { serviceUrl, tenant, from: teacher };
const reference = 'K7QF-3MX9';

function turnOf(activity: unknown) {
  const parsed = parse(activity, schools);
  if (parsed.kind !== 'turn') throw new Error(`read as ${parsed.kind}`);
  return parsed;
}

function bodyOf(activity: unknown): TurnBody {
  return turnOf(activity).turn.body;
}

function said(text: string, files = 0): TurnBody {
  return { kind: 'said', text, files };
}

const copy = { contentType: 'text/html', content: '<p>hello</p>' };

describe('what somebody did', () => {
  it.each<[string, unknown, TurnBody]>([
    ['words in a chat', raw.personalMessage(place, 'a girl in year 8'), said('a girl in year 8')],
    ['no words', raw.personalMessage(place, ''), said('')],
    ['no text at all', raw.activity(place, 'message'), said('')],
    [
      'markup, which is data',
      raw.personalMessage(place, '<b>x</b> **y** ${z} [a](b)'),
      said('<b>x</b> **y** ${z} [a](b)'),
    ],
    ['emoji and right-to-left words', raw.personalMessage(place, '👩‍👧 שלום'), said('👩‍👧 שלום')],
    ['words of 28 KB', raw.personalMessage(place, 'x'.repeat(28_000)), said('x'.repeat(28_000))],
    ['words in a channel, without the mention', raw.channelMessage(place, channel, 'report'), said('report')],
    [
      'a mention of somebody else, which stays',
      raw.personalMessage(place, '<at>Kit</at> did it', {
        entities: [{ type: 'mention', mentioned: { id: '29:kit' }, text: '<at>Kit</at>' }],
      }),
      said('<at>Kit</at> did it'),
    ],
    [
      'the copy of the message that Teams adds',
      raw.personalMessage(place, 'hello', { attachments: [copy] }),
      said('hello'),
    ],
    [
      'a picture and a file',
      raw.personalMessage(place, '', {
        attachments: [
          copy,
          { contentType: 'image/*', contentUrl: 'https://example.org/a' },
          { contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} },
        ],
      }),
      said('', 2),
    ],
    [
      'a picture pasted among the words',
      raw.personalMessage(place, 'look', {
        attachments: [
          {
            contentType: 'text/html',
            content: '<p>look <img itemtype="http://schema.skype.com/AMSImage" src="x"></p>',
          },
        ],
      }),
      said('look', 1),
    ],
    [
      'an emoji, which Teams draws as a picture',
      raw.personalMessage(place, 'ok', {
        attachments: [
          { contentType: 'text/html', content: '<p>ok <img itemtype="http://schema.skype.com/Emoji" src="x"></p>' },
        ],
      }),
      said('ok'),
    ],
    [
      'a quoted card, which is no file',
      raw.personalMessage(place, 'this', {
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }],
      }),
      said('this'),
    ],
    [
      'an edited message',
      raw.activity(place, 'messageUpdate', { text: 'I meant year 9' }),
      { kind: 'edited', text: 'I meant year 9' },
    ],
    ['a deleted message', raw.activity(place, 'messageDelete'), { kind: 'deleted' }],
    [
      'a reaction',
      raw.activity(place, 'messageReaction', { reactionsAdded: [{ type: 'like' }] }),
      { kind: 'ignorable' },
    ],
    ['typing', raw.activity(place, 'typing'), { kind: 'ignorable' }],
    ['the end of a conversation', raw.activity(place, 'endOfConversation'), { kind: 'ignorable' }],
    [
      'a read receipt',
      raw.activity(place, 'event', { name: 'application/vnd.microsoft.readReceipt' }),
      { kind: 'ignorable' },
    ],
    [
      'an installation, which a conversationUpdate tells too',
      raw.activity(place, 'installationUpdate', { action: 'add' }),
      { kind: 'ignorable' },
    ],
    ['some other event', raw.activity(place, 'event', { name: 'surprise' }), { kind: 'strange', type: 'event' }],
    ['an unknown type', raw.activity(place, 'hologram'), { kind: 'strange', type: 'hologram' }],
    [
      'an unknown invoke',
      raw.activity(place, 'invoke', { name: 'fileConsent/invoke' }),
      { kind: 'strange', type: 'invoke fileConsent/invoke' },
    ],
    ['an invoke without a name', raw.activity(place, 'invoke'), { kind: 'strange', type: 'invoke' }],
  ])('%s', (_name, activity, body) => {
    expect(bodyOf(activity)).toEqual(body);
  });

  it.each<[string, unknown, TurnBody['kind']]>([
    [
      'a chat opened in the Playground, which names both',
      raw.membersAdded(place, [teacher.id, raw.botAccount.id]),
      'joined',
    ],
    ['a chat opened in Teams, which names the bot alone', raw.membersAdded(place, [raw.botAccount.id]), 'joined'],
    ['the bot added to a team', raw.membersAdded(place, [raw.botAccount.id], channel), 'joined'],
    ['somebody else added to a team', raw.membersAdded(place, ['29:new'], channel), 'ignorable'],
    ['nobody added', raw.activity(place, 'conversationUpdate'), 'ignorable'],
  ])('%s', (_name, activity, kind) => {
    expect(bodyOf(activity).kind).toBe(kind);
  });
});

const escalating = { verb: 'case.escalate', case: reference, escalateTo: 'head', escalateReason: 'None' };

describe('what somebody pressed', () => {
  it.each<[string, unknown, Surface]>([
    ['a button by Action.Execute', raw.execute(place, escalating), 'card'],
    ['a button by Action.Execute in a channel', raw.execute(place, escalating, channel), 'card'],
    ['a button by Action.Submit', raw.submit(place, escalating), 'message'],
    ['a button in a dialog', raw.dialog(place, 'task/submit', escalating, channel), 'dialog'],
  ])('%s', (_name, activity, surface) => {
    const press = { verb: 'case.escalate', case: reference, to: 'head', reason: 'None' };
    expect(turnOf(activity).turn).toMatchObject({ surface, body: { kind: 'pressed', press } });
  });

  it('opening a dialog, with what Teams itself leaves in the data', () => {
    const data = { verb: 'case.open', case: reference, type: 'task/fetch' };
    const { turn } = turnOf(raw.dialog(place, 'task/fetch', data, channel));
    expect(turn).toMatchObject({
      surface: 'dialog',
      body: { kind: 'pressed', press: { verb: 'case.open', case: reference } },
    });
  });

  it('a verb on the action that differs from the one in its data', () => {
    const activity = raw.execute(place, escalating);
    const forged = { ...activity, value: { action: { verb: 'case.open', data: escalating } } };
    expect(bodyOf(forged)).toEqual({ kind: 'unreadable', verb: 'unknown' });
  });

  it.each<[string, unknown]>([
    ['no value', undefined],
    ['no action', {}],
    ['an action without data', { action: { verb: 'help' } }],
    ['a value that is words', 'help'],
  ])('an Action.Execute with %s', (_name, value) => {
    expect(bodyOf(raw.activity(place, 'invoke', { name: 'adaptiveCard/action', value }))).toMatchObject({
      kind: 'unreadable',
    });
  });
});

describe('who and where', () => {
  it('knows a person by the directory, in lower case', () => {
    const { sighting, member } = turnOf(raw.personalMessage(place, 'hi'));
    const id = objectId('teacher').toLowerCase();
    expect(sighting).toEqual({ name: 'Tess Example', objectId: id, fallbackId: `aad:${id}` });
    expect(member).toBe(teacher.id);
  });

  it('knows somebody without a directory id by the id Teams gives them', () => {
    const from = { id: '29:guest', name: 'Guest' };
    const { sighting } = turnOf(raw.personalMessage({ ...place, from }, 'hi'));
    expect(sighting).toEqual({ name: 'Guest', fallbackId: 'teams:29:guest' });
  });

  it('keeps where to answer, and when it was said', () => {
    const { turn, school } = turnOf(raw.personalMessage(place, 'hi'));
    expect(school).toBe(harbour);
    expect(turn.sentAt).toBe('2026-11-21T09:30:00.123Z');
    expect(turn.address).toEqual({ channel: 'teams', kind: 'chat', conversation: raw.chatId(teacher), serviceUrl });
  });

  it.each([
    ['a channel', { conversationType: 'channel' }],
    ['a group chat', { conversationType: 'groupChat' }],
    ['a conversation of no known kind', {}],
  ])('treats %s as a room that others read', (_name, type) => {
    const conversation = { id: '19:x', tenantId: tenant, ...type };
    expect(turnOf(raw.personalMessage(place, 'hi', { conversation })).turn.address.kind).toBe('channel');
  });
});

describe('what is not let in', () => {
  const message = raw.personalMessage(place, 'hi');

  it.each<[string, unknown, string]>([
    ['another tenant', raw.personalMessage({ ...place, tenant: 'other' }, 'hi'), 'foreign'],
    ['a tenant that is not said', { ...message, conversation: { id: 'a:1' }, channelData: {} }, 'foreign'],
    ['two tenants that differ', { ...message, channelData: { tenant: { id: 'other' } } }, 'foreign'],
    ['our own echo', raw.personalMessage({ ...place, from: raw.botAccount }, 'hi'), 'not-a-person'],
    ['another bot', raw.personalMessage({ ...place, from: { id: '28:other', name: 'Bot' } }, 'hi'), 'not-a-person'],
    ['another channel', { ...message, channelId: 'webchat' }, 'malformed'],
    ['no type', { ...message, type: undefined }, 'malformed'],
    ['no sender', { ...message, from: undefined }, 'malformed'],
    ['no address to answer to', { ...message, serviceUrl: 'nowhere' }, 'malformed'],
    ['an address that is no web address', { ...message, serviceUrl: 'file:///etc' }, 'malformed'],
    ['nothing', undefined, 'malformed'],
    ['words', 'hello', 'malformed'],
    ['a list', [message], 'malformed'],
  ])('%s', (_name, activity, kind) => {
    expect(parse(activity, schools).kind).toBe(kind);
  });

  it('takes the tenant from the channel data where the conversation does not say it, in any case', () => {
    const conversation = { id: 'a:1', conversationType: 'personal' };
    const channelData = { tenant: { id: tenant.toUpperCase() } };
    expect(parse({ ...message, conversation, channelData }, schools).kind).toBe('turn');
  });
});

describe('the id of an event', () => {
  const idOf = (activity: unknown) => turnOf(activity).turn.eventId;
  const message = raw.personalMessage(place, 'hi');

  it('is the same for a repeat, whatever else arrived with it', () => {
    expect(idOf({ ...message, localTimestamp: 'later' })).toBe(idOf(message));
  });

  it.each<[string, raw.RawActivity, raw.RawActivity]>([
    ['two messages', message, { ...message, id: 'another' }],
    [
      'the same id in another conversation',
      message,
      { ...message, conversation: { ...(message['conversation'] as object), id: 'a:2' } },
    ],
    ['a message and its edit, which has its id', message, { ...message, type: 'messageUpdate' }],
    [
      'two edits of a message',
      { ...message, type: 'messageUpdate' },
      { ...message, type: 'messageUpdate', timestamp: '2026-11-21T09:31:00.000Z' },
    ],
    ['two messages without ids', { ...message, id: undefined }, { ...message, id: undefined, text: 'ho' }],
  ])('differs for %s', (_name, one, other) => {
    expect(idOf(one)).not.toBe(idOf(other));
  });

  it('is made of what was said where Teams gives none', () => {
    expect(idOf({ ...message, id: undefined })).toBe(idOf({ ...message, id: undefined }));
  });
});
