import { DateTime } from 'luxon';
import { fromOpening, type Timed, weekdays } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { instantOf } from '../domain/instants.ts';

/** What somebody says of being away: until when, that the time cannot be read or is over, or that they are back. */
export type AbsenceSaid =
  | { readonly kind: 'away'; readonly until: Instant }
  | { readonly kind: 'unclear' | 'past' | 'back' };

const away =
  /^(?:i(?: am|['’]?m| will be|['’]ll be) )?(?:away|out of (?:the )?office|on leave|off sick|off|not in|out)(?: (?:until|till?|['’]til) (?<when>.+)| (?<today>today|tomorrow))?$/;
const back = /^(?:i(?: am|['’]?m) )?back(?: (?:now|again|at work|at school|in school))?$/;

/** The longest that words of absence can be: more is something else, whatever it begins with. */
const longest = 60;
/** A day without a year is the next such day; where that is further off than this, it is over. */
const mostDaysAhead = 300;

/** What the whole text says of the speaker's absence; undefined where it says something else. */
export function absenceIn(text: string, school: Timed, now: Instant): AbsenceSaid | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '');
  if (words.length > longest) return undefined;
  if (back.test(words)) return { kind: 'back' };
  const found = away.exec(words);
  if (!found) return undefined;
  const { when, today } = found.groups ?? {};
  const here = DateTime.fromISO(now, { zone: school.timeZone });
  if (today !== undefined) return untilDay(here.plus({ days: today === 'today' ? 1 : 2 }), school);
  const day = when === undefined ? undefined : dayIn(when, here);
  if (!day) return { kind: 'unclear' };
  return day.startOf('day') <= here.startOf('day') || day.diff(here, 'days').days > 3 * 366
    ? { kind: 'past' }
    : untilDay(day, school);
}

/** They are back when the school first opens on that day or after it. */
function untilDay(day: DateTime, school: Timed): AbsenceSaid {
  return { kind: 'away', until: fromOpening(school, instantOf(day.startOf('day').toMillis())) };
}

function dayIn(when: string, now: DateTime): DateTime | undefined {
  const said = when.replace(/^(?:the|on|after) /, '').replace(/(?<=\d)(?:st|nd|rd|th)\b(?: of)?/, '');
  return relative(said, now) ?? weekday(said, now) ?? dated(said, now);
}

function relative(said: string, now: DateTime): DateTime | undefined {
  if (said === 'tomorrow') return now.plus({ days: 1 });
  return said === 'next week' ? now.plus({ days: 8 - now.weekday }) : undefined;
}

/** The next day of that name, never today. */
function weekday(said: string, now: DateTime): DateTime | undefined {
  const name = said.replace(/^next /, '');
  const wanted = name.length < 3 ? -1 : weekdays.findIndex((day) => day.startsWith(name));
  return wanted < 0 ? undefined : now.plus({ days: ((wanted + 7 - now.weekday) % 7) + 1 });
}

const withYear = ['d LLLL yyyy', 'd LLL yyyy', 'yyyy-MM-dd', 'd/M/yyyy', 'd/M/yy', 'cccc d LLLL yyyy'];
const withoutYear = ['d LLLL', 'd LLL', 'LLLL d', 'LLL d', 'd/M', 'cccc d LLLL', 'ccc d LLL', 'cccc d LLL'];

function dated(said: string, now: DateTime): DateTime | undefined {
  const read = (form: string, text: string) => DateTime.fromFormat(text, form, { zone: now.zone, locale: 'en-GB' });
  const whole = withYear.map((form) => read(form, said)).find(({ isValid }) => isValid);
  if (whole) return whole;
  const day = [now.year, now.year + 1]
    .flatMap((year) => withoutYear.map((form) => read(`${form} yyyy`, `${said} ${year}`)))
    .find((one) => one.isValid && one > now);
  return day && day.diff(now, 'days').days > mostDaysAhead ? now : day;
}
