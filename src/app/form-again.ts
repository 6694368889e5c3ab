import type { Reply } from '../conversation/dialogue.ts';
import { unreadySentence } from '../conversation/present/unready.ts';
import type { CasePress, Press } from '../conversation/press.ts';
import type { Turn } from '../conversation/turn.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { Case } from '../domain/case.ts';
import type { Decision } from '../domain/casework/handler.ts';
import { mayOn } from '../domain/permissions.ts';
import type { Desk } from './effects.ts';
import { reply } from './office.ts';

/**
 * What is wrong, in one sentence; in the form that was filled in, with all that was typed, where there was one. It takes
 * no card's place, so that what is missing can be recorded on the case while the form waits.
 */
export function formAgain(
  { school }: Pick<Desk, 'school'>,
  { person, body }: Pick<Turn, 'person' | 'body'>,
  current: Case,
  decision: Extract<Decision, { kind: 'invalid' | 'unready' }>,
): Reply {
  const to = { school, person };
  const problem =
    decision.kind === 'unready'
      ? unreadySentence(to, current, decision)
      : tell(to, `case.invalid.${decision.why}`, { reference: current.id });
  const press = body.kind === 'pressed' ? body.press : undefined;
  if (!press || !isCasePress(press) || !mayOn(person, 'open', current)) {
    return reply({ kind: 'notice', notice: notice([problem]) });
  }
  const { verb, case: caseId, ...typed } = press;
  return reply({ kind: 'case-form', caseId, verb, typed, problem });
}

function isCasePress(press: Press): press is CasePress {
  return press.verb.startsWith('case.');
}
