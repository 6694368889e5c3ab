import type { CasePress, Press } from '../conversation/press.ts';
import { type Advised, suggestionFor } from '../conversation/suggestion.ts';
import type { Found } from '../domain/casework/words.ts';
import type { CaseRequest } from '../domain/casework.ts';
import type { Person } from '../domain/people.ts';
import { workingRole } from '../domain/permissions.ts';
import { emptyReport, type Report } from '../domain/report.ts';

/** Presses that act on a case: those of its caseworkers, and the reporter's additions. */
export type CaseTurnPress = CasePress | Extract<Press, { verb: 'mine.add' }>;

type Requests = {
  readonly [Verb in CaseTurnPress['verb']]: (by: Advised, press: Extract<CaseTurnPress, { verb: Verb }>) => CaseRequest;
};

const requests: Requests = {
  'case.open': () => ({ kind: 'open' }),
  'case.acknowledge': () => ({ kind: 'acknowledge' }),
  'case.note': (_, { text }) => ({ kind: 'note', text }),
  'case.told': (_, { body, who, number, when }) => ({ kind: 'told-outside', body, who, number, when }),
  'case.close': (_, { outcome, lessons }) => ({ kind: 'close', outcome, lessons }),
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
};

/** The request that a press makes. */
export function requestOf(by: Advised, press: CaseTurnPress): CaseRequest {
  const request = requests[press.verb] as (by: Advised, press: CaseTurnPress) => CaseRequest;
  return request(by, press);
}

/** What an addition is by itself: it may be graver than the report, or accuse somebody new. */
export function found(by: Advised, text: string, about: Partial<Pick<Report, 'subjects' | 'keepFrom'>> = {}): Found {
  const { severity, rules, route } = suggestionFor(by, { ...emptyReport, ...about, what: text });
  return { severity, rules, route };
}

/** Who was picked: `me`, somebody's id, or `role:` with a number, as the channel's card has it. */
function chosen({ school, person: by }: Advised, to: string): Person | undefined {
  if (to === 'me') return by;
  const [, role, n] = /^role:([a-z-]+):(\d+)$/.exec(to) ?? [];
  if (role === undefined) return school.people.find(({ id }) => id === to);
  return school.people.filter((person) => workingRole(person) === role)[Number(n) - 1];
}
