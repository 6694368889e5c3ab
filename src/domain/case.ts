import type { CaseClock, Rung, Step } from './case-clock.ts';
import type { Addressee, ExportFormat } from './export/addressees.ts';
import type { Category, Filing, Severity } from './filing.ts';
import type { CaseLink, Party, PeopleEvent, Times } from './party.ts';
import type { Person, PersonId, Role } from './people.ts';
import type { Report } from './report.ts';

/** Where a case stands. */
export const caseStates = ['new', 'acknowledged', 'closed'] as const;
/** One of {@link caseStates}. */
export type CaseState = (typeof caseStates)[number];

/** The reference a person is told; also the id of the case. For example `K7QF-3MX9`. */
export type CaseId = string;

/** Somebody who did something, as the record keeps them: the name and roles of that day. */
export type Actor = Pick<Person, 'id' | 'name' | 'roles'>;

/** A moment: ISO 8601 in UTC, for example `2026-11-21T09:30:00.000Z`. */
export type Instant = string;

/** Who is put in front of a case, and who never is. */
export type Route = {
  /** Roles that may see the case, in the order in which they are told. */
  readonly roles: readonly Role[];
  /** Whether the DSL channel carries its card. Never for a case about staff (rule of safety 4). */
  readonly inChannel: boolean;
  /** People to be told in their own chat at once, when the channel may not know. */
  readonly told: readonly PersonId[];
  /** People who may not know, whatever role they hold. */
  readonly excluded: readonly PersonId[];
  /** Where it is there, nobody but these may know, whatever role they hold. */
  readonly only?: readonly PersonId[];
  /** Names of the rules that led here. */
  readonly rules: readonly string[];
};

/** Why it has to be known who reported, as they are told themselves. */
export const revealCauses = ['safe-you', 'safe-other', 'talk', 'law'] as const;
/** One of {@link revealCauses}. */
export type RevealCause = (typeof revealCauses)[number];

/** Somebody asked to know who reported; it takes a second person to agree. */
export type RevealAsked = {
  /** The number of its event, so that an old card cannot answer a newer request. */
  readonly ask: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly reason: string;
  readonly because: RevealCause;
  /** Who was asked to agree. */
  readonly seconds: readonly PersonId[];
  /** Absent while nobody has answered. */
  readonly answered?: { readonly by: Actor; readonly agreed: boolean };
};

/** The head of a case: all that its card, its lists and its permissions need. */
export type Case = {
  readonly id: CaseId;
  readonly school: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly state: CaseState;
  readonly reportedAt: Instant;
  readonly reporter: Actor;
  readonly report: Report;
  readonly route: Route;
  /** Names of the rules behind category and severity. */
  readonly rules: readonly string[];
  /** Sent at once, since somebody may be in danger, while the child was still telling. */
  readonly unfinished?: true;
  /** The reporter's earlier case that this is about once more. */
  readonly again?: CaseId;
  readonly acknowledged?: { readonly by: Actor; readonly at: Instant };
  readonly assignee?: Actor;
  /** When the case was first put before somebody: its card or a message about it was delivered. */
  readonly reachedAt?: Instant;
  /** When the reporter was told that nobody had it yet; once is enough. */
  readonly warnedAt?: Instant;
  readonly closed?: {
    readonly by: Actor;
    readonly at: Instant;
    readonly outcome: string;
    readonly lessons: string;
  };
  /** The people of the case, once somebody has changed them: read them with `partiesOf`. */
  readonly parties?: readonly Party[];
  /** As it listed people before: removed, or under another name. Their names may still stand in its words. */
  readonly formerParties?: readonly Party[];
  /** How many there ever were, so that no id is given twice. */
  readonly partyCount?: number;
  /** When it happened and was noticed, once somebody has corrected it: read it with `timesOf`. */
  readonly times?: Times;
  readonly links?: readonly CaseLink[];
  /** The case that goes on for this one, which was closed as its double. */
  readonly mergedInto?: CaseId;
  /** The replies to whoever reported: the number of the last one's event, and up to which they have read. */
  readonly thread?: { readonly last: number; readonly read: number };
  /** The last request to know who reported, where the name is or was hidden. */
  readonly reveal?: RevealAsked;
  /** When the reporter said that they had told somebody in person. */
  readonly toldInPersonAt?: Instant;
  /** What is due next and how far it has climbed; absent once closed. */
  readonly clock?: CaseClock;
  /** What was last done by request, as its digest, so that a double press is not done again. */
  readonly lastDone?: string;
  /** Number of events so far; the next event's sequence number is one more. */
  readonly seq: number;
  /** SHA-256 of the last event, hexadecimal; empty before the first. */
  readonly lastHash: string;
};

