import type { Delivery } from '../app/messenger.ts';

/** A failed {@link Delivery}. */
export type Failure = Exclude<Delivery, { kind: 'sent' }>;

/** Too many calls, an outage, or a gateway's time-out: all pass by themselves. */
const passing = new Set([408, 412, 425, 429]);
/** A channel that asks us to wait longer than this is asked again after it, in milliseconds. */
const longestWait = 3_600_000;

/**
 * What a failed call to Teams means. Of the error only its status or its code is kept: its text may quote the message.
 * `now`: in milliseconds since 1970.
 */
export function failure(error: unknown, now: number): Failure {
  const status = field(error, 'statusCode');
  if (typeof status !== 'number') return { kind: 'later', why: `no answer (${faultOf(error)})` };
  const why = `status ${status}`;
  if (status < 500 && !passing.has(status)) return { kind: 'refused', why };
  const afterMs = retryAfter(error, now);
  return afterMs === undefined ? { kind: 'later', why } : { kind: 'later', why, afterMs };
}

/** Seconds or a date, as HTTP has it (RFC 9110, 10.2.3). */
function retryAfter(error: unknown, now: number): number | undefined {
  const header = headerOf(error)?.trim();
  if (!header) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestWait) : undefined;
}

function headerOf(error: unknown): string | undefined {
  const headers = field(field(error, 'response'), 'headers') as { get?(name: string): string | undefined } | undefined;
  return headers?.get?.('retry-after');
}

/** What kind of fault it was, for the log: never its text, which may quote somebody. */
export function faultOf(error: unknown): string {
  const code = field(error, 'code') ?? field(error, 'name');
  return typeof code === 'string' ? code.slice(0, 60) : 'unknown';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** Waits at most so many milliseconds: signing in to Microsoft before a call has no time limit of its own. */
export async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimit()), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A call to Teams lasted too long. What it asked for may have happened. */
export class TimeLimit extends Error {
  override readonly name = 'TimeLimit';
}
