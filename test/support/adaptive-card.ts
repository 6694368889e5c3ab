import { AdaptiveCard, SerializationContext, Versions } from 'adaptivecards';
import { z } from 'zod';

/** One node of a card's JSON, with the key it stands under and the object it stands in. */
export type Node = {
  readonly key: string;
  readonly value: unknown;
  readonly within: Readonly<Record<string, unknown>>;
};

/** Every value of a card, depth first. */
export function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield { key, value: inner, within: value as Node['within'] };
    yield* nodes(inner);
  }
}

/** All objects of a card whose `type` begins so. */
export function parts(card: unknown, type: string): readonly Node['within'][] {
  const found = [...nodes({ card })].map(({ value }) => value);
  return found.filter((value): value is Node['within'] => {
    return typeof value === 'object' && value !== null && 'type' in value && String(value.type).startsWith(type);
  });
}

const words = z.string().min(1);
const placed = {
  id: words.optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  spacing: z.enum(['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge']).optional(),
};
const boxStyle = z.enum(['default', 'emphasis', 'good', 'attention', 'warning', 'accent']).optional();
const data = z.record(z.string(), z.unknown());
const button = {
  title: words,
  style: z.enum(['default', 'positive', 'destructive']).optional(),
  associatedInputs: z.enum(['auto', 'none']).optional(),
};
const submit = z.strictObject({ type: z.literal('Action.Submit'), ...button, data });
const execute = z
  .strictObject({ type: z.literal('Action.Execute'), ...button, verb: words, data, fallback: submit })
  .refine(({ verb, data }) => data['verb'] === verb, 'the data names another verb')
  .refine((action) => same(action.data, action.fallback.data), 'the fallback sends other data')
  .refine((action) => action.associatedInputs === action.fallback.associatedInputs, 'the fallback takes other inputs');
const toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title: words,
  targetElements: z.array(z.strictObject({ elementId: words, isVisible: z.boolean() })).min(1),
});
const showCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  title: words,
  card: z.strictObject({
    type: z.literal('AdaptiveCard'),
    body: z.lazy(() => z.array(element).min(1)),
    actions: z
      .array(z.union([execute, submit]))
      .min(1)
      .max(6),
  }),
});
const action = z.union([execute, submit, toggle, showCard]);
/** Teams shows six buttons of one set and hides the rest. */
const actions = z.array(action).min(1).max(6);

/** Colours of text are not allowed at all: colour may only repeat, as a box's style, what the words say. */
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  ...placed,
  text: words,
  wrap: z.literal(true),
  style: z.literal('heading').optional(),
  size: z.enum(['Small', 'Default', 'Medium', 'Large']).optional(),
  weight: z.enum(['Default', 'Bolder']).optional(),
  isSubtle: z.boolean().optional(),
  horizontalAlignment: z.enum(['Left', 'Right']).optional(),
});
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  ...placed,
  inlines: z.array(
    z.strictObject({
      type: z.literal('TextRun'),
      text: words,
      weight: z.enum(['Default', 'Bolder']).optional(),
      isSubtle: z.literal(true).optional(),
      size: z.literal('Small').optional(),
    }),
  ),
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  ...placed,
  facts: z.array(z.strictObject({ title: words, value: words })).min(1),
});
const items = z.lazy(() => z.array(element));
const container = z.strictObject({
  type: z.literal('Container'),
  ...placed,
  style: boxStyle,
  bleed: z.boolean().optional(),
  items,
});
const columnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  ...placed,
  columns: z.array(
    z.strictObject({
      type: z.literal('Column'),
      width: z.enum(['stretch', 'auto']),
      verticalContentAlignment: z.enum(['Top', 'Center']).optional(),
      items,
    }),
  ),
});
const actionSet = z.strictObject({ type: z.literal('ActionSet'), ...placed, actions });

const input = {
  ...placed,
  id: words,
  label: words,
  isRequired: z.boolean().optional(),
  errorMessage: words.optional(),
  value: words.optional(),
};
const inputText = z.strictObject({
  type: z.literal('Input.Text'),
  ...input,
  placeholder: words.optional(),
  isMultiline: z.boolean().optional(),
  maxLength: z.int().positive(),
});
const inputDate = z.strictObject({ type: z.literal('Input.Date'), ...input });
const inputTime = z.strictObject({ type: z.literal('Input.Time'), ...input });
const inputChoice = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  ...input,
  style: z.literal('compact'),
  wrap: z.literal(true),
  placeholder: words.optional(),
  choices: z.array(z.strictObject({ title: words, value: words })).min(1),
});
/** A toggle's title is its label: with both, Teams would say the same twice. */
const inputToggle = z.strictObject({
  type: z.literal('Input.Toggle'),
  ...placed,
  id: words,
  title: words,
  value: z.enum(['true', 'false']),
  valueOn: z.literal('true'),
  valueOff: z.literal('false'),
  wrap: z.literal(true),
});
const asked = z
  .union([inputText, inputDate, inputTime, inputChoice])
  .refine(({ isRequired, errorMessage }) => !isRequired || errorMessage !== undefined, 'required, but says not why');

const element: z.ZodType = z.union([
  textBlock,
  richTextBlock,
  factSet,
  container,
  columnSet,
  actionSet,
  asked,
  inputToggle,
]);

const card = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  fallbackText: words,
  body: z.array(element).min(1),
  actions: z.array(action).max(6).optional(),
});

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What is wrong with a card, in sentences. It may hold only what Adaptive Cards 1.5 has, Teams draws and anybody can
 * use, so this is stricter than the official schema, which takes any property; and Microsoft's own reader must agree.
 */
export function faultsOf(value: unknown): readonly string[] {
  const parsed = card.safeParse(value);
  const ours = parsed.success ? [] : [z.prettifyError(parsed.error)];
  return [...ours, ...repeatedIds(value), ...unboundIn(value), ...readerFaults(value)];
}

function repeatedIds(value: unknown): readonly string[] {
  const ids = [...nodes(value)].filter(({ key }) => key === 'id').map(({ value: id }) => String(id));
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `the id ${id} stands twice`);
}

/** A binding that found nothing stays in the card as it was written. */
function unboundIn(value: unknown): readonly string[] {
  const left = [...nodes(value)].filter(({ key }) => key.startsWith('$') && key !== '$schema');
  return left.map(({ key }) => `${key} is still there`);
}

function readerFaults(value: unknown): readonly string[] {
  const context = new SerializationContext(Versions.v1_5);
  const read = new AdaptiveCard();
  read.parse(value, context);
  const parsing = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [...parsing, ...read.validateProperties().validationEvents.map(({ message }) => message)];
}
