import { pressSchema, type Verb } from '../conversation/press.ts';

/** Where a form's input is not named after its own press, because several presses share the form. */
const shared: Partial<Record<Verb, string>> = { 'question.reply': 'add' };

/** The id of an input: of the press and its field, since one card holds the inputs of many forms. */
export function inputId(verb: Verb, field: string): string {
  const name = shared[verb] ?? verb.slice(verb.indexOf('.') + 1);
  return [name, ...field.split('-')].join('-').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The inputs that a press may come with, and what the press calls them. */
export function inputsOf(verb: Verb): Readonly<Record<string, string>> {
  const option = pressSchema.options.find(({ shape }) => shape.verb.value === verb);
  const fields = Object.keys(option?.shape ?? {}).filter((name) => name !== 'verb' && name !== 'case');
  return Object.fromEntries(fields.map((field) => [inputId(verb, field), field]));
}

/** The inputs of every little form that a case's card can hold. */
export const caseInputs: readonly string[] = pressSchema.options
  .map(({ shape }) => shape.verb.value)
  .filter((verb) => verb.startsWith('case.'))
  .flatMap((verb) => Object.keys(inputsOf(verb)));
