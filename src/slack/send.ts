import type { WebClient } from '@slack/web-api';
import type { Delivery, Messenger } from '../app/messenger.ts';
import type { Clock } from '../app/ports.ts';
import type { Schools } from '../app/school.ts';
import type { Address } from '../conversation/turn.ts';
import type { View } from '../conversation/views.ts';
import { notice } from '../conversation/voice.ts';
import { say } from '../conversation/wording.ts';
import { type Line, webClient } from './client.ts';
import { type Failure, failure } from './delivery.ts';
import { type Piece, piecesOf, quiet } from './messages.ts';
import { withUserIds } from './ping.ts';
import { privacyGuard } from './privacy.ts';

/** What the messenger is made of. */
export type MessengerParts = Line & {
  readonly schools: Schools;
  readonly clock: Clock;
  /** Told after a message in a channel was sent or changed: lists of cases may look different now. */
  readonly onCard?: (school: string) => void;
};

/** What marks the channel in the id of a message. */
const mark = ':';

/**
 * The port to Slack for messages that answer nobody. The `message` of a sent one is its channel and its `ts`. A 429
 * holds back its own channel alone, and no call is made there before its time.
 */
export function slackMessenger(parts: MessengerParts): Messenger {
  const { schools, onCard = () => undefined } = parts;
  const client = webClient(parts);
  const guarded = guardedBy(parts, client);
  return {
    channel: 'slack',
    post: (id, to, view, from = 0) =>
      guarded(id, to, view, async () => {
        const message = await post(client, to, piecesOf(await withUserIds(client, view)), from);
        if (to.kind === 'channel') onCard(id);
        return { kind: 'sent', message };
      }),
    update: (id, to, message, view) =>
      guarded(id, to, view, async () => {
        const [channel = '', ts = ''] = message.split(mark);
        const [face] = piecesOf(await withUserIds(client, view));
        await client.chat.update({ channel, ts, ...face, ...quietUpdate });
        if (to.kind === 'channel') onCard(id);
        return { kind: 'sent', message };
      }),
    async reach({ school, person }) {
      if (!schools.get(school)?.slack) return undefined;
      const user = person.slackId ?? (person.address && (await byAddress(client, person.address)));
      return user ? { channel: 'slack', kind: 'chat', conversation: user } : undefined;
    },
  };
}

type Guarded = (school: string, to: Address, view: View, call: () => Promise<Delivery>) => Promise<Delivery>;

/** Makes a call where the channel has not asked to wait and may show the view; a failure becomes its delivery. */
function guardedBy({ schools, clock }: MessengerParts, client: WebClient): Guarded {
  const held = new Map<string, number>();
  const refusal = refusalBy(client, privacyGuard(client, clock));
  return async (id, to, view, call) => {
    if (!schools.get(id)?.slack) return { kind: 'refused', why: 'the school has no Slack' };
    const wait = (held.get(to.conversation) ?? 0) - Date.parse(clock.now());
    if (wait > 0) return { kind: 'later', why: 'the channel asked to wait', afterMs: wait };
    try {
      return (await refusal(to, view)) ?? (await call());
    } catch (error) {
      const delivery = failed(error, to);
      if (delivery.kind === 'later' && delivery.afterMs !== undefined) {
        held.set(to.conversation, Date.parse(clock.now()) + delivery.afterMs);
      }
      return delivery;
    }
  };
}

/** Cards are for channels that nobody else can look into (rule of safety 5); where it is not so, that is said once. */
function refusalBy(client: WebClient, isClosed: (channel: string) => Promise<boolean>) {
  const warned = new Set<string>();
  return async ({ kind, conversation }: Address, view: View): Promise<Failure | undefined> => {
    if (kind === 'chat' || view.kind !== 'case-card') return undefined;
    if (await isClosed(conversation)) {
      warned.delete(conversation);
      return undefined;
    }
    if (!warned.has(conversation)) {
      warned.add(conversation);
      await send(client, conversation, piecesOf(notice([say('channel.not-private')]))[0]);
    }
    return { kind: 'refused', why: 'not_private', broken: 'channel' };
  };
}

const { parse, link_names } = quiet;
const quietUpdate = { parse, link_names };

/** Whatever the reason for a failure, there is no address now; the outbox asks again at the parcel's next try. */
async function byAddress(client: WebClient, email: string): Promise<string | undefined> {
  const answer = await client.users.lookupByEmail({ email }).catch(() => undefined);
  return answer?.user?.id;
}

/** The pieces one after the other; in a channel the first begins a thread. A failure says how many were taken before. */
async function post(client: WebClient, to: Address, pieces: readonly Piece[], from: number): Promise<string> {
  let first: Sent | undefined;
  for (const [index, piece] of pieces.slice(from).entries()) {
    try {
      const sent = await send(client, to.conversation, piece, to.kind === 'channel' ? first?.ts : undefined);
      first ??= sent;
    } catch (error) {
      throw new Interrupted(to.kind === 'channel' ? 0 : index, error);
    }
  }
  return first ? `${first.channel}${mark}${first.ts}` : '';
}

type Sent = { readonly channel: string; readonly ts: string };

async function send(client: WebClient, channel: string, piece: Piece, thread?: string): Promise<Sent> {
  const sent = await client.chat.postMessage({ channel, ...piece, ...quiet, ...(thread && { thread_ts: thread }) });
  return { channel: sent.channel ?? channel, ts: sent.ts ?? '' };
}

/** A long message stopped after some of its pieces. */
class Interrupted extends Error {
  readonly pieces: number;
  constructor(pieces: number, cause: unknown) {
    super('interrupted', { cause });
    this.pieces = pieces;
  }
}

function failed(error: unknown, { kind }: Address): Failure {
  if (!(error instanceof Interrupted)) return failure(error, kind === 'chat');
  const delivery = failure(error.cause, kind === 'chat');
  return delivery.kind === 'later' && error.pieces > 0 ? { ...delivery, pieces: error.pieces } : delivery;
}
