import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addSchoolMinutes,
  closeOfSchoolDay,
  fromOpening,
  isOpen,
  nextOpening,
  type Timed,
  usualHours,
} from '../../src/domain/calendar.ts';
import { harbourInYear as school } from '../support/school-year.ts';

/** A moment written in the school's own time, for example `2026-10-23 15:30`. */
function at(text: string): string {
  return DateTime.fromSQL(text, { zone: 'Europe/London' }).toUTC().toISO() ?? '';
}

function local(instant: string): string {
  return DateTime.fromISO(instant, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd HH:mm');
}

describe('a school is open', () => {
  it.each([
    ['in its hours', '2026-09-08 08:30', true],
    ['not a minute before', '2026-09-08 08:29', false],
    ['not from its close on', '2026-09-08 16:00', false],
    ['not on a Saturday', '2026-09-12 10:00', false],
    ['not at half-term', '2026-10-28 10:00', false],
    ['not on an INSET day', '2026-11-27 10:00', false],
    ['not on a bank holiday Monday', '2027-05-03 10:00', false],
    ['not in the Easter holidays', '2027-04-01 10:00', false],
    ['on the first day after half-term, in winter time', '2026-11-02 08:30', true],
    ['on an ordinary weekday after the last term it knows', '2027-09-15 10:00', true],
  ])('%s: %s', (_, when, open) => {
    expect(isOpen(school, at(when))).toBe(open);
  });
});

describe('school time', () => {
  it.each([
    ['passes while the school is open', '2026-09-08 09:00', 120, '2026-09-08 11:00'],
    ['stands still over night', '2026-09-08 15:00', 120, '2026-09-09 09:30'],
    ['begins with the opening', '2026-09-08 03:00', 60, '2026-09-08 09:30'],
    ['ends with the close and not at the next opening', '2026-09-08 15:00', 60, '2026-09-08 16:00'],
    ['stands still over a weekend', '2026-09-11 15:30', 60, '2026-09-14 09:00'],
    ['stands still over half-term and the end of summer time', '2026-10-23 15:30', 60, '2026-11-02 09:00'],
    ['stands still over the beginning of summer time in the holidays', '2027-03-25 15:30', 60, '2027-04-12 09:00'],
    ['stands still over a bank holiday Monday', '2027-04-30 15:30', 60, '2027-05-04 09:00'],
    ['stands still over Christmas', '2026-12-18 15:30', 60, '2027-01-05 09:00'],
  ])('%s', (_, from, minutes, expected) => {
    expect(local(addSchoolMinutes(school, at(from), minutes))).toBe(expected);
  });

  it('is counted in real minutes where a school is open while the clocks change', () => {
    const boarding: Timed = {
      timeZone: 'Europe/London',
      calendar: { hours: { ...usualHours, sunday: { opens: '00:00', closes: '24:00' } }, terms: [], closed: [] },
    };
    expect(local(addSchoolMinutes(boarding, at('2026-10-25 00:30'), 120))).toBe('2026-10-25 01:30');
    expect(local(addSchoolMinutes(boarding, at('2027-03-28 00:30'), 120))).toBe('2027-03-28 03:30');
  });
});

describe('the close of a school day', () => {
  it.each([
    ['this day', '2026-09-08 09:00', 0, '2026-09-08 16:00'],
    ['the next, where this one is over', '2026-09-08 17:00', 0, '2026-09-09 16:00'],
    ['the next', '2026-09-08 09:00', 1, '2026-09-09 16:00'],
    ['Monday, after a Friday evening', '2026-09-11 20:00', 1, '2026-09-14 16:00'],
    ['Tuesday, after the Friday before a bank holiday', '2027-04-30 10:00', 1, '2027-05-04 16:00'],
    ['five days on, over half-term', '2026-10-22 10:00', 5, '2026-11-05 16:00'],
  ])('%s', (_, from, count, expected) => {
    expect(local(closeOfSchoolDay(school, at(from), count))).toBe(expected);
  });
});

describe('an opening', () => {
  it.each([
    ['is the next morning', '2026-09-08 09:00', '2026-09-09 08:30'],
    ['is this morning, before it', '2026-09-08 08:29', '2026-09-08 08:30'],
    ['is never the moment itself', '2026-09-08 08:30', '2026-09-09 08:30'],
    ['is after the holidays', '2027-03-25 17:00', '2027-04-12 08:30'],
  ])('%s', (_, after, expected) => {
    expect(local(nextOpening(school, at(after)))).toBe(expected);
  });

  it('comes at last where a calendar has closed the school for years', () => {
    const shut: Timed = {
      timeZone: 'Europe/London',
      calendar: { hours: usualHours, terms: [], closed: [{ from: '2026-01-01', to: '2046-01-01' }] },
    };
    expect(DateTime.fromISO(nextOpening(shut, at('2026-09-08 09:00'))).year).toBeLessThan(2028);
  });
});

const moments = fc
  .date({ min: new Date('2026-09-01T00:00:00Z'), max: new Date('2027-07-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('at any moment of the year', () => {
  it('waiting for the opening ends while the school is open, and never before', () => {
    fc.assert(
      fc.property(moments, (now) => {
        const opening = fromOpening(school, now);
        expect(isOpen(school, opening)).toBe(true);
        expect(opening >= now).toBe(true);
        if (isOpen(school, now)) expect(opening).toBe(now);
      }),
    );
  });

  it('school minutes add up, and more of them never end sooner', () => {
    fc.assert(
      fc.property(moments, fc.nat(2_000), fc.nat(2_000), (now, one, other) => {
        const both = addSchoolMinutes(school, now, one + other);
        expect(addSchoolMinutes(school, addSchoolMinutes(school, now, one), other)).toBe(both);
        expect(both >= addSchoolMinutes(school, now, one)).toBe(true);
      }),
    );
  });
});
