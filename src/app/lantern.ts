import type { Message } from '../conversation/messages.ts';
import type { Turn } from '../conversation/turn.ts';
import type { View } from '../conversation/views.ts';
import type { Person } from '../domain/people.ts';

/** One thing to answer a turn with, in order. */
export type Answer = {
  readonly message: Message;
  readonly view: View;
  /** The pressed card becomes this view, where the surface allows; otherwise it is sent as a new message. */
  readonly replaces: boolean;
};

/** What a channel calls. */
export type Lantern = {
  /**
   * Takes one turn: saves all that it changes in one transaction, then says what to answer. A repeat of a turn has
   * the answer of the first and no effect. Rejects when nothing could be saved; then say {@link Lantern.notSaved}.
   *
   * In a channel (not a chat) and on the surfaces `card` and `dialog` the answer goes to the presser alone;
   * on the surface `message` in a channel every answer is safe for all to read.
   */
  turn(turn: Turn): Promise<readonly Answer[]>;
  /** What somebody would be shown of this message now. Reads only: nobody is said to have opened anything. */
  show(school: string, person: Person, message: Message): Promise<View>;
  /** What to say when a turn rejected: it is not saved, and whom to phone. Reads no store. */
  notSaved(turn: Turn): View;
  /** Hands answers that could not be sent to the outbox, which keeps trying. */
  answerLater(turn: Turn, answers: readonly Answer[]): Promise<void>;
};