/** Bodies outside school that may have been told (requirements section 27). */
export const outsideBodies = ['police', 'childrens-social-care', 'lado'] as const;
/** One of {@link outsideBodies}. */
export type OutsideBody = (typeof outsideBodies)[number];

/** One thing that happened to a case. Kept for ever, in order, never changed. */
export type CaseEvent =
  | {
      readonly kind: 'reported';
      readonly category: Category;
      readonly severity: Severity;
      readonly rules: readonly string[];
      /** What the policy had suggested, where the reporter chose otherwise. */
      readonly suggested?: Filing;
      /** Sent at once, while the child was still telling. */
      readonly unfinished?: true;
    }
  /** Somebody who works the case changed what kind it is or how urgent. */
  | { readonly kind: 'refiled'; readonly from: Filing; readonly to: Filing; readonly reason: string }
  /** `graver`: what the addition made of the case, where that is more than it was. */
  | {
      readonly kind: 'added';
      readonly text: string;
      readonly graver?: { readonly severity: Severity; readonly rules: readonly string[] };
      /** Who may not know since, because of it. */
      readonly keptOut?: readonly Actor[];
    }
  /** Those who work the case wrote to whoever reported. */
  | { readonly kind: 'replied'; readonly text: string }
  /** `reply`: the number of the reply's event, here and below. */
  | { readonly kind: 'reply-delivered' | 'reply-undelivered'; readonly reply: number }
  /** Whoever reported has read every reply up to this one. */
  | { readonly kind: 'read'; readonly reply: number }
  /** Whoever reported answered it. `graver` as in `added`. */
  | {
      readonly kind: 'answered';
      readonly reply: number;
      readonly text: string;
      readonly graver?: { readonly severity: Severity; readonly rules: readonly string[] };
    }
  | { readonly kind: 'reveal-asked'; readonly reason: string; readonly because: RevealCause }
  | { readonly kind: 'reveal-refused'; readonly asked: Actor; readonly reason: string }
  /** Whose name was hidden. `asked`: who asked to know; whoever agreed did this. Without: one alone, in danger. */
  | {
      readonly kind: 'revealed';
      readonly reporter: Actor;
      readonly asked?: Actor;
      readonly reason: string;
      readonly because: RevealCause;
    }
  /** Whoever reported shows their name from now on. */
  | { readonly kind: 'name-shown'; readonly reporter: Actor }
  /** `terminal`: by the command line, from this account of the machine that Lantern runs on. */
  | { readonly kind: 'opened'; readonly terminal?: string }
  /** A copy was made for somebody; `child` for a parent, whose child's name stayed in it. */
  | {
      readonly kind: 'exported';
      readonly for: Addressee;
      readonly format: ExportFormat;
      readonly child?: string;
      readonly terminal: string;
    }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'assigned'; readonly to: Actor }
  | { readonly kind: 'noted'; readonly text: string }
  | { readonly kind: 'escalated'; readonly to: Actor; readonly reason: string }
  | {
      readonly kind: 'told-outside';
      readonly body: OutsideBody;
      readonly who: string;
      readonly number: string;
      readonly when: string;
    }
  | { readonly kind: 'closed'; readonly outcome: string; readonly lessons: string }
  | { readonly kind: 'reopened'; readonly reason: string }
  | PeopleEvent
  /** From now on nobody but these people may know. */
  | { readonly kind: 'restricted'; readonly to: readonly Actor[]; readonly reason: string }
  | { readonly kind: 'refused'; readonly action: string; readonly why: string }
  | ClockEvent
  | { readonly kind: 'delivered'; readonly to: string }
  | { readonly kind: 'undelivered'; readonly to: string };

/** What the clock did, and what people told it. */
export type ClockEvent =
  /** A step was not done in time, or nobody is at school: these people were told. `nobody`: there was nobody to tell. */
  | {
      readonly kind: 'climbed';
      readonly rung: Rung | 'nobody';
      readonly step: Step;
      readonly due: Instant;
      readonly to: readonly Actor[];
    }
  /** The reporter has told somebody face to face or by phone. */
  | { readonly kind: 'told-in-person' }
  /** Whoever had the case is away until then, and somebody stands in. */
  | { readonly kind: 'handed-over'; readonly from: Actor; readonly to: Actor; readonly until: Instant };

/** An event as the record holds it: what, who, when, and its place in the chain. */
export type RecordedEvent = {
  readonly seq: number;
  readonly at: Instant;
  /** Absent where Lantern itself acted. */
  readonly by?: Actor;
  readonly event: CaseEvent;
  /** SHA-256 of the case as this event left it, hexadecimal. Absent in records older than it. */
  readonly head?: string;
  /** SHA-256 of the event before, hexadecimal. */
  readonly previous: string;
  /** SHA-256 of this event with `previous` in it, hexadecimal. */
  readonly hash: string;
};
