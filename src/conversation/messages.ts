import type { CaseId } from '../domain/case.ts';
import type { FormGroup } from './press/parts.ts';
import type { CasePress } from './press.ts';
import type { NoticeView } from './views.ts';

/**
 * What is to be said, before it is looked up and worded: small, and with no copy of a report in it, so that it can
 * wait in the outbox or stand beside the mark of a seen event. `app` turns it into a view when it is sent, so that
 * what is shown is true at that moment and allowed to the one who sees it.
 */
export type Message =
  | { readonly kind: 'notice'; readonly notice: NoticeView }
  /** The form for the draft that the conversation now holds. `problem`: what to put right; `news`: what was done. */
  | { readonly kind: 'report-form'; readonly problem: string; readonly news: string }
  /** The draft that the conversation now holds, read back. */
  | { readonly kind: 'summary' }
  /** The first words, and the offer of induction to whoever has not finished it. */
  | { readonly kind: 'welcome'; readonly notice: NoticeView }
  /** The reader's induction where it was left. `news`: what is said of the answer just given. */
  | { readonly kind: 'induction'; readonly news?: string }
  /** A question that was passed on, for those who may answer it. */
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'reply-form'; readonly question: string }
  | { readonly kind: 'my-reports' }
  | { readonly kind: 'add-form'; readonly caseId: CaseId }
  | { readonly kind: 'case-list' }
  | { readonly kind: 'case-card'; readonly caseId: CaseId }
  | { readonly kind: 'case-detail'; readonly caseId: CaseId }
  /** All cases with one of a case's people that the reader may open. */
  | { readonly kind: 'chronology'; readonly caseId: CaseId; readonly party: string }
  /** What those who work a case wrote to its reporter, by the number of the event that holds it. */
  | { readonly kind: 'from-school'; readonly caseId: CaseId; readonly reply: number }
  | { readonly kind: 'answer-form'; readonly caseId: CaseId; readonly reply: number }
  /** Every message about a report of the reader's own. */
  | { readonly kind: 'thread'; readonly caseId: CaseId }
  /** Whether the reader wants their name to show. */
  | { readonly kind: 'name-offer'; readonly caseId: CaseId }
  /** The request to agree that it be known who reported, by the number of its event. */
  | { readonly kind: 'reveal-asked'; readonly caseId: CaseId; readonly ask: string }
  /** To whoever reported: that their name is known now. `event`: the number of the event that says by whom, and why. */
  | { readonly kind: 'revealed'; readonly caseId: CaseId; readonly event: number }
  | { readonly kind: 'refuse-form'; readonly caseId: CaseId; readonly ask: string }
  | { readonly kind: 'case-forms'; readonly caseId: CaseId; readonly group: FormGroup }
  /** A little form that was refused, once more: with what was `typed` in it, by field, and what to put right. */
  | {
      readonly kind: 'case-form';
      readonly caseId: CaseId;
      readonly verb: CasePress['verb'];
      readonly typed: Readonly<Record<string, string>>;
      readonly problem: string;
    };
