import { createHash } from 'node:crypto';
import type { Actor, Case, CaseEvent, Instant, RecordedEvent } from '../domain/case.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/** The case with one event more in its chain, and the row that holds the event. */
export function append(
  current: Case,
  event: CaseEvent,
  at: Instant,
  by?: Actor,
): { readonly next: Case; readonly write: Write } {
  const seq = current.seq + 1;
  const open = { seq, at, ...(by ? { by } : {}), event, previous: current.lastHash };
  const recorded: RecordedEvent = { ...open, hash: hashOf(current.id, open) };
  return {
    next: { ...current, seq, lastHash: recorded.hash },
    write: { kind: 'insert', key: key.event(current.id, seq), value: recorded },
  };
}

/** A digest of a request and who made it: two of the same are a double press. */
export function digestOf(request: object, by: Actor): string {
  return createHash('sha256')
    .update(canonical({ request, by: by.id }))
    .digest('hex');
}

/** The hash of an event in its place: SHA-256 over the case, and the event with its sorted keys. */
export function hashOf(caseId: string, event: Omit<RecordedEvent, 'hash'>): string {
  return createHash('sha256')
    .update(`${caseId}\n${canonical(event)}`)
    .digest('hex');
}

/** JSON with keys in order, so that the same content has the same text whatever store it has been through. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, held]) => held !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}
