import { cutAt } from '../app/cutting.ts';
import type { CaseDetailView, LabelledRow, NoticeView, Section, SummaryView, View } from '../conversation/views.ts';

/** Somebody's words under a heading of ours, which may be empty. */
export type Passage = { readonly heading: string; readonly told: string };

/** A view that is words to read, in order, and so can be cut at any place. */
export type Flow = NoticeView | SummaryView | CaseDetailView;

/** Roughly what a passage costs beside its words: it keeps many short ones from being counted as nothing. */
const overhead = 200;

/** Whether a view is words to read. */
export function isFlow(view: View): view is Flow {
  return view.kind === 'notice' || view.kind === 'summary' || view.kind === 'case-detail';
}

/** All the words of a view, in the order in which they are read. */
export function passages(view: Flow): readonly Passage[] {
  switch (view.kind) {
    case 'notice':
      return [...view.toldLines.map((told) => ({ heading: '', told })), ...view.sections.flatMap(sectionPassages)];
    case 'summary':
      return view.rows.map(({ label, told }) => ({ heading: label, told }));
    case 'case-detail':
      return [
        ...view.rows.map(({ label, told }) => ({ heading: label, told })),
        ...view.history.map(({ when, told }) => ({ heading: when, told })),
      ];
    default:
      return view satisfies never;
  }
}

/** The view with only these passages, which are its first ones. */
export function withPassages(view: Flow, kept: readonly Passage[]): Flow {
  switch (view.kind) {
    case 'notice':
      return withLines(
        view,
        kept.map(({ told }) => told),
      );
    case 'summary':
      return { ...view, rows: keptRows(view.rows, kept) };
    case 'case-detail': {
      const history = kept.slice(view.rows.length).map(({ heading, told }) => ({ when: heading, told }));
      return { ...view, rows: keptRows(view.rows, kept), history };
    }
    default:
      return view satisfies never;
  }
}

function keptRows(rows: readonly LabelledRow[], kept: readonly Passage[]): readonly LabelledRow[] {
  return rows.slice(0, kept.length).map((row, at) => ({ ...row, told: kept[at]?.told ?? '' }));
}

/** Its heading stands above the first line alone. */
function sectionPassages({ title, toldLines }: Section): readonly Passage[] {
  return toldLines.map((told, at) => ({ heading: at === 0 ? title : '', told }));
}

function withLines(view: NoticeView, kept: readonly string[]): NoticeView {
  const own = view.toldLines.length;
  let from = own;
  const sections = view.sections.flatMap((one) => {
    const lines = kept.slice(from, from + one.toldLines.length);
    from += one.toldLines.length;
    return lines.length > 0 ? [{ ...one, toldLines: lines }] : [];
  });
  return { ...view, toldLines: kept.slice(0, own), sections };
}

/** How much a view's words count for, in characters. */
export function weight(all: readonly Passage[]): number {
  return all.reduce((sum, passage) => sum + cost(passage), 0);
}

function cost({ heading, told }: Passage): number {
  return overhead + heading.length + told.length;
}

/** The passages that weigh at most `budget`, and the rest; the one on the border is cut in two. */
export function split(all: readonly Passage[], budget: number): { kept: readonly Passage[]; rest: readonly Passage[] } {
  let left = budget;
  for (const [index, passage] of all.entries()) {
    if (cost(passage) > left) return divided(all, index, left - cost({ ...passage, told: '' }));
    left -= cost(passage);
  }
  return { kept: all, rest: [] };
}

function divided(all: readonly Passage[], index: number, room: number) {
  const border = all[index] as Passage;
  const at = room > 0 ? cutAt(border.told, room) : 0;
  const begun = at > 0 ? [{ ...border, told: border.told.slice(0, at) }] : [];
  // What goes on where the card broke off has had its heading already.
  const rest = { heading: at > 0 ? '' : border.heading, told: border.told.slice(at) };
  return { kept: [...all.slice(0, index), ...begun], rest: [rest, ...all.slice(index + 1)] };
}

/** Passages as plain text. */
export function plainText(all: readonly Passage[]): string {
  return all.map(({ heading, told }) => (heading === '' ? told : `${heading}\n${told}`)).join('\n\n');
}
