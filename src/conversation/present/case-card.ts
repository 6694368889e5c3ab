import type { Actor, Case } from '../../domain/case.ts';
import type { KnownPerson } from '../../domain/school.ts';
import type { CaseCardView } from '../views.ts';
import { categoryName, type Listener, moment, roleName, tell } from '../voice.ts';
import { caseActions } from './actions.ts';
import { clockFacts, type Reader } from './clock-facts.ts';
import { type Repeat, repeatFact } from './neighbours.ts';
import { pingOf } from './ping.ts';

/**
 * The card in the DSL channel. People appear by role alone: no names, no free text (rule of safety 5). `called`: the
 * people it calls by name, because it cannot wait.
 */
export function caseCardView(
  to: Listener,
  current: Case,
  repeats: readonly Repeat[] = [],
  called: readonly KnownPerson[] = [],
): CaseCardView {
  return {
    kind: 'case-card',
    caseId: current.id,
    title: tell(to, 'case.title', { reference: current.id }),
    severity: current.severity,
    facts: [...caseFacts(to, current, 'channel'), ...repeatFact(to, repeats)],
    actions: caseActions(to, current, 'channel'),
    ...pingOf(to, called),
  };
}

/** Category, severity, state and the times of a case. Colleagues stand there by the role in which they act. */
export function caseFacts(to: Listener, current: Case, reader: Reader = 'private'): CaseCardView['facts'] {
  const { acknowledged, assignee, closed, route, unfinished } = current;
  const who = ({ roles }: Actor) => roleName(route.roles.find((role) => roles.includes(role)) ?? 'staff');
  const facts = [
    { label: tell(to, 'case.severity'), value: tell(to, `case.severity.${current.severity}`) },
    { label: tell(to, 'case.category'), value: categoryName(current.category) },
    { label: tell(to, 'case.state'), value: tell(to, `case.state.${current.state}`) },
    { label: tell(to, closed ? 'case.reported' : 'case.since'), value: moment(to, current.reportedAt) },
  ];
  if (unfinished) facts.push({ label: tell(to, 'case.report'), value: tell(to, 'case.unfinished') });
  if (acknowledged) {
    const value = tell(to, 'case.acknowledged-by-role', {
      role: who(acknowledged.by),
      when: moment(to, acknowledged.at),
    });
    facts.push({ label: tell(to, 'case.acknowledged'), value });
  }
  if (assignee) {
    facts.push({ label: tell(to, 'case.assigned'), value: tell(to, 'case.assigned-to-role', { role: who(assignee) }) });
  }
  if (closed) facts.push({ label: tell(to, 'case.closed'), value: moment(to, closed.at) });
  return [...facts, ...clockFacts(to, current, reader)];
}
