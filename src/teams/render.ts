import { bytes, chunks } from '../app/cutting.ts';
import type {
  CaseFormsView,
  CaseFormView,
  CaseListView,
  FormView,
  MyReportsView,
  NoticeView,
  View,
} from '../conversation/views.ts';
import type { AdaptiveCard, Cards } from './cards.ts';
import { whole } from './cut.ts';
import { dress } from './dress.ts';
import { type Flow, isFlow, type Passage, passages, plainText, split, weight, withPassages } from './flow.ts';
import { type LongField, longFields } from './form-fields.ts';
import { onStage, type Setting } from './stage.ts';

/** One message: a card, or plain text. `title` is what a notification shows of a card. */
export type Piece =
  | { readonly kind: 'card'; readonly title: string; readonly card: AdaptiveCard }
  | { readonly kind: 'text'; readonly text: string };

/** The most bytes of a card's JSON: Teams has refused messages from 28 KB on, and the envelope takes some. */
export const mostCardBytes = 25_000;
/** The most bytes of a message's text. */
export const mostTextBytes = 20_000;

/** A view as messages, in order: the first is its card, and the rest is text that the card had no room for. */
export function render(cards: Cards, view: View, setting: Setting): readonly [Piece, ...Piece[]] {
  if (isPlain(view) && !setting.onlyCards) return texts(view.toldLines.join('\n\n'));
  const [first, ...more] = pieces(cards, view);
  const all = [first, ...more] as const;
  return all.map((piece) => staged(piece, setting)) as [Piece, ...Piece[]];
}

function isPlain(view: View): view is NoticeView {
  return (
    view.kind === 'notice' &&
    view.title === '' &&
    !view.urgent &&
    !view.ping &&
    [view.buttons, view.sections, view.note].every(({ length }) => length === 0)
  );
}

function staged(piece: Piece, setting: Setting): Piece {
  return piece.kind === 'card' ? { ...piece, card: onStage(piece.card, setting) } : piece;
}

function pieces(cards: Cards, view: View): readonly [Piece, ...Piece[]] {
  // Words that are surely too many are not drawn whole first.
  if (isFlow(view) && weight(passages(view)) > 4 * mostCardBytes) return cutFlow(cards, view);
  const card = dress(cards, view);
  if (fits(card)) return [{ kind: 'card', title: view.title, card }];
  if (isFlow(view)) return cutFlow(cards, view);
  if (view.kind === 'report-form') return cutForm(cards, view);
  if (view.kind === 'case-form') return cutCaseForm(cards, view);
  if (isList(view)) return cutList(cards, view);
  return [{ kind: 'card', title: view.title, card }];
}

function fits(card: AdaptiveCard): boolean {
  return bytes(card) <= mostCardBytes;
}

/** As many words as the card has room for, and the others as text. */
function cutFlow(cards: Cards, view: Flow): readonly [Piece, ...Piece[]] {
  const all = passages(view);
  const face = ({ kept }: { kept: readonly Passage[] }, more: string) =>
    dress(cards, withPassages(view, kept), { ...whole, more });
  const sizeOf = (parts: { kept: readonly Passage[] }) => bytes(face(parts, '(99/99)'));
  let budget = Math.min(weight(all), mostCardBytes);
  let parts = split(all, budget);
  for (let size = sizeOf(parts); size > mostCardBytes && budget > 0; size = sizeOf(parts)) {
    budget = budget < 100 ? 0 : Math.floor(budget * Math.min(0.95, mostCardBytes / size));
    parts = split(all, budget);
  }
  return numbered(view.title, (more) => face(parts, more), plainText(parts.rest));
}

/** The longest answers leave the form, one by one, and follow as text; what is not in the form stays as it is. */
function cutForm(cards: Cards, view: FormView): readonly [Piece, ...Piece[]] {
  const byLength = [...longFields].sort((a, b) => view.told[b].length - view.told[a].length);
  const left: LongField[] = [];
  const face = (more: string) => dress(cards, view, { left, more });
  while (left.length < byLength.length && !fits(face('(99/99)'))) left.push(byLength[left.length] as LongField);
  const rest = longFields.filter((field) => left.includes(field) && view.told[field] !== '');
  const follows = rest.map((field) => ({ heading: view.labels[field], told: view.told[field] }));
  return numbered(view.title, face, plainText(follows));
}

