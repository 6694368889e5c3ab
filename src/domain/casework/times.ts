import { DateTime } from 'luxon';
import type { Instant } from '../actor.ts';
import type { When } from '../log.ts';
import type { Decision } from './handler.ts';

/** When somebody says that it was. `day`: only the day is known, and `at` is where it begins. */
export type Said = { readonly at: Instant; readonly day?: string };

/** Minutes by which two clocks may differ. */
const tolerance = 5;

/** What hinders where something is said to have happened that is still to come. */
export function toCome(said: Said | undefined, now: Instant): Decision | undefined {
  if (!said || DateTime.fromISO(said.at) <= DateTime.fromISO(now).plus({ minutes: tolerance })) return undefined;
  return { kind: 'invalid', why: 'not-yet' };
}

/** How the record keeps it; where nothing was said it was now. */
export function whenOf(said: Said | undefined, now: Instant): When {
  return said?.day ?? said?.at ?? now;
}
