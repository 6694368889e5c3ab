import { DateTime } from 'luxon';
import { z } from 'zod';

/** Names a thing in a pack: small letters, digits and dashes. */
export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and dashes');

/** A sentence or more. */
export const prose = z.string().trim().min(1, 'must not be empty');

/** A few words as people type them. A number such as 999 counts as words: an editor reads it as one. */
export const words = z
  .union([z.string(), z.number()])
  .transform((given) => String(given).trim())
  .pipe(z.string().min(1, 'must not be empty'));

/** A whole number, from 0. */
export const count = z
  .union([z.number(), z.string()])
  .transform((given) => Number(given))
  .pipe(z.number('must be a number').int('must be a whole number').min(0, 'must not be below 0'));

/** One thing, or a list of them. */
export function oneOrMany<Item extends z.ZodType>(item: Item) {
  return z.union([item, z.array(item)]).transform((given) => (Array.isArray(given) ? given : [given]));
}

/** A list that may be left out. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).default([]);
}

/** A map from ids that may be left out. */
export function mapOf<Key extends z.core.$ZodRecordKey, Item extends z.ZodType>(key: Key, item: Item) {
  return z.partialRecord(key, item).default({} as never);
}

/** `2026`, `2026-11`, `2026-11-21`, or left blank as some policies leave it; blank is read as an empty text. */
export const day = z
  .union([z.string(), z.number(), z.null()])
  .transform((given) => (given === null ? '' : String(given).trim()))
  .refine(isDay, 'must be a date: 2026, 2026-11 or 2026-11-21, or blank');

function isDay(text: string): boolean {
  if (text === '') return true;
  return /^\d{4}(-\d{2}){0,2}$/.test(text) && DateTime.fromISO(text).isValid;
}

/** A telephone number, or blank until the school fills it in. */
export const phone = z
  .union([z.string(), z.number(), z.null()])
  .transform((given) => (given === null ? '' : String(given).trim()))
  .refine((text) => text === '' || /^\+?[0-9][0-9 ()-]{1,24}$/.test(text), 'must be a telephone number, or blank');

/** Where a rule comes from: a heading of a document. `document` is empty for the pack's first document. */
export type ClauseSource = { readonly document: string; readonly section: string };

/** `Heading`, or `document > Heading` where the pack has several documents. */
export const clause = prose.transform(parseClause);

function parseClause(text: string): ClauseSource {
  const [, document = '', section = text] = /^([a-z0-9-]+) > (.+)$/.exec(text) ?? [];
  return { document, section };
}

/** How many minutes each unit of a duration has; a school day and a working day count as a whole day. */
const minutesOf: Readonly<Record<string, number>> = {
  minute: 1,
  hour: 60,
  day: 1_440,
  'school day': 1_440,
  'working day': 1_440,
  week: 10_080,
};

const durationForm = /^(\d+) (minute|hour|school day|working day|day|week)s?$/;

/** `30 minutes`, `72 hours`, `1 school day`. */
export const duration = z
  .string()
  .regex(durationForm, 'must be a time such as 30 minutes, 72 hours, 1 school day or 2 weeks');

/** Length of a {@link duration} in minutes, for comparing two of them. */
export function minutesIn(text: string): number {
  const [, count = '0', unit = 'minute'] = durationForm.exec(text) ?? [];
  return Number(count) * (minutesOf[unit] ?? 1);
}