/** The longest answers leave their fields, one by one, and follow as text, so that nothing that was typed is lost. */
function cutCaseForm(cards: Cards, view: CaseFormView): readonly [Piece, ...Piece[]] {
  const { form } = view;
  const left = new Set<string>();
  const fields = () => form.fields.map((field) => (left.has(field.id) ? { ...field, now: '' } : field));
  const face = (more: string) => dress(cards, { ...view, form: { ...form, fields: fields() } }, { ...whole, more });
  const byLength = form.fields.filter(({ kind }) => kind === 'long').sort((a, b) => b.now.length - a.now.length);
  for (const { id } of byLength) if (!fits(face('(99/99)'))) left.add(id);
  const follows = form.fields.filter(({ id, now }) => left.has(id) && now !== '');
  return numbered(view.title, face, plainText(follows.map(({ label, now }) => ({ heading: label, told: now }))));
}

/** A card, and the text that follows it, each saying which part of how many it is. Figures need no wording. */
function numbered(title: string, face: (more: string) => AdaptiveCard, rest: string): readonly [Piece, ...Piece[]] {
  const parts = chunks(rest, mostTextBytes);
  const number = (index: number) => `(${index}/${parts.length + 1})`;
  const card = face(parts.length > 0 ? number(1) : '');
  const following = parts.map((text, index): Piece => ({ kind: 'text', text: `${number(index + 2)}\n${text}` }));
  return [{ kind: 'card', title, card }, ...following];
}

function texts(text: string): [Piece, ...Piece[]] {
  const [first = '', ...more] = chunks(text, mostTextBytes);
  if (more.length === 0) return [{ kind: 'text', text: first }];
  const number = (part: string, index: number): Piece => ({
    kind: 'text',
    text: `(${index + 1}/${more.length + 1})\n${part}`,
  });
  return [number(first, 0), ...more.map((part, index) => number(part, index + 1))];
}

/** What is made of entries that can each stand on a card of their own. */
type ListView = CaseListView | MyReportsView | CaseFormsView;

function isList(view: View): view is ListView {
  return view.kind === 'case-list' || view.kind === 'my-reports' || view.kind === 'case-forms';
}

/** A long list becomes several cards. */
function cutList(cards: Cards, view: ListView): readonly [Piece, ...Piece[]] {
  const views = halves(cards, view);
  const faces = views.map((part, index): Piece => {
    const title = `${view.title} (${index + 1}/${views.length})`;
    return { kind: 'card', title, card: dress(cards, { ...part, title }) };
  });
  return faces as [Piece, ...Piece[]];
}

function halves(cards: Cards, view: ListView): readonly ListView[] {
  const length = lengthOf(view);
  if (length < 2 || fits(dress(cards, { ...view, title: `${view.title} (99/99)` }))) return [view];
  const middle = Math.ceil(length / 2);
  return [...halves(cards, part(view, 0, middle)), ...halves(cards, withoutNote(part(view, middle, length)))];
}

function lengthOf(view: ListView): number {
  if (view.kind === 'case-list') return view.cases.length;
  return view.kind === 'my-reports' ? view.reports.length : view.actions.forms.length;
}

function part(view: ListView, from: number, to: number): ListView {
  switch (view.kind) {
    case 'case-list':
      return { ...view, cases: view.cases.slice(from, to) };
    case 'my-reports':
      return { ...view, reports: view.reports.slice(from, to) };
    case 'case-forms':
      return { ...view, actions: { ...view.actions, forms: view.actions.forms.slice(from, to) } };
    default:
      return view satisfies never;
  }
}

function withoutNote(view: ListView): ListView {
  return view.kind === 'case-forms' ? view : { ...view, note: '' };
}
