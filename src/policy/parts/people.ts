import { z } from 'zod';
import { audiences, insideRoles } from '../vocabulary.ts';
import { clause, count, day, list, oneOrMany, phone, prose, words } from './atoms.ts';

const web = z.url({ protocol: /^https$/, error: 'must be a web address that begins with https' });
const email = z.email('must be an address, such as office@school.example');

/** A role at this school, or a body outside it. Never a person's name. */
export const contactSource = z.strictObject({
  title: prose.optional().describe("The school's own title for it"),
  pupil: prose.optional().describe('What pupils call it'),
  knownAs: list(words).describe('What else people call whoever holds it, so that a report about them passes them by'),
  phone: phone.optional(),
  email: email.optional(),
  url: web.optional(),
  hours: prose.optional().describe('When somebody answers'),
  checked: day.optional().describe('When the number was last tried'),
  deputies: z.array(z.enum(insideRoles)).optional().describe('Who stands in, in this order'),
  heldBy: z.enum(insideRoles).optional().describe('The role whose holder has this one too'),
  note: prose.optional(),
  clause: oneOrMany(clause).default([]),
});
/** See {@link contactSource}. */
export type ContactSource = z.output<typeof contactSource>;

/** Help outside the school that people can turn to themselves. */
export const helplineSource = z.strictObject({
  title: prose.optional(),
  says: prose.optional().describe('What it is for, in one line'),
  pupil: prose.optional().describe('The same for pupils'),
  for: oneOrMany(z.enum(audiences)).optional(),
  phone: phone.optional(),
  text: prose.optional().describe('A number to text'),
  email: email.optional(),
  url: web.optional(),
  hours: prose.optional(),
  checked: day.optional(),
  fixed: z.boolean().default(false).describe('Floor only: no pack may change it'),
  hidden: z.boolean().default(false).describe('Not shown until the school has confirmed that it still exists'),
  note: prose.optional(),
});
/** See {@link helplineSource}. */
export type HelplineSource = z.output<typeof helplineSource>;

/** An agreement that people sign. */
const agreement = z.strictObject({
  for: oneOrMany(z.enum(audiences)),
  everyMonths: count.prefault(0).describe('0: once, and whenever the text changes'),
  version: prose.default('1'),
  points: list(prose).describe('What is accepted, point by point'),
});

/** A document that the policy is made of. */
export const documentSource = z.strictObject({
  title: prose,
  approved: day.prefault(''),
  reviewBy: day.prefault(''),
  missing: prose.default('').describe('Where the policy speaks of it but it is not there: what the school must supply'),
  agreement: agreement.optional(),
});
/** See {@link documentSource}. */
export type DocumentSource = z.output<typeof documentSource>;

/** A heading of a document; a rule, an incident or another part must cite it, or `none` says why nothing does. */
export const headingSource = z
  .union([prose, z.strictObject({ heading: prose, none: prose.default('') })])
  .transform((given) => (typeof given === 'string' ? { heading: given, none: '' } : given));
