import type { Report } from '../domain/report.ts';

/** Every answer of a report, as the staff form asks for them. */
export const reportFields = [
  'what',
  'danger',
  'occurredOn',
  'occurredAt',
  'noticedOn',
  'noticedAt',
  'place',
  'site',
  'subjects',
  'evidence',
  'evidenceHolder',
  'done',
  'keepFrom',
  'category',
] as const satisfies readonly (keyof Report)[];

/** One answer of a report. */
export type ReportField = (typeof reportFields)[number];

/** The answers that may be too long for a card. */
export const longFields = ['what', 'evidence', 'done'] as const;
/** One of {@link longFields}. */
export type LongField = (typeof longFields)[number];
