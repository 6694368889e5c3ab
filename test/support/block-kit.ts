import { z } from 'zod';
import { wording } from '../../src/conversation/wording.ts';

/**
 * The documented limits of Block Kit (docs.slack.dev/reference/block-kit, read on 21 November 2026), for the blocks and
 * elements that Lantern uses. Anything else is a breach too, so that a new kind of block brings its limits with it.
 */

const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most), emoji: z.boolean().optional() });
/** The one line in which Lantern itself mentions people: those on call. */
const callsPeople = `*${wording['clock.ping']}* `;

/** Elsewhere it makes no mentions and no links, so every `<`, `>` and bare `&` in mrkdwn is somebody's words come alive. */
const dead = (text: string) => {
  const told = text.startsWith(callsPeople) ? text.replaceAll(/<@[UW][A-Z0-9]+>/g, '') : text;
  return !/[<>]/.test(told) && !/&(?!amp;|lt;|gt;)/.test(told);
};
const mrkdwn = (most: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(most).refine(dead, 'live markup'),
    verbatim: z.literal(true, 'links in it would come alive'),
  });
const text = (most: number) => z.union([plain(most), mrkdwn(most)]);

const id = z.string().min(1).max(255);
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(150) });
const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().max(2_000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const select = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: id,
    options: z.array(option).min(1).max(100).optional(),
    option_groups: z
      .array(z.strictObject({ label: plain(75), options: z.array(option).min(1).max(100) }))
      .min(1)
      .max(100)
      .optional(),
    initial_option: option.optional(),
  })
  .refine(({ options, option_groups }) => (options === undefined) !== (option_groups === undefined), 'one of two')
  .refine(
    ({ options = [], option_groups = [], initial_option: initial }) =>
      initial === undefined ||
      [...options, ...option_groups.flatMap((group) => group.options)].some(
        (one) => JSON.stringify(one) === JSON.stringify(initial),
      ),
    'the initial option is none of the options',
  );
const words = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean().optional(),
    max_length: z.number().int().min(1).max(3_000).optional(),
    initial_value: z.string().optional(),
  })
  .refine(({ initial_value = '', max_length = 3_000 }) => initial_value.length <= max_length, 'initial value too long');
const box = z.strictObject({
  type: z.literal('checkboxes'),
  action_id: id,
  options: z.array(option).min(1).max(10),
  initial_options: z.array(option).min(1).max(10).optional(),
});
const day = z.strictObject({ type: z.literal('datepicker'), action_id: id, initial_date: z.iso.date().optional() });
const time = z.strictObject({
  type: z.literal('timepicker'),
  action_id: id,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
});

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: id.optional(),
    text: text(3_000).optional(),
    fields: z.array(text(2_000)).min(1).max(10).optional(),
    accessory: button.optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'a section without text');
const header = z.strictObject({ type: z.literal('header'), block_id: id.optional(), text: plain(150) });
const actions = z
  .strictObject({ type: z.literal('actions'), block_id: id.optional(), elements: z.array(button).min(1).max(25) })
  .refine(({ elements }) => new Set(elements.map(({ action_id }) => action_id)).size === elements.length, 'same id');
const context = z.strictObject({
  type: z.literal('context'),
  block_id: id.optional(),
  elements: z.array(text(2_000)).min(1).max(10),
});
const input = z.strictObject({
  type: z.literal('input'),
  block_id: id,
  label: plain(2_000),
  hint: plain(2_000).optional(),
  optional: z.boolean().optional(),
  element: z.union([words, select, box, day, time]),
});

const shown = z.union([section, header, actions, context]);
const asking = z.union([section, header, actions, context, input]);

function own(blocks: readonly { readonly block_id?: string | undefined }[]): boolean {
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  return new Set(ids).size === ids.length;
}

/** Beyond this Slack says `msg_blocks_too_long`; no page names the number, people have measured it. */
const mostInMessage = 13_000;

const message = z.looseObject({
  text: z.string().min(1).max(4_000).refine(dead, 'live markup in the text of a notification'),
  blocks: z
    .array(shown)
    .min(1)
    .max(50)
    .refine(own, 'the same block id twice')
    .refine((blocks) => JSON.stringify(blocks).length <= mostInMessage, 'msg_blocks_too_long'),
});

const modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: id,
    title: plain(24),
    submit: plain(24).optional(),
    close: plain(24).optional(),
    private_metadata: z.string().max(3_000).optional(),
    blocks: z.array(asking).max(100).refine(own, 'the same block id twice'),
  })
  .refine(({ blocks, submit }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), 'no submit')
  .refine((view) => Buffer.byteLength(JSON.stringify(view)) <= 250_000, 'view_too_large');

const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(shown).max(100).refine(own, 'the same block id twice'),
});

/** The limits that a message breaks, in words; none where it is well. */
export function messageBreaches(given: unknown): readonly string[] {
  return breaches(message, given);
}

/** The limits that a view breaks. */
export function viewBreaches(given: unknown): readonly string[] {
  return breaches(z.union([modal, home]), given);
}

function breaches(shape: z.ZodType, given: unknown): readonly string[] {
  const { error } = shape.safeParse(given);
  return error ? [z.prettifyError(error).slice(0, 1_500)] : [];
}
