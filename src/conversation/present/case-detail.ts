import type { Case, RecordedEvent } from '../../domain/case.ts';
import { seesNames, workingRole } from '../../domain/permissions.ts';
import { withoutNames } from '../../domain/without-names.ts';
import { wordsOf } from '../../policy/known-words.ts';
import { policyOn } from '../policy-on-case.ts';
import type { Advised } from '../suggestion.ts';
import type { CaseDetailView, LabelledRow } from '../views.ts';
import { type Listener, moment, roleName, tell } from '../voice.ts';
import { caseActions } from './actions.ts';
import { answerRows } from './answers.ts';
import { caseFacts } from './case-card.ts';
import { closingRows } from './closing-rows.ts';
import { eventLine } from './event-line.ts';
import { guidanceRows } from './guidance.ts';
import { recordRows } from './record-rows.ts';

/**
 * All of a case for one person who may open it: facts, the report, and its history, oldest first. `earlier`: how many
 * incidents of the same person are known from before.
 */
export function caseDetailView(
  to: Advised,
  current: Case,
  events: readonly RecordedEvent[],
  earlier?: number,
): CaseDetailView {
  const names = seesNames(to.person, current);
  const asked = policyOn(to, current, earlier);
  const hide = names ? (text: string) => text : nameless(to, current);
  const readable = (rows: readonly LabelledRow[]) => rows.map(({ label, told }) => ({ label, told: hide(told) }));
  return {
    kind: 'case-detail',
    caseId: current.id,
    title: tell(to, 'case.title', { reference: current.id }),
    severity: current.severity,
    facts: caseFacts(to, current),
    rows: [
      reporterRow(to, current, names),
      ...readable([
        ...answerRows(to, current.report, { names }),
        ...closingRows(to, current),
        ...recordRows(to, current, events, asked),
      ]),
      ...guidanceRows(to, current, asked),
    ],
    historyTitle: tell(to, 'case.history'),
    history: events.map((recorded) => ({
      when: moment(to, recorded.at),
      told: historyLine(to, current, recorded, hide, names),
    })),
    actions: caseActions(to, current, to.person, asked),
  };
}

function reporterRow(to: Listener, { reporter }: Case, names: boolean): LabelledRow {
  const role = reporter.roles.map(roleName).join(', ');
  const told = names ? `${reporter.name} (${role})` : tell(to, 'case.reporter-hidden');
  return { label: tell(to, 'case.reporter'), told };
}

/** Takes out of a text whatever may say who anybody is, for those who only mend machines and records. */
function nameless({ school, policy }: Advised, { report, reporter }: Case): (text: string) => string {
  const known = wordsOf(policy.pack);
  const people = [...school.people, ...report.subjects, reporter];
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
  const what = hide(eventLine(to, event));
  if (!by) return what;
  const unnamed = by.id === current.reporter.id ? tell(to, 'event.someone') : roleName(workingRole(by));
  return tell(to, 'event.by', { name: names ? by.name : unnamed, what });
}
