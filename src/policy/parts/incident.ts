import { z } from 'zod';
import { categories, severities } from '../../domain/filing.ts';
import {
  aboutKinds,
  audiences,
  evidenceRules,
  fourCs,
  insideRoles,
  keptFrom,
  outsideRoles,
  readings,
} from '../vocabulary.ts';
import { clause, duration, id, list, mapOf, oneOrMany, prose, words } from './atoms.ts';

const severity = z.enum(severities);
const insideRole = z.enum(insideRoles);

/** Lines to read out, by who reads them. */
export const adviceSource = z
  .strictObject({ staff: list(prose), pupil: list(prose), parent: list(prose) })
  .prefault({})
  .describe('Lines for staff, for pupils and for parents');
/** See {@link adviceSource}. */
export type AdviceSource = z.output<typeof adviceSource>;

/** Patterns by how much they tell. One `strong` or one `likely` is enough; a `hint` needs company. */
export const signsSource = z
  .strictObject({
    strong: list(words).describe('Says it outright'),
    likely: list(words).describe('Usually means it'),
    hint: list(words).describe('Counts only together with others'),
    ignore: list(words).describe('Looks like it and is not: these words are passed over'),
    about: list(z.enum(aboutKinds)).describe('A report about such a person has a hint already'),
  })
  .prefault({});
/** See {@link signsSource}. */
export type SignsSource = z.output<typeof signsSource>;

const outside = mapOf(z.enum(outsideRoles), prose).describe('Bodies to contact as the next step: when and how');
const consider = mapOf(id, prose).describe('Bodies and helplines the handler decides on: when');

const effects = {
  tell: list(insideRole).describe('Roles that are told'),
  outside,
  consider,
  do: adviceSource,
  dont: adviceSource,
  handler: list(prose).describe('For whoever deals with it'),
  helplines: list(id).describe('Offered to the reporter'),
  clause: oneOrMany(clause).default([]),
};

const conditionMissing = 'needs `words`, `about`, `reporter` or `reads`, or it would always hold';

const conditions = {
  words: list(words).describe('Any of these is in the report'),
  unless: list(words).describe('None of these is'),
  about: list(z.enum(aboutKinds)).describe('Whom the report is about'),
  reporter: list(z.enum(audiences)).describe('Who reports'),
  reads: list(z.enum(readings)).describe('How the report reads: as a test, taken back, in another language, …'),
};

/** A circumstance that changes an incident. All conditions that are given must hold. */
export const caseSource = z
  .strictObject({
    why: prose.describe('In a few words, for the record'),
    ...conditions,
    at: list(severity).describe('Only where the report is this grave in the end, whatever makes it so'),
    raise: severity.optional().describe('At least this severity'),
    instead: z
      .boolean()
      .default(false)
      .describe('Its lines are said in place of those of the incident, which are for others'),
    mutes: list(z.enum(categories)).describe('Other kinds that say nothing where this holds'),
    ...effects,
  })
  .refine(
    (one) => hasCondition(one) || one.at.length > 0,
    'needs `words`, `about`, `reporter`, `reads` or `at`, or it would always hold',
  )
  .refine((one) => one.at.length === 0 || !one.raise, 'cannot change the severity that it waits for');
/** See {@link caseSource}. */
export type CaseSource = z.output<typeof caseSource>;

type Conditions = Readonly<Record<'words' | 'about' | 'reporter' | 'reads', readonly unknown[]>>;

function hasCondition({ words, about, reporter, reads }: Conditions): boolean {
  return words.length + about.length + reporter.length + reads.length > 0;
}

const evidenceRule = z.enum(evidenceRules);
const perhaps = prose.default('');

/** What may be done with evidence; the rule alone, or with lines for readers. */
export const evidenceSource = z
  .union([evidenceRule, z.strictObject({ rule: evidenceRule, staff: perhaps, pupil: perhaps, parent: perhaps })])
  .transform((given) => (typeof given === 'string' ? { rule: given, staff: '', pupil: '', parent: '' } : given));
/** See {@link evidenceSource}. */
export type EvidenceSource = z.output<typeof evidenceSource>;

