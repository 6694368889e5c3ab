import { type Category, categories } from '../../domain/filing.ts';
import { mostSubjects, places, subjectKinds, subjectParts } from '../../domain/report.ts';
import type { Draft } from '../dialogue.ts';
import { type Advised, suggestionFor } from '../suggestion.ts';
import type { Choice, FormView } from '../views.ts';
import { categoryName, type Listener, tell } from '../voice.ts';
import type { WordingId } from '../wording.ts';

/** What is said above the questions. */
type Heading = { readonly problem: string; readonly news: string };

/** The report form for a draft: advice first, then the questions, with everything already said filled in. */
export function formView(to: Advised, draft: Draft, { problem, news }: Heading): FormView {
  return {
    kind: 'report-form',
    draft: draft.id,
    seen: draft.added.length,
    title: tell(to, 'form.title'),
    advice: [news || tell(to, 'form.kept')],
    problem,
    labels: labels(to, suggestionFor(to, { ...draft.report, category: '' }).category),
    choices: {
      place: choices(to, 'place', places),
      kind: choices(to, 'kind', subjectKinds),
      part: choices(to, 'part', subjectParts),
      category: categories.map((one) => ({ value: one, toldTitle: categoryName(one) })),
    },
    told: draft.report,
  };
}

function labels(to: Listener, suggested: Category): FormView['labels'] {
  const label = (id: WordingId) => tell(to, id);
  return {
    what: label('form.what'),
    whatHint: label('form.what-hint'),
    danger: label('form.danger'),
    occurredDay: label('form.occurred-day'),
    occurredTime: label('form.occurred-time'),
    noticedDay: label('form.noticed-day'),
    noticedTime: label('form.noticed-time'),
    place: label('form.place'),
    site: label('form.site'),
    siteHint: label('form.site-hint'),
    who: label('form.who'),
    people: Array.from({ length: mostSubjects }, (_, index) => personLabels(to, index + 1)),
    anotherPerson: label('form.another'),
    more: label('form.more'),
    evidence: label('form.evidence'),
    evidenceHint: label('form.evidence-hint'),
    evidenceHolder: label('form.evidence-holder'),
    done: label('form.done'),
    doneHint: label('form.done-hint'),
    keepFrom: label('form.keep-from'),
    keepFromHint: label('form.keep-from-hint'),
    category: label('form.category'),
    categoryHint: tell(to, 'form.category-hint', { category: categoryName(suggested) }),
    required: label('form.required'),
    submit: label('form.submit'),
    open: label('form.open'),
    cancel: label('form.cancel'),
  };
}

function personLabels(to: Listener, n: number): FormView['labels']['people'][number] {
  return { name: tell(to, 'form.name', { n }), kind: tell(to, 'form.kind', { n }), part: tell(to, 'form.part', { n }) };
}

function choices<Id extends string>(to: Listener, group: 'place' | 'kind' | 'part', ids: readonly Id[]): Choice[] {
  return ids.map((id) => ({ value: id, toldTitle: tell(to, `${group}.${id}` as WordingId) }));
}
