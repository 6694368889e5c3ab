import { cutAt } from '../app/cutting.ts';
import type { FormView } from '../conversation/views.ts';
import { mostSubjects, type Subject } from '../domain/report.ts';
import type { Cut } from './cut.ts';
import { longFields, reportFields } from './form-fields.ts';
import { paragraphs } from './paragraphs.ts';

/** How many characters of an answer that does not fit the form are shown in its place. */
const openingLength = 300;

/** The report form as its template wants it: a row for each person, and which long answers are shown to be edited. */
export function dressForm(view: FormView, { left, more }: Cut): object {
  const { told } = view;
  return {
    ...view,
    more,
    people: people(view),
    moreShown: hasMore(view),
    submit: submitted(view, left),
    shown: Object.fromEntries(longFields.map((field) => [field, !left.includes(field)])),
    toldOpening: Object.fromEntries(longFields.map((field) => [field, paragraphs(opening(told[field]))])),
  };
}

/** The questions that can wait stay folded until one of them has an answer, or something has to be put right. */
function hasMore({ problem, told }: FormView): boolean {
  const { noticedOn, noticedAt, evidence, evidenceHolder, done, keepFrom } = told;
  return [problem, noticedOn, noticedAt, evidence, evidenceHolder, done, keepFrom].some((answer) => answer !== '');
}

function opening(told: string): string {
  return told.length <= openingLength ? told : `${told.slice(0, cutAt(told, openingLength))}…`;
}

/** A row for everybody named so far; the others are hidden until they are asked for. */
function people({ labels, told: { subjects } }: FormView): readonly object[] {
  const last = Math.max(0, subjects.length - 1);
  return Array.from({ length: mostSubjects }, (_, index) => ({
    index,
    next: index + 1,
    labels: labels.people[index],
    toldName: subjects[index]?.name ?? '',
    ...known(subjects[index]),
    isVisible: index <= last,
    // In a row that is still hidden the button waits with it.
    offersNext: index >= last,
    hasNext: index + 1 < mostSubjects,
  }));
}

function known(subject: Subject | undefined): Pick<Subject, 'kind' | 'part'> {
  return { kind: subject?.kind ?? 'unknown', part: subject?.part ?? 'unknown' };
}

/**
 * What comes back with the inputs. Clients leave empty inputs out of a submit, so `asks` says which answers the form
 * showed: one of these that is missing was left empty, and all others stay as the draft has them.
 */
function submitted({ draft, seen }: FormView, left: Cut['left']): Record<string, string> {
  const asked = reportFields.filter((field) => !left.some((long) => long === field));
  return { verb: 'report.form', draft, seen: String(seen), asks: asked.join(',') };
}
