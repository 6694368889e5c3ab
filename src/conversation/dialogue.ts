import type { CaseId, Instant } from '../domain/case.ts';
import type { Person } from '../domain/people.ts';
import type { Report } from '../domain/report.ts';
import type { School } from '../domain/school.ts';
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
};

/** What one conversation remembers. */
export type Dialogue = {
  readonly draft?: Draft;
  /** The draft that was submitted last, so that a second press on an old card is answered and not done again. */
  readonly saved?: CaseId;
  /** Words that were not understood, or not yet placed; kept until the person says where they belong. */
  readonly loose?: string;
};

/** What a step knows besides the state and the event. */
export type World = {
  readonly school: School;
  readonly person: Person;
  readonly now: Instant;
  /** An id that no case has, should a draft begin. */
  readonly fresh: CaseId;
};

/** Something to say. `replaces`: the pressed card becomes this, where the channel can. */
export type Reply = { readonly message: Message; readonly replaces: boolean };

/** What a turn does beyond the conversation. At most one a turn. */
export type Command =
  | { readonly kind: 'submit'; readonly draft: Draft }
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
