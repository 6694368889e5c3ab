import type { Button as ButtonElement } from '@slack/types';
import type { AddFormView, Button, CaseActions, LabelledRow, PingView, Section, View } from '../conversation/views.ts';
import { say } from '../conversation/wording.ts';
import { type Block, bold, dead, facts, header, pressable, rowsOf, shorten, small, told } from './blocks.ts';
import { most } from './limits.ts';
import { pingBlock } from './ping.ts';
import type { Carried } from './values.ts';

/** A view as blocks, and as the one line that a notification shows. */
export type Dressed = { readonly summary: string; readonly blocks: readonly Block[] };

type Severity = 'immediate' | 'high' | 'medium' | 'low';

/** The sign only repeats what the facts say in words. */
const signs: Readonly<Record<Severity, string>> = { immediate: '🔴', high: '🟠', medium: '🔵', low: '⚪' };

type Item = {
  readonly reference: string;
  readonly severity?: Severity;
  readonly told?: string;
  readonly facts: string;
  readonly buttons: readonly Button[];
};

/** Whatever a view may hold, in the order in which it is shown. A new kind of view made of these needs no code here. */
type Parts = {
  readonly title?: string;
  readonly urgent?: boolean;
  readonly severity?: Severity;
  readonly problem?: string;
  readonly intro?: string;
  readonly note?: string;
  readonly toldLines?: readonly string[];
  readonly sections?: readonly Section[];
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  readonly rows?: readonly LabelledRow[];
  readonly historyTitle?: string;
  readonly history?: readonly { readonly when: string; readonly told: string }[];
  readonly items?: readonly Item[];
  readonly buttons?: readonly Button[];
  readonly actions?: CaseActions;
  readonly ping?: PingView;
};

/** A view as Slack shows it in a message, a modal or the home tab. */
export function dress(view: View): Dressed {
  const parts = partsOf(view);
  return { summary: summaryOf(view, parts), blocks: [...dressParts(parts), ...formButtons(view)] };
}

function partsOf(view: View): Parts {
  switch (view.kind) {
    case 'report-form':
      return { title: view.title, problem: view.problem, toldLines: view.advice, rows: soFar(view) };
    case 'add-form':
      return { title: view.title };
    case 'my-reports':
      return { ...view, items: view.reports };
    case 'case-list':
      return { ...view, items: view.cases };
    case 'case-form':
      return openForm(view);
    default:
      return view;
  }
}

/** A form that was refused does not stand in a message: what was typed is read there, and a button opens it. */
function openForm({ title, problem, caseId, form, menus }: Extract<View, { kind: 'case-form' }>): Parts {
  const rows = form.fields.filter(({ kind, now }) => kind !== 'choice' && now !== '');
  return {
    title,
    problem,
    rows: rows.map(({ label, now }) => ({ label, told: now })),
    actions: { caseId, open: null, acknowledge: null, forms: [form], menus },
  };
}

function soFar({ labels, told: { what } }: Extract<View, { kind: 'report-form' }>): readonly LabelledRow[] {
  return what === '' ? [] : [{ label: labels.what, told: what }];
}

function dressParts(parts: Parts): readonly Block[] {
  const { problem = '', intro = '', note = '', toldLines = [], rows = [], history = [], items = [] } = parts;
  return [
    ...heading(parts),
    ...(parts.ping ? [pingBlock(parts.ping)] : []),
    ...[problem, intro].filter((line) => line !== '').flatMap(told),
    ...toldLines.flatMap((line, at) => told(at === 0 && parts.urgent && !parts.title ? `❗ ${line}` : line)),
    ...(parts.sections ?? []).flatMap(dressSection),
    ...(note === '' ? [] : small(note)),
    ...facts(parts.facts ?? []),
    ...rows.flatMap((row) => [bold(row.label), ...told(row.told)]),
    ...(parts.historyTitle ? [bold(parts.historyTitle)] : []),
    ...history.flatMap((entry) => told(`${entry.when}\n${entry.told}`)),
    ...items.flatMap(dressItem),
    ...dressButtons(parts.buttons ?? []),
    ...(parts.actions ? rowsOf(caseButtons(parts.actions)) : []),
  ];
}

