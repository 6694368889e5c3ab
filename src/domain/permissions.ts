import type { Case } from './case.ts';
import type { Person, Role } from './people.ts';

/** Everything a role can be allowed. `own`: see and add to one's own reports. `cases`: list the open ones. `reveal`: know who reported. */
export const actions = [
  'report',
  'own',
  'cases',
  'open',
  'acknowledge',
  'assign',
  'note',
  'escalate',
  'close',
  'reopen',
  'reply',
  'reveal',
  'restrict',
  'export',
] as const;
/** One of {@link actions}. */
export type Action = (typeof actions)[number];

const everybody: readonly Action[] = ['report', 'own'];
const caseworker: readonly Action[] = [...actions];
const adviser: readonly Action[] = [...everybody, 'cases', 'open', 'acknowledge', 'note'];

/**
 * What each role may do: the one table. On a case it holds only for roles that the case is routed to,
 * and never for somebody the case excludes (rules of safety 4 and 6).
 */
export const allowed: Readonly<Record<Role, readonly Action[]>> = {
  pupil: everybody,
  staff: everybody,
  dsl: caseworker,
  'deputy-dsl': caseworker,
  headteacher: caseworker,
  'chair-of-governors': [...adviser, 'escalate', 'close', 'reopen', 'reply', 'reveal', 'restrict', 'export'],
  'it-support': adviser,
  'data-protection': adviser,
  'esafety-lead': adviser,
  governor: everybody,
  admin: everybody,
};

/** Whether any of the person's roles allows the action at all. */
export function may(person: Pick<Person, 'roles'>, action: Action): boolean {
  return person.roles.some((role) => allowed[role].includes(action));
}

/** What of a case its permissions hang on. */
export type Guarded = Pick<Case, 'route'>;

/** Whether the person may do this to this case: a role that it is routed to allows it, and they are not kept out. */
export function mayOn(person: Pick<Person, 'id' | 'roles'>, action: Action, guarded: Guarded): boolean {
  const { excluded, only } = guarded.route;
  if (excluded.includes(person.id) || (only && !only.includes(person.id))) return false;
  return person.roles.some((role) => guarded.route.roles.includes(role) && allowed[role].includes(action));
}

const rolesWithoutNames: readonly Role[] = ['it-support', 'data-protection'];

/** Whether names in the case are shown to the person: not to those who only mend machines and records. */
export function seesNames(person: Pick<Person, 'roles'>, guarded: Guarded): boolean {
  return person.roles.some((role) => guarded.route.roles.includes(role) && !rolesWithoutNames.includes(role));
}

/** The role in which a person works cases; `staff` for somebody who works none. */
export function workingRole({ roles: held }: Pick<Person, 'roles'>): Role {
  return held.find((role) => may({ roles: [role] }, 'open')) ?? 'staff';
}
