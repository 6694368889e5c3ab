import { z } from 'zod';
import { categories } from './filing.ts';

/** Who a person in a report is to the school; decides where the report may go. */
export const subjectKinds = ['pupil', 'staff', 'headteacher', 'dsl', 'outside', 'unknown'] as const;
/** The part a person had in what happened, so that each one's is recognised (requirements R062). */
export const subjectParts = ['target', 'alleged', 'assistant', 'bystander', 'reporter', 'unknown'] as const;
/** Where it happened. */
export const places = ['in-school', 'outside-school', 'online', 'unknown'] as const;

/** The most people one report names; the form offers this many rows. */
export const mostSubjects = 4;
/** The most characters one answer holds. Longer is refused with a sentence, never cut. */
export const longestAnswer = 40_000;

const answer = z.string().max(longestAnswer);
const short = z.string().max(300);

/** A person whom a report is about. */
export const subjectSchema = z.strictObject({
  name: short,
  kind: z.enum(subjectKinds),
  part: z.enum(subjectParts),
});

/** What somebody tells Lantern: every answer of the form, in their own words. */
export const reportSchema = z.strictObject({
  /** What happened. */
  what: answer,
  /** Somebody is in danger now, says the reporter. */
  danger: z.boolean(),
  /** What kind of concern the reporter says it is; empty leaves it to the school's policy. */
  category: z.enum(['', ...categories]),
  /** Day it happened, `YYYY-MM-DD` in the school's own time, or empty when not known. */
  occurredOn: short,
  /** Time of day it happened, `HH:MM`, or empty. */
  occurredAt: short,
  /** Day it was noticed, `YYYY-MM-DD`, or empty. */
  noticedOn: short,
  /** Time of day it was noticed, `HH:MM`, or empty. */
  noticedAt: short,
  place: z.enum(places),
  /** Which app, game or site. */
  site: short,
  subjects: z.array(subjectSchema).max(mostSubjects),
  /** What evidence exists: a description, never a file (rule of safety 3). */
  evidence: answer,
  /** Who holds the evidence. */
  evidenceHolder: short,
  /** What has been done already. */
  done: answer,
  /** Who must not know of it, in the reporter's own words: people of the school among them are kept out. */
  keepFrom: short,
});

/** See {@link reportSchema}. */
export type Report = z.infer<typeof reportSchema>;
/** See {@link subjectSchema}. */
export type Subject = z.infer<typeof subjectSchema>;

/** A report in which nothing has been said yet. */
export const emptyReport: Report = {
  what: '',
  danger: false,
  category: '',
  occurredOn: '',
  occurredAt: '',
  noticedOn: '',
  noticedAt: '',
  place: 'unknown',
  site: '',
  subjects: [],
  evidence: '',
  evidenceHolder: '',
  done: '',
  keepFrom: '',
};
