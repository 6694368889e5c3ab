import { z } from 'zod';
import { categories, severities } from '../domain/filing.ts';
import { id, list, mapOf, prose, words } from './parts/atoms.ts';
import { accusedSource, adviceSource, alarmSource, incidentSource, sanctionSource } from './parts/incident.ts';
import { contactSource, documentSource, headingSource, helplineSource } from './parts/people.ts';
import { requestSource } from './parts/request.ts';
import { gapSource, ruleDefaults, ruleSource, topicSource } from './parts/rule.ts';
import { aboutKinds, cueKinds, insideRoles, routeRoles } from './vocabulary.ts';

const head = z
  .strictObject({
    id: id.describe('Name of the folder'),
    school: prose.describe('Whose policy it is'),
    standsOn: id.optional().describe('The pack beneath this one: `floor`'),
    base: z.boolean().default(false).describe('True for the floor alone'),
    source: prose.default('').describe('Where the pack comes from, said beside its answers'),
    owner: z.enum(insideRoles).default('dsl').describe('Whom to ask where no topic fits'),
  })
  .describe('The head of the pack');

/**
 * A policy pack as a folder says it. It may be spread over any number of files, each holding some of these keys.
 * A school's pack states only what differs from the floor.
 */
export const packSource = z.strictObject({
  pack: head,
  documents: mapOf(id, documentSource).describe('The first is the main one'),
  sections: mapOf(id, z.array(headingSource)).describe("Each document's headings, in order"),
  topics: mapOf(id, topicSource),
  contacts: mapOf(z.enum(routeRoles), contactSource).describe('Roles at the school and bodies outside it'),
  helplines: mapOf(id, helplineSource),
  rules: mapOf(id, ruleSource),
  gaps: mapOf(id, gapSource).describe('Questions that the policy is known not to answer'),
  danger: adviceSource.describe('Said before anything else where somebody may be in danger'),
  incidents: mapOf(z.enum(categories), incidentSource),
  alarms: mapOf(id, alarmSource).describe('What changes any incident, whatever its kind'),
  deeds: list(words).describe('What accuses anybody who does it: <accused> is who, <whose> what is theirs'),
  accused: mapOf(z.enum(aboutKinds), accusedSource).describe('Where a report goes when it accuses such a person'),
  reports: mapOf(z.enum(categories), mapOf(z.enum(severities), z.array(words))).describe(
    'Made-up reports as people type them, by kind and severity; triage compares a new one with them',
  ),
  requests: mapOf(id, requestSource),
  sanctions: mapOf(id, sanctionSource),
  lists: mapOf(id, z.array(words)).describe('Words that patterns speak of as <name>'),
  cues: mapOf(z.enum(cueKinds), z.array(words)).describe('Floor only'),
  thesaurus: mapOf(words, list(words)).describe('Words that mean the same in a question'),
  spellings: mapOf(words, words).describe('How it is typed, and what is meant'),
});
/** See {@link packSource}. */
export type PackSource = z.output<typeof packSource>;

/** One file of a pack: any of the keys, and what its rules have in common. */
export const packFile = packSource.partial().extend({
  rules: mapOf(id, ruleSource.partial({ topic: true, clause: true })).optional(),
  defaults: ruleDefaults.optional().describe('What the rules of this file have in common'),
});
