import type { ConnectorClient } from 'botframework-connector';
import type { ChannelAccount, ConversationParameters } from 'botframework-schema';
import type { Delivery, Messenger } from '../app/messenger.ts';
import type { Clock } from '../app/ports.ts';
import type { School, Schools } from '../app/school.ts';
import type { Address } from '../conversation/turn.ts';
import type { View } from '../conversation/views.ts';
import { activityOf } from './activities.ts';
import type { Cards } from './cards.ts';
import { LanternAuthentication, type Line, ownClaims, usualTimeLimitMs } from './connectors.ts';
import { failure, withinLimit } from './delivery.ts';
import { type Piece, render } from './render.ts';

/** What the messenger is made of. */
export type MessengerParts = Line & { readonly schools: Schools; readonly cards: Cards; readonly clock: Clock };

/** The way to Teams' servers for one message. */
type Route = {
  readonly teams: NonNullable<School['teams']>;
  readonly conversations: ConnectorClient['conversations'];
  /** Who we are in Teams. */
  readonly bot: ChannelAccount;
  readonly limitMs: number;
};

/** What marks a thread in the id of a channel's conversation. */
const threadMark = ';messageid=';

/**
 * The port to Teams for messages that answer nobody. The `message` of a sent one is the activity's id in a chat, and
 * in a channel the id of the thread that it began, which holds the activity's id.
 */
export function teamsMessenger(parts: MessengerParts): Messenger {
  const routeTo = router(parts);
  const attempt = async (school: string, to: Address, work: (route: Route) => Promise<string>): Promise<Delivery> => {
    try {
      const route = await routeTo(school, to.serviceUrl);
      return route ? { kind: 'sent', message: await work(route) } : { kind: 'refused', why: 'the school has no Teams' };
    } catch (error) {
      return failed(error, Date.parse(parts.clock.now()));
    }
  };
  const drawn = (route: Route, { kind }: Address, view: View) =>
    render(parts.cards, view, { stage: kind, dialogs: route.teams.dialogs, onlyCards: false });
  return {
    channel: 'teams',
    post: (school, to, view, from = 0) => attempt(school, to, (route) => post(route, to, drawn(route, to, view), from)),
    update: (school, to, message, view) =>
      attempt(school, to, (route) => update(route, to, message, drawn(route, to, view)[0])),
    async reach(who) {
      // Whatever the reason for a failure, there is no address now; the outbox asks again at the parcel's next try.
      const route = await routeTo(who.school).catch(() => undefined);
      const { objectId } = who.person;
      return route && objectId ? reach(route, objectId).catch(() => undefined) : undefined;
    },
  };
}

function failed(error: unknown, now: number): Delivery {
  if (!(error instanceof Interrupted)) return failure(error, now);
  const delivery = failure(error.cause, now);
  return delivery.kind === 'later' && error.pieces > 0 ? { ...delivery, pieces: error.pieces } : delivery;
}

function router(parts: MessengerParts) {
  const { credentials, schools, timeLimitMs: limitMs = usualTimeLimitMs } = parts;
  const factory = new LanternAuthentication(parts).createConnectorFactory(ownClaims(credentials));
  const bot = { id: credentials.kind === 'none' ? '' : `28:${credentials.appId}`, name: '' };
  return async (school: string, serviceUrl?: string): Promise<Route | undefined> => {
    const teams = schools.get(school)?.teams;
    if (!teams) return undefined;
    const { conversations } = await factory.create(serviceUrl ?? teams.serviceUrl);
    return { teams, conversations, bot, limitMs };
  };
}

/** The first piece begins the message, the others follow it. A failure says how many pieces were taken before it. */
async function post(route: Route, to: Address, pieces: readonly Piece[], from: number): Promise<string> {
  const begins = to.conversation === route.teams.channel;
  let message = '';
  for (const [index, piece] of pieces.slice(from).entries()) {
    try {
      if (begins && message === '') message = await begin(route, piece);
      else {
        const sent = await send(route, begins ? message : to.conversation, piece);
        if (message === '') message = sent;
      }
    } catch (error) {
      throw new Interrupted(begins ? 0 : index, error);
    }
  }
  return message;
}

/** A long message stopped after some of its pieces. */
class Interrupted extends Error {
  readonly pieces: number;
  constructor(pieces: number, cause: unknown) {
    super('interrupted', { cause });
    this.pieces = pieces;
  }
}

async function send({ conversations, limitMs }: Route, conversation: string, piece: Piece): Promise<string> {
  const sent = await withinLimit(conversations.sendToConversation(conversation, activityOf(piece)), limitMs);
  return sent.id ?? '';
}

/** A message of its own in the DSL channel. The answer's `id` is the thread's; Teams also gives the activity's. */
async function begin({ teams, conversations, bot, limitMs }: Route, piece: Piece): Promise<string> {
  const channelData = { channel: { id: teams.channel }, tenant: { id: teams.tenant } };
  const what = { isGroup: true, bot, tenantId: teams.tenant, channelData, activity: activityOf(piece) };
  const begun = await withinLimit(conversations.createConversation(what as ConversationParameters), limitMs);
  return begun.id.includes(threadMark) ? begun.id : `${teams.channel}${threadMark}${begun.activityId}`;
}

async function update(route: Route, to: Address, message: string, piece: Piece): Promise<string> {
  const { conversations, limitMs } = route;
  const [, inThread] = message.split(threadMark);
  const conversation = inThread === undefined ? to.conversation : message;
  await withinLimit(conversations.updateActivity(conversation, inThread ?? message, activityOf(piece)), limitMs);
  return message;
}

async function reach({ teams, conversations, bot, limitMs }: Route, objectId: string): Promise<Address> {
  const channelData = { tenant: { id: teams.tenant } };
  const what = { isGroup: false, bot, tenantId: teams.tenant, channelData, members: [{ id: objectId }] };
  const chat = await withinLimit(conversations.createConversation(what as ConversationParameters), limitMs);
  return { channel: 'teams', kind: 'chat', conversation: chat.id, serviceUrl: teams.serviceUrl };
}
