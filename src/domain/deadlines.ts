import { addSchoolMinutes, closeOfSchoolDay, type Timed } from './calendar.ts';
import type { Instant } from './case.ts';
import type { Step } from './case-clock.ts';
import type { Severity } from './filing.ts';
import { instantOf, isBefore, millis } from './instants.ts';

/**
 * How long something may take. `minutes`: by the wall clock, whatever the hour. `schoolMinutes`: while the school is
 * open. `schoolDays`: until the close of that many school days after the day itself, and never less than `atLeast`
 * school minutes.
 */
export type Span =
  | { readonly minutes: number }
  | { readonly schoolMinutes: number }
  | { readonly schoolDays: number; readonly atLeast?: number };

/** The time limit of a step, and the pause between two rungs once it is missed. */
type Limit = { readonly within: Span; readonly pause: Span };

/**
 * The longest that each step may take, by severity: the one table. A school file or a policy pack may shorten a time,
 * never lengthen it. From requirements section 27 (immediate: a person within minutes; high: same school day; medium:
 * next working day; low: routine), and section 26, 3 and 7 (unacknowledged urgent reports climb; a person sees it
 * today). The times between are Lantern's own.
 */
export const floorLimits: Readonly<Record<Severity, Readonly<Record<Step, Limit>>>> = {
  immediate: {
    acknowledged: { within: { minutes: 15 }, pause: { minutes: 5 } },
    acted: { within: { minutes: 60 }, pause: { minutes: 15 } },
    reviewed: { within: { schoolDays: 1 }, pause: { schoolMinutes: 60 } },
  },
  high: {
    acknowledged: { within: { schoolMinutes: 120 }, pause: { schoolMinutes: 30 } },
    acted: { within: { schoolDays: 0, atLeast: 180 }, pause: { schoolMinutes: 60 } },
    reviewed: { within: { schoolDays: 5 }, pause: { schoolMinutes: 240 } },
  },
  medium: {
    acknowledged: { within: { schoolDays: 1 }, pause: { schoolMinutes: 120 } },
    acted: { within: { schoolDays: 3 }, pause: { schoolMinutes: 240 } },
    reviewed: { within: { schoolDays: 10 }, pause: { schoolDays: 1 } },
  },
  low: {
    acknowledged: { within: { schoolDays: 3 }, pause: { schoolDays: 1 } },
    acted: { within: { schoolDays: 10 }, pause: { schoolDays: 1 } },
    reviewed: { within: { schoolDays: 20 }, pause: { schoolDays: 2 } },
  },
};

/** Shorter times of a school's own. */
export type OwnLimits = Readonly<Partial<Record<Severity, Readonly<Partial<Record<Step, Span>>>>>>;

/** What deadlines hang on: the school's time, and its own limits. */
export type Limited = Timed & { readonly limits: OwnLimits };

/** A time limit of the school's policy for one kind of incident, for example `floor.self-harm.seen`, `15 minutes`. */
export type PolicyLimit = { readonly id: string; readonly within: string };

/** The moment `span` after `from`. */
export function after(school: Timed, from: Instant, span: Span): Instant {
  if ('minutes' in span) return instantOf(millis(from) + span.minutes * 60_000);
  if ('schoolMinutes' in span) return addSchoolMinutes(school, from, span.schoolMinutes);
  const close = closeOfSchoolDay(school, from, span.schoolDays);
  return span.atLeast === undefined ? close : latest(close, addSchoolMinutes(school, from, span.atLeast));
}

/** By when a step is due, counted from `from`: the soonest of the floor, the school's own limit and its policy's. */
export function dueBy(
  school: Limited,
  {
    step,
    severity,
    policy,
  }: { readonly step: Step; readonly severity: Severity; readonly policy: readonly PolicyLimit[] },
  from: Instant,
): Instant {
  const own = school.limits[severity]?.[step];
  const theirs = policy.filter((one) => stepOf(one) === step).map(({ within }) => spanOf(within, severity));
  const spans = [floorLimits[severity][step].within, ...(own ? [own] : []), ...theirs];
  return spans.map((span) => after(school, from, span)).reduce(soonest);
}

/** The pause before the next rung of a missed step. */
export function pauseOf(step: Step, severity: Severity): Span {
  return floorLimits[severity][step].pause;
}

/** A pack's limit by what it is about: that somebody has read it, that somebody looks again, or that something is done. */
function stepOf({ id }: PolicyLimit): Step {
  const name = id.slice(id.lastIndexOf('.') + 1);
  if (name === 'seen' || name === 'read') return 'acknowledged';
  return name === 'look-again' ? 'reviewed' : 'acted';
}

const minutesIn: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1_440, week: 10_080 };

/**
 * A pack's duration as a span. A few hours are counted while the school is open unless the case is immediate; a day and
 * more run on, as the law's 72 hours do.
 */
export function spanOf(text: string, severity: Severity): Span {
  const [, count = '0', unit = 'minute'] = /^(\d+) (.+?)s?$/.exec(text) ?? [];
  const many = Number(count);
  if (unit === 'school day' || unit === 'working day') return { schoolDays: many };
  const minutes = many * (minutesIn[unit] ?? 1);
  return severity === 'immediate' || minutes >= 1_440 ? { minutes } : { schoolMinutes: minutes };
}

/** How long a school day is taken to be where spans are compared, in minutes. */
const usualDay = 450;

/** Whether a span is longer than another, a school day being of the usual length. */
export function isLonger(one: Span, other: Span): boolean {
  return lengthOf(one) > lengthOf(other);
}

function lengthOf(span: Span): number {
  if ('minutes' in span) return span.minutes;
  return 'schoolMinutes' in span ? span.schoolMinutes : Math.max(1, span.schoolDays) * usualDay;
}

/** The earlier of two moments. */
export function soonest(one: Instant, other: Instant): Instant {
  return isBefore(other, one) ? other : one;
}

/** The later of two moments. */
export function latest(one: Instant, other: Instant): Instant {
  return isBefore(one, other) ? other : one;
}
