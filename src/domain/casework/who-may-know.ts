import type { Case } from '../case.ts';
import type { Person } from '../people.ts';
import { mayOn } from '../permissions.ts';
import { actor, blank, type Decision, done, type Handlers, type Telling } from './handler.ts';

/** What narrows who may know of a case. */
export type WhoRequest = {
  readonly kind: 'restrict';
  /** The two who may still know; undefined where the school knows nobody of that name. */
  readonly to: readonly (Person | undefined)[];
  readonly reason: string;
};

/** See {@link WhoRequest}. */
export const whoMayKnow: Handlers<WhoRequest> = {
  restrict: {
    needs: 'restrict',
    obstacle: (current, { to, reason }) => strangers(current, to) ?? blank(reason),
    carryOut: (current, { to, reason }, by) => restrict(current, to.filter(isSomebody), reason, by.id),
  },
};

function isSomebody(person: Person | undefined): person is Person {
  return person !== undefined;
}

/** Two different people who may open it now. Restricting never brings anybody in. */
function strangers(current: Case, to: readonly (Person | undefined)[]): Decision | undefined {
  const known = to.filter(isSomebody).filter((person) => mayOn(person, 'open', current));
  return new Set(known.map(({ id }) => id)).size === 2 ? undefined : { kind: 'invalid', why: 'not-two' };
}

/** The channel, everybody else and an assignee who is none of the two lose sight of it at once. */
function restrict(current: Case, to: readonly Person[], reason: string, by: string): Decision {
  const only = to.map(({ id }) => id);
  const { assignee, ...rest } = current;
  const kept = assignee && only.includes(assignee.id) ? { assignee } : {};
  const route = { ...current.route, only, inChannel: false, told: only };
  const tell: readonly Telling[] = only.filter((id) => id !== by).map((id) => ({ to: id, what: 'restricted' }));
  return done({ ...rest, ...kept, route }, { kind: 'restricted', to: to.map(actor), reason }, tell);
}
