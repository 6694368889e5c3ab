import type { PeopleVerb } from '../conversation/press/people-presses.ts';
import type { Press } from '../conversation/press.ts';
import type { Advised } from '../conversation/suggestion.ts';
import type { CaseRequest } from '../domain/casework.ts';
import type { Person } from '../domain/people.ts';

/** A case's reference as somebody may type it: in small letters, with blanks, without its hyphen. */
export function referenceIn(typed: string): string {
  const bare = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return `${bare.slice(0, 4)}-${bare.slice(4)}`;
}

type Requests = {
  readonly [Verb in PeopleVerb]: (by: Advised, press: Extract<Press, { verb: Verb }>) => CaseRequest;
};

/** The requests about people and other cases. */
export const peopleRequests: Requests = {
  'case.party-add': (by, { person, name, type, part, reason }) => ({
    kind: 'party-add',
    who: { name: name.trim(), kind: type, part },
    person: personIn(by.school.people, person),
    reason,
  }),
  'case.party-change': (by, { party, person, name, type, part, reason }) => ({
    kind: 'party-change',
    party,
    who: { name: name.trim(), kind: unlessSame(type), part: unlessSame(part) },
    person: personIn(by.school.people, person),
    reason,
  }),
  'case.party-remove': (_, { party, reason }) => ({ kind: 'party-remove', party, reason }),
  'case.readmit': (by, { person, reason }) => ({
    kind: 'readmit',
    person: personIn(by.school.people, person),
    reason,
  }),
  'case.times': (_, { reason, occurredOn, occurredAt, noticedOn, noticedAt }) => ({
    kind: 'times',
    to: { occurredOn, occurredAt, noticedOn, noticedAt },
    reason,
  }),
  'case.chronology': (_, { party }) => ({ kind: 'chronology', party }),
  'case.link': (_, { other, why }) => ({ kind: 'link', other: referenceIn(other), why }),
  'case.merge': (_, { other, why }) => ({ kind: 'merge', other: referenceIn(other), why }),
};

function personIn(people: readonly Person[], id: string): Person | undefined {
  return people.find((one) => one.id === id);
}

function unlessSame<Value extends string>(value: Value | 'same'): Value | undefined {
  return value === 'same' ? undefined : value;
}
