import type { Reply } from '../conversation/dialogue.ts';
import type { Turn } from '../conversation/turn.ts';
import { button, notice, tell } from '../conversation/voice.ts';
import type { Case } from '../domain/case.ts';
import type { CaseRequest } from '../domain/casework.ts';
import { mayOn } from '../domain/permissions.ts';
import { type Desk, openButton } from './effects.ts';
import { reply } from './office.ts';

/** What is answered where whoever reported, or a second person, has done something; undefined for anything else. */
export function talkAnswers(
  desk: Desk,
  { person }: Turn,
  current: Case,
  request: CaseRequest,
): readonly Reply[] | undefined {
  const to = { school: desk.school, person };
  const values = { reference: current.id };
  switch (request.kind) {
    case 'answer':
      return [line(tell(to, request.atOnce ? 'talk.answered-now' : 'talk.answered', values))];
    case 'read':
      return readReplies(desk, person, current, request.reply);
    case 'show-name':
      return [line(tell(to, 'talk.show-name-done', values))];
    case 'reveal-answer': {
      const buttons = mayOn(person, 'open', current) ? [openButton(desk.school, person, current.id)] : [];
      const told = tell(to, request.agrees ? 'talk.agreed' : 'talk.refused', values);
      return [reply({ kind: 'notice', notice: notice([told], buttons) }, true)];
    }
    default:
      return undefined;
  }
}

/** What whoever reported is answered where there was nothing left to do. */
export function talkHindered(
  desk: Desk,
  { person }: Turn,
  current: Case,
  request: CaseRequest,
): readonly Reply[] | undefined {
  if (request.kind === 'read') return readReplies(desk, person, current, request.reply);
  if (request.kind !== 'show-name') return undefined;
  return [line(tell({ school: desk.school, person }, 'talk.show-name-already', { reference: current.id }))];
}

/** The thread, where that was asked for; else thanks, below the message, which stays as it is. */
function readReplies(
  { school }: Desk,
  person: Turn['person'],
  { id }: Case,
  read: number | undefined,
): readonly Reply[] {
  if (read === undefined) return [reply({ kind: 'thread', caseId: id })];
  const to = { school, person };
  const buttons = [
    button(to, 'talk.answer', { verb: 'mine.answering', case: id, reply: read }, 'positive'),
    button(to, 'talk.thread', { verb: 'own.thread', case: id }),
  ];
  return [reply({ kind: 'notice', notice: notice([tell(to, 'talk.read-done')], buttons) })];
}

function line(told: string): Reply {
  return reply({ kind: 'notice', notice: notice([told]) }, true);
}
