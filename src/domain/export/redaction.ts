import type { CaseEvent } from '../case.ts';
import { emptyReport, type Report } from '../report.ts';
import type { Addressee } from './addressees.ts';

/** What somebody outside the case may read of it. What is not shown is counted and said, never silently missing. */
export type Redaction = {
  /** Who of the people it is about is named. `one-child`: only the child whose parent asks, if any. */
  readonly people: 'all' | 'one-child' | 'nobody';
  /** Whether the reporter is named. `unless-sealed`: when they let their name show, or it was revealed on the record. */
  readonly reporter: 'unless-sealed' | 'never';
  /** Answers of the report that are left out. */
  readonly withoutAnswers: readonly (keyof Report)[];
  /** Whether the facts beside category, state and day are shown: severity, and who has it in hand. */
  readonly workings: boolean;
  /** Whether what the school learnt from it is shown. */
  readonly lessons: boolean;
  /** Events by kind: those shown, or those not. A kind made later is therefore seldom a parent's and usually a referral's. */
  readonly events: { readonly only: readonly CaseEvent['kind'][] } | { readonly without: readonly CaseEvent['kind'][] };
};

/** They say who read or may read the record and how messages went, not what happened to anybody. */
const housekeeping: readonly CaseEvent['kind'][] = [
  'opened',
  'chronology-opened',
  'exported',
  'refused',
  'restricted',
  'readmitted',
  'delivered',
  'undelivered',
  'reply-delivered',
  'reply-undelivered',
  'read',
  'reveal-asked',
  'reveal-refused',
];

/** What is between whoever reported and those who may know who that is. */
const between: readonly CaseEvent['kind'][] = ['replied', 'answered', 'reveal-asked', 'reveal-refused', 'revealed'];

/**
 * A body that must decide whether a child is safe gets all that is known of the people: withholding it is what inquiries
 * into children's deaths have found, and data protection law does not stand against it. A child who was promised that
 * their name stays hidden unless somebody is in danger keeps that promise until the school reveals it on the record.
 */
const referral: Redaction = {
  people: 'all',
  reporter: 'unless-sealed',
  withoutAnswers: [],
  workings: true,
  lessons: true,
  events: { without: housekeeping },
};

/** What each addressee may read: the one table. */
export const redactions: Readonly<Record<Addressee, Redaction>> = {
  police: referral,
  'childrens-social-care': referral,
  lado: referral,
  /**
   * A parent has a right to what concerns their own child, and none to another child's data or to who told. An accused
   * teacher may not be named before a charge (Education Act 2002, section 141F), so no adult whom it is about is. Notes,
   * evidence and referrals stay out: they are the school's workings, and telling a parent of them can harm an inquiry.
   */
  parent: {
    people: 'one-child',
    reporter: 'never',
    withoutAnswers: ['danger', 'evidence', 'evidenceHolder', 'done', 'keepFrom'],
    workings: false,
    lessons: false,
    events: { only: ['reported', 'acknowledged', 'closed'] },
  },
  /** Those who work the case: everything, but for a name that was sealed even from them. */
  school: { ...referral, events: { without: [] } },
};

/** For somebody who may open a case but to whom no names are shown: those who only mend machines and records. */
export const withoutAnyNames: Redaction = {
  ...redactions.school,
  people: 'nobody',
  reporter: 'never',
  events: { without: between },
};

/** Whether an event of this kind is shown. */
export function showsEvent({ events }: Redaction, kind: CaseEvent['kind']): boolean {
  return 'only' in events ? events.only.includes(kind) : !events.without.includes(kind);
}

/** The report with the answers that may be read; a record older than a question has no answer to it. */
export function readableReport({ withoutAnswers }: Redaction, report: Report): Report {
  return {
    ...emptyReport,
    ...report,
    ...Object.fromEntries(withoutAnswers.map((answer) => [answer, emptyReport[answer]])),
  };
}
