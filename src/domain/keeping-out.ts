import type { Actor, Case, Route } from './case.ts';
import type { Telling } from './casework/handler.ts';
import { holds, type Person, type PersonId, type Role } from './people.ts';
import { may, mayOn } from './permissions.ts';
import { barredRoles, isAboutStaff, routeAround } from './routing.ts';

/** A case after some people may not know of it any more. */
export type KeptOut = {
  readonly next: Case;
  /** Who may not know since; empty where nobody new is kept out. */
  readonly out: readonly Actor[];
  /** Who takes it now, to be told at once. */
  readonly tell: readonly Telling[];
};

/**
 * Takes out of a case, at once, everybody whom it now accuses, and puts the next in the chain in their place. `wanted`:
 * where a report of what is newly said would go. Nobody is ever let in again by this, and no case comes back to the
 * channel: one that becomes about staff leaves it, and everybody who only saw it there (rule of safety 4).
 */
export function keepOut(
  current: Case,
  wanted: Pick<Route, 'excluded' | 'rules'>,
  people: readonly Person[],
  by: Pick<Person, 'id'>,
): KeptOut {
  const fresh = wanted.excluded.filter((id) => !current.route.excluded.includes(id));
  const leaves = isAboutStaff(wanted) && !isAboutStaff(current.route);
  if (fresh.length === 0 && !leaves) return { next: current, out: [], tell: [] };
  const works = people.some((one) => fresh.includes(one.id) && may(one, 'cases'));
  const excluded = [...current.route.excluded, ...fresh];
  const route =
    leaves || works ? narrowed(current.route, excluded, wanted.rules, people, leaves) : { ...current.route, excluded };
  const next = withoutWhoMayNot({ ...current, route });
  const out = people.filter(({ id }) => fresh.includes(id)).map(({ id, name, roles }) => ({ id, name, roles }));
  return { next, out, tell: route.told === current.route.told ? [] : takers(route, by.id) };
}

/** Out of the channel. A case that becomes about staff is for its chain alone; any other keeps the roles that are free. */
function narrowed(
  route: Route,
  excluded: readonly PersonId[],
  rules: readonly string[],
  people: readonly Person[],
  leaves: boolean,
): Route {
  const aboutStaff = leaves || isAboutStaff(route);
  const around = routeAround(excluded, people, aboutStaff);
  const held = aboutStaff ? stillIn(route.roles, excluded, people) : route.roles;
  const kept = leaves ? [] : held;
  const only = leaves ? undefined : route.only?.filter((id) => !excluded.includes(id));
  return {
    roles: [...new Set([...kept, ...around.roles])],
    inChannel: false,
    told: around.told,
    excluded,
    ...(only && { only: [...new Set([...only, ...around.told])] }),
    rules: [...new Set([...route.rules, ...rules, ...around.rules])],
  };
}

/** The roles that a private case keeps: not a post that somebody holds who may not know. */
function stillIn(roles: readonly Role[], excluded: readonly PersonId[], people: readonly Person[]): readonly Role[] {
  const barred: readonly Role[] = barredRoles(
    [],
    people.filter(({ id }) => excluded.includes(id)),
  );
  return roles.filter((role) => !barred.includes(role));
}

function takers({ told }: Route, by: PersonId): readonly Telling[] {
  return told.filter((id) => id !== by).map((to) => ({ to, what: 'handed' }));
}

/** Whoever may not open it any more is not its assignee, and it does not stand as acknowledged by them. */
function withoutWhoMayNot(next: Case): Case {
  const { assignee, acknowledged, ...rest } = next;
  const held = assignee && mayOn(assignee, 'open', next) ? { assignee } : {};
  if (!acknowledged || next.state === 'closed' || mayOn(acknowledged.by, 'open', next)) {
    return { ...rest, ...held, ...(acknowledged && { acknowledged }) };
  }
  return { ...rest, ...held, state: 'new' };
}

/**
 * Whether somebody may let a person know of a case again: never the person themselves, and never those who hold the same
 * post. About the headteacher the chair of governors decides, about anybody else the headteacher or the chair.
 */
export function mayReadmit(by: Pick<Person, 'id' | 'roles'>, person: Person): boolean {
  if (by.id === person.id) return false;
  const deciders: readonly Role[] = ['headteacher', 'chair-of-governors'];
  const free = deciders.filter((role) => !person.roles.includes(role));
  return free.some((role) => by.roles.includes(role)) && !sharesPost(by, person);
}

function sharesPost(by: Pick<Person, 'roles'>, person: Person): boolean {
  const posts: readonly Role[] = ['headteacher', 'chair-of-governors', 'dsl', 'deputy-dsl'];
  return posts.some((post) => by.roles.includes(post) && holds(person, post));
}

/** Two cases about one event: whoever may not know of one may not know of the other. */
export function keptOutOfBoth(current: Case, other: Case, people: readonly Person[], by: Pick<Person, 'id'>): KeptOut {
  const missing = other.route.excluded.some((id) => !current.route.excluded.includes(id));
  return missing ? keepOut(current, other.route, people, by) : { next: current, out: [], tell: [] };
}
