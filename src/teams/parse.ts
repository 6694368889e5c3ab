import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { School, Schools, Sighting } from '../app/school.ts';
import type { Surface, Turn, TurnBody } from '../conversation/turn.ts';
import type { Instant } from '../domain/case.ts';
import { type Activity, activitySchema } from './activity.ts';
import { readPress } from './read-press.ts';
import { filesOf, textOf } from './said.ts';

/** What an activity was read as. */
export type Parsed =
  /** All of a turn but the person, who is known so far only as Teams names them. */
  | {
      readonly kind: 'turn';
      readonly turn: Omit<Turn, 'person'>;
      readonly school: School;
      readonly sighting: Sighting;
      /** The id Teams' roster knows the person by. */
      readonly member: string;
    }
  /** A tenant that is none of ours. */
  | { readonly kind: 'foreign' }
  /** Not an activity of Teams. */
  | { readonly kind: 'malformed' }
  /** Sent by a bot: our own echo, or another. */
  | { readonly kind: 'not-a-person' };

/** Reads an activity whose token has been checked. Nothing raw goes further in. */
export function parse(raw: unknown, schools: Schools): Parsed {
  const parsed = activitySchema.safeParse(raw);
  if (!parsed.success) return { kind: 'malformed' };
  const activity = parsed.data;
  const school = schoolOf(activity, schools);
  if (!school) return { kind: 'foreign' };
  if (isBot(activity)) return { kind: 'not-a-person' };
  return {
    kind: 'turn',
    turn: turnOf(activity, school),
    school,
    sighting: sighting(activity),
    member: activity.from.id,
  };
}

/** The tokens of the Bot Framework say nothing of the tenant, so the activity's own must be one of ours. */
function schoolOf({ conversation, channelData }: Activity, schools: Schools): School | undefined {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((tenant) => typeof tenant === 'string');
  const [tenant, another] = new Set(named.map((id) => id.toLowerCase()));
  if (tenant === undefined || another !== undefined) return undefined;
  return [...schools.values()].find(({ teams }) => teams?.tenant.toLowerCase() === tenant);
}

function isBot({ from, recipient }: Activity): boolean {
  return from.id === recipient.id || from.role === 'bot' || from.id.startsWith('28:');
}

function turnOf(activity: Activity, school: School): Omit<Turn, 'person'> {
  const { conversation, serviceUrl } = activity;
  const sentAt = instantOf(activity);
  return {
    eventId: eventId(activity),
    ...(sentAt && { sentAt }),
    school: school.id,
    address: {
      channel: 'teams',
      kind: isChat(activity) ? 'chat' : 'channel',
      conversation: conversation.id,
      serviceUrl,
    },
    ...bodyOf(activity),
  };
}

function instantOf({ timestamp = '' }: Activity): Instant | undefined {
  const sent = new Date(timestamp);
  return Number.isNaN(sent.getTime()) ? undefined : sent.toISOString();
}

/** Whatever is not surely a chat of one person is treated as a room, where others may read along. */
function isChat({ conversation }: Activity): boolean {
  return conversation.conversationType === 'personal';
}

/**
 * The same for every repeat of an activity, and for no other: an id is unique in its conversation only, and an edit
 * has the id of the message that it changes.
 */
function eventId({ conversation, type, id, timestamp, from, value, text }: Activity): string {
  const own = id !== undefined && (type === 'message' || type === 'invoke');
  const parts = own ? [id] : [id, timestamp, from.id, value, text];
  const whole = JSON.stringify([conversation.id, type, ...parts]);
  return createHash('sha256').update(whole).digest('base64url');
}

function sighting({ from }: Activity): Sighting {
  const objectId = from.aadObjectId?.toLowerCase();
  const name = from.name ?? '';
  return objectId ? { name, objectId, fallbackId: `aad:${objectId}` } : { name, fallbackId: `teams:${from.id}` };
}

type Read = { readonly surface: Surface; readonly body: TurnBody };

function bodyOf(activity: Activity): Read {
  if (activity.type === 'invoke') return invoked(activity);
  return { surface: 'message', body: happened(activity) };
}

function happened(activity: Activity): TurnBody {
  const { type, name, value } = activity;
  switch (type) {
    case 'message':
      return isObject(value) ? readPress(value) : { kind: 'said', text: textOf(activity), files: filesOf(activity) };
    case 'messageUpdate':
      return { kind: 'edited', text: textOf(activity) };
    case 'messageDelete':
      return { kind: 'deleted' };
    case 'conversationUpdate':
      return { kind: hasJoined(activity) ? 'joined' : 'ignorable' };
    case 'event':
      // Read receipts and meetings: Teams tells of them, nobody said anything.
      return name?.startsWith('application/vnd.microsoft.') ? { kind: 'ignorable' } : { kind: 'strange', type };
    case 'installationUpdate':
    case 'messageReaction':
    case 'typing':
    case 'endOfConversation':
      return { kind: 'ignorable' };
    default:
      return { kind: 'strange', type };
  }
}

/**
 * A chat was opened, or Lantern was added to a team. In a chat Teams names the bot alone, the Playground the person
 * too, and both send an `installationUpdate` besides, which is passed over so that nobody is greeted twice.
 */
function hasJoined(activity: Activity): boolean {
  const added = activity.membersAdded ?? [];
  return added.length > 0 && (isChat(activity) || added.some(({ id }) => id === activity.recipient.id));
}

const executed = z.looseObject({ action: z.looseObject({ verb: z.string(), data: z.unknown().optional() }) });
const asked = z.looseObject({ data: z.unknown().optional() });

function invoked({ name, value }: Activity): Read {
  switch (name) {
    case 'adaptiveCard/action':
      return { surface: 'card', body: execution(value) };
    case 'task/fetch':
    case 'task/submit':
      return { surface: 'dialog', body: readPress(asked.safeParse(value).data?.data) };
    default:
      return { surface: 'message', body: { kind: 'strange', type: `invoke ${name ?? ''}`.slice(0, 100).trim() } };
  }
}

/** The verb stands on the action and again in its data, for clients that only know Action.Submit. Both must agree. */
function execution(value: unknown): TurnBody {
  const parsed = executed.safeParse(value);
  if (!parsed.success) return { kind: 'unreadable', verb: 'unknown' };
  const { verb, data } = parsed.data.action;
  const read = readPress(data);
  return read.kind === 'pressed' && read.press.verb !== verb ? { kind: 'unreadable', verb: 'unknown' } : read;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
