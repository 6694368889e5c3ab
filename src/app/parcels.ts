import type { Message } from '../conversation/messages.ts';
import type { Address, ChannelName } from '../conversation/turn.ts';
import type { CaseId, Instant } from '../domain/case.ts';
import type { PersonId } from '../domain/people.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/** Whom a parcel is for. */
export type Recipient =
  | { readonly kind: 'person'; readonly id: PersonId }
  /** The school's DSL channel; a school on two platforms has one on each. */
  | { readonly kind: 'channel'; readonly on?: ChannelName }
  /** A conversation that was just spoken in. */
  | { readonly kind: 'address'; readonly address: Address; readonly person: PersonId };

/** A message that still has to be delivered: one row of the outbox. */
export type Parcel = {
  readonly id: string;
  readonly to: Recipient;
  readonly message: Message;
  /**
   * `card`: the first card of a case, sent once. `refresh`: its card again with what is true now.
   * `case`: puts a case before somebody. `reply`: what was written to its reporter. `day`: the line of the day.
   * `news`: anything else.
   */
  readonly sort: 'card' | 'refresh' | 'case' | 'reply' | 'day' | 'news';
  /** The case it is about; a reporter is told when a `card` or `case` parcel of theirs stays undelivered. */
  readonly caseId?: CaseId;
  readonly queuedAt: Instant;
  readonly attempts: number;
  /** No try before this: the channel asked us to wait. */
  readonly notBefore?: Instant;
  /** How many pieces of a long message the channel has taken already. */
  readonly pieces?: number;
  /** It has been put before the next person, because its own way is broken. */
  readonly passedOn?: boolean;
  /** The reporter has been told that it is undelivered. */
  readonly reported: boolean;
};

/** A new parcel, due at once. */
export function parcel(
  id: string,
  now: Instant,
  content: Pick<Parcel, 'to' | 'message' | 'sort'> & { readonly caseId?: CaseId },
): Parcel {
  return { id, ...content, queuedAt: now, attempts: 0, reported: false };
}

/** The write that puts a parcel in the outbox. */
export function queue(one: Parcel, due: Instant = one.queuedAt): Write {
  return { kind: 'insert', key: key.due(due, one.id), value: one };
}
