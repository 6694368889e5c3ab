import { DateTime } from 'luxon';
import type { Instant } from './case.ts';
import { instantOf, millis } from './instants.ts';

/** The days of the week as a school file names them, Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
/** One of {@link weekdays}. */
export type Weekday = (typeof weekdays)[number];

/** From when until when a school is open on a day, as `HH:MM` in its own time; `24:00` is the end of the day. */
export type Hours = { readonly opens: string; readonly closes: string };

/** A run of days, both ends included, as ISO dates. */
export type Days = { readonly from: string; readonly to: string };

/** When a school is open: its hours by weekday, inside its terms, but for the days it is closed. */
export type Calendar = {
  readonly hours: Readonly<Partial<Record<Weekday, Hours>>>;
  /** In order. None: it is always term. */
  readonly terms: readonly Days[];
  /** Half-terms, INSET days, bank holidays. */
  readonly closed: readonly Days[];
};

const schoolDay: Hours = { opens: '08:30', closes: '16:00' };

/** The hours of a school whose file names none. */
export const usualHours: Calendar['hours'] = {
  monday: schoolDay,
  tuesday: schoolDay,
  wednesday: schoolDay,
  thursday: schoolDay,
  friday: schoolDay,
};

/** A school that counts its own time. */
export type Timed = { readonly timeZone: string; readonly calendar: Calendar };

/** The time a school is open on one day, in milliseconds since 1970. */
type Period = { readonly opens: number; readonly closes: number };

/** Days looked at before a calendar that never opens again is taken for a mistake. */
const mostDays = 400;
const minute = 60_000;

/** Whether the school is open at this moment. */
export function isOpen(school: Timed, at: Instant): boolean {
  const [next] = periods(school, millis(at));
  return next !== undefined && next.opens <= millis(at);
}

/** The moment itself where the school is open, else its next opening. */
export function fromOpening(school: Timed, at: Instant): Instant {
  return addSchoolMinutes(school, at, 0);
}

/** The first opening after this moment. */
export function nextOpening(school: Timed, after: Instant): Instant {
  const at = millis(after);
  for (const { opens } of periods(school, at)) if (opens > at) return instantOf(opens);
  throw new Error('a calendar without an end has no last opening');
}

/** The moment by which the school has been open for so many minutes, counted from `at`. */
export function addSchoolMinutes(school: Timed, at: Instant, minutes: number): Instant {
  let left = minutes * minute;
  for (const { opens, closes } of periods(school, millis(at))) {
    const begin = Math.max(opens, millis(at));
    // What would end at the very close of a day is due then, and not at the next opening.
    if (left <= closes - begin) return instantOf(begin + left);
    left -= closes - begin;
  }
  throw new Error('a calendar without an end has no last minute');
}

/**
 * The close of the `count`th school day after the day of `at`. 0: of that day itself, or of the next school day where
 * it is over or is none.
 */
export function closeOfSchoolDay(school: Timed, at: Instant, count: number): Instant {
  const today = dayOf(school, at);
  let left = count;
  for (const { opens, closes } of periods(school, millis(at))) {
    const later = dayOf(school, instantOf(opens)) > today;
    if (left <= (later ? 1 : 0)) return instantOf(closes);
    if (later) left--;
  }
  throw new Error('a calendar without an end has no last day');
}

/** The day at the school, as an ISO date. */
export function dayOf({ timeZone }: Pick<Timed, 'timeZone'>, at: Instant): string {
  return local(timeZone, at).toISODate() ?? at.slice(0, 10);
}

/** The last day of the last term that is known; undefined where no terms are named. */
export function lastDayKnown({ calendar }: Timed): string | undefined {
  return calendar.terms.map(({ to }) => to).reduce<string | undefined>(later, undefined);
}

function later(one: string | undefined, other: string): string {
  return one === undefined || other > one ? other : one;
}

/** Every period that is not over at `at`, in order, for ever. */
function* periods(school: Timed, at: number): Generator<Period> {
  const first = local(school.timeZone, instantOf(at)).startOf('day');
  for (let n = 0, quiet = 0; ; n++, quiet++) {
    const day = first.plus({ days: n });
    const period = periodOn(school, day, quiet > mostDays);
    if (!period || period.closes <= at) continue;
    quiet = 0;
    yield period;
  }
}

/**
 * When the school is open on this day. After the last term that its file names, weeks are ordinary ones: a file that
 * nobody has kept up must not stop the clock. `always`: so they are where it would never open again.
 */
function periodOn({ calendar }: Timed, day: DateTime, always: boolean): Period | undefined {
  const date = day.toISODate() ?? '';
  const hours = calendar.hours[weekdays[day.weekday - 1] ?? 'monday'];
  if (!hours || !(always || isSchoolDate(calendar, date))) return undefined;
  return { opens: timeOn(day, hours.opens), closes: timeOn(day, hours.closes) };
}

function isSchoolDate({ terms, closed }: Calendar, date: string): boolean {
  if (closed.some((days) => contains(days, date))) return false;
  return terms.some((days) => contains(days, date)) || terms.every(({ to }) => to < date);
}

function contains({ from, to }: Days, date: string): boolean {
  return from <= date && date <= to;
}

function timeOn(day: DateTime, time: string): number {
  const [hour, minutes] = time.split(':').map(Number);
  return day.set({ hour, minute: minutes }).toMillis();
}

function local(timeZone: string, at: Instant): DateTime {
  return DateTime.fromISO(at, { zone: timeZone });
}
