import type { Actor, Case, CaseEvent, OutsideBody, Route } from '../case.ts';
import { type Severity, severities } from '../filing.ts';
import { keepOut } from '../keeping-out.ts';
import type { Person } from '../people.ts';
import { blank, type Decision, done, type Handlers, type Telling } from './handler.ts';

/** What somebody adds to the record of a case. */
export type WordsRequest =
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'told-outside';
      readonly body: OutsideBody;
      readonly who: string;
      readonly number: string;
      readonly when: string;
    }
  /** The reporter adds something to their own report. `found`: what triage makes of it, and where that would go. */
  | { readonly kind: 'add'; readonly text: string; readonly found: Found };

/** What an addition is by itself. */
export type Found = { readonly severity: Severity; readonly rules: readonly string[]; readonly route: Route };

/** See {@link WordsRequest}. */
export const words: Handlers<WordsRequest> = {
  note: {
    needs: 'note',
    obstacle: (_, { text }) => blank(text),
    carryOut: (current, { text }) => done(current, { kind: 'noted', text }, [], false),
  },
  'told-outside': {
    needs: 'escalate',
    obstacle: (_, { who, number, when }) => blank(who, number, when),
    carryOut: (current, { body, who, number, when }) =>
      done(current, { kind: 'told-outside', body, who, number, when }, [], false),
  },
  add: {
    needs: 'reporter',
    obstacle: (_, { text }) => blank(text),
    carryOut: (current, { text, found }, by, _, { people }) => add(current, text, found, by, people),
  },
};

/**
 * More from the reporter. It can make the case graver, never less grave; and whom it newly accuses is kept out from now
 * on, and the next in the chain is brought in.
 */
export function add(current: Case, text: string, found: Found, by: Actor, people: readonly Person[]): Decision {
  const { severity, rules } = found;
  const graver = severities.indexOf(severity) < severities.indexOf(current.severity);
  const { next: kept, out, tell } = keepOut(current, found.route, people, by);
  const next = { ...kept, severity: graver ? severity : current.severity };
  const event: CaseEvent = {
    kind: 'added',
    text,
    ...(graver ? { graver: { severity, rules } } : {}),
    ...(out.length > 0 ? { keptOut: out } : {}),
  };
  const told = tell.map(({ to }) => to);
  return done(next, event, [...tell, ...toWorkers(next, 'added').filter(({ to }) => !told.includes(to))], graver);
}

/** Whoever works the case hears that there is more to read; where nobody does yet, the channel or all who were told. */
export function toWorkers(
  { assignee, acknowledged, closed, route, reporter }: Case,
  what: Telling['what'],
): readonly Telling[] {
  const worker = assignee ?? acknowledged?.by ?? closed?.by;
  const free = worker && !route.excluded.includes(worker.id) ? [worker.id] : undefined;
  const readers = free ?? (route.inChannel ? (['channel'] as const) : route.told);
  return readers.filter((id) => id !== reporter.id).map((to) => ({ to, what }));
}
