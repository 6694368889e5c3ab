import { z } from 'zod';
import { subjectKinds, subjectParts } from '../../domain/report.ts';
import { caseId, short, words } from './parts.ts';

/** The people of a case, by the ids that the case gave them. */
const party = z.string().regex(/^(p\d{1,4})?$/);

/** Presses about the people of a case, its times, and its ties to other cases. */
export const peoplePresses = [
  /** `person`: the id of one of the school's people, or `none`; `type`: what kind of person. */
  z.strictObject({
    verb: z.literal('case.party-add'),
    case: caseId,
    person: short,
    name: short,
    type: z.enum(subjectKinds),
    part: z.enum(subjectParts),
    reason: words,
  }),
  /** What says `same`, `none` or nothing stays as it is. */
  z.strictObject({
    verb: z.literal('case.party-change'),
    case: caseId,
    party,
    person: short,
    name: short,
    type: z.enum(['same', ...subjectKinds]),
    part: z.enum(['same', ...subjectParts]),
    reason: words,
  }),
  z.strictObject({ verb: z.literal('case.party-remove'), case: caseId, party, reason: words }),
  z.strictObject({ verb: z.literal('case.readmit'), case: caseId, person: short, reason: words }),
  z.strictObject({
    verb: z.literal('case.times'),
    case: caseId,
    occurredOn: short,
    occurredAt: short,
    noticedOn: short,
    noticedAt: short,
    reason: words,
  }),
  z.strictObject({ verb: z.literal('case.chronology'), case: caseId, party }),
  /** `other`: a reference as somebody types it. */
  z.strictObject({ verb: z.literal('case.link'), case: caseId, other: short, why: words }),
  z.strictObject({ verb: z.literal('case.merge'), case: caseId, other: short, why: words }),
] as const;

/** What one of {@link peoplePresses} asks for. */
export type PeopleVerb = z.infer<(typeof peoplePresses)[number]>['verb'];
