import { randomUUID } from 'node:crypto';

/** An activity as Teams posts it. */
export type RawActivity = Readonly<Record<string, unknown>>;

/** Somebody who sends activities. */
export type Sender = { readonly id: string; readonly name: string; readonly aadObjectId?: string };

/** Where activities come from. */
export type Place = { readonly serviceUrl: string; readonly tenant: string; readonly from: Sender };

/** The bot, as Teams names it in activities. */
export const botAccount = { id: '28:00000000-0000-4000-8000-00000000b007', name: 'Lantern' };

/** The conversation id of somebody's chat with the bot. */
export function chatId(sender: Sender): string {
  return `a:1-${sender.id}`;
}

function base({ serviceUrl, tenant, from }: Place, type: string): RawActivity {
  return {
    type,
    id: randomUUID(),
    timestamp: '2026-11-21T09:30:00.123Z',
    localTimestamp: '2026-11-21T09:30:00.123Z',
    channelId: 'msteams',
    serviceUrl,
    from,
    recipient: botAccount,
    conversation: { conversationType: 'personal', tenantId: tenant, id: chatId(from) },
    channelData: { tenant: { id: tenant } },
    locale: 'en-GB',
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
  };
}

function inThread(tenant: string, channel: string): RawActivity {
  return {
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: tenant,
      id: `${channel};messageid=1763700000001`,
    },
    channelData: { tenant: { id: tenant }, team: { id: '19:team@thread.tacv2' }, channel: { id: channel } },
  };
}

/** Somebody writes to the bot in their own chat. */
export function personalMessage(place: Place, text: string, more: RawActivity = {}): RawActivity {
  return { ...base(place, 'message'), text, textFormat: 'plain', ...more };
}

/** Somebody writes in a channel and names the bot, as they must. */
export function channelMessage(place: Place, channel: string, text: string): RawActivity {
  const mention = { type: 'mention', mentioned: botAccount, text: '<at>Lantern</at>' };
  return {
    ...base(place, 'message'),
    ...inThread(place.tenant, channel),
    text: `<at>Lantern</at>\u00a0${text}`,
    textFormat: 'plain',
    entities: [mention],
    attachments: [{ contentType: 'text/html', content: `<div><span itemscope>Lantern</span>&nbsp;${text}</div>` }],
  };
}

/** Somebody presses an Action.Execute, in their chat or on a channel's card. `data` holds the inputs too. */
export function execute(place: Place, data: RawActivity, channel?: string): RawActivity {
  return {
    ...base(place, 'invoke'),
    ...(channel === undefined ? {} : inThread(place.tenant, channel)),
    name: 'adaptiveCard/action',
    replyToId: '1763700000001',
    value: { action: { type: 'Action.Execute', title: 'Press', verb: data['verb'], data }, trigger: 'manual' },
  };
}

/** Somebody presses an Action.Submit. */
export function submit(place: Place, data: RawActivity): RawActivity {
  return { ...base(place, 'message'), replyToId: '1763700000001', value: data };
}

/** Somebody opens a dialog from a channel's card, or presses something in it. */
export function dialog(
  place: Place,
  name: 'task/fetch' | 'task/submit',
  data: RawActivity,
  channel: string,
): RawActivity {
  const platform = name === 'task/fetch' ? { msteams: { type: 'task/fetch' } } : {};
  return {
    ...base(place, 'invoke'),
    ...inThread(place.tenant, channel),
    name,
    value: { data: { ...platform, ...data }, context: { theme: 'default' }, tabContext: null },
  };
}

/** The bot, and perhaps others, joined a conversation. */
export function membersAdded(place: Place, ids: readonly string[], channel?: string): RawActivity {
  return {
    ...base(place, 'conversationUpdate'),
    ...(channel === undefined ? {} : inThread(place.tenant, channel)),
    membersAdded: ids.map((id) => ({ id })),
  };
}

/** Any other activity of somebody in their own chat. */
export function activity(place: Place, type: string, more: RawActivity = {}): RawActivity {
  return { ...base(place, type), ...more };
}
