import { z } from 'zod';
import { formGroups } from '../conversation/press/parts.ts';
import { type Press, pressSchema, type Verb } from '../conversation/press.ts';
import type { TurnBody } from '../conversation/turn.ts';

const caseId = z.string().max(20);

/** What a button asks of this room alone: to show a form, or another page of a case. Nothing of it reaches the core. */
const localSchema = z.discriminatedUnion('show', [
  z.strictObject({ show: z.literal('form'), verb: z.string().max(30), case: caseId, group: z.enum(formGroups) }),
  z.strictObject({ show: z.literal('adding'), case: caseId }),
  z.strictObject({ show: z.literal('replying'), question: z.string().max(64) }),
  z.strictObject({ show: z.literal('page'), case: caseId, page: z.number().int().min(0).max(10_000) }),
]);
/** See {@link localSchema}. */
export type Local = z.infer<typeof localSchema>;

/** What a button's value was read as. */
export type ReadValue =
  | { readonly kind: 'local'; readonly local: Local }
  | Extract<TurnBody, { kind: 'pressed' | 'unreadable' }>;

const verbs: ReadonlySet<string> = new Set(pressSchema.options.map((option) => option.shape.verb.value));

/** Reads what a button carried. It has been outside our walls, so nothing in it is believed before it is checked. */
export function readValue(value: string): ReadValue {
  const raw = parsed(value);
  const local = localSchema.safeParse(raw);
  return local.success ? { kind: 'local', local: local.data } : readPress(raw);
}

/** The fields as a press, or as much of it as could be read. */
export function readPress(fields: unknown): Extract<TurnBody, { kind: 'pressed' | 'unreadable' }> {
  const press = pressSchema.safeParse(fields);
  return press.success ? { kind: 'pressed', press: press.data } : { kind: 'unreadable', verb: verbOf(fields) };
}

function verbOf(fields: unknown): Verb | 'unknown' {
  const verb = typeof fields === 'object' && fields !== null && 'verb' in fields ? fields.verb : undefined;
  return typeof verb === 'string' && verbs.has(verb) ? (verb as Verb) : 'unknown';
}

/** The JSON of a text; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A press as a button or a form carries it. */
export type Carried = Press | Local;
