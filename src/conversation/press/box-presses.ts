import { z } from 'zod';
import { boxAnswers, boxQuestions } from '../box/questions.ts';
import { caseId } from './parts.ts';

/** Presses of the bully box. */
export const boxPresses = [
  /** A child's answer to a question. `draft`: what it is about, where there is something yet. */
  z.strictObject({
    verb: z.literal('box.answer'),
    draft: caseId.optional(),
    to: z.enum(boxQuestions),
    answer: z.enum(boxAnswers),
  }),
  /** It has happened again: begins a report that is linked to this case. */
  z.strictObject({ verb: z.literal('mine.again'), case: caseId }),
] as const;
