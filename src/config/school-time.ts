import { z } from 'zod';
import type { Days, Hours } from '../domain/calendar.ts';
import { type Step, steps } from '../domain/case-clock.ts';
import { floorLimits, isLonger, type OwnLimits, spanOf } from '../domain/deadlines.ts';
import { type Severity, severities } from '../domain/filing.ts';

const hoursForm = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** When a school is open on a day: `08:30-16:00`. */
const hours = z
  .string()
  .regex(hoursForm, 'must be two times of day, such as 08:30-16:00')
  .refine((text) => text.slice(0, 5) < text.slice(6), 'must close after it opens')
  .transform((text): Hours => ({ opens: text.slice(0, 5), closes: text.slice(6) }));

const onDay = hours.optional();

/** The hours of each day of the week on which the school is open. */
export const week = z
  .strictObject({
    monday: onDay,
    tuesday: onDay,
    wednesday: onDay,
    thursday: onDay,
    friday: onDay,
    saturday: onDay,
    sunday: onDay,
  })
  .refine((given) => Object.keys(given).length > 0, 'must name a day');

const daysForm = /^\d{4}-\d\d-\d\d( to \d{4}-\d\d-\d\d)?$/;

/** A day, or the first and the last of several: `2026-10-26 to 2026-10-30`. */
export const days = z
  .string()
  .regex(daysForm, 'must be a day or two, such as 2026-12-25 or 2026-10-26 to 2026-10-30')
  .refine((text) => text.split(' to ').every(isDate), 'is no date')
  .transform((text): Days => ({ from: text.slice(0, 10), to: text.slice(-10) }))
  .refine(({ from, to }) => from <= to, 'must end after it begins');

function isDate(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

const limit = z
  .string()
  .regex(/^[1-9]\d{0,3} (minutes?|hours?|school days?)$/, 'must be a time such as 30 minutes, 2 hours or 1 school day');

/** A school's own time limits, by severity and step: none longer than those that Lantern has for all schools. */
export const limits = z
  .partialRecord(z.enum(severities), z.partialRecord(z.enum(steps), limit))
  .transform(spansOf)
  .superRefine((own, context) => {
    for (const [severity, step] of longer(own)) {
      const message = 'is longer than Lantern lets any school wait; leave it out or shorten it';
      context.addIssue({ code: 'custom', path: [severity, step], message });
    }
  });

type Written = Readonly<Partial<Record<Severity, Readonly<Partial<Record<Step, string>>>>>>;

function spansOf(written: Written): OwnLimits {
  const rows = severities.flatMap((severity) => {
    const given = written[severity] ?? {};
    const spans = steps.flatMap((step) => (given[step] ? [[step, spanOf(given[step], severity)] as const] : []));
    return spans.length > 0 ? [[severity, Object.fromEntries(spans)] as const] : [];
  });
  return Object.fromEntries(rows);
}

function longer(own: OwnLimits): readonly (readonly [Severity, Step])[] {
  return severities.flatMap((severity) =>
    steps.flatMap((step) => {
      const span = own[severity]?.[step];
      return span && isLonger(span, floorLimits[severity][step].within) ? [[severity, step] as const] : [];
    }),
  );
}