/** Who speaks to parents. */
export const parentsSource = z.strictObject({
  by: oneOrMany(insideRole).optional().describe('Who tells them'),
  notBy: oneOrMany(z.enum([...insideRoles, 'staff']))
    .default([])
    .describe('Who must not; `staff`: nobody else'),
  hold: z.boolean().default(false).describe('Not before that person has decided'),
  when: prose.default(''),
});

/** Something that has a time limit. */
export const deadlineSource = z.strictObject({ within: duration, what: prose, by: insideRole });

/** A kind of incident, or what a pack changes in the floor's. */
export const incidentSource = z.strictObject({
  title: prose.optional().describe('Name in plain words'),
  what: prose.optional().describe('One sentence: what belongs here'),
  c: z.enum(fourCs).optional().describe('Which of the four Cs'),
  severity: severity.optional().describe('As it usually is; a school that names one means it as the least'),
  signs: signsSource,
  examples: list(words).describe('Reports that must be recognised; `policy check` tries them'),
  cases: mapOf(id, caseSource).describe('What raises or reroutes it'),
  ...effects,
  keepFrom: list(z.enum(keptFrom)).describe('Whom it must not reach'),
  mutes: list(z.enum(categories)).describe('Less grave kinds that say nothing where this one is found beside them'),
  slip: z.boolean().optional().describe('Happens to anybody: staff who tell of one, and name no adult, accuse nobody'),
  evidence: evidenceSource.optional(),
  parents: parentsSource.optional(),
  deadlines: mapOf(id, deadlineSource),
  sanctions: z
    .union([z.literal('none'), z.array(id)])
    .optional()
    .describe('Ids of sanctions; `none` where care comes first'),
  close: list(prose).describe('What must be true before it is closed'),
});
/** See {@link incidentSource}. */
export type IncidentSource = z.output<typeof incidentSource>;

/** Something that changes any incident, whatever its kind: danger now, harm at home. */
export const alarmSource = z
  .strictObject({
    why: prose,
    ...conditions,
    category: z.enum(categories).optional().describe('The category where nothing else is recognised'),
    leads: z.boolean().default(false).describe('Its category comes before that of anything less grave'),
    raise: severity.optional(),
    ...effects,
    keepFrom: list(z.enum(keptFrom)),
    holdParents: z.boolean().default(false).describe('Parents hear nothing before the safeguarding lead has decided'),
    helplines: list(id),
    examples: list(words),
  })
  .refine(hasCondition, conditionMissing);
/** See {@link alarmSource}. */
export type AlarmSource = z.output<typeof alarmSource>;

/** Where a report goes when it accuses such a person, instead of where its kind would go. */
export const accusedSource = z.strictObject({
  why: prose,
  who: words.optional().describe('How such a person is named: stands for <accused> in the deeds'),
  whose: words
    .optional()
    .describe("How what is theirs is named (heads/principals of the head's laptop): stands for <whose>"),
  words: list(words).describe('What shows that the report is about such a person'),
  unless: list(words).describe('What shows that it was done to such a person'),
  tell: list(insideRole).describe('These alone are told, in this order'),
  keeps: list(insideRole).describe('Roles of the incident that stay, because they mend machines or records'),
  outside,
  consider,
  keepFrom: list(z.enum(keptFrom)),
  handler: list(prose),
  do: adviceSource,
  dont: adviceSource,
  clause: oneOrMany(clause).default([]),
});
/** See {@link accusedSource}. */
export type AccusedSource = z.output<typeof accusedSource>;

/** A step of the school's own sanctions. A suggestion: people decide. */
export const sanctionSource = z.strictObject({
  title: prose,
  acts: z.array(prose).min(1, 'needs one act at least').describe('What it is for'),
  words: list(words).describe('What shows that such an act is reported; where there are any, nothing else does'),
  unless: list(words).describe('What shows that it was no such act, such as an accident'),
  first: z.array(prose).min(1, 'needs one step at least').describe('For the first incident'),
  second: list(prose).describe('For the second'),
  note: prose.default('').describe('What the school must decide or confirm'),
  clause: oneOrMany(clause),
});
/** See {@link sanctionSource}. */
export type SanctionSource = z.output<typeof sanctionSource>;
