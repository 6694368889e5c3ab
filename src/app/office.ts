import type { Reply } from '../conversation/dialogue.ts';
import type { Message } from '../conversation/messages.ts';
import type { Turn } from '../conversation/turn.ts';
import type { School, Schools } from '../domain/school.ts';
import type { Policy } from '../policy/policy.ts';
import type { Clock, Ids, Log, Sealer } from './ports.ts';
import { key } from './rows.ts';
import type { Store, Write } from './store.ts';

/** What every use case works with. */
export type Office = {
  readonly store: Store;
  readonly schools: Schools;
  /** Each school's policy at work, by the school's id. */
  readonly policies: ReadonlyMap<string, Policy>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly sealer: Sealer;
};

/** The school of a turn. Parsing has chosen it among the configured ones, so a missing one is our own fault. */
export function schoolOf({ schools }: Pick<Office, 'schools'>, id: string): School {
  const school = schools.get(id);
  if (!school) throw new Error(`no school ${id}`);
  return school;
}

/** The policy of a school. The start gives every school one, so a missing one is our own fault. */
export function policyAt({ policies }: Pick<Office, 'policies'>, id: string): Policy {
  const policy = policies.get(id);
  if (!policy) throw new Error(`no policy for school ${id}`);
  return policy;
}

/** What was answered to an event, kept with the mark that it was seen: a repeat gets the same. */
export type Mark = { readonly replies: readonly Reply[] };

/** Where the mark of a turn's event stands. */
export function markKey({ clock }: Pick<Office, 'clock'>, turn: Turn): string {
  return key.seen(turn.sentAt ?? clock.now(), turn.eventId);
}

/** The write that marks the event as seen; it fails when the event was seen before. */
function mark(at: string, replies: readonly Reply[]): Write {
  const value: Mark = { replies };
  return { kind: 'insert', key: at, value };
}

/** A reply of its own. */
export function reply(message: Message, replaces = false): Reply {
  return { message, replaces };
}

/** One try of a turn: what it read led to these writes and replies, and this is how it went. */
export type Attempt<Outcome> =
  | { readonly kind: 'committed'; readonly outcome: Outcome }
  /** The event was seen before; its mark holds the answer. */
  | { readonly kind: 'repeat'; readonly replies: readonly Reply[] }
  /** Somebody else was faster: read again. */
  | { readonly kind: 'lost' };

const mostAttempts = 12;
/** Milliseconds; grows with every lost race, so that many at once do not run in step. */
const firstPause = 5;

/** Tries until one attempt is not lost. Rejects after a dozen: then nothing was saved. */
export async function untilCommitted<Outcome>(
  { clock, ids }: Pick<Office, 'clock' | 'ids'>,
  attempt: () => Promise<Attempt<Outcome>>,
): Promise<Exclude<Attempt<Outcome>, { kind: 'lost' }>> {
  for (let tries = 1; tries <= mostAttempts; tries++) {
    const result = await attempt();
    if (result.kind !== 'lost') return result;
    const pause = firstPause * 2 ** Math.min(tries, 6) * ids.chance();
    await new Promise<void>((resolve) => clock.after(pause, resolve));
  }
  throw new Error(`lost ${mostAttempts} races in a row`);
}

/** Commits a turn's writes with its mark, and tells a repeat from a lost race. */
export async function commitTurn<Outcome>(
  { store }: Pick<Office, 'store'>,
  school: string,
  markAt: string,
  writes: readonly Write[],
  replies: readonly Reply[],
  outcome: Outcome,
): Promise<Attempt<Outcome>> {
  const result = await store.commit(school, [...writes, mark(markAt, replies)]);
  if (result.kind === 'committed') return { kind: 'committed', outcome };
  const seen = await store.get(school, markAt);
  return seen ? { kind: 'repeat', replies: (seen.value as Mark).replies } : { kind: 'lost' };
}
