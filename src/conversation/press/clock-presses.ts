import { z } from 'zod';
import { caseId } from './parts.ts';

/** The reporter has told somebody in person. */
export const clockPresses = [z.strictObject({ verb: z.literal('case.in-person'), case: caseId })] as const;
