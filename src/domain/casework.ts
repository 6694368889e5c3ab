import type { Actor, Case, CaseEvent, Instant, OutsideBody, Route } from './case.ts';
import { type Filing, type Severity, severities } from './filing.ts';
import type { Person, PersonId } from './people.ts';
import { type Action, may, mayOn, workingRole } from './permissions.ts';

/** What somebody wants done to a case. */
export type CaseRequest =
  | { readonly kind: 'open' }
  | { readonly kind: 'acknowledge' }
  /** `to` is undefined where the school knows nobody of that name. */
  | { readonly kind: 'assign'; readonly to: Person | undefined }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'escalate'; readonly to: Person | undefined; readonly reason: string }
  | {
      readonly kind: 'told-outside';
      readonly body: OutsideBody;
      readonly who: string;
      readonly number: string;
      readonly when: string;
    }
  | { readonly kind: 'close'; readonly outcome: string; readonly lessons: string }
  | { readonly kind: 'reopen'; readonly reason: string }
  /** Another category or severity than the one it has. */
  | { readonly kind: 'refile'; readonly to: Filing; readonly reason: string }
  /** The reporter adds something to their own report. `found`: what triage makes of it, and where that would go. */
  | { readonly kind: 'add'; readonly text: string; readonly found: Found };

/** What an addition is by itself. */
export type Found = { readonly severity: Severity; readonly rules: readonly string[]; readonly route: Route };

/** Somebody who is to hear of it in their own chat. */
export type Telling = {
  readonly to: PersonId | 'channel';
  readonly what: 'acknowledged' | 'closed' | 'reopened' | 'assigned' | 'escalated' | 'added';
};

/** What comes of a request. */
export type Decision =
  | {
      readonly kind: 'done';
      readonly next: Case;
      readonly event: CaseEvent;
      readonly tell: readonly Telling[];
      /** Whether the case's card looks different now. */
      readonly cardChanged: boolean;
    }
  /** They may not; this is recorded on the case. */
  | { readonly kind: 'forbidden'; readonly event: CaseEvent }
  /** They may, but the case does not stand so any more, or something is missing. Nothing changed. */
  | { readonly kind: 'too-late'; readonly why: 'acknowledged'; readonly by: Actor }
  | { readonly kind: 'too-late'; readonly why: 'closed' | 'not-closed' }
  | { readonly kind: 'invalid'; readonly why: 'empty' | 'same' | 'person-may-not-know' };

/** The action of the table in `permissions.ts` that a request needs; undefined for what only the reporter may. */
function actionOf(request: CaseRequest): Action | undefined {
  if (request.kind === 'told-outside') return 'escalate';
  if (request.kind === 'refile') return 'close';
  return request.kind === 'add' ? undefined : request.kind;
}

/** Decides a request by somebody on a case as it stands. Pure: the same case, request and time decide the same. */
export function decide(current: Case, request: CaseRequest, by: Person, now: Instant): Decision {
  if (!isAllowed(current, request, by)) {
    return { kind: 'forbidden', event: { kind: 'refused', action: request.kind, why: 'not-allowed' } };
  }
  const problem = obstacle(current, request);
  return problem ?? carryOut(current, request, actor(by), now);
}

function isAllowed(current: Case, request: CaseRequest, by: Person): boolean {
  const action = actionOf(request);
  return action ? mayOn(by, action, current) : current.reporter.id === by.id;
}

function obstacle(current: Case, request: CaseRequest): Decision | undefined {
  const closed = current.state === 'closed';
  switch (request.kind) {
    case 'open':
      return undefined;
    case 'note':
    case 'add':
      return blank(request.text);
    case 'reopen':
      return closed ? blank(request.reason) : { kind: 'too-late', why: 'not-closed' };
    case 'refile':
      return closed ? { kind: 'too-late', why: 'closed' } : (blank(request.reason) ?? unchanged(current, request.to));
    case 'acknowledge':
      if (closed) return { kind: 'too-late', why: 'closed' };
      return current.acknowledged && { kind: 'too-late', why: 'acknowledged', by: current.acknowledged.by };
    case 'assign':
      return closed ? { kind: 'too-late', why: 'closed' } : outsider(current, request.to);
    case 'escalate':
      if (closed) return { kind: 'too-late', why: 'closed' };
      return barred(current, request.to) ?? blank(request.reason);
    case 'told-outside':
      return blank(request.who) ?? blank(request.number) ?? blank(request.when);
    case 'close':
      return closed ? { kind: 'too-late', why: 'closed' } : (blank(request.outcome) ?? blank(request.lessons));
    default:
      return request satisfies never;
  }
}

function blank(text: string): Decision | undefined {
  return text.trim() === '' ? { kind: 'invalid', why: 'empty' } : undefined;
}

function unchanged({ category, severity }: Case, to: Filing): Decision | undefined {
  return to.category === category && to.severity === severity ? { kind: 'invalid', why: 'same' } : undefined;
}

/** A case is never handed to somebody who may not open it. */
function outsider(current: Case, to: Person | undefined): Decision | undefined {
  return to && mayOn(to, 'open', current) ? undefined : nobody;
}

/** Escalating may bring in somebody new, if their role can work cases and they are not kept out of this one. */
function barred({ route }: Case, to: Person | undefined): Decision | undefined {
  return to && !route.excluded.includes(to.id) && may(to, 'open') ? undefined : nobody;
}

