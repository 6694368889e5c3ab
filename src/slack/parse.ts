import { createHash } from 'node:crypto';
import type { School, Schools } from '../app/school.ts';
import type { Press } from '../conversation/press.ts';
import type { Address, Turn, TurnBody } from '../conversation/turn.ts';
import type { Instant } from '../domain/case.ts';
import { type Memory, readMemory } from './modal.ts';
import type { Parsed, Place } from './parsed.ts';
import type {
  CommandPayload,
  EventPayload,
  Payload,
  PressPayload,
  ShortcutPayload,
  SubmissionPayload,
} from './payloads.ts';
import { readSubmission } from './report-modal.ts';
import { typed } from './said.ts';
import { readValue } from './values.ts';

const ignorable: Parsed = { kind: 'ignorable' };

/** Reads a payload whose signature has been checked. Nothing raw goes further in. */
export function parse(payload: Payload | undefined, schools: Schools): Parsed {
  switch (payload?.kind) {
    case 'event':
      return within(payload.data.team_id, schools, (school) => happened(payload.data, school));
    case 'command':
      return within(payload.data.team_id, schools, (school) => commanded(payload.data, school));
    case 'press':
      return within(payload.data.team.id, schools, (school) => pressed(payload.data, school));
    case 'submission':
      return within(payload.data.team.id, schools, (school) => submitted(payload.data, school));
    case 'shortcut':
      return within(payload.data.team.id, schools, (school) => cut(payload.data, school));
    case undefined:
      return { kind: 'malformed' };
    default:
      return payload satisfies never;
  }
}

function within(team: string, schools: Schools, read: (school: School) => Parsed): Parsed {
  const school = [...schools.values()].find(({ slack }) => slack?.team === team);
  return school ? read(school) : { kind: 'foreign' };
}

/** One person's own chat. Slack takes their id in its place, so that every way in leads to the same conversation. */
function chatOf(user: string): Address {
  return { channel: 'slack', kind: 'chat', conversation: user };
}

function roomOf(channel: string): Address {
  return { channel: 'slack', kind: 'channel', conversation: channel };
}

/** The same for every repeat of it, and for no other. */
function idOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function happened(payload: EventPayload, school: School): Parsed {
  const { event, event_id, team_id } = payload;
  const seen = {
    user: event.user ?? event.message?.user ?? event.previous_message?.user ?? '',
    team: event.user_team ?? event.team,
  };
  const eventId = idOf(team_id, event_id);
  if (event.type === 'member_joined_channel') return joinedRoom(payload, school, eventId);
  if (seen.user === '' || isBot(payload, seen.user)) return ignorable;
  if (event.type === 'app_home_opened') {
    if (event.tab === 'home') return { kind: 'home', school, seen };
    return event.channel ? { kind: 'chat', school, seen, channel: event.channel, eventId } : ignorable;
  }
  const inChat = event.type === 'message' && event.channel_type === 'im';
  if (!inChat && event.type !== 'app_mention') return ignorable;
  const body = inChat ? bodyOf(payload) : saidIn(payload);
  if (body.kind === 'ignorable' || (!inChat && !event.channel)) return ignorable;
  const address = inChat ? chatOf(seen.user) : roomOf(event.channel ?? '');
  const turn = { eventId, ...sentAt(payload), school: school.id, address, surface: 'message' as const, body };
  return { kind: 'turn', school, turn, place: { seen, kind: 'said' }, repeats: true };
}

/** Lantern was put into a channel. */
function joinedRoom(payload: EventPayload, school: School, eventId: string): Parsed {
  const { user, channel } = payload.event;
  if (!channel || !user || user !== botOf(payload)) return ignorable;
  const turn = {
    eventId,
    ...sentAt(payload),
    school: school.id,
    address: roomOf(channel),
    surface: 'message' as const,
    body: { kind: 'joined' as const },
  };
  return { kind: 'turn', school, turn, place: { seen: { user }, kind: 'said' }, repeats: true };
}

function sentAt({ event_time }: EventPayload): { sentAt?: Instant } {
  return event_time === undefined ? {} : { sentAt: new Date(event_time * 1_000).toISOString() };
}

function botOf({ authorizations }: EventPayload): string | undefined {
  return authorizations?.[0]?.user_id;
}

/** Our own echo, or another app's. */
function isBot(payload: EventPayload, user: string): boolean {
  const { event } = payload;
  const { bot_id } = event.message ?? event.previous_message ?? event;
  return event.bot_id !== undefined || bot_id !== undefined || user === botOf(payload) || user === 'USLACKBOT';
}

/** What Slack itself says in a chat: who joined, that a topic changed, that a link was unfolded. */
const systemTypes = /^(channel|group|im|bot|mpim|pinned|unpinned|reminder|ekm|huddle|assistant|tombstone|document)_/;

function bodyOf(payload: EventPayload): TurnBody {
  const { subtype, message, previous_message: before } = payload.event;
  switch (subtype) {
    case undefined:
    case 'file_share':
    case 'thread_broadcast':
    case 'me_message':
      return saidIn(payload);
    case 'message_changed':
      return message?.text === before?.text
        ? { kind: 'ignorable' }
        : { kind: 'edited', text: typed(message?.text ?? '') };
    case 'message_deleted':
      return { kind: 'deleted' };
    default:
      return systemTypes.test(subtype) ? { kind: 'ignorable' } : { kind: 'strange', type: subtype };
  }
}

