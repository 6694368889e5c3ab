import { z } from 'zod';
import {
  evidenceFates,
  evidenceSorts,
  haltReasons,
  incidentCounts,
  outsideBodies,
  presences,
  waysOfTelling,
} from '../../domain/log.ts';
import { caseId, short, words } from './parts.ts';

/** A day in the school's own time, or empty for today. */
const day = z.union([z.literal(''), z.iso.date()]);
/** When it was; both empty for now. */
const when = { day, time: z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/) };

/** Presses that keep the log of a case: the investigation, evidence, who was told, and what was decided. */
export const logPresses = [
  /** `lead`, `second`: people's ids. */
  z.strictObject({ verb: z.literal('case.investigate'), case: caseId, lead: short, second: short, computer: short }),
  z.strictObject({
    verb: z.literal('case.check'),
    case: caseId,
    what: words,
    found: words,
    present: z.enum(presences),
    ...when,
    elsewhere: short,
  }),
  z.strictObject({ verb: z.literal('case.halt'), case: caseId, why: z.enum(haltReasons), text: words }),
  z.strictObject({ verb: z.literal('case.resume'), case: caseId, reason: words }),
  z.strictObject({ verb: z.literal('case.conclude'), case: caseId, found: words }),
  z.strictObject({ verb: z.literal('case.viewed'), case: caseId, who: short, how: words, ...when, support: short }),
  z.strictObject({
    verb: z.literal('case.evidence'),
    case: caseId,
    what: short,
    sort: z.enum(evidenceSorts),
    holder: short,
    ...when,
  }),
  /** `item`: its number in the register. */
  z.strictObject({
    verb: z.literal('case.evidence-moved'),
    case: caseId,
    item: z.string().regex(/^\d{0,4}$/),
    fate: z.enum(evidenceFates),
    who: short,
    ...when,
  }),
  z.strictObject({
    verb: z.literal('case.told'),
    case: caseId,
    body: z.enum(outsideBodies),
    who: short,
    number: short,
    ...when,
    advice: words,
  }),
  z.strictObject({ verb: z.literal('case.not-told'), case: caseId, body: z.enum(outsideBodies), reason: words }),
  z.strictObject({
    verb: z.literal('case.parents'),
    case: caseId,
    whose: short,
    teller: short,
    how: z.enum(waysOfTelling),
    ...when,
    agreed: words,
  }),
  z.strictObject({ verb: z.literal('case.parents-not'), case: caseId, whose: short, reason: words }),
  /** `sanction`: an id of the school's policy. */
  z.strictObject({
    verb: z.literal('case.sanction'),
    case: caseId,
    sanction: short,
    count: z.enum(incidentCounts),
    whom: short,
    decided: words,
    until: day,
  }),
  /** `day`: of the debrief. `anyway`: why it is closed although something is missing. */
  z.strictObject({
    verb: z.literal('case.close'),
    case: caseId,
    outcome: words,
    debrief: words,
    day,
    lessons: words,
    changes: words,
    anyway: words,
  }),
] as const;
