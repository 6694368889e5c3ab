import type { Reply } from '../conversation/dialogue.ts';
import { courseFor } from '../conversation/induction/course.ts';
import { type Move, type Moved, move, type Progress } from '../conversation/induction/progress.ts';
import { newsOf } from '../conversation/present/induction.ts';
import type { InductionPress } from '../conversation/press.ts';
import { type Advised, audienceOf } from '../conversation/suggestion.ts';
import type { Turn } from '../conversation/turn.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { Instant } from '../domain/case.ts';
import { actor } from '../domain/casework/handler.ts';
import { commitTurn, markKey, type Office, policyAt, reply, schoolOf, untilCommitted } from './office.ts';
import { key } from './rows.ts';
import type { Row, Store, Write } from './store.ts';

type Effects = { readonly writes: readonly Write[]; readonly replies: readonly Reply[] };

/** One turn of an induction: one point read, one decision, one transaction. The row is the person's, on any device. */
export async function inductionTurn(office: Office, turn: Turn, press: InductionPress): Promise<readonly Reply[]> {
  const markAt = markKey(office, turn);
  const by: Advised = {
    school: schoolOf(office, turn.school),
    policy: policyAt(office, turn.school),
    person: turn.person,
  };
  const result = await untilCommitted(office, async () => {
    const row = await office.store.get(turn.school, key.induction(turn.person.id));
    const { writes, replies } = act(by, turn, press, row, office.clock.now());
    return commitTurn(office, turn.school, markAt, writes, replies, replies);
  });
  return result.kind === 'committed' ? result.outcome : result.replies;
}

/** Somebody's induction as the store has it; undefined: not begun. */
export async function progressOf(
  store: Store,
  { school, person }: Pick<Advised, 'school' | 'person'>,
): Promise<Progress | undefined> {
  return progressIn(await store.get(school.id, key.induction(person.id)));
}

function progressIn(row: Row | undefined): Progress | undefined {
  return row?.value as Progress | undefined;
}

function act(by: Advised, turn: Turn, press: InductionPress, row: Row | undefined, now: Instant): Effects {
  if (turn.address.kind === 'channel') {
    return { writes: [], replies: [reply({ kind: 'notice', notice: notice([tell(by, 'in-channel')]) })] };
  }
  const asked = moveOf(press);
  // Opened from the welcome, which stays.
  if (!asked) return { writes: [], replies: [reply({ kind: 'induction' })] };
  const { pack } = by.policy;
  const course = courseFor(pack, audienceOf(by.person));
  const moved = move(course, progressIn(row), asked, { person: actor(by.person), pack: pack.head.id, now });
  const replies = [reply({ kind: 'induction', news: newsOf(by, moved) }, true)];
  return { writes: writesOf(by, moved, row), replies };
}

function moveOf(press: InductionPress): Move | undefined {
  switch (press.verb) {
    case 'induction.open':
      return undefined;
    case 'induction.next':
      return { kind: 'read', rule: press.rule, choice: press.choice };
    case 'induction.accept':
      return { kind: 'accept', document: press.document, version: press.version };
    default:
      return press satisfies never;
  }
}

function writesOf({ person }: Advised, moved: Moved, row: Row | undefined): readonly Write[] {
  if (!('progress' in moved)) return [];
  const write = { key: key.induction(person.id), value: moved.progress };
  return [row ? { kind: 'replace', ...write, etag: row.etag } : { kind: 'insert', ...write }];
}
