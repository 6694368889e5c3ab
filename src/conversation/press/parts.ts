import { z } from 'zod';
import { longestAnswer } from '../../domain/report.ts';

/** A case's reference as it comes back from a card: checked for shape only; whether it exists is for the store. */
export const caseId = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
/** What somebody wrote. */
export const words = z.string().max(longestAnswer);
/** A name, a number, or whatever else is a few words. */
export const short = z.string().max(300);

/** Where the forms of a case stand: `work` on its card, each other group behind a button of its own. */
export const formGroups = ['work', 'people', 'record'] as const;
/** One of {@link formGroups}. */
export type FormGroup = (typeof formGroups)[number];
