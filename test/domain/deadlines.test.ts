import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { type Step, steps } from '../../src/domain/case-clock.ts';
import { dueBy, floorLimits, isLonger, type Limited, type PolicyLimit, spanOf } from '../../src/domain/deadlines.ts';
import { type Severity, severities } from '../../src/domain/filing.ts';
import { harbourInYear as school } from '../support/school-year.ts';

function due(severity: Severity, step: Step, from: string, policy: readonly PolicyLimit[] = [], of: Limited = school) {
  const instant = DateTime.fromSQL(from, { zone: 'Europe/London' }).toUTC().toISO() ?? '';
  return DateTime.fromISO(dueBy(of, { step, severity, policy }, instant), { zone: 'Europe/London' }).toFormat(
    'yyyy-MM-dd HH:mm',
  );
}

describe('a deadline', () => {
  it.each([
    ['immediate', 'acknowledged', '2026-09-08 10:00', '2026-09-08 10:15'],
    ['immediate', 'acknowledged', '2026-10-25 00:50', '2026-10-25 01:05'],
    ['immediate', 'acted', '2026-12-25 23:30', '2026-12-26 00:30'],
    ['immediate', 'reviewed', '2026-09-11 10:00', '2026-09-14 16:00'],
    ['high', 'acknowledged', '2026-09-08 10:00', '2026-09-08 12:00'],
    ['high', 'acknowledged', '2026-10-23 15:00', '2026-11-02 09:30'],
    ['high', 'acted', '2026-09-08 10:00', '2026-09-08 16:00'],
    ['high', 'acted', '2026-09-08 15:30', '2026-09-09 11:00'],
    ['high', 'acted', '2026-09-08 20:00', '2026-09-09 16:00'],
    ['medium', 'acknowledged', '2026-09-08 10:00', '2026-09-09 16:00'],
    ['medium', 'acknowledged', '2027-04-30 10:00', '2027-05-04 16:00'],
    ['low', 'acknowledged', '2026-09-08 10:00', '2026-09-11 16:00'],
    ['low', 'reviewed', '2026-12-17 10:00', '2027-01-29 16:00'],
  ] as const)('%s, to be %s, of %s is %s', (severity, step, from, expected) => {
    expect(due(severity, step, from)).toBe(expected);
  });

  it.each([
    ['what a pack wants seen', 'high', 'acknowledged', 'floor.x.seen', '30 minutes', '2026-09-08 10:30'],
    ['what a pack wants done', 'high', 'acted', 'floor.x.contain', '4 hours', '2026-09-08 14:00'],
    ['and never loosened by it', 'high', 'acted', 'floor.x.ico', '72 hours', '2026-09-08 16:00'],
    ['what a pack wants looked at again', 'low', 'reviewed', 'floor.x.look-again', '2 weeks', '2026-09-22 10:00'],
    ['and a pack’s school day', 'medium', 'acted', 'floor.x.first-talk', '1 school day', '2026-09-09 16:00'],
  ] as const)('is shortened by %s', (_, severity, step, id, within, expected) => {
    expect(due(severity, step, '2026-09-08 10:00', [{ id, within }])).toBe(expected);
  });

  it('is shortened by the school, never lengthened', () => {
    const limits = { high: { acknowledged: { schoolMinutes: 10 }, acted: { schoolDays: 9 } } } as const;
    const strict = { ...school, limits };
    expect(due('high', 'acknowledged', '2026-09-08 10:00', [], strict)).toBe('2026-09-08 10:10');
    expect(due('high', 'acted', '2026-09-08 10:00', [], strict)).toBe('2026-09-08 16:00');
  });
});

describe('the floor', () => {
  it('never gives a graver case more time than one that is less grave', () => {
    for (const step of steps) {
      const spans = severities.map((severity) => floorLimits[severity][step].within);
      for (const [n, span] of spans.entries()) {
        const next = spans[n + 1];
        if (next) expect(isLonger(span, next)).toBe(false);
      }
    }
  });

  it('gives each step of a case at least the time of the one before', () => {
    for (const severity of severities) {
      const { acknowledged, acted, reviewed } = floorLimits[severity];
      expect(isLonger(acknowledged.within, acted.within)).toBe(false);
      expect(isLonger(acted.within, reviewed.within)).toBe(false);
    }
  });
});

describe('a pack’s duration', () => {
  it.each([
    ['15 minutes', 'immediate', { minutes: 15 }],
    ['4 hours', 'high', { schoolMinutes: 240 }],
    ['72 hours', 'high', { minutes: 4_320 }],
    ['1 working day', 'high', { schoolDays: 1 }],
    ['2 school days', 'low', { schoolDays: 2 }],
    ['1 week', 'low', { minutes: 10_080 }],
  ] as const)('%s of a case that is %s', (text, severity, span) => {
    expect(spanOf(text, severity)).toEqual(span);
  });
});
