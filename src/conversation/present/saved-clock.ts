import { isOpen, nextOpening } from '../../domain/calendar.ts';
import type { Case } from '../../domain/case.ts';
import { phoneFor } from '../../domain/routing.ts';
import type { Button } from '../views.ts';
import { button, dayName, type Listener, moment, tell } from '../voice.ts';

/** Whom to ring about a report just saved: one number, while school is closed that of whoever answers then. For staff. */
export function ringLine(to: Listener, { route, severity, reportedAt }: Case): string {
  const { outOfHours } = to.school.phones;
  const duty = route.inChannel && !isOpen(to.school, reportedAt) ? outOfHours : undefined;
  const { label, number } = duty ?? phoneFor(to.school, route);
  const id = severity === 'immediate' ? 'saved.ring' : 'saved.cannot-wait';
  return tell(to, duty ? `${id}-shut` : id, { label, number });
}

/** When somebody should look at a report just saved, as the school's hours are at that moment. For staff. */
export function whenLine(to: Listener, { severity, reportedAt }: Case): string {
  if (severity !== 'high' || isOpen(to.school, reportedAt)) return tell(to, `saved.when.${severity}`);
  return tell(to, 'saved.when.high-shut', { when: dayName(to, nextOpening(to.school, reportedAt)) });
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
