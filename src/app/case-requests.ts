import type { CasePress, Press } from '../conversation/press.ts';
import { type Advised, suggestionFor } from '../conversation/suggestion.ts';
import type { Case } from '../domain/case.ts';
import type { Found } from '../domain/casework/words.ts';
import type { CaseRequest } from '../domain/casework.ts';
import type { Person } from '../domain/people.ts';
import { workingRole } from '../domain/permissions.ts';
import { emptyReport } from '../domain/report.ts';
import { type Asking, logRequests } from './log-requests.ts';

/** Presses that act on a case: those of its caseworkers, and the reporter's additions. */
export type CaseTurnPress = CasePress | Extract<Press, { verb: 'mine.add' }>;

type Requests = {
  readonly [Verb in CaseTurnPress['verb']]: (
    by: Asking,
    press: Extract<CaseTurnPress, { verb: Verb }>,
    current: Case,
  ) => CaseRequest;
};

const requests: Requests = {
  'case.open': () => ({ kind: 'open' }),
  'case.back': () => ({ kind: 'open' }),
  'case.acknowledge': () => ({ kind: 'acknowledge' }),
  'case.note': (_, { text }) => ({ kind: 'note', text }),
  'case.reopen': (_, { reason }) => ({ kind: 'reopen', reason }),
  'case.refile': (_, { category, severity, reason }) => ({ kind: 'refile', to: { category, severity }, reason }),
  'case.assign': (by, { to }) => ({ kind: 'assign', to: chosen(by, to) }),
  'case.escalate': (by, { to, reason }) => ({ kind: 'escalate', to: chosen(by, to), reason }),
  'case.restrict': (by, { first, second, reason }) => ({
    kind: 'restrict',
    to: [chosen(by, first), chosen(by, second)],
    reason,
  }),
  'mine.add': (by, { text }) => ({ kind: 'add', text, found: found(by, text) }),
  ...logRequests,
};

/** The request that a press on this case makes. */
export function requestOf(by: Asking, press: CaseTurnPress, current: Case): CaseRequest {
  const request = requests[press.verb] as (by: Asking, press: CaseTurnPress, current: Case) => CaseRequest;
  return request(by, press, current);
}

/** What an addition is by itself: it may be graver than the report, or accuse somebody new. */
function found(by: Advised, text: string): Found {
  const { severity, rules, route } = suggestionFor(by, { ...emptyReport, what: text });
  return { severity, rules, route };
}

/** Who was picked: `me`, somebody's id, or `role:` with a number, as the channel's card has it. */
function chosen({ school, person: by }: Advised, to: string): Person | undefined {
  if (to === 'me') return by;
  const [, role, n] = /^role:([a-z-]+):(\d+)$/.exec(to) ?? [];
  if (role === undefined) return school.people.find(({ id }) => id === to);
  return school.people.filter((person) => workingRole(person) === role)[Number(n) - 1];
}
