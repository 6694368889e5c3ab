import { createHash } from 'node:crypto';
import type { Actor, Case, CaseEvent, Instant, RecordedEvent } from '../domain/case.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/**
 * The case with one event more in its chain, and the row that holds the event. `current` is the case as the event leaves
 * it, since the chain holds its digest: what is written as the head must be `next` and nothing else.
 */
export function append(
  current: Case,
  event: CaseEvent,
  at: Instant,
  by?: Actor,
): { readonly next: Case; readonly write: Write } {
  const seq = current.seq + 1;
  const open = { seq, at, ...(by ? { by } : {}), event, head: digestOfHead(current), previous: current.lastHash };
  const recorded: RecordedEvent = { ...open, hash: hashOf(current.id, open) };
  return {
    next: { ...current, seq, lastHash: recorded.hash },
    write: { kind: 'insert', key: key.event(current.id, seq), value: recorded },
  };
}

/** A digest of a request and who made it: two of the same are a double press. */
export function digestOf(request: object, by: Actor): string {
  return sha256(canonical({ request, by: by.id }));
}

/** A digest of all that a case's head says, but for its place in the chain. */
export function digestOfHead(head: object): string {
  const { seq: _, lastHash: __, ...said } = { seq: 0, lastHash: '', ...head };
  return sha256(canonical(said));
}

/** The hash of an event in its place: SHA-256 over the case, and the event with its sorted keys. */
export function hashOf(caseId: string, event: Omit<RecordedEvent, 'hash'>): string {
  return sha256(`${caseId}\n${canonical(event)}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON with keys in order, so that the same content has the same text whatever store it has been through. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}
