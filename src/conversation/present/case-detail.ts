import type { Case, RecordedEvent } from '../../domain/case.ts';
import { isHidden } from '../../domain/hidden.ts';
import { asKnown, formerly, partiesOf } from '../../domain/parties.ts';
import { seesNames, workingRole } from '../../domain/permissions.ts';
import { withoutNames } from '../../domain/without-names.ts';
import { wordsOf } from '../../policy/known-words.ts';
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
  const rows = [
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
  ];
  return {
    kind: 'case-detail',
    caseId: current.id,
    title: tell(to, 'case.title', { reference: current.id }),
    severity: current.severity,
    facts: caseFacts(to, current),
    rows,
    ...(rows.some(({ folded }) => folded) ? { unfold: tell(to, 'case.unfold') } : {}),
    historyTitle: tell(to, 'case.history'),
    history: events.map((recorded) => ({
      when: moment(to, recorded.at),
      told: historyLine(to, current, { ...recorded, event: asReadBy(recorded.event, known, names) }, hide, names),
    })),
    actions: { ...actions, menus: [...actions.menus, ...linkButtons(to, current, neighbours)] },
  };
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
