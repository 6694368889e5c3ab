import type { Case } from '../../domain/case.ts';
import { timesOf } from '../../domain/parties.ts';
import type { Party } from '../../domain/party.ts';
import type { CaseDetailView } from '../views.ts';
import { categoryName, type Listener, moment, tell } from '../voice.ts';
import { dayLine } from './answers.ts';

/** A case with the person, and as whom they stand in it. */
export type ChronologyEntry = { readonly current: Case; readonly as: readonly Party[] };

/** No more cases than this are shown: the latest. */
const mostShown = 60;
/** Cases that can be opened from a chronology with one press: more buttons would not fit. */
const mostButtons = 8;

/** All cases with one person, oldest first, from one of them. It stands where that case stood, and leads back to it. */
export function chronologyView(
  to: Listener,
  from: Case,
  party: Party,
  entries: readonly ChronologyEntry[],
): CaseDetailView {
  const shown = entries.slice(-mostShown);
  const note = tell(to, shown.length < entries.length ? 'people.chronology-latest' : 'people.chronology-note', {
    count: shown.length,
  });
  return {
    kind: 'case-detail',
    caseId: from.id,
    title: tell(to, 'people.chronology-title'),
    severity: 'low',
    facts: [],
    rows: [
      { label: tell(to, 'people.who'), told: named(to, party) },
      { label: tell(to, 'people.chronology-count', { count: entries.length }), told: note },
    ],
    historyTitle: tell(to, 'people.chronology-cases'),
    history: shown.map((entry) => line(to, entry)),
    actions: {
      caseId: from.id,
      open: tell(to, 'forms.back'),
      acknowledge: null,
      forms: [],
      menus: openButtons(to, from, shown),
    },
  };
}

function openButtons(
  to: Listener,
  from: Case,
  entries: readonly ChronologyEntry[],
): CaseDetailView['actions']['menus'] {
  const others = entries.map(({ current }) => current.id).filter((id) => id !== from.id);
  return others.slice(-mostButtons).map((id) => ({
    label: tell(to, 'people.open-one', { reference: id }),
    press: { verb: 'case.open', case: id },
    style: 'default',
  }));
}

function named(to: Listener, { name, kind }: Party): string {
  return name === '' ? tell(to, `kind.${kind}`) : name;
}

function line(to: Listener, { current, as }: ChronologyEntry): CaseDetailView['history'][number] {
  const { id, reportedAt, category, severity, state, closed, mergedInto } = current;
  const { occurredOn, occurredAt } = timesOf(current);
  const happened = dayLine(occurredOn, occurredAt);
  const lines = [
    ...as.map(({ kind, part }) => `${tell(to, `kind.${kind}`)} · ${tell(to, `part.${part}`)}`),
    `${categoryName(category)} · ${tell(to, `case.severity.${severity}`)}`,
    tell(to, mergedInto === undefined ? `case.state.${state}` : 'people.state.double'),
    happened === '' ? '' : tell(to, 'people.happened', { when: happened }),
    closed && mergedInto === undefined ? tell(to, 'people.outcome', { text: closed.outcome }) : '',
  ];
  return { when: `${id} · ${moment(to, reportedAt)}`, told: lines.filter((one) => one !== '').join('\n') };
}
