import type { Case, RecordedEvent } from '../../domain/case.ts';
import { seesNames } from '../../domain/permissions.ts';
import { policyOn } from '../policy-on-case.ts';
import type { Advised } from '../suggestion.ts';
import { whenText } from '../times.ts';
import type { CaseDetailView, LabelledRow } from '../views.ts';
import { type Listener, moment, roleName, tell } from '../voice.ts';
import { caseActions } from './actions.ts';
import { answerRows } from './answers.ts';
import { caseFacts } from './case-card.ts';
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
  return {
    kind: 'case-detail',
    caseId: current.id,
    title: tell(to, 'case.title', { reference: current.id }),
    severity: current.severity,
    facts: caseFacts(to, current),
    rows: [
      reporterRow(to, current, names),
      ...answerRows(to, current.report, { names }),
      ...recordRows(to, current, events, asked),
      ...guidanceRows(to, current, asked),
      ...closingRows(to, current),
    ],
    historyTitle: tell(to, 'case.history'),
    history: events.map((recorded) => ({
      when: moment(to, recorded.at),
      told: historyLine(to, current, recorded, names),
    })),
    actions: caseActions(to, current, to.person, asked),
  };
}

function reporterRow(to: Listener, { reporter }: Case, names: boolean): LabelledRow {
  const role = reporter.roles.map(roleName).join(', ');
  const told = names ? `${reporter.name} (${role})` : tell(to, 'case.reporter-hidden');
  return { label: tell(to, 'case.reporter'), told };
}

function closingRows(to: Listener, { closed }: Case): readonly LabelledRow[] {
  if (!closed) return [];
  const { outcome, debrief, lessons, changes } = closed;
  const debriefed = debrief && tell(to, 'case.debrief-told', { who: debrief.who, when: whenText(to, debrief.on) });
  return [
    { label: tell(to, 'case.outcome'), told: outcome },
    ...(debriefed ? [{ label: tell(to, 'case.debrief'), told: debriefed }] : []),
    { label: tell(to, 'case.lessons'), told: lessons },
    ...(changes ? [{ label: tell(to, 'case.changes'), told: changes }] : []),
  ];
}

/** One event in one line. The reporter stays unnamed for those who see no names. */
function historyLine(to: Listener, current: Case, { by, event }: RecordedEvent, names: boolean): string {
  const what = eventLine(to, event);
  if (!by) return what;
  const hidden = !names && by.id === current.reporter.id;
  return tell(to, 'event.by', { name: hidden ? tell(to, 'event.someone') : by.name, what });
}
