import type { Actor, Case } from '../../domain/case.ts';
import { isHidden } from '../../domain/hidden.ts';
import { type Listener, roleName, tell } from '../voice.ts';

/** Who reported, for somebody who may see names: the name and roles, or that the name is hidden. */
export function reporterLine(to: Listener, { reporter }: Pick<Case, 'reporter'>): string {
  const role = reporter.roles.map(roleName).join(', ');
  return isHidden(reporter) ? tell(to, 'talk.reporter-hidden', { role }) : `${reporter.name} (${role})`;
}

/** What somebody who did something on a case is called there. Whoever stands in for the reporter is only ever that. */
export function nameOn(to: Listener, { reporter }: Pick<Case, 'reporter'>, by: Actor): string {
  if (!isHidden(by)) return by.name;
  return isHidden(reporter) ? tell(to, 'talk.reporter') : reporter.name;
}
