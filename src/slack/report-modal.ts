import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { Choice, FormView } from '../conversation/views.ts';
import { say } from '../conversation/wording.ts';
import { mostSubjects, type Report, type Subject } from '../domain/report.ts';
import { type Block, bold, option, plain, shorten, told } from './blocks.ts';
import { most } from './limits.ts';
import { initialOf, type Memory, type Modal, modal, type Origin, optionsOf } from './modal.ts';
import { readPress } from './values.ts';

type Asked = Exclude<keyof Report, 'subjects'> | 'subjects';

const allAsks: readonly Asked[] = [
  'what',
  'danger',
  'occurredOn',
  'occurredAt',
  'place',
  'site',
  'subjects',
  'noticedOn',
  'noticedAt',
  'evidence',
  'evidenceHolder',
  'done',
  'keepFrom',
  'category',
];
const long: readonly Asked[] = ['what', 'evidence', 'done'];

/** How much of an answer that is too long for its field is shown in its place. */
const openingLength = 600;

/** The report form as a modal: advice first, then the questions, with everything already said filled in. */
export function reportModal(view: FormView, origin: Origin): Modal {
  const asks = allAsks.filter((field) => !isTooLong(view, field));
  const press = { verb: 'report.form', draft: view.draft, seen: view.seen };
  const memory: Memory = { press, asks: [...asks], origin };
  const above = [...(view.problem === '' ? [] : told(view.problem)), ...view.advice.flatMap(told)];
  const questions = allAsks.flatMap((field) => (asks.includes(field) ? question(view, field) : opening(view, field)));
  return modal(view.title, [...above, ...questions], memory, view.labels.submit);
}

/** A field of Slack holds no more than this; what is longer stays as it is and is not asked for. */
function isTooLong({ told }: FormView, field: Asked): boolean {
  return long.includes(field) && String(told[field]).length > most.input;
}

function opening({ labels, told: given }: FormView, field: Asked): readonly Block[] {
  const text = String(given[field]);
  const label = field === 'evidence' ? labels.evidence : field === 'done' ? labels.done : labels.what;
  return [bold(label), ...told(shorten(text, openingLength)), ...told(say('long.kept'))];
}

function question(view: FormView, field: Asked): readonly Block[] {
  const { labels, told: given, choices } = view;
  switch (field) {
    case 'what':
      return [words('what', labels.what, given.what, { hint: labels.whatHint, multiline: true, required: true })];
    case 'danger':
      return [danger(labels.danger, given.danger)];
    case 'occurredOn':
      return [day('occurredOn', labels.occurredDay, given.occurredOn)];
    case 'occurredAt':
      return [time('occurredAt', labels.occurredTime, given.occurredAt)];
    case 'noticedOn':
      return [day('noticedOn', labels.noticedDay, given.noticedOn)];
    case 'noticedAt':
      return [time('noticedAt', labels.noticedTime, given.noticedAt)];
    case 'place':
      return [choice('place', labels.place, choices.place, given.place)];
    case 'category':
      return [choice('category', labels.category, choices.category, given.category, labels.categoryHint)];
    case 'site':
      return [words('site', labels.site, given.site, { hint: labels.siteHint })];
    case 'subjects':
      return [bold(labels.who), ...peopleRows(view)];
    case 'evidence':
      return [words('evidence', labels.evidence, given.evidence, { hint: labels.evidenceHint, multiline: true })];
    case 'evidenceHolder':
      return [words('evidenceHolder', labels.evidenceHolder, given.evidenceHolder)];
    case 'done':
      return [words('done', labels.done, given.done, { hint: labels.doneHint, multiline: true })];
    case 'keepFrom':
      return [words('keepFrom', labels.keepFrom, given.keepFrom, { hint: labels.keepFromHint })];
    default:
      return field satisfies never;
  }
}

/** A row for everybody named so far, and one more; a modal hides nothing, so the others come once these are filled. */
function peopleRows({ labels, choices, told: { subjects } }: FormView): readonly Block[] {
  const rows = Math.min(mostSubjects, subjects.length + 1);
  return Array.from({ length: rows }, (_, n) => n).flatMap((n) => {
    const row = labels.people[n];
    const { name = '', kind = 'unknown', part = 'unknown' } = subjects[n] ?? {};
    if (!row) return [];
    return [
      words(`s${n}name`, row.name, name),
      choice(`s${n}kind`, row.kind, choices.kind, kind),
      choice(`s${n}part`, row.part, choices.part, part),
    ];
  });
}

