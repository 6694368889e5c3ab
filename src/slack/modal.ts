import type { InputBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Button, Choice, FormField, View } from '../conversation/views.ts';
import { say } from '../conversation/wording.ts';
import { type Block, inGroups, option, packed, plain, pressable, rowsOf } from './blocks.ts';
import type { LittleForm } from './case-forms.ts';
import { dress } from './dress.ts';
import { most } from './limits.ts';
import { type Carried, parsed } from './values.ts';

/** A view to open or to put in the place of another; Slack's type, without what it never needs here. */
export type Modal = ModalView;

/** Where a modal came from, so that what is done in it is answered there. */
export type Origin = {
  /** The channel whose card was pressed; absent in somebody's own chat. */
  readonly channel?: string | undefined;
  /** The modal below, which shows the case. */
  readonly parent?: string | undefined;
};

const memorySchema = z.strictObject({
  /** The press that the answers complete. */
  press: z.record(z.string(), z.unknown()).optional(),
  /** Which answers of the report form the modal asks for. */
  asks: z.array(z.string()).optional(),
  origin: z.strictObject({ channel: z.string().optional(), parent: z.string().optional() }),
});

/** What a modal carries from its opening to its submission. */
export type Memory = z.infer<typeof memorySchema>;

/** Reads what a modal carried; it has been outside our walls. */
export function readMemory(text: string): Memory | undefined {
  return memorySchema.safeParse(parsed(text)).data;
}

/** A modal of these blocks. Without `submit` it can only be closed. */
export function modal(title: string, blocks: readonly Block[], memory: Memory, submit?: string): Modal {
  const json = JSON.stringify(memory);
  if (json.length > most.metadata) throw new Error('a modal carries too much');
  return {
    type: 'modal',
    callback_id: 'lantern',
    title: plain(title, most.title),
    blocks: [...blocks],
    private_metadata: json,
    ...(submit === undefined ? {} : { submit: plain(submit, most.title) }),
  };
}

/** A little form. `intro`: blocks above it. */
export function formModal(form: LittleForm, origin: Origin): Modal {
  return modal(form.title, form.fields.map(fieldBlock), { press: form.press, origin }, form.submit);
}

function fieldBlock(field: FormField): InputBlock {
  const { id, label, hint, optional } = field;
  return {
    type: 'input',
    block_id: id,
    label: plain(label, most.label),
    element: elementOf(field),
    ...(hint ? { hint: plain(hint, most.label) } : {}),
    ...(optional ? { optional } : {}),
  };
}

function elementOf({ kind, choices, now }: FormField): InputBlock['element'] {
  switch (kind) {
    case 'choice':
      return { type: 'static_select', action_id: 'v', ...optionsOf(choices), ...initialOf(choices, now) };
    case 'day':
      return { type: 'datepicker', action_id: 'v', ...(now && { initial_date: now }) };
    case 'time':
      return { type: 'timepicker', action_id: 'v', ...(now && { initial_time: now }) };
    case 'line':
    case 'long':
      return {
        type: 'plain_text_input',
        action_id: 'v',
        multiline: kind === 'long',
        max_length: kind === 'long' ? most.input : 300,
        ...(now && { initial_value: now }),
      };
    default:
      return kind satisfies never;
  }
}

/** The choice that stands there at first, where there is one. */
export function initialOf(choices: readonly Choice[], value: string | undefined) {
  const found = choices.find((one) => one.value === value);
  return found ? { initial_option: option(found.value, found.toldTitle) } : {};
}

/** Choices; more than one list holds become several lists with their numbers above them. */
export function optionsOf(choices: readonly Choice[]) {
  const options = choices.map(({ value, toldTitle }) => option(value, toldTitle));
  if (options.length <= most.options) return { options };
  const groups = inGroups(options, most.options).map((group, n) => ({
    label: plain(`${n * most.options + 1}–${n * most.options + group.length}`, most.option),
    options: [...group],
  }));
  return { option_groups: groups };
}

/** A view to read in a modal. Its first positive button becomes the modal's own; what is too long has pages. */
export function readModal(view: View, origin: Origin, page = 0, above: readonly Block[] = []): Modal {
  const submit = view.kind === 'summary' ? view.buttons.find(({ style }) => style === 'positive') : undefined;
  const pages = packed([...above, ...dress(withoutButton(view, submit)).blocks], 'view');
  const shown = pages[page] ?? [];
  const more = page + 1 < pages.length && view.kind === 'case-detail' ? [moreButton(view.caseId, page + 1)] : [];
  const title = 'title' in view && view.title !== '' ? view.title : say('app.name');
  return modal(title, [...shown, ...more], { ...(submit && { press: submit.press }), origin }, submit?.label);
}

/** Whether all of the view stands in one modal. */
export function fitsModal(view: View): boolean {
  return packed(dress(view).blocks, 'view').length === 1;
}

function withoutButton(view: View, button: Button | undefined): View {
  if (!button || !('buttons' in view)) return view;
  return { ...view, buttons: view.buttons.filter((one) => one !== button) };
}

function moreButton(caseId: string, page: number): Block {
  const carried = { show: 'page', case: caseId, page } satisfies Carried;
  return rowsOf([pressable(say('long.more'), carried, 'primary')])[0] as Block;
}
