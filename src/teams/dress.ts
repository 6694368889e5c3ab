import type {
  Button,
  CaseActions,
  CaseDetailView,
  CaseForm,
  CaseFormView,
  LabelledRow,
  NoticeView,
  Section,
  View,
} from '../conversation/views.ts';
import { inRows } from './button-rows.ts';
import type { AdaptiveCard, Cards, Part } from './cards.ts';
import { type Cut, whole } from './cut.ts';
import { dressForm } from './dress-form.ts';
import { inputId } from './input-ids.ts';
import { type Paragraph, paragraphs } from './paragraphs.ts';
import { withPing } from './ping.ts';

type Severity = CaseDetailView['severity'];

/** Colour only repeats what the facts say in words. */
const styles: Readonly<Record<Severity, string>> = {
  immediate: 'attention',
  high: 'warning',
  medium: 'accent',
  low: 'emphasis',
};

/** A view as an Adaptive Card. */
export function dress(cards: Cards, view: View, cut: Cut = whole): AdaptiveCard {
  const { more } = cut;
  switch (view.kind) {
    case 'notice':
      return withPing(cards.fill('notice', noticeData(view, more)), view.ping);
    case 'report-form':
      return cards.fill('report-form', dressForm(view, cut));
    case 'summary':
      return cards.fill('summary', { ...view, rows: view.rows.map(dressRow), buttonRows: rows(view), more });
    case 'my-reports':
      return cards.fill('my-reports', { ...view, reports: view.reports.map(withButtons) });
    case 'add-form':
      return cards.fill('add-form', { ...view, input: inputId(view.press.verb, 'text') });
    case 'case-list':
      return cards.fill('case-list', { ...view, cases: view.cases.map(inList) });
    case 'case-card':
      return withPing(withActions(cards, cards.fill('case-card', withStyle(view)), view.actions), view.ping);
    case 'case-detail':
      return withActions(
        cards,
        cards.fill('case-detail', { ...withStyle(view), ...dressDetail(view), more }),
        view.actions,
      );
    case 'case-forms':
      return withActions(cards, cards.fill('case-forms', view), view.actions);
    case 'case-form':
      return openForm(cards, view, more);
    default:
      return view satisfies never;
  }
}

function noticeData(view: NoticeView, more: string): object {
  const { open, ...below } = apart(view.sections, dressSection, view.unfold);
  return { ...view, toldLines: lines(view), sections: open, ...below, buttonRows: rows(view), more };
}

/** What is shown at once, and what a button shows. */
function apart<Part extends { readonly folded?: boolean }, Dressed>(
  all: readonly Part[],
  dressed: (one: Part) => Dressed,
  unfold = '',
) {
  const open = all.filter(({ folded }) => !folded).map(dressed);
  const folded = all.filter((one) => one.folded).map(dressed);
  return { open, folded, unfold: folded.length > 0 ? unfold : '' };
}

function lines({ toldLines }: NoticeView): readonly Paragraph[] {
  return toldLines.flatMap((line) => paragraphs(line, 'Small'));
}

function dressSection({ title, toldLines }: Section) {
  return { title, toldLines: toldLines.flatMap((line) => paragraphs(line, 'Small')) };
}

function rows({ buttons }: { readonly buttons: readonly Button[] }): readonly object[] {
  const sets = inRows(buttons, ({ label }) => label);
  return sets.map((set, at) => ({ buttons: set, spacing: at === 0 ? 'Medium' : 'Small' }));
}

/** One button stands beside its entry, more of them below. */
function withButtons<T extends { readonly buttons: readonly Button[] }>(one: T) {
  const below = one.buttons.length > 1;
  return { ...one, beside: below ? [] : one.buttons, buttonRows: below ? rows(one) : [] };
}

function dressDetail({ rows: all, unfold: label, history }: CaseDetailView) {
  const { open, ...below } = apart(all, dressRow, label);
  return { rows: open, ...below, history: history.map(({ when, told }) => ({ when, told: paragraphs(told) })) };
}

function dressRow({ label, told }: LabelledRow) {
  return { label, told: paragraphs(told) };
}

/** In a list only what cannot wait is coloured, so that it stands out. */
function inList<T extends { readonly severity: Severity }>(one: T): T & { readonly style: string } {
  const urgent = one.severity === 'immediate' || one.severity === 'high';
  return { ...one, style: urgent ? styles[one.severity] : 'default' };
}

function withStyle<T extends { readonly severity: Severity }>(view: T): T & { readonly style: string } {
  return { ...view, style: styles[view.severity] };
}

/** The little forms of a case stand below what is done at once. */
function withActions(cards: Cards, card: AdaptiveCard, actions: CaseActions): AdaptiveCard {
  const { first, forms, menus } = cards.fillActions({ ...actions, forms: actions.forms.map(dressCaseForm) });
  const sets = [first, ...[forms, menus].flatMap((lot) => inRows(lot, ({ title }) => String(title)))];
  const body = sets.filter((set) => set.length > 0).map((set, at) => actionSet(set, at));
  return { ...card, body: [...card.body, ...body] };
}

/** A little form that stands open on a card of its own, with its own button and the ways out of it below. */
function openForm(cards: Cards, view: CaseFormView, more: string): AdaptiveCard {
  const { form, caseId, menus } = view;
  const actions = { caseId, open: null, acknowledge: null, forms: [dressCaseForm(form)], menus };
  const { forms, menus: out } = cards.fillActions(actions);
  const card = cards.fill('case-form', { ...view, more });
  const [shown] = forms;
  if (!shown) throw new Error('cards/case-actions.json shows no form');
  const { body, actions: submit } = shown['card'] as Pick<Required<AdaptiveCard>, 'body' | 'actions'>;
  return { ...card, body: [...card.body, ...body, actionSet(submit, 0), actionSet(out, 1)] };
}

function dressCaseForm({ press, required, fields, ...form }: CaseForm): object {
  const inputs = fields.map(({ id, optional, ...field }) => ({
    ...field,
    input: inputId(press.verb, id),
    required: !optional,
    message: required,
  }));
  return { ...form, press, fields: inputs };
}

function actionSet(actions: readonly Part[], at: number): Part {
  return { type: 'ActionSet', spacing: at === 0 ? 'Medium' : 'Small', actions };
}
