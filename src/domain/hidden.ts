import type { Actor } from './case.ts';
import { isPupil, type Person, type PersonId } from './people.ts';

const prefix = 'sealed.';

/** Whether this stands for somebody whose name is hidden: who it is stands apart from the case, sealed. */
export function isHidden({ id }: Pick<Actor, 'id'>): boolean {
  return id.startsWith(prefix);
}

/**
 * Who stands on a case in the place of somebody whose name is hidden. `fingerprint`: a keyed hash of the case and the
 * person. Roles are coarse, because a rare one would name its holder.
 */
export function standInFor(person: Pick<Person, 'roles'>, fingerprint: string): Actor {
  return { id: `${prefix}${fingerprint}` satisfies PersonId, name: '', roles: isPupil(person) ? ['pupil'] : ['staff'] };
}
