import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

type Template = { expand(context: { readonly $root: object }): unknown };

// Imported, its types would draw in the TypeScript sources of `adaptivecards`, which do not pass our compiler.
const require = createRequire(import.meta.url);
const templating = require('adaptivecards-templating') as { readonly Template: new (json: unknown) => Template };

const cardNames = [
  'notice',
  'report-form',
  'summary',
  'my-reports',
  'add-form',
  'case-card',
  'case-detail',
  'case-form',
  'case-forms',
  'case-list',
] as const;

/** The templates of whole cards: files of that name in `cards/`. */
export type CardName = (typeof cardNames)[number];

/** Part of an Adaptive Card: an element or an action. */
export type Part = { readonly type: string; readonly [key: string]: unknown };

/** An Adaptive Card, version 1.5. */
export type AdaptiveCard = Part & { readonly body: readonly Part[]; readonly actions?: readonly Part[] };

/** What can be done to a case: at once, with a little form to fill in, and where more forms are. */
export type CaseButtons = { readonly [Lot in 'first' | 'forms' | 'menus']: readonly Part[] };

/** The card templates, ready to be filled. */
export type Cards = {
  fill(name: CardName, data: object): AdaptiveCard;
  fillActions(data: object): CaseButtons;
};

const partSchema = z.looseObject({ type: z.string() });
const cardSchema = partSchema.extend({ body: z.array(partSchema), actions: z.array(partSchema).optional() });
const buttonsSchema = z.object({ first: z.array(partSchema), forms: z.array(partSchema), menus: z.array(partSchema) });

/** Reads the templates once. Rejects when one is missing or is not JSON. */
export async function loadCards(folder: string): Promise<Cards> {
  const entries = cardNames.map(async (name) => [name, await load(folder, name)] as const);
  const templates = new Map(await Promise.all(entries));
  const actions = await load(folder, 'case-actions');
  return {
    fill: (name, data) => fill(templates.get(name), data, cardSchema) as AdaptiveCard,
    fillActions: (data) => fill(actions, data, buttonsSchema),
  };
}

async function load(folder: string, name: string): Promise<Template> {
  const json: unknown = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
  return new templating.Template(json);
}

function fill<T>(template: Template | undefined, data: object, shape: z.ZodType<T>): T {
  return shape.parse(withoutEmptyValues(template?.expand({ $root: data })));
}

/** Some clients take an empty `value` of a date or a choice for a wrong one, so an input goes without it, and without an empty hint. */
function withoutEmptyValues(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutEmptyValues);
  if (typeof node !== 'object' || node === null) return node;
  const input = 'type' in node && String(node.type).startsWith('Input.');
  const entries = Object.entries(node).filter(
    ([key, value]) => !(input && value === '' && (key === 'value' || key === 'placeholder')),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutEmptyValues(value)]));
}