function saidIn(payload: EventPayload): TurnBody {
  const { text = '', files = [] } = payload.event;
  return { kind: 'said', text: typed(text, botOf(payload)), files: files.length };
}

const commands: Readonly<Record<string, (text: string) => TurnBody>> = {
  '/report': (text) => press({ verb: 'report.start', ...(text === '' ? {} : { words: text }) }),
  '/ask': (text) => ({ kind: 'said', text: text === '' ? 'ask' : `ask: ${text}`, files: 0 }),
  '/cases': () => press({ verb: 'cases.list' }),
};

function press(what: Press): TurnBody {
  return { kind: 'pressed', press: what };
}

function commanded(payload: CommandPayload, school: School): Parsed {
  const { command, team_id, user_id, text = '', trigger_id, response_url } = payload;
  const body = commands[command]?.(typed(text));
  if (!body) return ignorable;
  const turn = {
    eventId: idOf(team_id, user_id, command, text, trigger_id),
    school: school.id,
    address: chatOf(user_id),
    surface: 'message' as const,
    body,
  };
  const place: Place = { seen: { user: user_id }, trigger: trigger_id, responseUrl: response_url, kind: 'command' };
  return { kind: 'turn', school, turn, place, repeats: false };
}

function pressed(payload: PressPayload, school: School): Parsed {
  const { user, team, container, actions, trigger_id, response_url, view } = payload;
  const [action] = actions;
  if (action?.value === undefined) return ignorable;
  const eventId = idOf(team.id, user.id, container, action.action_id, action.value, action.action_ts ?? trigger_id);
  const origin = view && view.type === 'modal' ? (readMemory(view.private_metadata ?? '')?.origin ?? {}) : {};
  const ts = container.message_ts;
  const place: Place = {
    seen: { user: user.id, team: user.team_id },
    trigger: trigger_id,
    responseUrl: response_url,
    ...(ts !== undefined && container.channel_id && { pressed: { channel: container.channel_id, ts } }),
    ...(view?.type === 'modal' && { view: { id: view.id, origin, inputs: [] } }),
    kind: view ? (view.type === 'home' ? 'home' : 'modal') : container.is_ephemeral === true ? 'ephemeral' : 'message',
  };
  const read = readValue(action.value);
  const address = addressOf(place, user.id);
  if (read.kind === 'local') {
    const where = { address, surface: surfaceOf(place) };
    return { kind: 'local', school, local: read.local, place, eventId, where };
  }
  const turn = { eventId, school: school.id, address, surface: surfaceOf(place, read), body: read };
  return { kind: 'turn', school, turn, place, repeats: false };
}

/** A card in a channel is answered there, and so is a modal that one opened; everything else in the person's chat. */
function addressOf({ pressed: on, view, kind }: Place, user: string): Address {
  const channel = view ? view.origin.channel : kind === 'message' ? on?.channel : undefined;
  return channel === undefined || channel.startsWith('D') ? chatOf(user) : roomOf(channel);
}

/** What opens a case shows it in a modal, and so does everything that is done in one. */
function surfaceOf({ kind }: Place, read?: TurnBody): Turn['surface'] {
  const opens = read?.kind === 'pressed' && read.press.verb === 'case.open';
  return kind === 'modal' || kind === 'submission' || opens ? 'dialog' : 'card';
}

function submitted(payload: SubmissionPayload, school: School): Parsed {
  const { user, team, trigger_id, view } = payload;
  const memory: Memory = readMemory(view.private_metadata) ?? { origin: {} };
  const inputs = Object.keys(view.state.values);
  const place: Place = {
    seen: { user: user.id, team: user.team_id },
    trigger: trigger_id,
    view: { id: view.id, origin: memory.origin, inputs, memory, submit: view.submit?.text },
    kind: 'submission',
  };
  const turn = {
    // The same answers of the same modal are the same submission, however often it is sent.
    eventId: idOf(team.id, user.id, view.id, view.hash, view.private_metadata, view.state.values),
    school: school.id,
    address: addressOf(place, user.id),
    surface: 'dialog' as const,
    body: readSubmission(memory, view.state.values),
  };
  return { kind: 'turn', school, turn, place, repeats: false };
}

/** *Report this message*: where it is and whose it is; its words and files stay where they are. */
function cut(payload: ShortcutPayload, school: School): Parsed {
  const { callback_id, user, team, channel, message, trigger_id, response_url } = payload;
  if (callback_id !== 'report_message') return ignorable;
  const link = `https://${team.domain ?? 'app'}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`;
  const turn = {
    eventId: idOf(team.id, user.id, callback_id, channel.id, message.ts, trigger_id),
    school: school.id,
    address: chatOf(user.id),
    surface: 'message' as const,
    body: press({ verb: 'report.start', about: { author: '', link } }),
  };
  const place: Place = {
    seen: { user: user.id, team: user.team_id },
    trigger: trigger_id,
    responseUrl: response_url,
    kind: 'command',
  };
  return { kind: 'turn', school, turn, place, author: message.user, repeats: false };
}
