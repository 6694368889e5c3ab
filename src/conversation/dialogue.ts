import type { CaseId, Instant } from '../domain/case.ts';
import type { AnswerRequest } from '../domain/casework/talk.ts';
import type { Category } from '../domain/filing.ts';
import type { Person } from '../domain/people.ts';
import type { Report } from '../domain/report.ts';
import type { School } from '../domain/school.ts';
import type { Policy } from '../policy/policy.ts';
import type { InsideRole } from '../policy/vocabulary.ts';
import type { BoxQuestion } from './box/questions.ts';
import type { Message } from './messages.ts';

/** A report that is being written. Its id becomes the case's, so that one draft can never make two cases. */
export type Draft = {
  readonly id: CaseId;
  readonly report: Report;
  readonly begun: Instant;
  readonly touched: Instant;
  /** `summary`: all questions are answered and it was read back. */
  readonly stage: 'form' | 'summary';
  /** The texts that were typed into it, in order, so that an older form cannot lose the later ones. */
  readonly added: readonly string[];
  /** A child's choice: their name stays hidden unless someone is in danger. Undefined: not chosen. */
  readonly hidden?: boolean;
  /** The child's earlier case that this is about once more. */
  readonly again?: CaseId;
  /** The child's case that these words may belong to: they were typed soon after it, and the child is asked. */
  readonly perhapsOf?: CaseId;
};

/** What a child sent or added to last. */
export type Sent = {
  readonly id: CaseId;
  readonly at: Instant;
  /** What kinds of incident it is known to be about. Undefined: none, as it was picked from a list. */
  readonly about?: readonly Category[];
  /** What the child chose for their name in it. */
  readonly hidden?: boolean;
};

/** Where a child's telling stands: what was said to them, and what they were asked last. */
export type Box = {
  /** When it was said who reads it, that the chat is kept, and that no secret can be promised. */
  readonly told?: Instant;
  /** The question that waits for an answer. */
  readonly asked?: BoxQuestion;
  /** Questions of the open draft that need not be asked any more. */
  readonly done?: readonly BoxQuestion[];
  /** A draft that is not sent and made room for another. */
  readonly aside?: Draft;
  /** The case that was sent or added to last, and when: what is said soon after belongs to it. */
  readonly sent?: Sent;
};

/** What one conversation remembers. */
export type Dialogue = {
  readonly draft?: Draft;
  /** The draft that was submitted last, so that a second press on an old card is answered and not done again. */
  readonly saved?: CaseId;
  /** Words that were not understood, or not yet placed; kept until the person says where they belong. */
  readonly loose?: string;
  /** The next message is a question to the policy. */
  readonly asking?: boolean;
  /** The question whose answer was last called unhelpful, so that a second press is not counted twice. */
  readonly judged?: string;
  /** The question that was last passed on to a person. */
  readonly passedOn?: string;
  /** A child's alone: the bully box. */
  readonly box?: Box;
  /** What those who work a case wrote here last: what is typed next may be the answer to it. */
  readonly replyTo?: ReplyTo;
};

/** A reply that was put before the person: of which case, by the number of its event, and when. */
export type ReplyTo = {
  readonly case: CaseId;
  readonly reply: number;
  readonly at: Instant;
  /** What was typed since; kept until the person says whether it is the answer. */
  readonly words?: string;
};

/** What a step knows besides the state and the event. */
export type World = {
  readonly school: School;
  /** The school's policy at work. */
  readonly policy: Policy;
  readonly person: Person;
  readonly now: Instant;
  /** An id that no case has, should a draft begin. */
  readonly fresh: CaseId;
};

/** Something to say. `replaces`: the pressed card becomes this, where the channel can. */
export type Reply = { readonly message: Message; readonly replaces: boolean };

/** What a turn does beyond the conversation. At most one a turn. */
export type Command =
  /** `unfinished`: sent at once, since somebody may be in danger, while a child is still telling. */
  | { readonly kind: 'submit'; readonly draft: Draft; readonly unfinished?: true }
  /** More words to a report of one's own. `about`: whom they accuse, and whom they want kept out. */
  | {
      readonly kind: 'add';
      readonly case: CaseId;
      readonly text: string;
      readonly about: Pick<Report, 'subjects' | 'keepFrom'>;
    }
  /** Words to those who work a case, in answer to what they wrote. */
  | ({ readonly kind: 'answer'; readonly case: CaseId } & Pick<AnswerRequest, 'reply' | 'text' | 'atOnce'>)
  /** A question that the policy did not answer, or not well: for the log that its owner reads. */
  | {
      readonly kind: 'log-question';
      readonly question: string;
      readonly why: 'unanswered' | 'unhelpful';
      readonly rule: string;
    }
  /** A question for a person: whoever holds the role; undefined leaves it to the policy's owner. */
  | { readonly kind: 'pass-on'; readonly question: string; readonly to: InsideRole | undefined }
  /** The speaker is away until then; now: they are back. */
  | { readonly kind: 'away'; readonly until: Instant }
  /** Somebody looked at the list of open cases; kept on the record. */
  | { readonly kind: 'record-listing' }
  /** Somebody asked for what their role may not; kept on the record. */
  | { readonly kind: 'record-refusal'; readonly action: string };

/** What comes of one step. */
export type Step = {
  readonly state: Dialogue;
  readonly replies: readonly Reply[];
  readonly command?: Command;
};

/** A conversation in which nothing has been said. */
export const newDialogue: Dialogue = {};
