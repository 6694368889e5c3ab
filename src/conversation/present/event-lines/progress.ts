import type { CaseEvent } from '../../../domain/case.ts';
import type { Filing } from '../../../domain/filing.ts';
import { categoryName, type Listener, tell } from '../../voice.ts';
import type { EventLines } from './lines.ts';

type Kind =
  | 'reported'
  | 'opened'
  | 'exported'
  | 'acknowledged'
  | 'assigned'
  | 'escalated'
  | 'refiled'
  | 'closed'
  | 'reopened'
  | 'refused'
  | 'delivered'
  | 'undelivered';

/** What moves a case along. */
export const progressLines: EventLines<Kind> = {
  reported: reportedLine,
  opened: (to, { terminal }) =>
    terminal === undefined ? tell(to, 'event.opened') : tell(to, 'event.opened-terminal', { terminal }),
  exported: (to, { for: addressee, format, terminal }) =>
    tell(to, 'event.exported', { for: tell(to, `export.for.${addressee}`), format: format.toUpperCase(), terminal }),
  acknowledged: (to) => tell(to, 'event.acknowledged'),
  assigned: (to, event) => tell(to, 'event.assigned', { name: event.to.name }),
  escalated: (to, event) => tell(to, 'event.escalated', { name: event.to.name, text: event.reason }),
  refiled: (to, event) => tell(to, 'event.refiled', { ...filing(to, event.to), text: event.reason }),
  closed: (to) => tell(to, 'event.closed'),
  reopened: (to, event) => tell(to, 'event.reopened', { text: event.reason }),
  refused: (to, event) => tell(to, 'event.refused', { action: event.action }),
  delivered: (to, event) => tell(to, 'event.delivered', { to: event.to }),
  undelivered: (to, event) => tell(to, 'event.undelivered', { to: event.to }),
};

function reportedLine(to: Listener, event: Extract<CaseEvent, { kind: 'reported' }>): string {
  const line = tell(to, 'event.reported', filing(to, event));
  const suggested = event.suggested ? [tell(to, 'event.suggested', filing(to, event.suggested))] : [];
  const unfinished = event.unfinished ? [tell(to, 'event.unfinished')] : [];
  return [[line, ...suggested].join(' '), ...unfinished].join('. ').replace('.. ', '. ');
}

function filing(to: Listener, { category, severity }: Filing) {
  return { category: categoryName(category), severity: tell(to, `case.severity.${severity}`) };
}
