import type { CaseId } from '../../domain/case.ts';
import { isPupil } from '../../domain/people.ts';
import { answerSuggestion } from '../answer-suggestion.ts';
import type { Command as Word } from '../commands.ts';
import type { Dialogue, ReplyTo, Step, World } from '../dialogue.ts';
import { adviceView } from '../present/advice.ts';
import { button, notice, remark, replies, tell } from '../voice.ts';
import { joined } from './draft-parts.ts';

/** What is also said in answer to somebody, though it is a command otherwise: "ok", "no", "thank you". */
const alsoAnswers: readonly (Word | undefined)[] = [undefined, 'thanks', 'pause'];

/**
 * The message from the school that what is typed now may answer: the last thing put before the person, so not where
 * they have gone on with a report since, nor where they plainly ask for something else.
 */
export function awaited({ replyTo, draft, asking }: Dialogue, command: Word | undefined): ReplyTo | undefined {
  const since = draft !== undefined && replyTo !== undefined && draft.touched > replyTo.at;
  return since || asking || !alsoAnswers.includes(command) ? undefined : replyTo;
}

/** Words that may be the answer: kept, and asked about. A child's are sent at once where somebody may be in danger. */
export function perhapsAnswer(state: Dialogue, replyTo: ReplyTo, text: string, world: World): Step {
  const words = joined([replyTo.words, text]);
  const suggestion = answerSuggestion(world, words);
  const { severity } = suggestion;
  if (severity === 'immediate' && isPupil(world.person)) return send(state, replyTo, words, true);
  const advice = { kind: 'notice', notice: adviceView(world, suggestion) } as const;
  const first = severity === 'immediate' || severity === 'high' ? replies(advice) : [];
  const offer = { kind: 'notice', notice: offerOf(replyTo, world) } as const;
  return { state: { ...state, replyTo: { ...replyTo, words } }, replies: [...first, ...replies(offer)] };
}

function offerOf({ case: id, reply }: ReplyTo, world: World) {
  return notice(
    [tell(world, 'talk.is-answer-kept'), tell(world, 'talk.is-answer', { reference: id })],
    [
      button(world, 'talk.is-answer-yes', { verb: 'mine.is-answer', case: id, reply }, 'positive'),
      button(world, 'talk.is-answer-no', { verb: 'mine.no-answer' }),
    ],
  );
}

/** Yes, that was the answer. */
export function isAnswer(state: Dialogue, id: CaseId, world: World): Step {
  const { replyTo } = state;
  if (!replyTo?.words || replyTo.case !== id) return nothingKept(state, world);
  return send(state, replyTo, replyTo.words, false);
}

function send(state: Dialogue, { case: id, reply }: ReplyTo, text: string, atOnce: boolean): Step {
  const command = { kind: 'answer', case: id, reply, text, atOnce } as const;
  return { state: released(state).state, replies: [], command };
}

/** The answer came by the form. Words that were typed and not yet placed still wait. */
export function answered(state: Dialogue, id: CaseId, reply: number, text: string): Step {
  const { replyTo } = state;
  const over = replyTo?.case === id && replyTo.reply <= reply && !replyTo.words;
  const next = over ? released(state).state : state;
  return { state: next, replies: [], command: { kind: 'answer', case: id, reply, text, atOnce: false } };
}

/** No, it was something else: the words to take as if they were said now. */
export function released({ replyTo, ...state }: Dialogue): { state: Dialogue; words: string | undefined } {
  return { state, words: replyTo?.words };
}

/** A button on words that have found their place already. */
export function nothingKept(state: Dialogue, world: World): Step {
  return remark(state, notice([tell(world, 'talk.nothing-kept')]));
}
