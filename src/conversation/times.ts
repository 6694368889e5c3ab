import { DateTime } from 'luxon';
import type { Instant } from '../domain/case.ts';
import type { Said } from '../domain/casework/times.ts';
import type { When } from '../domain/log.ts';
import type { School } from '../domain/school.ts';
import { type Listener, moment } from './voice.ts';

/** Where and at which moment somebody says when something was. */
type Here = { readonly school: Pick<School, 'timeZone'>; readonly now: Instant };

/**
 * A day and a time of the school's own, as somebody fills them in: undefined where both are empty, only the day where no
 * time is given, and today where no day is.
 */
export function saidAt({ school: { timeZone: zone }, now }: Here, day: string, time: string): Said | undefined {
  if (day === '' && time === '') return undefined;
  const on = day || DateTime.fromISO(now, { zone }).toISODate();
  const at = DateTime.fromISO(`${on}T${time || '00:00'}`, { zone })
    .toUTC()
    .toISO();
  if (at === null) throw new Error('a day that no calendar has');
  return time === '' ? { at, day } : { at };
}

/** When something was, as the record keeps it, in the school's own time. What was once typed stays as it is. */
export function whenText(to: Listener, when: When): string {
  if (/^\d{4}-\d\d-\d\dT/.test(when)) return moment(to, when);
  const day = DateTime.fromISO(when, { zone: to.school.timeZone }).setLocale('en-GB');
  return /^\d{4}-\d\d-\d\d$/.test(when) && day.isValid ? day.toFormat('d LLL yyyy') : when;
}
