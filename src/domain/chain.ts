import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Instant } from './case.ts';

/** What is wrong with a case's record; `seq` names the event. Never holds anything that anybody wrote. */
export type Flaw =
  /** No event stands in this place, though one must. */
  | { readonly kind: 'missing'; readonly seq: number }
  /** A row that is no event, or no head: nothing of it can be checked. */
  | { readonly kind: 'unreadable'; readonly seq: number }
  /** An event that belongs in another place. */
  | { readonly kind: 'misplaced'; readonly seq: number }
  /** The event says something else than it did when it was written, or it was another's. */
  | { readonly kind: 'changed'; readonly seq: number }
  /** The event is whole but does not follow the one before it: that one was written anew, or this one was moved. */
  | { readonly kind: 'unlinked'; readonly seq: number }
  /** The event happened before the one that comes before it. */
  | { readonly kind: 'backwards'; readonly seq: number }
  /** The event happened after now. */
  | { readonly kind: 'future'; readonly seq: number }
  /** The head counts `seq` events, but the last in the record is `last`: the end was cut off, or something was put on. */
  | { readonly kind: 'cut-short' | 'overlong'; readonly seq: number; readonly last: number }
  /** The head names another last event than the record has. */
  | { readonly kind: 'other-end'; readonly seq: number }
  /** The case itself (its report, state, route) says something else than after its last event. */
  | { readonly kind: 'head-changed'; readonly seq: number };

/** A row of an event as the store holds it: its place by its key, and whatever stands in it. */
export type EventRow = { readonly seq: number; readonly value: unknown };

/** How events and heads are hashed (`app/record.ts`), and the time by which nothing may lie in the future. */
export type Checking = {
  readonly hashOf: (caseId: string, event: Readonly<Record<string, unknown>>) => string;
  readonly digestOfHead: (head: object) => string;
  readonly now: Instant;
};

/** How far two servers' clocks may disagree, in milliseconds: five minutes, as a directory allows its own. */
export const clockSkew = 5 * 60_000;

const headSchema = z.looseObject({ id: z.string(), seq: z.int().min(0), lastHash: z.string() });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const eventSchema = z.looseObject({
  seq: z.int().min(1),
  at: z.iso.datetime(),
  event: z.looseObject({ kind: z.string() }),
  head: hash.optional(),
  previous: z.union([hash, z.literal('')]),
  hash,
});
type Event = z.infer<typeof eventSchema>;

/**
 * All that is wrong with a case's record: its head, and its events in the order of their keys. No flaws means that the
 * events are those which the head was left with, each as it was written, none missing. Whoever can write the store could
 * make a whole new chain; that shows against an anchor (`app/anchor.ts`) or a hash in a printed copy.
 */
export function checkChain(
  checking: Checking,
  caseId: string,
  head: unknown,
  rows: readonly EventRow[],
): readonly Flaw[] {
  const events = rows.map(({ seq, value }) => ({ seq, event: eventSchema.safeParse(value).data }));
  return [
    ...gaps(rows),
    ...events.flatMap(({ seq, event }, place) => eventFlaws(checking, caseId, seq, event, events[place - 1]?.event)),
    ...headFlaws(checking, caseId, head, events.at(-1)),
  ];
}

function gaps(rows: readonly EventRow[]): readonly Flaw[] {
  const there = new Set(rows.map(({ seq }) => seq));
  const last = rows.at(-1)?.seq ?? 0;
  const all = Array.from({ length: Math.min(last, mostGaps) }, (_, place) => place + 1);
  return all.filter((seq) => !there.has(seq)).map((seq) => ({ kind: 'missing', seq }));
}

/** A forged key could claim any place; a case has hundreds of events, not millions. */
const mostGaps = 100_000;

function eventFlaws(
  { hashOf, now }: Checking,
  caseId: string,
  seq: number,
  event: Event | undefined,
  before: Event | undefined,
): readonly Flaw[] {
  if (!event) return [{ kind: 'unreadable', seq }];
  if (event.seq !== seq) return [{ kind: 'misplaced', seq }];
  const { hash: claimed, ...said } = event;
  const flaws: readonly (Flaw | false)[] = [
    hashOf(caseId, said) !== claimed && { kind: 'changed', seq },
    !follows(event, before) && { kind: 'unlinked', seq },
    before !== undefined && isWellBefore(event.at, before.at) && { kind: 'backwards', seq },
    isWellBefore(now, event.at) && { kind: 'future', seq },
  ];
  return flaws.filter((flaw) => flaw !== false);
}

function isWellBefore(one: Instant, other: Instant): boolean {
  return DateTime.fromISO(one).toMillis() < DateTime.fromISO(other).toMillis() - clockSkew;
}

/** After a gap or an unreadable row nothing can be said of the link; that flaw is told already. */
function follows({ seq, previous }: Event, before: Event | undefined): boolean {
  if (seq === 1) return previous === '';
  return before?.seq !== seq - 1 || before.hash === previous;
}

type Last = { readonly seq: number; readonly event: Event | undefined };

function headFlaws(
  { digestOfHead }: Checking,
  caseId: string,
  value: unknown,
  last: Last = { seq: 0, event: undefined },
): readonly Flaw[] {
  const parsed = headSchema.safeParse(value);
  if (!parsed.success || parsed.data.id !== caseId) return [{ kind: 'unreadable', seq: 0 }];
  const { seq, lastHash } = parsed.data;
  if (seq === 0 && last.seq === 0) return [{ kind: 'missing', seq: 1 }];
  if (seq > last.seq) return [{ kind: 'cut-short', seq, last: last.seq }];
  if (seq < last.seq) return [{ kind: 'overlong', seq, last: last.seq }];
  if (!last.event) return [];
  const flaws: readonly (Flaw | false)[] = [
    lastHash !== last.event.hash && { kind: 'other-end', seq },
    last.event.head !== undefined && last.event.head !== digestOfHead(parsed.data) && { kind: 'head-changed', seq },
  ];
  return flaws.filter((flaw) => flaw !== false);
}
