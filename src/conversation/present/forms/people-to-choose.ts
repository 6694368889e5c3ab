import type { Case } from '../../../domain/case.ts';
import type { Person } from '../../../domain/people.ts';
import { may, mayOn, workingRole } from '../../../domain/permissions.ts';
import type { KnownPerson } from '../../../domain/school.ts';
import type { Choice } from '../../views.ts';
import { type Listener, roleName } from '../../voice.ts';
import type { Viewer } from './form.ts';

/**
 * Whom the case can be given to. In the channel they stand by role alone, since its card carries no names; `role:` and
 * a number then say who of those that hold it.
 */
export function choicesOf(people: readonly KnownPerson[], { school }: Listener, viewer: Viewer): readonly Choice[] {
  if (viewer !== 'channel') return people.map((person) => ({ value: person.id, toldTitle: withRoles(person) }));
  return people.map((person) => {
    const role = workingRole(person);
    const holders = school.people.filter((one) => workingRole(one) === role);
    const n = holders.indexOf(person) + 1;
    return { value: `role:${role}:${n}`, toldTitle: holders.length > 1 ? `${roleName(role)} ${n}` : roleName(role) };
  });
}

function withRoles({ name, roles }: Person): string {
  return `${name} (${roles.map(roleName).join(', ')})`;
}

/** Everybody who may open the case and is not the one who looks. */
export function colleagues({ school }: Listener, current: Case, viewer: Viewer): readonly KnownPerson[] {
  return others(school.people, viewer).filter((person) => mayOn(person, 'open', current));
}

/** Everybody whom the case can be brought to: whose role can work cases, and who is not kept out of this one. */
export function reachable({ school }: Listener, { route }: Case, viewer: Viewer): readonly KnownPerson[] {
  return others(school.people, viewer).filter((one) => may(one, 'open') && !route.excluded.includes(one.id));
}

function others(people: readonly KnownPerson[], viewer: Viewer): readonly KnownPerson[] {
  return people.filter(({ id }) => viewer === 'channel' || id !== viewer.id);
}
