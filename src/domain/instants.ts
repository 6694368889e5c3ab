import { DateTime } from 'luxon';
import type { Instant } from './case.ts';

/** A moment in milliseconds since 1970. */
export function millis(at: Instant): number {
  return DateTime.fromISO(at).toMillis();
}

/** The moment of so many milliseconds since 1970. */
export function instantOf(milliseconds: number): Instant {
  return DateTime.fromMillis(milliseconds, { zone: 'utc' }).toISO() ?? '';
}

/** Whether the first moment is before the second. */
export function isBefore(one: Instant, other: Instant): boolean {
  return millis(one) < millis(other);
}
