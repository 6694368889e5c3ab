import type { Instant } from '../domain/case.ts';
import type { Person } from '../domain/people.ts';
import type { Press, Verb } from './press.ts';

/** The channels Lantern speaks through. */
export type ChannelName = 'teams' | 'slack';

/** Where a message can be sent. Kept with a person or a case, so plain data. */
export type Address = {
  readonly channel: ChannelName;
  /** `chat`: one person alone with Lantern. `channel`: a room of a team, where a message starts a thread. */
  readonly kind: 'chat' | 'channel';
  /** The channel's own id of the conversation or room. */
  readonly conversation: string;
  /** The connector to call (Teams); absent in Slack. */
  readonly serviceUrl?: string;
};

/** What somebody did, with nothing raw left in it. */
export type TurnBody =
  /** Opened the chat, or added Lantern to a team. */
  | { readonly kind: 'joined' }
  /** Wrote something. `files`: how many files or pictures came with it; they are never fetched. */
  | { readonly kind: 'said'; readonly text: string; readonly files: number }
  | { readonly kind: 'pressed'; readonly press: Press }
  /** Pressed something that could not be read: missing, extra or forged fields, or an older card. */
  | { readonly kind: 'unreadable'; readonly verb: Verb | 'unknown' }
  | { readonly kind: 'edited'; readonly text: string }
  | { readonly kind: 'deleted' }
  /** Something that needs no answer: a reaction, somebody typing, a read receipt. */
  | { readonly kind: 'ignorable' }
  /** A kind of activity we do not know. */
  | { readonly kind: 'strange'; readonly type: string };

/** How the platform wants the answer: a message, the new face of the pressed card, or a dialog. */
export type Surface = 'message' | 'card' | 'dialog';

/** One event from a channel, parsed and checked. */
export type Turn = {
  /** The platform's own id of the event: the same for every repeat of it. */
  readonly eventId: string;
  /** When the platform says it happened: the same for every repeat, so that a repeat past midnight is known too. */
  readonly sentAt?: Instant;
  readonly school: string;
  readonly person: Person;
  /** Where it happened, and so where the answer goes. */
  readonly address: Address;
  readonly surface: Surface;
  readonly body: TurnBody;
};
