import type { Actor, Case, CaseEvent, Instant, OutsideBody } from './case.ts';
import type { Person, PersonId } from './people.ts';
import { type Action, mayOn } from './permissions.ts';

/** What somebody wants done to a case. */
export type CaseRequest =
  | { readonly kind: 'open' }
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'assign'; readonly to: Person }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'escalate'; readonly to: Person; readonly reason: string }
  | {
      readonly kind: 'told-outside';
      readonly body: OutsideBody;
      readonly who: string;
      readonly number: string;
      readonly when: string;
    }
  | { readonly kind: 'close'; readonly outcome: string; readonly lessons: string }
  | { readonly kind: 'reopen'; readonly reason: string }
  /** The reporter adds something to their own report. */
  | { readonly kind: 'add'; readonly text: string };

/** Somebody who is to hear of it in their own chat. */
export type Telling = {
  readonly to: PersonId;
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
  | { readonly kind: 'invalid'; readonly why: 'empty' | 'person-may-not-know' };

/** The action of the table in `permissions.ts` that a request needs; undefined for what only the reporter may. */
function actionOf(request: CaseRequest): Action | undefined {
  if (request.kind === 'told-outside') return 'escalate';
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
    case 'acknowledge':
      if (closed) return { kind: 'too-late', why: 'closed' };
      return current.acknowledged && { kind: 'too-late', why: 'acknowledged', by: current.acknowledged.by };
    case 'assign':
      return closed ? { kind: 'too-late', why: 'closed' } : outsider(current, request.to);
    case 'escalate':
      if (closed) return { kind: 'too-late', why: 'closed' };
      return outsider(current, request.to) ?? blank(request.reason);
    case 'told-outside':
      return blank(request.who) ?? blank(request.when);
    case 'close':
      return closed ? { kind: 'too-late', why: 'closed' } : (blank(request.outcome) ?? blank(request.lessons));
    default:
      return request satisfies never;
  }
}

function blank(text: string): Decision | undefined {
  return text.trim() === '' ? { kind: 'invalid', why: 'empty' } : undefined;
}

/** A case is never handed to somebody who may not open it. */
function outsider(current: Case, to: Person): Decision | undefined {
  return mayOn(to, 'open', current) ? undefined : { kind: 'invalid', why: 'person-may-not-know' };
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
    case 'add':
      return done(current, { kind: 'added', text: request.text }, addedTo(current), false);
    case 'acknowledge':
      return done(acknowledge(current, by, now), { kind: 'acknowledged' }, toReporter(current, by, 'acknowledged'));
    case 'assign':
      return assign(current, actor(request.to), by, now);
    case 'escalate': {
      const to = actor(request.to);
      return done(
        current,
        { kind: 'escalated', to, reason: request.reason },
        [{ to: to.id, what: 'escalated' }],
        false,
      );
    }
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

/** Whoever works the case hears that there is more to read. */
function addedTo(current: Case): readonly Telling[] {
  const worker = current.assignee ?? current.acknowledged?.by;
  const readers = worker ? [worker.id] : current.route.told;
  return readers.filter((id) => id !== current.reporter.id).map((to) => ({ to, what: 'added' }));
}

/** What the record keeps of a person. */
export function actor({ id, name, roles }: Person): Actor {
  return { id, name, roles };
}
