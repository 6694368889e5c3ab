import type { Case, RecordedEvent } from '../../domain/case.ts';
import { seesNames } from '../../domain/permissions.ts';
import type { Advised } from '../suggestion.ts';
import type { CaseDetailView, LabelledRow } from '../views.ts';
import { type Listener, moment, roleName, tell } from '../voice.ts';
import { caseActions } from './actions.ts';
import { answerRows } from './answers.ts';
import { caseFacts } from './case-card.ts';
import { eventLine } from './event-line.ts';
import { guidanceRows } from './guidance.ts';

/** All of a case for one person who may open it: facts, the report, and its history, oldest first. */
export function caseDetailView(to: Advised, current: Case, events: readonly RecordedEvent[]): CaseDetailView {
  const names = seesNames(to.person, current);
  return {
    kind: 'case-detail',
    caseId: current.id,
    title: tell(to, 'case.title', { reference: current.id }),
    severity: current.severity,
    facts: caseFacts(to, current),
    rows: [
      reporterRow(to, current, names),
      ...answerRows(to, current.report, { names }),
      ...guidanceRows(to, current),
      ...closingRows(to, current),
    ],
    historyTitle: tell(to, 'case.history'),
    history: events.map((recorded) => ({
      when: moment(to, recorded.at),
      told: historyLine(to, current, recorded, names),
    })),
    actions: caseActions(to, current, to.person),
  };
}

function reporterRow(to: Listener, { reporter }: Case, names: boolean): LabelledRow {
  const role = reporter.roles.map(roleName).join(', ');
  const told = names ? `${reporter.name} (${role})` : tell(to, 'case.reporter-hidden');
  return { label: tell(to, 'case.reporter'), told };
}

function closingRows(to: Listener, { closed }: Case): readonly LabelledRow[] {
  if (!closed) return [];
  return [
    { label: tell(to, 'case.outcome'), told: closed.outcome },
    { label: tell(to, 'case.lessons'), told: closed.lessons },
  ];
}

/** One event in one line. The reporter stays unnamed for those who see no names. */
function historyLine(to: Listener, current: Case, { by, event }: RecordedEvent, names: boolean): string {
  const what = eventLine(to, event);
  if (!by) return what;
  const hidden = !names && by.id === current.reporter.id;
  return tell(to, 'event.by', { name: hidden ? tell(to, 'event.someone') : by.name, what });
}
