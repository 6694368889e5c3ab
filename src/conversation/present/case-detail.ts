import type { Case, RecordedEvent } from '../../domain/case.ts';
import { isHidden } from '../../domain/hidden.ts';
import { asKnown, formerly, partiesOf } from '../../domain/parties.ts';
import { seesNames, workingRole } from '../../domain/permissions.ts';
import { withoutNames } from '../../domain/without-names.ts';
import { wordsOf } from '../../policy/pack-words.ts';
import { policyOn } from '../policy-on-case.ts';
import type { Advised } from '../suggestion.ts';
import type { CaseDetailView, LabelledRow } from '../views.ts';
import { type Listener, moment, roleName, tell } from '../voice.ts';
import { caseActions } from './actions.ts';
import { answerRows } from './answers.ts';
import { cameRows } from './came-rows.ts';
import { caseFacts } from './case-card.ts';
import { closingRows } from './closing-rows.ts';
import { eventLine } from './event-line.ts';
import { asReadBy } from './event-lines/people.ts';
import { guidanceRows } from './guidance.ts';
import { alone, type Neighbours } from './neighbours.ts';
import { linkButtons, peopleRows } from './people-rows.ts';
import { recordRows } from './record-rows.ts';
import { nameOn, reporterLine } from './reporter.ts';
import { messageRows, waitingRows } from './talk.ts';

/** All of a case for one person who may open it: facts, the report, and its history, oldest first. */
export function caseDetailView(
  to: Advised,
  current: Case,
  events: readonly RecordedEvent[],
  neighbours: Neighbours = alone,
): CaseDetailView {
  const names = seesNames(to.person, current);
  const known = neighbours.tied.map(({ reference }) => reference);
  const asked = policyOn(to, current, neighbours.earlier);
  const actions = caseActions(to, current, to.person, asked);
  const hide = names ? (text: string) => text : nameless(to, current);
  const readable = (rows: readonly LabelledRow[]) => rows.map((row) => ({ ...row, told: hide(row.told) }));
  return {
    kind: 'case-detail',
    caseId: current.id,
    title: tell(to, 'case.title', { reference: current.id }),
    severity: current.severity,
    facts: caseFacts(to, current),
    rows: [
      ...(names ? cameRows(to, current, events) : []),
      reporterRow(to, current, names),
      ...readable([
        ...answerRows(to, asKnown(current), { names }),
        ...peopleRows(to, current, neighbours, names),
        ...closingRows(to, current),
        ...recordRows(to, current, events, asked),
      ]),
      ...(names ? messageRows(to, events) : []),
      ...(names ? waitingRows(to, current) : []),
      ...guidanceRows(to, current, asked),
    ],
    unfold: tell(to, 'case.unfold'),
    historyTitle: tell(to, 'case.history'),
    history: lots(events).map(({ first, last, count }) => {
      const told = historyLine(to, current, { ...first, event: asReadBy(first.event, known, names) }, hide, names);
      const again = { what: told, count, when: moment(to, last.at) };
      return { when: moment(to, first.at), told: count > 1 ? tell(to, 'event.repeated', again) : told };
    }),
    actions: { ...actions, menus: [...actions.menus, ...linkButtons(to, current, neighbours)] },
  };
}

/** Events in a row that are shown as one. */
type Lot = { readonly first: RecordedEvent; readonly last: RecordedEvent; readonly count: number };

/** Somebody who opens a case time and again, with nothing done in between, stands in its history once. */
function lots(events: readonly RecordedEvent[]): readonly Lot[] {
  const shown: Lot[] = [];
  for (const event of events) {
    const before = shown.at(-1);
    const again = before !== undefined && opensAgain(before.last, event);
    if (again) shown[shown.length - 1] = { ...before, last: event, count: before.count + 1 };
    else shown.push({ first: event, last: event, count: 1 });
  }
  return shown;
}

function opensAgain({ by, event: before }: RecordedEvent, { by: again, event }: RecordedEvent): boolean {
  if (event.kind !== 'opened' || before.kind !== 'opened') return false;
  return by?.id === again?.id && before.terminal === event.terminal;
}

function reporterRow(to: Listener, current: Case, names: boolean): LabelledRow {
  const told = names ? reporterLine(to, current) : tell(to, 'case.reporter-hidden');
  return { label: tell(to, 'case.reporter'), told };
}

/** Takes out of a text whatever may say who anybody is, for those who only mend machines and records. */
function nameless({ school, policy }: Advised, current: Case): (text: string) => string {
  const known = wordsOf(policy.pack);
  const people = [...school.people, ...partiesOf(current), ...formerly(current), current.reporter];
  return (text) => withoutNames(text, people, (word) => known.has(word));
}

/** One event in one line. Those who see no names read who did it by role, and of the reporter nothing. */
function historyLine(
  to: Listener,
  current: Case,
  { by, event }: RecordedEvent,
  hide: (text: string) => string,
  names: boolean,
): string {
  const what = !names && isBetween(event) ? tell(to, 'event.words-hidden') : hide(eventLine(to, event));
  if (!by) return what;
  const unnamed = by.id === current.reporter.id || isHidden(by) ? tell(to, 'event.someone') : roleName(workingRole(by));
  return tell(to, 'event.by', { name: names ? nameOn(to, current, by) : unnamed, what });
}

/** Whether it is between the reporter and those who may see names. */
function isBetween({ kind }: RecordedEvent['event']): boolean {
  return kind === 'replied' || kind === 'answered' || kind === 'revealed' || kind.startsWith('reveal-');
}