type Wants = { readonly hint?: string; readonly multiline?: boolean; readonly required?: boolean };

function words(
  id: string,
  label: string,
  value: string,
  { hint, multiline = false, required }: Wants = {},
): InputBlock {
  const max_length = multiline ? most.input : 300;
  const element = { type: 'plain_text_input', action_id: 'v', multiline, max_length } as const;
  const filled = value === '' ? element : { ...element, initial_value: value };
  return input(id, label, filled, required === true, hint);
}

function input(id: string, label: string, element: InputBlock['element'], required: boolean, hint = ''): InputBlock {
  const block: InputBlock = {
    type: 'input',
    block_id: id,
    label: plain(label, most.label),
    element,
    optional: !required,
  };
  return hint === '' ? block : { ...block, hint: plain(hint, most.label) };
}

function danger(label: string, checked: boolean): Block {
  // The text of one box may hold 75 characters; the whole of a longer one stands as the label.
  const box = option('true', label);
  const element = { type: 'checkboxes', action_id: 'v', options: [box] } as const;
  return input('danger', label, { ...element, options: [box], ...(checked ? { initial_options: [box] } : {}) }, false);
}

function day(id: string, label: string, value: string): Block {
  const initial = /^\d{4}-\d{2}-\d{2}$/.test(value) ? { initial_date: value } : {};
  return input(id, label, { type: 'datepicker', action_id: 'v', ...initial }, false);
}

function time(id: string, label: string, value: string): Block {
  const initial = /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? { initial_time: value } : {};
  return input(id, label, { type: 'timepicker', action_id: 'v', ...initial }, false);
}

function choice(id: string, label: string, choices: readonly Choice[], value: string, hint?: string): Block {
  const initial = initialOf(choices, value);
  return input(id, label, { type: 'static_select', action_id: 'v', ...optionsOf(choices), ...initial }, false, hint);
}

const elementSchema = z.looseObject({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
});

/** What was filled into a modal: of each block its words, its day, its choice, or whether its box is ticked. */
export const stateSchema = z.record(z.string(), z.record(z.string(), elementSchema));
/** See {@link stateSchema}. */
export type State = z.infer<typeof stateSchema>;

function given(state: State, id: string): string {
  const { value, selected_date, selected_time, selected_option, selected_options } = state[id]?.['v'] ?? {};
  return value ?? selected_date ?? selected_time ?? selected_option?.value ?? selected_options?.[0]?.value ?? '';
}

/** A submitted modal as a press. Anything missing, too much or wrong makes it unreadable. */
export function readSubmission({ press = {}, asks }: Memory, state: State) {
  if (!asks)
    return readPress({ ...press, ...Object.fromEntries(Object.keys(state).map((id) => [id, given(state, id)])) });
  // Slack sends every input, empty ones too: without one the answers did not arrive, and nothing may be taken for emptied.
  const missing = asks.some((field) => state[field === 'subjects' ? 's0name' : field] === undefined);
  if (missing) return { kind: 'unreadable', verb: 'report.form' } as const;
  const entries = asks.map((field) => [field, answer(field, state)]);
  return readPress({ ...press, report: Object.fromEntries(entries) });
}

function answer(field: string, state: State): unknown {
  if (field === 'danger') return given(state, field) === 'true';
  if (field === 'place') return given(state, field) || ('unknown' satisfies Report['place']);
  return field === 'subjects' ? subjectsIn(state) : given(state, field);
}

/** A row counts once anything in it was filled in: "the headteacher" without a name decides where a report goes. */
function subjectsIn(state: State): readonly Record<keyof Subject, string>[] {
  return Array.from({ length: mostSubjects }, (_, n) => ({
    name: given(state, `s${n}name`),
    kind: given(state, `s${n}kind`) || 'unknown',
    part: given(state, `s${n}part`) || 'unknown',
  })).filter(({ name, kind, part }) => name.trim() !== '' || kind !== 'unknown' || part !== 'unknown');
}
