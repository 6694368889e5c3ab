import { z } from 'zod';
import { revealCauses } from '../../domain/case.ts';
import { caseId, words } from './parts.ts';

/** The number of a reply's event. */
const reply = z.number().int().min(1).max(99_999_999);
/** The number of the event that asked to reveal who reported. */
const ask = z.string().regex(/^\d{1,8}$/);

/** Those who work a case write to its reporter, and ask and agree that the name be known. */
export const talkCasePresses = [
  z.strictObject({ verb: z.literal('case.reply'), case: caseId, text: words }),
  z.strictObject({ verb: z.literal('case.reveal'), case: caseId, reason: words, because: z.enum(revealCauses) }),
  z.strictObject({
    verb: z.literal('case.reveal-answer'),
    case: caseId,
    ask,
    answer: z.enum(['agree', 'refuse']),
    text: words,
  }),
] as const;

/** What somebody does with a report of their own once it is a case: turns on that case. */
export const ownPresses = [
  /** All messages about it; they are read by that. */
  z.strictObject({ verb: z.literal('own.thread'), case: caseId }),
  z.strictObject({ verb: z.literal('own.read'), case: caseId, reply }),
  z.strictObject({ verb: z.literal('own.show-name'), case: caseId }),
] as const;

/** What is pressed in the conversation with Lantern about messages and names. */
export const talkPresses = [
  /** Asks first, since it cannot be undone. */
  z.strictObject({ verb: z.literal('mine.show-name'), case: caseId }),
  z.strictObject({ verb: z.literal('mine.keep-hidden') }),
  z.strictObject({ verb: z.literal('mine.answering'), case: caseId, reply }),
  z.strictObject({ verb: z.literal('mine.answer'), case: caseId, reply, text: words }),
  /** Whether the words that were typed after a reply answer it. */
  z.strictObject({ verb: z.literal('mine.is-answer'), case: caseId, reply }),
  z.strictObject({ verb: z.literal('mine.no-answer') }),
  z.strictObject({ verb: z.literal('reveal.refusing'), case: caseId, ask }),
] as const;
