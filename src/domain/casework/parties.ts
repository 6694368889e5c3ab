import { DateTime } from 'luxon';
import type { Actor, Case, CaseEvent, Instant } from '../case.ts';
import { keepOut, mayReadmit } from '../keeping-out.ts';
import { asKnown, freshPartyId, partiesOf, timesOf } from '../parties.ts';
import type { Party, Times } from '../party.ts';
import { isPupil, type Person } from '../people.ts';
import type { Subject } from '../report.ts';
import { routeFor } from '../routing.ts';
import { type Around, actor, blank, closed, type Decision, done, type Handlers, invalid } from './handler.ts';

/** Changes of whom a case is about and when it was. `person`: one of the school's people, where one was picked. */
export type PartiesRequest =
  | { readonly kind: 'party-add'; readonly who: Subject; readonly person: Person | undefined; readonly reason: string }
  /** What is undefined stays as it is. */
  | {
      readonly kind: 'party-change';
      readonly party: string;
      readonly who: Change;
      readonly person: Person | undefined;
      readonly reason: string;
    }
  | { readonly kind: 'party-remove'; readonly party: string; readonly reason: string }
  | { readonly kind: 'readmit'; readonly person: Person | undefined; readonly reason: string }
  | { readonly kind: 'times'; readonly to: Times; readonly reason: string }
  | { readonly kind: 'chronology'; readonly party: string };

/** What may change of a party. */
type Change = { readonly [Part in keyof Subject]: Subject[Part] | undefined };

/** The most people one case is about. */
const mostParties = 40;

/** See {@link PartiesRequest}. */
export const parties: Handlers<PartiesRequest> = {
  'party-add': {
    needs: 'escalate',
    obstacle: (current, { who, person, reason }) =>
      closed(current) ?? blank(reason, person ? 'picked' : `${who.name}${known(who)}`) ?? full(current),
    carryOut: addParty,
  },
  'party-change': {
    needs: 'escalate',
    obstacle: (current, request) => closed(current) ?? blank(request.reason) ?? unchanged(current, request),
    carryOut: changeParty,
  },
  'party-remove': {
    needs: 'escalate',
    obstacle: (current, { party, reason }) => closed(current) ?? blank(reason) ?? missing(current, party),
    carryOut: removeParty,
  },
  readmit: {
    needs: 'close',
    obstacle: (current, { person, reason }, by, _, around) =>
      closed(current) ?? blank(reason) ?? mayNotComeBack(current, person, by, around),
    carryOut: (current, { person, reason }) => (person ? readmit(current, actor(person), reason) : invalid('same')),
  },
  times: {
    needs: 'escalate',
    obstacle: (current, { to, reason }, _, now, { timeZone }) =>
      blank(reason) ?? wrong(to, now, timeZone) ?? (same(to, timesOf(current)) ? invalid('same') : undefined),
    carryOut: (current, { to, reason }) =>
      done({ ...current, times: to }, { kind: 'times-corrected', from: timesOf(current), to, reason }, [], false),
  },
  chronology: {
    needs: 'escalate',
    obstacle: (current, { party }) => missing(current, party),
    carryOut: (current, { party: id }) => {
      const party = find(current, id);
      return party ? done(current, { kind: 'chronology-opened', party }, [], false) : invalid('no-such-party');
    },
  },
};

type RequestOf<Kind> = Extract<PartiesRequest, { kind: Kind }>;

function addParty(
  current: Case,
  { who, person, reason }: RequestOf<'party-add'>,
  by: Actor,
  _: Instant,
  around: Around,
): Decision {
  const party: Party = { ...who, ...picked(who, person), id: freshPartyId(current) };
  const next = withParties(current, [...partiesOf(current), party]);
  return accusing(next, by, around, (keptOut) => ({ kind: 'party-added', party, reason, keptOut }));
}

function changeParty(
  current: Case,
  { party: id, who, person, reason }: RequestOf<'party-change'>,
  by: Actor,
  _: Instant,
  around: Around,
): Decision {
  const from = find(current, id);
  if (!from) return invalid('no-such-party');
  const to = changed(from, who, person);
  const next = withParties(
    current,
    partiesOf(current).map((one) => (one.id === id ? to : one)),
  );
  return accusing(next, by, around, (keptOut) => ({ kind: 'party-changed', from, to, reason, keptOut }));
}

/** Whoever it no longer names stays kept out: to let them in again takes a person, and a reason. */
function removeParty(current: Case, { party: id, reason }: RequestOf<'party-remove'>): Decision {
  const party = find(current, id);
  if (!party) return invalid('no-such-party');
  const rest = partiesOf(current).filter((one) => one.id !== id);
  return done(withParties(current, rest), { kind: 'party-removed', party, reason });
}

