import type { Case, Instant } from '../case.ts';
import type { Filing } from '../filing.ts';
import { type HaltReason, type Investigation, isHandsOff, isSenior, type LogEvent, type Presence } from '../log.ts';
import type { Person } from '../people.ts';
import { mayOn } from '../permissions.ts';
import { actor, blank, closed, type Decision, done, type Handlers, nobody } from './handler.ts';
import { logged } from './log-of.ts';
import { type Said, toCome, whenOf } from './times.ts';

/** What is done in an investigation: two named people, one of them senior, at one computer. */
export type InvestigationRequest =
  | {
      readonly kind: 'investigate';
      readonly lead: Person | undefined;
      readonly second: Person | undefined;
      readonly computer: string;
    }
  | {
      readonly kind: 'check';
      readonly what: string;
      readonly found: string;
      readonly present: Presence;
      readonly when: Said | undefined;
      readonly elsewhere: string;
    }
  | { readonly kind: 'halt'; readonly why: HaltReason; readonly text: string }
  | { readonly kind: 'resume'; readonly reason: string }
  | { readonly kind: 'conclude'; readonly found: string }
  | {
      readonly kind: 'viewed';
      readonly who: string;
      readonly how: string;
      readonly support: string;
      readonly when: Said | undefined;
    };

/** See {@link InvestigationRequest}. */
export const investigation: Handlers<InvestigationRequest> = {
  investigate: {
    needs: 'escalate',
    obstacle: (current, request) =>
      closed(current) ?? running(current) ?? forGood(current) ?? blank(request.computer) ?? team(current, request),
    carryOut: (current, { lead, second, computer }, _, now) => {
      if (!lead || !second) return nobody;
      return log(current, { kind: 'investigation-opened', lead: actor(lead), second: actor(second), computer }, now);
    },
  },
  check: {
    needs: 'note',
    obstacle: (current, { what, found, when }, by, now) =>
      closed(current) ?? notOpen(current) ?? stranger(current, by) ?? blank(what, found) ?? toCome(when, now),
    carryOut: (current, { what, found, present, when, elsewhere }, _, now) => {
      const other = elsewhere.trim() === '' ? {} : { elsewhere };
      return log(current, { kind: 'checked', what, found, present, when: whenOf(when, now), ...other }, now);
    },
  },
  halt: {
    needs: 'note',
    obstacle: (current, { text }) => closed(current) ?? notOpen(current) ?? blank(text),
    carryOut: (current, { why, text }, _, now) => halt(current, why, text, now),
  },
  resume: {
    needs: 'escalate',
    obstacle: (current, { reason }) => closed(current) ?? forGood(current) ?? notHalted(current) ?? blank(reason),
    carryOut: (current, { reason }, _, now) => log(current, { kind: 'investigation-resumed', reason }, now),
  },
  conclude: {
    needs: 'escalate',
    obstacle: (current, { found }) => closed(current) ?? over(current) ?? blank(found),
    carryOut: (current, { found }, _, now) => log(current, { kind: 'investigation-ended', found }, now),
  },
  viewed: {
    needs: 'note',
    obstacle: (current, { who, how, when }, _, now) => closed(current) ?? blank(who, how) ?? toCome(when, now),
    carryOut: (current, { who, how, support, when }, _, now) =>
      log(current, { kind: 'viewed', who, how, support, when: whenOf(when, now) }, now),
  },
};

function log(current: Case, event: LogEvent, now: Instant, cardChanged = false): Decision {
  return done(logged(current, event, now), event, [], cardChanged);
}

/**
 * Two people who are not the same, may know of the case, did not report it, and one of whom is senior (Somerset: more
 * than one member of staff, at least one a senior leader; requirements R127).
 */
function team(
  current: Case,
  { lead, second }: { readonly lead: Person | undefined; readonly second: Person | undefined },
): Decision | undefined {
  if (!lead || !second || !mayInvestigate(lead, current) || !mayInvestigate(second, current)) return nobody;
  if (lead.id === second.id) return { kind: 'invalid', why: 'two-people' };
  return isSenior(lead) || isSenior(second) ? undefined : { kind: 'invalid', why: 'one-senior' };
}

/** Whether this person can be one of the two: may open the case, and did not report it. */
export function mayInvestigate(person: Pick<Person, 'id' | 'roles'>, current: Case): boolean {
  return mayOn(person, 'open', current) && person.id !== current.reporter.id;
}

function stateOf({ log: { investigation: now } = {} }: Case): Investigation['state'] | 'none' {
  return now?.state ?? 'none';
}

function running(current: Case): Decision | undefined {
  const state = stateOf(current);
  return state === 'open' || state === 'halted' ? { kind: 'too-late', why: 'investigating' } : undefined;
}

function notOpen(current: Case): Decision | undefined {
  const state = stateOf(current);
  if (state === 'open') return undefined;
  return { kind: 'too-late', why: state === 'halted' ? 'halted' : 'not-investigating' };
}

function notHalted(current: Case): Decision | undefined {
  return stateOf(current) === 'halted' ? undefined : { kind: 'too-late', why: 'not-halted' };
}

function over(current: Case): Decision | undefined {
  const state = stateOf(current);
  return state === 'open' || state === 'halted' ? undefined : { kind: 'too-late', why: 'not-investigating' };
}

/** After abuse imagery was met the school looks at nothing more: what follows is for the police (R120). */
function forGood({ log: { imagery } = {} }: Case): Decision | undefined {
  return imagery ? { kind: 'too-late', why: 'halted-for-good' } : undefined;
}

/** Only the two who investigate write down what they checked, or a senior who works the case, for them. */
function stranger(current: Case, by: Person): Decision | undefined {
  const { lead, second } = current.log?.investigation ?? {};
  if (by.id === lead?.id || by.id === second?.id || mayOn(by, 'escalate', current)) return undefined;
  return { kind: 'invalid', why: 'not-of-the-two' };
}

/** Abuse imagery makes the case immediate and what it is, unless it is filed as a nude already. */
function halt(current: Case, why: HaltReason, text: string, now: Instant): Decision {
  const from: Filing = { category: current.category, severity: current.severity };
  const to: Filing = { category: isHandsOff(current) ? from.category : 'child-abuse-imagery', severity: 'immediate' };
  const changes = why === 'abuse-imagery' && (to.category !== from.category || to.severity !== from.severity);
  const event: LogEvent = { kind: 'investigation-halted', why, text, ...(changes ? { filed: { from, to } } : {}) };
  return log(current, event, now, changes);
}
