import type { Case, CaseEvent, RecordedEvent } from '../../domain/case.ts';
import type { Filing } from '../../domain/filing.ts';
import { seesNames } from '../../domain/permissions.ts';
import type { Advised } from '../suggestion.ts';
import type { CaseDetailView, LabelledRow } from '../views.ts';
import { categoryName, type Listener, moment, roleName, tell } from '../voice.ts';
import { caseActions } from './actions.ts';
import { answerRows } from './answers.ts';
import { caseFacts } from './case-card.ts';
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

function eventLine(to: Listener, event: CaseEvent): string {
  switch (event.kind) {
    case 'reported':
      return reportedLine(to, event);
    case 'refiled':
      return tell(to, 'event.refiled', { ...filing(to, event.to), text: event.reason });
    case 'added':
      return addedLine(to, event);
    case 'noted':
      return tell(to, 'event.noted', { text: event.text });
    case 'assigned':
      return tell(to, 'event.assigned', { name: event.to.name });
    case 'escalated':
      return tell(to, 'event.escalated', { name: event.to.name, text: event.reason });
    case 'told-outside':
      return tell(to, 'event.told-outside', {
        body: tell(to, `body.${event.body}`),
        name: event.who,
        number: event.number,
        when: event.when,
      });
    case 'reopened':
      return tell(to, 'event.reopened', { text: event.reason });
    case 'refused':
      return tell(to, 'event.refused', { action: event.action });
    case 'delivered':
    case 'undelivered':
      return tell(to, `event.${event.kind}`, { to: event.to });
    case 'opened':
    case 'acknowledged':
    case 'closed':
      return tell(to, `event.${event.kind}`);
    default:
      return event satisfies never;
  }
}

function reportedLine(to: Listener, event: Extract<CaseEvent, { kind: 'reported' }>): string {
  const line = tell(to, 'event.reported', filing(to, event));
  if (!event.suggested) return line;
  return [line, tell(to, 'event.suggested', filing(to, event.suggested))].join(' ');
}

function filing(to: Listener, { category, severity }: Filing) {
  return { category: categoryName(category), severity: tell(to, `case.severity.${severity}`) };
}

function addedLine(to: Listener, { text, graver }: Extract<CaseEvent, { kind: 'added' }>): string {
  if (!graver) return tell(to, 'event.added', { text });
  return tell(to, 'event.added-graver', { text, severity: tell(to, `case.severity.${graver.severity}`) });
}
