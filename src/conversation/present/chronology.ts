import type { Case } from '../../domain/case.ts';
import { timesOf } from '../../domain/parties.ts';
import type { Party } from '../../domain/party.ts';
import type { NoticeView, Section } from '../views.ts';
import { button, categoryName, type Listener, moment, tell } from '../voice.ts';
import { dayLine } from './answers.ts';

/** A case with the person, and as whom they stand in it. */
export type ChronologyEntry = { readonly current: Case; readonly as: readonly Party[] };

/** Cases that can be opened from a chronology with one press: more buttons would not fit. */
const mostButtons = 8;

/** All cases with one person, oldest first, from one of them. */
export function chronologyView(
  to: Listener,
  from: Case,
  party: Party,
  entries: readonly ChronologyEntry[],
): NoticeView {
  const latest = entries.filter(({ current }) => current.id !== from.id).slice(-mostButtons);
  const back = button(to, 'forms.back', { verb: 'case.open', case: from.id }, 'positive');
  const opens = latest.map(({ current: { id } }) => ({
    ...button(to, 'button.open', { verb: 'case.open', case: id }),
    label: tell(to, 'people.open-one', { reference: id }),
  }));
  return {
    kind: 'notice',
    title: tell(to, 'people.chronology-title'),
    urgent: false,
    toldLines: [tell(to, 'people.chronology-of', { name: named(to, party), count: entries.length })],
    sections: entries.map((entry) => section(to, entry)),
    note: tell(to, 'people.chronology-note'),
    buttons: [back, ...opens],
  };
}

function named(to: Listener, { name, kind }: Party): string {
  return name === '' ? tell(to, `kind.${kind}`) : name;
}

function section(to: Listener, { current, as }: ChronologyEntry): Section {
  const { id, reportedAt, category, severity, state, closed, mergedInto } = current;
  const { occurredOn, occurredAt } = timesOf(current);
  const happened = dayLine(occurredOn, occurredAt);
  const lines = [
    as.map(({ kind, part }) => `${tell(to, `kind.${kind}`)} · ${tell(to, `part.${part}`)}`).join('\n'),
    `${categoryName(category)} · ${tell(to, `case.severity.${severity}`)}`,
    tell(to, mergedInto === undefined ? `case.state.${state}` : 'people.state.double'),
    happened === '' ? '' : tell(to, 'people.happened', { when: happened }),
    closed && mergedInto === undefined ? tell(to, 'people.outcome', { text: closed.outcome }) : '',
  ];
  return { title: `${id} · ${moment(to, reportedAt)}`, toldLines: lines.filter((line) => line !== '') };
}
