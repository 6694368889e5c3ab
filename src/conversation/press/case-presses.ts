import { z } from 'zod';
import { outsideBodies } from '../../domain/case.ts';
import { categories, severities } from '../../domain/filing.ts';
import { caseId, formGroups, short, words } from './parts.ts';
import { peoplePresses } from './people-presses.ts';
import { talkCasePresses } from './talk-presses.ts';

/** Presses that move a case along or add to its record. */
export const casePresses = [
  z.strictObject({ verb: z.literal('case.open'), case: caseId }),
  z.strictObject({ verb: z.literal('case.acknowledge'), case: caseId }),
  /** `to`: a person's id, or `me`. */
  z.strictObject({ verb: z.literal('case.assign'), case: caseId, to: short }),
  z.strictObject({ verb: z.literal('case.note'), case: caseId, text: words }),
  /** `to`: a person's id. */
  z.strictObject({ verb: z.literal('case.escalate'), case: caseId, to: short, reason: words }),
  z.strictObject({
    verb: z.literal('case.told'),
    case: caseId,
    body: z.enum(outsideBodies),
    who: short,
    number: short,
    when: short,
  }),
  z.strictObject({ verb: z.literal('case.close'), case: caseId, outcome: words, lessons: words }),
  z.strictObject({ verb: z.literal('case.reopen'), case: caseId, reason: words }),
  z.strictObject({
    verb: z.literal('case.refile'),
    case: caseId,
    category: z.enum(categories),
    severity: z.enum(severities),
    reason: words,
  }),
  ...peoplePresses,
  /** `first` and `second`: the two people who may still know. */
  z.strictObject({ verb: z.literal('case.restrict'), case: caseId, first: short, second: short, reason: words }),
  ...talkCasePresses,
] as const;

/** Shows a group of little forms of a case. Reads only. */
export const formsPress = z.strictObject({
  verb: z.literal('forms.open'),
  case: caseId,
  group: z.enum(formGroups),
});
