import type { Address, ChannelName } from '../conversation/turn.ts';
import type { View } from '../conversation/views.ts';
import type { KnownPerson } from '../domain/school.ts';

/** What became of a message that was handed to a channel. */
export type Delivery =
  /** The channel took it. `message` names it, for changing it later. */
  | { readonly kind: 'sent'; readonly message: string }
  /** Not now: an outage, a time-out, or too many messages. `afterMs`: how long the channel asks us to wait.
   * `pieces`: how many pieces of a long message it took before it stopped. */
  | { readonly kind: 'later'; readonly why: string; readonly afterMs?: number; readonly pieces?: number }
  /** The channel says no: not installed, blocked, gone. Trying at once again would change nothing. */
  | { readonly kind: 'refused'; readonly why: string; readonly broken?: Broken };

/** What only an administrator can mend: the app itself, the DSL channel, or one person's account. */
export type Broken = 'app' | 'channel' | 'person';

/** Somebody of the school file who has never written to Lantern. */
export type Unmet = { readonly school: string; readonly person: KnownPerson };

/** The port to one channel's servers. Never rejects: a failure is a {@link Delivery}. `why` holds no words of a person. */
export type Messenger = {
  readonly channel: ChannelName;
  /** Sends a new message. `from`: the piece of a long one to go on with; 0 for all of it. */
  post(school: string, to: Address, view: View, from?: number): Promise<Delivery>;
  /** Puts a new face on a message that was sent before. */
  update(school: string, to: Address, message: string, view: View): Promise<Delivery>;
  /** Starts a chat with somebody who has not written yet; undefined where the channel does not know them. */
  reach(who: Unmet): Promise<Address | undefined>;
};
