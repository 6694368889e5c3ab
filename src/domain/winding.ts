import { fromOpening, isOpen } from './calendar.ts';
import type { Case, CaseEvent, Instant } from './case.ts';
import type { CaseClock, Rung, Step } from './case-clock.ts';
import { after, dueBy, type Limited, latest, type PolicyLimit, pauseOf, type Span, soonest } from './deadlines.ts';
import { severities } from './filing.ts';
import { isBefore } from './instants.ts';
import { type Climb, climbsOn, nextRung, type Staff, withRole } from './ladder.ts';
import type { Person, PersonId } from './people.ts';

/** What a clock is wound by: the school's time and limits, its policy's limits for the kind of case, and now. */
export type Winder = {
  readonly school: Limited;
  readonly policy: readonly PolicyLimit[];
  readonly now: Instant;
};

/** What happened to a case, and who did it. */
export type Happened = { readonly event: CaseEvent; readonly by: PersonId | undefined };

/** What people do to a case that moves nothing for whom it is about. */
const idle: ReadonlySet<CaseEvent['kind']> = new Set<CaseEvent['kind']>([
  'reported',
  'added',
  'opened',
  'acknowledged',
  'assigned',
  'refiled',
  'reopened',
  'restricted',
  'refused',
  'climbed',
  'told-in-person',
  'answered',
  'read',
  'reply-delivered',
  'reply-undelivered',
  'reveal-asked',
  'reveal-refused',
  'revealed',
  'name-shown',
  'exported',
  'chronology-opened',
  'linked',
  'merged-from',
  'merged-into',
  'split-off',
  'handed-over',
  'delivered',
  'undelivered',
]);

/** What a reporter says after the report: it waits to be acted on again. */
const saysMore: ReadonlySet<CaseEvent['kind']> = new Set<CaseEvent['kind']>(['added', 'answered']);

/** The case with its clock as it must run after what happened. Closed, it has none. Pure. */
export function wound(before: Case | undefined, next: Case, happened: Happened, by: Winder): Case {
  const { clock: _, ...still } = next;
  if (next.state === 'closed') return still;
  const old = before && before.state !== 'closed' ? before.clock : undefined;
  const clock = clockAfter(old, before, next, happened, by);
  return { ...next, clock };
}

function clockAfter(
  old: CaseClock | undefined,
  before: Case | undefined,
  next: Case,
  happened: Happened,
  by: Winder,
): CaseClock {
  const raised = before !== undefined && isGraver(next, before);
  const acts = isAct(next, happened);
  const acted = !raised && !saysMore.has(happened.event.kind) && (acts || (old?.acted ?? false));
  const step = stepOf(next, acted);
  const same = old?.step === step && !raised && before?.severity === next.severity && before.category === next.category;
  if (old && same && !(acts && step === 'reviewed')) return { ...old, acted };
  const reviewed = step === 'reviewed' || old?.step === 'reviewed';
  const since = old && !raised && !reviewed ? old.since : by.now;
  const due = raised ? dueWhenRaised(old, next, by) : dueOf(step, next, since, old !== undefined, by);
  return { step, since, due, ...firstClimb(step, next, since, due, by), overdue: false, acted };
}

function stepOf({ acknowledged }: Case, acted: boolean): Step {
  if (!acknowledged) return 'acknowledged';
  return acted ? 'reviewed' : 'acted';
}

function isGraver(one: Case, other: Case): boolean {
  return severities.indexOf(one.severity) < severities.indexOf(other.severity);
}

/** Something done for the case by somebody who works it. */
function isAct({ reporter }: Case, { event, by }: Happened): boolean {
  return by !== undefined && by !== reporter.id && !idle.has(event.kind);
}

/** Whoever has just taken a case, or hears that it is another than they thought, has a moment at least. */
function dueOf(
  step: Step,
  { severity }: Case,
  since: Instant,
  changed: boolean,
  { school, policy, now }: Winder,
): Instant {
  const due = dueBy(school, { step, severity, policy }, since);
  return changed ? latest(due, after(school, now, pauseOf(step, severity))) : due;
}

