import { answerSuggestion } from '../conversation/answer-suggestion.ts';
import type { CasePress, OwnPress, Press } from '../conversation/press.ts';
import { type Advised, suggestionFor } from '../conversation/suggestion.ts';
import type { Actor, Case } from '../domain/case.ts';
import { actor } from '../domain/casework/handler.ts';
import { type AnswerRequest, opensSeal, secondsFor } from '../domain/casework/talk.ts';
import type { Found } from '../domain/casework/words.ts';
import type { CaseRequest } from '../domain/casework.ts';
import type { Person } from '../domain/people.ts';
import { workingRole } from '../domain/permissions.ts';
import { emptyReport, type Report } from '../domain/report.ts';
import { peopleRequests } from './people-requests.ts';

/** Presses that act on a case: those of its caseworkers, and what its reporter does with it. */
export type CaseTurnPress = CasePress | OwnPress | Extract<Press, { verb: 'mine.add' }>;

/** What a request is made with: the case as it stands, and who reported it where the request makes that known. */
export type Standing = { readonly current: Case; readonly who: Actor | undefined };

type Request<Asked extends CaseTurnPress> = (by: Advised, press: Asked, on: Standing) => CaseRequest;

type Requests = {
  readonly [Verb in CaseTurnPress['verb']]: Request<Extract<CaseTurnPress, { verb: Verb }>>;
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
  ...peopleRequests,
  'case.in-person': () => ({ kind: 'told-in-person' }),
  'case.restrict': (by, { first, second, reason }) => ({
    kind: 'restrict',
    to: [chosen(by, first), chosen(by, second)],
    reason,
  }),
  'mine.add': (by, { text }) => ({ kind: 'add', text, found: found(by, text) }),
  'case.reply': (_, { text }) => ({ kind: 'reply', text }),
  'case.reveal': (by, { reason, because }, on) => ({
    kind: 'reveal',
    reason,
    because,
    seconds: secondsFor(on.current, by.school.people, by.person.id),
    who: on.who,
  }),
  'case.reveal-answer': (_, { ask, answer, text }, { who }) => ({
    kind: 'reveal-answer',
    ask,
    agrees: answer === 'agree',
    reason: text,
    who: answer === 'agree' ? who : undefined,
  }),
  'own.thread': () => ({ kind: 'read', reply: undefined }),
  'own.read': (_, { reply }) => ({ kind: 'read', reply }),
  'own.show-name': ({ person }) => ({ kind: 'show-name', who: actor(person) }),
};

/** The request that a press makes. */
export function requestOf(by: Advised, press: CaseTurnPress, on: Standing): CaseRequest {
  const request = requests[press.verb] as Request<CaseTurnPress>;
  return request(by, press, on);
}

/** Whether carrying out this press would make known who reported the case. */
export function opensSealOf(current: Case, press: CaseTurnPress): boolean {
  if (press.verb === 'case.reveal') return opensSeal(current, 'reveal');
  return press.verb === 'case.reveal-answer' && press.answer === 'agree' && opensSeal(current, 'agree');
}

/** What an addition is by itself: it may be graver than the report, or accuse somebody new. */
export function found(by: Advised, text: string, about: Partial<Pick<Report, 'subjects' | 'keepFrom'>> = {}): Found {
  const { severity, rules, route } = suggestionFor(by, { ...emptyReport, ...about, what: text });
  return { severity, rules, route };
}

/** The request that somebody's answer makes. */
export function answerRequest(
  by: Advised,
  { reply, text, atOnce }: Omit<AnswerRequest, 'kind' | 'found'>,
): CaseRequest {
  const { severity, rules, route } = answerSuggestion(by, text);
  return { kind: 'answer', reply, text, atOnce, found: { severity, rules, route } };
}

/** Who was picked: `me`, somebody's id, or `role:` with a number, as the channel's card has it. */
function chosen({ school, person: by }: Advised, to: string): Person | undefined {
  if (to === 'me') return by;
  const [, role, n] = /^role:([a-z-]+):(\d+)$/.exec(to) ?? [];
  if (role === undefined) return school.people.find(({ id }) => id === to);
  return school.people.filter((person) => workingRole(person) === role)[Number(n) - 1];
}
