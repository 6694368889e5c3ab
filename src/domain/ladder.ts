import type { Case, Route } from './case.ts';
import { type ClimbedRole, climbedRoles, type Rung, type Step } from './case-clock.ts';
import { holds, type Person, type PersonId, type Role } from './people.ts';
import { may, mayOn } from './permissions.ts';
import { isAboutStaff } from './routing.ts';

/** Who takes a case about staff after one another (rule of safety 4); see `routing.ts`. */
const privateOrder: readonly ClimbedRole[] = ['headteacher', 'chair-of-governors', 'deputy-dsl', 'dsl'];

/** What the ladder of a case hangs on. */
export type Climber = Pick<Case, 'route' | 'severity' | 'assignee' | 'acknowledged' | 'reporter'>;

/** The people a ladder can lead to. */
export type Staff<P extends Person = Person> = {
  readonly people: readonly P[];
  readonly away: ReadonlySet<PersonId>;
};

/** A rung with those who are told on it. */
export type Climb<P extends Person = Person> = { readonly rung: Rung; readonly to: readonly P[] };

/**
 * The rung after `last` on which there is somebody to tell; undefined where the ladder is at its end. Whoever is
 * excluded, away, or may not know is passed over, and nobody stands on two rungs for having two roles.
 */
export function nextRung<P extends Person>(
  current: Climber,
  step: Step,
  last: Rung | undefined,
  staff: Staff<P>,
): Climb<P> | undefined {
  const rungs = rungsOf(current, step);
  const rest = rungs.slice(last === undefined ? 0 : rungs.indexOf(last) + 1);
  return rest.map((rung) => ({ rung, to: peopleOn(current, rung, staff) })).find((one) => leads(current, one));
}

/** Every rung of a step, whoever may be there. */
function rungsOf({ route, severity }: Pick<Case, 'route' | 'severity'>, step: Step): readonly Rung[] {
  const roles = rolesOf(route);
  const first: readonly Rung[] = step === 'acknowledged' ? [] : ['worker'];
  const urgent = severity === 'immediate' && step === 'acknowledged';
  return [...first, ...(route.inChannel ? (['channel'] as const) : []), ...roles, ...(urgent ? lastRungs : [])];
}

const lastRungs: readonly Rung[] = ['reporter', 'again'];

/** On a case about staff those who have it, and then the rest of the chain after them. */
function rolesOf(route: Route): readonly ClimbedRole[] {
  if (!isAboutStaff(route)) return climbedRoles;
  const from = privateOrder.findIndex((role) => route.roles.includes(role));
  return from < 0 ? [] : privateOrder.slice(from);
}

function leads({ route }: Climber, { rung, to }: Climb): boolean {
  return rung === 'channel' ? route.inChannel : to.length > 0 || rung === 'reporter';
}

function peopleOn<P extends Person>(current: Climber, rung: Rung, staff: Staff<P>): readonly P[] {
  switch (rung) {
    case 'channel':
    case 'reporter':
      return [];
    case 'worker':
      return present(staff).filter((person) => person.id === workerOf(current) && mayOn(person, 'open', current));
    case 'again':
      return present(staff).filter((person) => mayOn(person, 'open', current) && holds(person, ...climbedRoles));
    default:
      return holders(current, rung, staff);
  }
}

/** Whoever has the case: it was given to them, or they acknowledged it. */
export function workerOf({ assignee, acknowledged }: Pick<Case, 'assignee' | 'acknowledged'>): PersonId | undefined {
  return (assignee ?? acknowledged?.by)?.id;
}

/** Those of a role who may be brought to the case, but for those who stand on an earlier rung. */
function holders<P extends Person>(current: Climber, role: ClimbedRole, staff: Staff<P>): readonly P[] {
  if (stepsBack(current.route, role)) return [];
  const order = rolesOf(current.route);
  const earlier = order.slice(0, order.indexOf(role));
  const widened = { ...current, route: withRole(current.route, role) };
  return present(staff).filter(
    (person) => holds(person, role) && !holds(person, ...earlier) && mayOn(person, 'open', widened),
  );
}

/** Whether every holder of a post steps back, because the case is about one of them: the route's rule names it. */
function stepsBack({ rules }: Route, role: Role): boolean {
  const about = 'floor.route.about-';
  return rules.some((rule) => rule.startsWith(about) && rule.slice(about.length).split('-and-').includes(role));
}

function present<P extends Person>({ people, away }: Staff<P>): readonly P[] {
  return people.filter(({ id }) => !away.has(id));
}

/** Whether a rung is a role, whose holders may know from then on. */
export function climbsOn(rung: Rung): rung is ClimbedRole {
  return (climbedRoles as readonly Rung[]).includes(rung);
}

/** The route with one more role that may know. */
export function withRole(route: Route, role: Role): Route {
  return route.roles.includes(role) ? route : { ...route, roles: [...route.roles, role] };
}

/**
 * Who stands in for somebody on a case: a deputy first, then the lead, then the headteacher. On a case that few may
 * know it is one of those few or nobody.
 */
export function standInFor<P extends Person>(
  absent: PersonId,
  { route }: Pick<Case, 'route'>,
  staff: Staff<P>,
): P | undefined {
  const order: readonly Role[] = ['deputy-dsl', 'dsl', 'headteacher', 'chair-of-governors'];
  const free = present(staff).filter((person) => person.id !== absent && mayOn(person, 'open', { route }));
  return order.flatMap((role) => free.filter((person) => holds(person, role)))[0];
}

/** Who is called at once to an immediate case: those on call who are there and may know, or else all who may. */
export function onCallFor<P extends Person>(
  { route }: Pick<Case, 'route'>,
  onCall: readonly Role[],
  staff: Staff<P>,
): readonly P[] {
  const free = present(staff).filter((person) => may(person, 'acknowledge') && mayOn(person, 'open', { route }));
  const called = free.filter((person) => holds(person, ...onCall));
  return called.length > 0 ? called : free.filter((person) => holds(person, ...climbedRoles));
}
