import type { Actor, Case, CaseEvent, CaseId, Instant } from '../case.ts';
import { type KeptOut, keptOutOfBoth } from '../keeping-out.ts';
import type { CaseLink } from '../party.ts';
import type { Person } from '../people.ts';
import { type Action, mayOn } from '../permissions.ts';
import {
  type Also,
  type Around,
  blank,
  closed,
  type Decision,
  type Done,
  done,
  type Handlers,
  invalid,
} from './handler.ts';

/** Ties between two cases. The other one is read beside the first, and both change in one transaction. */
export type LinksRequest =
  /** They are about one event, or have to do with each other. */
  | { readonly kind: 'link'; readonly other: CaseId; readonly why: string }
  /** The case is a double of the other one, which goes on for both. */
  | { readonly kind: 'merge'; readonly other: CaseId; readonly why: string };

/** See {@link LinksRequest}. */
export const links: Handlers<LinksRequest> = {
  link: {
    needs: 'escalate',
    obstacle: (current, { why }, by, _, { other }) =>
      blank(why) ?? strange(current, other, by, 'escalate') ?? tied(current, other, 'linked'),
    carryOut: (current, { why }, by, _, around) => link(current, why, by, around),
  },
  merge: {
    needs: 'close',
    obstacle: (current, { why }, by, _, { other }) =>
      closed(current) ??
      blank(why) ??
      strange(current, other, by, 'close') ??
      (other && (other.state === 'closed' ? invalid('other-closed') : shows(current, other))),
    carryOut: (current, { why }, by, now, around) => merge(current, why, by, now, around),
  },
};

/** The other case must be there, be another one, and be theirs to work; which of these fails is never said. */
function strange(current: Case, other: Case | undefined, by: Person, needs: Action): Decision | undefined {
  const theirs = other && other.id !== current.id && mayOn(by, 'open', other) && mayOn(by, needs, other);
  return theirs ? undefined : invalid('other-case');
}

function tied({ links: ties = [] }: Case, other: Case | undefined, how: CaseLink['how']): Decision | undefined {
  return ties.some((one) => one.other === other?.id && (one.how === how || one.how === 'duplicate'))
    ? invalid('tied-already')
    : undefined;
}

/**
 * What a private case is about goes on in the other one, so that one must be as private: nobody may come to know there
 * what is kept from them here.
 */
function shows(current: Case, other: Case): Decision | undefined {
  const { roles, only } = current.route;
  const everybody = only && !other.route.only?.every((id) => only.includes(id));
  const wider = everybody || other.route.roles.some((role) => !roles.includes(role));
  const shown = !current.route.inChannel && (other.route.inChannel || wider);
  return shown ? invalid('would-show') : undefined;
}

function link(current: Case, why: string, by: Actor, { other, people }: Around): Decision {
  if (!other) return invalid('other-case');
  const here = keptOutOfBoth(current, other, people, by);
  const there = keptOutOfBoth(other, current, people, by);
  return both(here, there, 'linked', (kept, at) => ({ kind: 'linked', other: at, why, keptOut: kept.out }), why);
}

function merge(current: Case, why: string, by: Actor, at: Instant, { other, people }: Around): Decision {
  if (!other) return invalid('other-case');
  const here = keptOutOfBoth(asPrivate(current, other), other, people, by);
  const there = keptOutOfBoth(other, current, people, by);
  const gone: Case = {
    ...here.next,
    state: 'closed',
    closed: { by, at, outcome: why, lessons: '' },
    mergedInto: other.id,
  };
  return both({ ...here, next: gone }, there, 'duplicate', (kept, to) => mergeEvent(kept, to, other.id, why), why);
}

function mergeEvent({ out: keptOut }: KeptOut, other: CaseId, into: CaseId, why: string): CaseEvent {
  return { kind: other === into ? 'merged-into' : 'merged-from', other, why, keptOut };
}

/** The double of a private case is as private. */
function asPrivate(current: Case, { route }: Case): Case {
  if (route.inChannel) return current;
  const roles = current.route.roles.filter((role) => route.roles.includes(role));
  const only = route.only ? { only: route.only } : {};
  return { ...current, route: { ...current.route, roles, ...only, inChannel: false } };
}

/** Each case with its tie to the other, and what is recorded there. */
function both(
  here: KeptOut,
  there: KeptOut,
  how: CaseLink['how'],
  event: (kept: KeptOut, other: CaseId) => CaseEvent,
  why: string,
): Done {
  const also: Also = {
    next: withLink(there.next, { other: here.next.id, how, why }),
    event: event(there, here.next.id),
    tell: there.tell,
  };
  const next = withLink(here.next, { other: there.next.id, how, why });
  return { ...done(next, event(here, there.next.id), here.tell, how === 'duplicate'), also };
}

function withLink(current: Case, link: CaseLink): Case {
  const others = (current.links ?? []).filter(({ other }) => other !== link.other);
  return { ...current, links: [...others, link] };
}

/** A double that is opened again is a case of its own; the other one is told so in its record. */
export function splitOff(current: Case, { other }: Around, why: string): Also | undefined {
  if (!other || current.mergedInto !== other.id) return undefined;
  return { next: other, event: { kind: 'split-off', other: current.id, why }, tell: [] };
}