/** Slack cannot fold; what could be is in small type. */
function dressSection({ title, toldLines, folded }: Section): readonly Block[] {
  return folded ? small([title, ...toldLines].join('\n')) : [bold(title), ...toldLines.flatMap(told)];
}

function heading({ title = '', urgent, severity }: Parts): Block[] {
  const sign = severity ? `${signs[severity]} ` : urgent ? '❗ ' : '';
  return title === '' ? [] : [header(`${sign}${title}`)];
}

/** One entry of a list. One button stands beside it, more below. */
function dressItem({ reference, severity, told: words = '', facts: line, buttons }: Item): Block[] {
  const sign = severity ? `${signs[severity]} ` : '';
  const text = `${sign}*${dead(shorten(reference, 100))}*\n${dead(shorten(line, 1_000))}`;
  const section: Block = { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
  const [only, ...others] = buttons.map(dressButton);
  return only && others.length === 0
    ? [{ ...section, accessory: only }, ...told(words)]
    : [section, ...told(words), ...rowsOf(buttons.map(dressButton))];
}

/** Where a label is longer than a button, all of them stand above in full, with numbers that the buttons repeat. */
function dressButtons(buttons: readonly Button[]): readonly Block[] {
  if (buttons.every(({ label }) => label.length <= most.button)) return rowsOf(buttons.map(dressButton));
  const numbered = buttons.map((button, at) => ({ ...button, label: `${at + 1}. ${button.label}` }));
  return [...numbered.flatMap(({ label }) => told(label)), ...rowsOf(numbered.map(dressButton))];
}

const styles = { default: undefined, positive: 'primary', destructive: 'danger' } as const;

function dressButton({ label, press, style }: Button): ButtonElement {
  return pressable(label, press satisfies Carried, styles[style]);
}

/** What is done to a case with one press comes first, then what asks something first. */
function caseButtons(actions: CaseActions): readonly ButtonElement[] {
  const { caseId, acknowledge, open, forms, menus } = actions;
  return [
    ...(acknowledge
      ? [pressable(acknowledge, { verb: 'case.acknowledge', case: caseId } satisfies Carried, 'primary')]
      : []),
    ...(open ? [pressable(open, { verb: 'case.open', case: caseId } satisfies Carried)] : []),
    ...forms.map(({ title, group, press: { verb } }) =>
      pressable(title, { show: 'form', verb, case: caseId, group } satisfies Carried),
    ),
    ...menus.map(dressButton),
  ];
}

/** What opens the form once more. */
function opening(press: AddFormView['press']): Carried {
  switch (press.verb) {
    case 'mine.add':
      return { show: 'adding', case: press.case };
    case 'question.reply':
      return { show: 'replying', question: press.question };
    case 'mine.answer':
      return { verb: 'mine.answering', case: press.case, reply: press.reply };
    case 'case.reveal-answer':
      return { verb: 'reveal.refusing', case: press.case, ask: press.ask };
    default:
      return press satisfies never;
  }
}

/** A form does not stand in a message: its buttons open it, or go on without it. */
function formButtons(view: View): readonly Block[] {
  if (view.kind === 'add-form') {
    return rowsOf([pressable(view.submit, opening(view.press), 'primary')]);
  }
  if (view.kind !== 'report-form') return [];
  const { labels, draft, seen } = view;
  return rowsOf([
    pressable(labels.open, { verb: 'report.change', draft } satisfies Carried, 'primary'),
    pressable(labels.submit, { verb: 'report.form', draft, report: {}, seen } satisfies Carried),
    pressable(labels.cancel, { verb: 'report.cancel', draft } satisfies Carried),
  ]);
}

/** What a notification may show: a heading, or the first line of a notice, never anything of a report. */
function summaryOf(view: View, { title = '' }: Parts): string {
  const [line = ''] = view.kind === 'notice' ? view.toldLines : [];
  const text = title !== '' ? title : line;
  return dead(shorten(text, 150)) || say('app.name');
}
