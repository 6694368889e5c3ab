import { z } from 'zod';
import { caseStates } from '../../../domain/case.ts';
import { addressees } from '../../../domain/export/addressees.ts';
import { categories } from '../../../domain/filing.ts';
import { roles } from '../../../domain/people.ts';

const labelled = z.strictObject({
  label: z.string().describe('What it is, in words'),
  told: z.string().describe('The value; often somebody’s own words, so plain text and never markup or a formula'),
});

const entry = z.strictObject({
  seq: z.int().min(1).describe('Place in the record, from 1; a gap is an entry that is left out of this copy'),
  at: z.iso.datetime().describe('When, in UTC'),
  when: z.string().describe('When, in the school’s own time'),
  who: z.string().describe('Who did it, as this copy may show them'),
  told: z.string().describe('What happened, in words'),
  event: z
    .looseObject({ kind: z.string() })
    .describe('The entry as data. Where names are hidden, what is said instead stands here too'),
  hash: z.string().describe('SHA-256 of the entry as the school’s record has it, with nothing hidden'),
  previous: z.string().describe('SHA-256 of the entry before; empty for the first'),
});

/**
 * A case taken out of Lantern for somebody: all of what they may read, and what is left out. It is the JSON export, and
 * the PDF prints it. Texts in fields called `told`, `who` and `name` can hold people's own words.
 */
export const caseFileSchema = z.strictObject({
  format: z.literal('lantern-case-file-1'),
  school: z.strictObject({ id: z.string(), name: z.string(), timeZone: z.string().describe('IANA name') }),
  reference: z.string(),
  title: z.string(),
  preparedFor: z.enum(addressees),
  prepared: z.string().describe('For whom, by whom and when, in words'),
  preparedAt: z.iso.datetime(),
  preparedBy: z.strictObject({ name: z.string(), roles: z.array(z.enum(roles)) }),
  footer: z.string().describe('What stands at the foot of every page'),
  handling: z.array(z.string()).describe('How this copy must be kept'),
  category: z.enum(categories),
  state: z.enum(caseStates),
  facts: z.array(labelled),
  people: z
    .array(z.strictObject({ name: z.string(), kind: z.string(), part: z.string(), hidden: z.boolean() }))
    .describe('Whom the case is about; `hidden`: `name` is what is said instead of it'),
  report: z.array(labelled),
  outcome: z.array(labelled),
  chronology: z.array(entry).describe('What has happened, oldest first'),
  leftOut: z.array(z.string()).describe('What this copy does not show'),
  proof: z
    .strictObject({ seq: z.int(), hash: z.string(), command: z.string(), how: z.string() })
    .describe('The last entry of the record when this copy was made, and how the school can check it'),
});

/** See {@link caseFileSchema}. */
export type CaseFile = z.infer<typeof caseFileSchema>;
