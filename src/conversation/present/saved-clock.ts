import { isOpen } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import { phoneFor } from '../../domain/routing.ts';
import type { Button } from '../views.ts';
import { button, type Listener, moment, tell } from '../voice.ts';

/** Whom to ring about a report just saved: while school is closed, also whoever answers then. For staff. */
export function ringLines(to: Listener, { route, severity, reportedAt }: Case): readonly string[] {
  const { label, number } = phoneFor(to.school, route);
  const { outOfHours } = to.school.phones;
  const closed = route.inChannel && outOfHours !== undefined && !isOpen(to.school, reportedAt);
  return [
    tell(to, severity === 'immediate' ? 'saved.ring' : 'saved.cannot-wait', { label, number }),
    ...(closed ? [tell(to, 'saved.out-of-hours', outOfHours)] : []),
  ];
}

/** A number for a child who tells of danger. */
export function childsRingLines(
  to: Listener,
  { route, severity }: Pick<Case, 'route' | 'severity'>,
): readonly string[] {
  const { label, number } = phoneFor(to.school, route);
  return severity === 'immediate' ? [tell(to, 'pupil.saved.ring', { label, number })] : [];
}

/** By when somebody should have it. */
export function dueLines(to: Listener, { clock }: Case): readonly string[] {
  return clock ? [tell(to, 'saved.due', { due: moment(to, clock.due) })] : [];
}

/** What cannot wait is said in person, too; that it was is one press. */
export function inPersonButtons(
  to: Listener,
  { id, severity, route }: Pick<Case, 'id' | 'severity' | 'route'>,
): readonly Button[] {
  if (severity !== 'immediate' || route.roles.length === 0) return [];
  return [button(to, 'button.in-person', { verb: 'case.in-person', case: id })];
}