function carryOut(current: Case, request: CaseRequest, by: Actor, now: Instant): Decision {
  switch (request.kind) {
    case 'open':
      return done(current, { kind: 'opened' }, [], false);
    case 'note':
      return done(current, { kind: 'noted', text: request.text }, [], false);
    case 'told-outside': {
      const { body, who, number, when } = request;
      return done(current, { kind: 'told-outside', body, who, number, when }, [], false);
    }
    case 'refile':
      return refile(current, request.to, request.reason);
    case 'add':
      return add(current, request.text, request.found);
    case 'acknowledge':
      return done(acknowledge(current, by, now), { kind: 'acknowledged' }, toReporter(current, by, 'acknowledged'));
    case 'assign':
      return request.to ? assign(current, actor(request.to), by, now) : nobody;
    case 'escalate':
      return request.to ? escalate(current, request.to, request.reason) : nobody;
    case 'close': {
      const { outcome, lessons } = request;
      const next: Case = { ...current, state: 'closed', closed: { by, at: now, outcome, lessons } };
      return done(next, { kind: 'closed', outcome, lessons }, toReporter(current, by, 'closed'));
    }
    case 'reopen':
      return done(
        reopen(current, by, now),
        { kind: 'reopened', reason: request.reason },
        toReporter(current, by, 'reopened'),
      );
    default:
      return request satisfies never;
  }
}

/** Taking a case oneself acknowledges it; giving it to a colleague does not: they have not seen it yet. */
function assign(current: Case, to: Actor, by: Actor, now: Instant): Decision {
  const mine = to.id === by.id;
  const first = mine && !current.acknowledged;
  const next = { ...(first ? acknowledge(current, by, now) : current), assignee: to };
  const tell: readonly Telling[] = mine ? [] : [{ to: to.id, what: 'assigned' }];
  return done(next, { kind: 'assigned', to }, first ? [...tell, ...toReporter(current, by, 'acknowledged')] : tell);
}

function acknowledge(current: Case, by: Actor, at: Instant): Case {
  return { ...current, state: 'acknowledged', acknowledged: { by, at } };
}

/** Whoever reopens a case has seen it, so it stands as acknowledged by them. */
function reopen({ closed: _, ...current }: Case, by: Actor, at: Instant): Case {
  return acknowledge(current, by, at);
}

function done(next: Case, event: CaseEvent, tell: readonly Telling[], cardChanged = true): Decision {
  return { kind: 'done', next, event, tell, cardChanged };
}

function toReporter(current: Case, by: Actor, what: Telling['what']): readonly Telling[] {
  return current.reporter.id === by.id ? [] : [{ to: current.reporter.id, what }];
}

/** The suggestion was a machine's; what a person who works the case says it is, it is. */
function refile(current: Case, to: Filing, reason: string): Decision {
  const { category, severity } = current;
  return done({ ...current, ...to }, { kind: 'refiled', from: { category, severity }, to, reason }, []);
}

const nobody: Decision = { kind: 'invalid', why: 'person-may-not-know' };

/** Whoever a case is escalated to may see it from now on, in the role that lets them work it. */
function escalate(current: Case, to: Person, reason: string): Decision {
  const known = mayOn(to, 'open', current);
  const role = workingRole(to);
  const route = known ? current.route : { ...current.route, roles: [...current.route.roles, role] };
  const event: CaseEvent = { kind: 'escalated', to: actor(to), reason };
  return done({ ...current, route }, event, [{ to: to.id, what: 'escalated' }], false);
}

/**
 * More from the reporter. It can make the case graver, never less grave; and whom it newly accuses is kept out from now
 * on, and the next in the chain is brought in.
 */
function add(current: Case, text: string, { severity, rules, route: wanted }: Found): Decision {
  const graver = severities.indexOf(severity) < severities.indexOf(current.severity);
  const fresh = wanted.excluded.some((id) => !current.route.excluded.includes(id));
  const route = fresh ? narrowed(current.route, wanted) : current.route;
  const next = { ...current, route, severity: graver ? severity : current.severity };
  const event: CaseEvent = { kind: 'added', text, ...(graver ? { graver: { severity, rules } } : {}) };
  const told = fresh ? wanted.told.map((to) => ({ to, what: 'added' }) as const) : [];
  return done(next, event, [...told, ...addedTo(next)], graver);
}

function narrowed(route: Route, wanted: Route): Route {
  return {
    ...route,
    roles: [...new Set([...route.roles, ...wanted.roles])],
    told: [...new Set([...route.told, ...wanted.told])],
    excluded: [...new Set([...route.excluded, ...wanted.excluded])],
    rules: [...route.rules, ...wanted.rules],
  };
}

/** Whoever works the case hears that there is more to read; where nobody does yet, the channel or all who were told. */
function addedTo({ assignee, acknowledged, closed, route, reporter }: Case): readonly Telling[] {
  const worker = assignee ?? acknowledged?.by ?? closed?.by;
  const free = worker && !route.excluded.includes(worker.id) ? [worker.id] : undefined;
  const readers = free ?? (route.inChannel ? (['channel'] as const) : route.told);
  return readers.filter((id) => id !== reporter.id).map((to) => ({ to, what: 'added' }));
}

/** What the record keeps of a person. */
export function actor({ id, name, roles }: Person): Actor {
  return { id, name, roles };
}
