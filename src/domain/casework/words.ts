import type { Case, CaseEvent, Route } from '../case.ts';
import { type Severity, severities } from '../filing.ts';
import { blank, type Decision, done, type Handlers, type Telling } from './handler.ts';

/** What somebody adds to the record of a case. */
export type WordsRequest =
  | { readonly kind: 'note'; readonly text: string }
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
  add: {
    needs: 'reporter',
    obstacle: (_, { text }) => blank(text),
    carryOut: (current, { text, found }) => add(current, text, found),
  },
};

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
