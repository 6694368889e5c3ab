import type { Actor, Case, CaseEvent, Instant } from '../case.ts';
import type { Filing } from '../filing.ts';
import { isPupil, type Person } from '../people.ts';
import { may, mayOn, workingRole } from '../permissions.ts';
import { type CloseRequest, close } from './closing.ts';
import {
  actor,
  blank,
  closed,
  type Decision,
  done,
  type Handlers,
  nobody,
  type Telling,
  toReporter,
} from './handler.ts';
import { splitOff } from './links.ts';

/** What moves a case along. */
export type ProgressRequest =
  | { readonly kind: 'open' }
  | { readonly kind: 'acknowledge' }
  /** `to` is undefined where the school knows nobody of that name. */
  | { readonly kind: 'assign'; readonly to: Person | undefined }
  | { readonly kind: 'escalate'; readonly to: Person | undefined; readonly reason: string }
  | CloseRequest
  | { readonly kind: 'reopen'; readonly reason: string }
  /** Another category or severity than the one it has. */
  | { readonly kind: 'refile'; readonly to: Filing; readonly reason: string };

/** See {@link ProgressRequest}. */
export const progress: Handlers<ProgressRequest> = {
  open: {
    needs: 'open',
    obstacle: () => undefined,
    carryOut: (current) => done(current, { kind: 'opened' }, [], false),
  },
  acknowledge: {
    needs: 'acknowledge',
    obstacle: (current) =>
      closed(current) ??
      (current.acknowledged && { kind: 'too-late', why: 'acknowledged', by: current.acknowledged.by }),
    carryOut: (current, _, by, now) =>
      done(acknowledge(current, by, now), { kind: 'acknowledged' }, readNews(current, by)),
  },
  assign: {
    needs: 'assign',
    obstacle: (current, { to }) => closed(current) ?? outsider(current, to),
    carryOut: (current, { to }, by, now) => (to ? assign(current, actor(to), by, now) : nobody),
  },
  escalate: {
    needs: 'escalate',
    obstacle: (current, { to, reason }) => closed(current) ?? barred(current, to) ?? blank(reason),
    carryOut: (current, { to, reason }) => (to ? escalate(current, to, reason) : nobody),
  },
  close,
  reopen: {
    needs: 'reopen',
    obstacle: (current, { reason }) => (closed(current) ? blank(reason) : { kind: 'too-late', why: 'not-closed' }),
    carryOut: (current, { reason }, by, now, around) => {
      // Whoever reported a double was never told that it is closed.
      const tell = current.mergedInto === undefined ? toReporter(current, by, 'reopened') : [];
      const also = splitOff(current, around, reason);
      return { ...done(reopen(current, by, now), { kind: 'reopened', reason }, tell), ...(also && { also }) };
    },
  },
  refile: {
    needs: 'close',
    obstacle: (current, { to, reason }) => closed(current) ?? blank(reason) ?? unchanged(current, to),
    carryOut: (current, { to, reason }) => refile(current, to, reason),
  },
};

/** A case is never handed to somebody who may not open it. */
function outsider(current: Case, to: Person | undefined): Decision | undefined {
  return to && mayOn(to, 'open', current) ? undefined : nobody;
}

/** Escalating may bring in somebody new, if their role can work cases and they are not kept out of this one. */
function barred({ route }: Case, to: Person | undefined): Decision | undefined {
  return to && !route.excluded.includes(to.id) && may(to, 'open') ? undefined : nobody;
}

function unchanged({ category, severity }: Case, to: Filing): Decision | undefined {
  return to.category === category && to.severity === severity ? { kind: 'invalid', why: 'same' } : undefined;
}

/** A child who has had a reply knows that somebody has read it; an adult was promised word of this very step. */
function readNews(current: Case, by: Actor): readonly Telling[] {
  const talked = isPupil(current.reporter) && current.thread !== undefined;
  return talked ? [] : toReporter(current, by, 'acknowledged');
}

function acknowledge(current: Case, by: Actor, at: Instant): Case {
  return { ...current, state: 'acknowledged', acknowledged: { by, at } };
}

/** Taking a case oneself acknowledges it; giving it to a colleague does not: they have not seen it yet. */
function assign(current: Case, to: Actor, by: Actor, now: Instant): Decision {
  const mine = to.id === by.id;
  const first = mine && !current.acknowledged;
  const next = { ...(first ? acknowledge(current, by, now) : current), assignee: to };
  const tell: readonly Telling[] = mine ? [] : [{ to: to.id, what: 'assigned' }];
  return done(next, { kind: 'assigned', to }, first ? [...tell, ...readNews(current, by)] : tell);
}

/** Whoever reopens a case has seen it, so it stands as acknowledged by them. */
function reopen({ closed: _, mergedInto: __, ...current }: Case, by: Actor, at: Instant): Case {
  return acknowledge(current, by, at);
}

/** The suggestion was a machine's; what a person who works the case says it is, it is. */
function refile(current: Case, to: Filing, reason: string): Decision {
  const { category, severity } = current;
  return done({ ...current, ...to }, { kind: 'refiled', from: { category, severity }, to, reason });
}

/** Whoever a case is escalated to may see it from now on, in the role that lets them work it; its card offers them. */
function escalate(current: Case, to: Person, reason: string): Decision {
  const known = mayOn(to, 'open', current);
  const role = workingRole(to);
  const { only } = current.route;
  const roles = [...new Set([...current.route.roles, role])];
  const route = known ? current.route : { ...current.route, roles, ...(only && { only: [...only, to.id] }) };
  const event: CaseEvent = { kind: 'escalated', to: actor(to), reason };
  // The card offers everybody who may see the case, so it looks different with somebody new.
  return done({ ...current, route }, event, [{ to: to.id, what: 'escalated' }], !known);
}
