import { policyOn } from '../conversation/policy-on-case.ts';
import type { LogPress, Press } from '../conversation/press.ts';
import type { Advised } from '../conversation/suggestion.ts';
import { saidAt } from '../conversation/times.ts';
import type { Case, Instant } from '../domain/case.ts';
import type { Demands } from '../domain/casework/demands.ts';
import type { CaseRequest } from '../domain/casework.ts';
import type { Person } from '../domain/people.ts';

/** Somebody who asks for something to be done, and when they do. */
export type Asking = Advised & { readonly now: Instant };

type LogRequests = {
  readonly [Verb in LogPress['verb']]: (
    by: Asking,
    press: Extract<Press, { verb: Verb }>,
    on: { readonly current: Case },
  ) => CaseRequest;
};

/** The requests of the presses that keep a case's log. What the school's policy asks of the case goes with them. */
export const logRequests: LogRequests = {
  'case.investigate': ({ school }, { lead, second, computer }) => ({
    kind: 'investigate',
    lead: named(school.people, lead),
    second: named(school.people, second),
    computer,
  }),
  'case.check': (by, { what, found, present, elsewhere, day, time }) => ({
    kind: 'check',
    what,
    found,
    present,
    elsewhere,
    when: saidAt(by, day, time),
  }),
  'case.halt': (_, { why, text }) => ({ kind: 'halt', why, text }),
  'case.resume': (_, { reason }) => ({ kind: 'resume', reason }),
  'case.conclude': (_, { found }) => ({ kind: 'conclude', found }),
  'case.viewed': (by, { who, how, support, day, time }) => ({
    kind: 'viewed',
    who,
    how,
    support,
    when: saidAt(by, day, time),
  }),
  'case.evidence': (by, { what, sort, holder, day, time }, { current }) => ({
    kind: 'evidence',
    what,
    sort,
    holder,
    when: saidAt(by, day, time),
    demands: demandsOf(by, current),
  }),
  'case.evidence-moved': (by, { item, fate, who, day, time }) => ({
    kind: 'evidence-moved',
    item: Number(item),
    fate,
    who,
    when: saidAt(by, day, time),
  }),
  'case.told': (by, { body, who, number, advice, day, time }) => ({
    kind: 'told-outside',
    body,
    who,
    number,
    advice,
    when: saidAt(by, day, time),
  }),
  'case.not-told': (_, { body, reason }) => ({ kind: 'not-told', body, reason }),
  'case.parents': (by, { whose, teller, how, agreed, day, time }, { current }) => ({
    kind: 'parents',
    whose,
    teller,
    how,
    agreed,
    when: saidAt(by, day, time),
    demands: demandsOf(by, current),
  }),
  'case.parents-not': (_, { whose, reason }) => ({ kind: 'parents-not', whose, reason }),
  'case.sanction': (by, { sanction, count, whom, decided, until }, { current }) => ({
    kind: 'sanction',
    sanction,
    title: by.policy.pack.sanctions[sanction]?.title ?? '',
    count,
    whom,
    decided,
    until,
    demands: demandsOf(by, current),
  }),
  'case.close': (by, { outcome, debrief, day, lessons, changes, anyway }, { current }) => ({
    kind: 'close',
    outcome,
    debrief,
    when: saidAt(by, day, ''),
    lessons,
    changes,
    anyway,
    demands: demandsOf(by, current),
  }),
};

function demandsOf(by: Asking, current: Case): Demands {
  return policyOn(by, current).demands;
}

function named(people: readonly Person[], id: string): Person | undefined {
  return people.find((person) => person.id === id);
}
