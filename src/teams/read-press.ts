import { z } from 'zod';
import { type Press, pressSchema, type Verb } from '../conversation/press.ts';
import type { TurnBody } from '../conversation/turn.ts';
import { caseInputs, inputsOf } from './input-ids.ts';
import { formInputs, readForm } from './read-form.ts';

/** What a press was read as. */
export type ReadPress = Extract<TurnBody, { kind: 'pressed' | 'unreadable' }>;

type Fields = Readonly<Record<string, unknown>>;

/** The presses whose answers are inputs of a little form. */
const withInputs = /^(?:case\..+|mine\.add|mine\.answer|question\.reply)$/;

const verbs: ReadonlySet<string> = new Set(pressSchema.options.map((option) => option.shape.verb.value));

/**
 * Reads the flat data of a pressed button: what the card carried, with the inputs beside it. Anything missing, too
 * much or wrong makes it unreadable; `verb` is then as much as could be read.
 */
export function readPress(data: unknown): ReadPress {
  const fields = z.record(z.string(), z.unknown()).safeParse(data);
  if (!fields.success) return { kind: 'unreadable', verb: 'unknown' };
  const { verb } = fields.data;
  if (!isVerb(verb)) return { kind: 'unreadable', verb: 'unknown' };
  const ours = withoutPlatform(fields.data);
  const press = pressSchema.safeParse(verb === 'report.form' ? readForm(ours) : named(verb, ours));
  return press.success ? { kind: 'pressed', press: press.data satisfies Press } : { kind: 'unreadable', verb };
}

function isVerb(verb: unknown): verb is Verb {
  return typeof verb === 'string' && verbs.has(verb);
}

/** Teams leaves its own notes in the data: `msteams`, and in a dialog's request `type`. */
function withoutPlatform({ msteams, type, ...rest }: Fields): Fields {
  return type === undefined || type === 'task/fetch' || type === 'task/submit' ? rest : { type, ...rest };
}

/**
 * The inputs under the names of the press. An empty input is left out of a submit, so a missing one is empty; what
 * other forms of the same card sent along is not looked at.
 */
function named(verb: Verb, fields: Fields): Fields {
  const own = withInputs.test(verb) ? inputsOf(verb) : {};
  const others = neighbours(verb).filter((id) => !Object.hasOwn(own, id));
  const rest = Object.entries(fields).filter(([id]) => !Object.hasOwn(own, id) && !others.includes(id));
  const renamed = Object.entries(own).filter(([, name]) => !Object.hasOwn(fields, name));
  return Object.fromEntries([...rest, ...renamed.map(([id, name]) => [name, fields[id] ?? ''])]);
}

function neighbours(verb: Verb): readonly string[] {
  if (verb.startsWith('case.')) return caseInputs;
  return verb.startsWith('report.') ? formInputs : [];
}