/** The case with these people; whomever they accuse may not know of it from now on. */
function accusing(
  next: Case,
  by: Actor,
  { people }: Around,
  event: (keptOut: readonly Actor[]) => CaseEvent,
): Decision {
  const wanted = routeFor({ tell: [], subjects: partiesOf(next), accused: undefined, keepFrom: '' }, people);
  const { next: kept, out, tell } = keepOut(next, wanted, people, by);
  return done(kept, event(out), tell);
}

function withParties(current: Case, now: readonly Party[]): Case {
  const listed = partiesOf(current);
  const partyCount = (current.partyCount ?? listed.length) + (now.length > listed.length ? 1 : 0);
  const gone = listed.filter((one) => !now.some(({ id, name }) => id === one.id && name === one.name));
  const formerParties = [...(current.formerParties ?? []), ...gone];
  return { ...current, parties: now, partyCount, ...(formerParties.length > 0 && { formerParties }) };
}

function find(current: Case, id: string): Party | undefined {
  return partiesOf(current).find((one) => one.id === id);
}

/** What is known of somebody who was picked: their name and whether they are an adult, whatever else was filled in. */
function picked(who: Pick<Subject, 'kind'>, person: Person | undefined): Partial<Party> {
  if (!person) return {};
  const adult = who.kind === 'headteacher' || who.kind === 'dsl' ? who.kind : 'staff';
  return { name: person.name, personId: person.id, kind: isPupil(person) ? 'pupil' : adult };
}

function changed(from: Party, { name, kind, part }: Change, person: Person | undefined): Party {
  const renamed = name !== undefined && name.trim() !== '' && name !== from.name;
  const { personId: _, ...unpicked } = from;
  const merged = { ...(renamed ? { ...unpicked, name } : from), kind: kind ?? from.kind, part: part ?? from.part };
  return { ...merged, ...picked(merged, person) };
}

function unchanged(current: Case, { party: id, who, person }: RequestOf<'party-change'>): Decision | undefined {
  const from = find(current, id);
  if (!from) return invalid('no-such-party');
  const to = changed(from, who, person);
  const parts = ['name', 'kind', 'part', 'personId'] as const;
  return parts.every((part) => to[part] === from[part]) ? invalid('same') : undefined;
}

function missing(current: Case, id: string): Decision | undefined {
  return find(current, id) ? undefined : invalid('no-such-party');
}

function full(current: Case): Decision | undefined {
  return partiesOf(current).length < mostParties ? undefined : invalid('too-many');
}

/** Somebody without a name must at least be a post: "the headteacher". */
function known({ kind }: Subject): string {
  return kind === 'unknown' ? '' : kind;
}

/** Who is still said to have done it stays out, and nobody decides about themselves or their own post. */
function mayNotComeBack(
  current: Case,
  person: Person | undefined,
  by: Person,
  { people }: Around,
): Decision | undefined {
  if (!person || !current.route.excluded.includes(person.id)) return invalid('same');
  if (!mayReadmit(by, person)) {
    return { kind: 'forbidden', event: { kind: 'refused', action: 'readmit', why: 'not-theirs-to-decide' } };
  }
  const still = routeFor({ tell: [], subjects: asKnown(current).subjects, accused: undefined, keepFrom: '' }, people);
  return still.excluded.includes(person.id) ? invalid('still-named') : undefined;
}

/** They may know of it again where their role lets them; nothing is sent to them, and the route stays as narrow as it is. */
function readmit(current: Case, person: Actor, reason: string): Decision {
  const excluded = current.route.excluded.filter((id) => id !== person.id);
  const next = { ...current, route: { ...current.route, excluded } };
  return done(next, { kind: 'readmitted', person, reason });
}

/** Days and times that can be, have come, and are in their order. Days sort as text. */
function wrong(to: Times, now: Instant, zone: string): Decision | undefined {
  const { occurredOn, noticedOn, occurredAt, noticedAt } = to;
  const readable = [occurredOn, noticedOn].every((day) => reads(day, 'yyyy-MM-dd'));
  if (!readable || ![occurredAt, noticedAt].every((time) => reads(time, 'HH:mm'))) return invalid('day');
  const today = DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd HH:mm');
  if ([moment(occurredOn, occurredAt), moment(noticedOn, noticedAt)].some((one) => one > today)) {
    return invalid('day-to-come');
  }
  if (occurredOn === '' || noticedOn === '') return undefined;
  const bothTimed = occurredAt !== '' && noticedAt !== '';
  const first = bothTimed ? moment(noticedOn, noticedAt) < moment(occurredOn, occurredAt) : noticedOn < occurredOn;
  return first ? invalid('noticed-first') : undefined;
}

function reads(text: string, format: string): boolean {
  return text === '' || DateTime.fromFormat(text, format).isValid;
}

function moment(day: string, time: string): string {
  return day === '' ? '' : `${day} ${time}`;
}

function same(one: Times, other: Times): boolean {
  return (Object.keys(one) as (keyof Times)[]).every((part) => one[part] === other[part]);
}