/** What grows graver in somebody's hands is as urgent as a new report, and what was due sooner stays so. */
function dueWhenRaised(old: CaseClock | undefined, { severity }: Case, { school, policy, now }: Winder): Instant {
  const due = dueBy(school, { step: 'acknowledged', severity, policy }, now);
  return old && isBefore(now, old.due) ? soonest(old.due, due) : due;
}

/**
 * When the ladder begins: when the step is overdue. An immediate case that comes while nobody is at school climbs at
 * once, and past the channel, where nobody looks.
 */
function firstClimb(
  step: Step,
  { severity, route }: Case,
  since: Instant,
  due: Instant,
  { school, now }: Winder,
): Pick<CaseClock, 'next' | 'rung'> {
  if (severity === 'immediate' && step === 'acknowledged' && !isOpen(school, since)) {
    return { next: now, ...(route.inChannel ? { rung: 'channel' } : {}) };
  }
  return { next: inHours(school, due, pauseOf(step, severity)) };
}

/** By the wall clock whatever the hour; otherwise what falls while the school is closed waits for its opening. */
function inHours(school: Limited, at: Instant, pause: Span): Instant {
  return 'minutes' in pause ? at : fromOpening(school, at);
}

/** What comes of a timer that fires. */
export type Climbed<P extends Person = Person> = {
  readonly next: Case;
  readonly climb: Climb<P> | undefined;
  readonly event: CaseEvent;
};

/** `again` comes every hour, for a day: by then it is another day's work. */
const again: Span = { minutes: 60 };
const mostRounds = 24;

/** The case after its timer fired: the next rung with somebody on it, or the end of the ladder. Pure. */
export function climbed<P extends Person>(
  current: Case & { readonly clock: CaseClock },
  staff: Staff<P>,
  school: Limited,
  now: Instant,
): Climbed<P> {
  const { clock } = current;
  const climb = (clock.rounds ?? 0) < mostRounds ? nextRung(current, clock.step, lastOf(clock), staff) : undefined;
  const overdue = !isBefore(now, clock.due);
  const { next: fired = now, ...rest } = clock;
  if (!climb) {
    const event = eventOf(clock, { rung: 'nobody', to: [] });
    return { next: { ...current, clock: { ...rest, overdue } }, climb, event };
  }
  const { rung, to } = climb;
  const rounds = rung === 'again' ? { rounds: (clock.rounds ?? 0) + 1 } : {};
  const next = afterPause(school, pauseAfter(current, rung), fired, now);
  const route = to.reduce((widened) => (climbsOn(rung) ? withRole(widened, rung) : widened), current.route);
  return {
    next: { ...current, route, clock: { ...rest, rung, ...rounds, next, overdue } },
    climb,
    event: eventOf(clock, climb),
  };
}

/** What comes again and again is always the rung after the one before it. */
function lastOf({ rung }: CaseClock): Rung | undefined {
  return rung === 'again' ? 'reporter' : rung;
}

function eventOf(
  { step, due }: CaseClock,
  { rung, to }: { readonly rung: Rung | 'nobody'; readonly to: readonly Person[] },
): CaseEvent {
  return { kind: 'climbed', rung, step, due, to: to.map(({ id, name, roles }) => ({ id, name, roles })) };
}

function pauseAfter({ severity, clock }: Case & { readonly clock: CaseClock }, rung: Rung): Span {
  return rung === 'reporter' || rung === 'again' ? again : pauseOf(clock.step, severity);
}

/** Counted from when it should have fired, so that no rung drifts; from now where that is long past. */
function afterPause(school: Limited, pause: Span, fired: Instant, now: Instant): Instant {
  const planned = inHours(school, after(school, fired, pause), pause);
  return isBefore(now, planned) ? planned : inHours(school, after(school, now, pause), pause);
}
