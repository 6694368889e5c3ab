import type { Actor, Instant } from './actor.ts';
import type { Category, Filing } from './filing.ts';
import type { Person, Role } from './people.ts';

/** Bodies outside school that may have been told (requirements sections 3, 4 and 27). */
export const outsideBodies = [
  'police',
  'childrens-social-care',
  'lado',
  'safeguarding-adviser',
  'iwf',
  'ceop',
  'ico',
  'prevent',
  'health-services',
  'local-authority',
  'trust',
  'service-provider',
  'other',
] as const;
/** One of {@link outsideBodies}. */
export type OutsideBody = (typeof outsideBodies)[number];

/** Bodies without which an immediate case cannot be closed: they keep children safe. */
export const safeguardingBodies: readonly OutsideBody[] = ['police', 'childrens-social-care', 'lado'];

/** Why an investigation is stopped. After abuse imagery it never goes on: what follows is for the police (R120). */
export const haltReasons = ['abuse-imagery', 'asked-by-police', 'other'] as const;
/** One of {@link haltReasons}. */
export type HaltReason = (typeof haltReasons)[number];

/** Who was there when something was checked. */
export const presences = ['both', 'lead', 'second'] as const;
/** One of {@link presences}. */
export type Presence = (typeof presences)[number];

/** What sort of thing a piece of evidence is. Never a file in Lantern (rule of safety 3). */
export const evidenceSorts = ['device', 'screenshot', 'paper', 'records', 'description', 'other'] as const;
/** One of {@link evidenceSorts}. */
export type EvidenceSort = (typeof evidenceSorts)[number];

/** Sorts that cannot hold a picture of what nobody may copy: the device itself, and words. */
export const sortsWithoutCopies: readonly EvidenceSort[] = ['device', 'records', 'description'];

/** What became of a piece of evidence. Whoever it is handed on to holds it from then on; else it is held no more. */
export const evidenceFates = ['handed-on', 'returned', 'destroyed'] as const;
/** One of {@link evidenceFates}. */
export type EvidenceFate = (typeof evidenceFates)[number];

/** The most pieces of evidence that are held at a time, and the most that are listed to choose from. */
export const mostHeld = 40;

/** How parents were told. */
export const waysOfTelling = ['phone', 'in-person', 'letter', 'email'] as const;
/** One of {@link waysOfTelling}. */
export type WayOfTelling = (typeof waysOfTelling)[number];

/** First or second incident of its kind, as a school's grid of sanctions counts. */
export const incidentCounts = ['first', 'second'] as const;
/** One of {@link incidentCounts}. */
export type IncidentCount = (typeof incidentCounts)[number];

/** What a sanction was given by: the id of one in the school's policy, or this, where the policy has no grid. */
export const ownSanction = 'other';

/** When something was: an {@link Instant}, or a day (`YYYY-MM-DD`, in the school's own time) where no more is known. */
export type When = string;

/** Two named people at one computer (Somerset: more than one member of staff, one of them senior). */
export type Investigation = {
  readonly lead: Actor;
  readonly second: Actor;
  readonly computer: string;
  readonly state: 'open' | 'halted' | 'ended';
  readonly since: Instant;
  /** Why it was last stopped. */
  readonly halted?: HaltReason;
  /** How many sites and items were checked. */
  readonly checked: number;
};

/** A piece of evidence that somebody holds. */
export type EvidenceItem = {
  /** Its number in the case's register, from 1. */
  readonly number: number;
  readonly what: string;
  readonly sort: EvidenceSort;
  readonly holder: string;
  readonly since: When;
};

/** What the log of a case comes to, as far as decisions hang on it; everything else is in its events. */
export type CaseLog = {
  readonly investigation?: Investigation;
  /** Abuse imagery was met: nobody looks on, and no copy may be taken, whatever the case is filed as. */
  readonly imagery?: true;
  /** How many pieces of evidence there were, and those that are held now. */
  readonly evidence?: { readonly count: number; readonly held: readonly EvidenceItem[] };
  readonly told?: readonly OutsideBody[];
  /** Bodies that were not told, with the reason in the events. */
  readonly notTold?: readonly OutsideBody[];
  /** What is on record of parents: that some were told, or why not. */
  readonly parents?: 'told' | 'not-told';
  /** Ids of sanctions that people decided on. */
  readonly sanctions?: readonly string[];
};

/** What can be missing before a case is closed. */
export type Missing =
  | { readonly kind: 'parents' | 'investigation' | 'copies' }
  | { readonly kind: 'body'; readonly body: OutsideBody };

/** What happens in the log of a case. */
export type LogEvent =
  | { readonly kind: 'investigation-opened'; readonly lead: Actor; readonly second: Actor; readonly computer: string }
  | {
      readonly kind: 'checked';
      readonly what: string;
      readonly found: string;
      readonly present: Presence;
      readonly when: When;
      /** Another computer than the one that was agreed, and why. */
      readonly elsewhere?: string;
    }
  | {
      readonly kind: 'investigation-halted';
      readonly why: HaltReason;
      readonly text: string;
      /** What the case was filed as, and is from now on. */
      readonly filed?: { readonly from: Filing; readonly to: Filing };
    }
  | { readonly kind: 'investigation-resumed'; readonly reason: string }
  | { readonly kind: 'investigation-ended'; readonly found: string }
  /** Somebody saw by accident what nobody should look at. */
  | {
      readonly kind: 'viewed';
      readonly who: string;
      readonly how: string;
      readonly support: string;
      readonly when: When;
    }
  | ({ readonly kind: 'evidence-registered' } & EvidenceItem)
  | {
      readonly kind: 'evidence-moved';
      readonly number: number;
      readonly what: string;
      readonly from: string;
      readonly fate: EvidenceFate;
      /** To whom, or by whom it was destroyed. */
      readonly who: string;
      readonly when: When;
    }
  | {
      readonly kind: 'told-outside';
      readonly body: OutsideBody;
      readonly who: string;
      readonly number: string;
      /** Of events before there were fields for it: as it was typed. */
      readonly when: When;
      /** What they said is to be done. */
      readonly advice?: string;
    }
  | { readonly kind: 'not-told-outside'; readonly body: OutsideBody; readonly reason: string }
  | {
      readonly kind: 'parents-told';
      readonly whose: string;
      readonly teller: string;
      readonly how: WayOfTelling;
      readonly when: When;
      /** Who decided that they may be told, where the policy holds it back. */
      readonly agreed?: string;
    }
  | { readonly kind: 'parents-not-told'; readonly whose: string; readonly reason: string }
  | {
      readonly kind: 'sanctioned';
      /** The id of the policy's sanction, or {@link ownSanction}. */
      readonly sanction: string;
      /** What it is called in the policy, as of that day. */
      readonly title: string;
      readonly count: IncidentCount;
      readonly whom: string;
      readonly decided: string;
      /** Last day of a block, `YYYY-MM-DD`. */
      readonly until?: string;
    };

const seniors: readonly Role[] = ['dsl', 'deputy-dsl', 'headteacher', 'chair-of-governors'];

/** Whether somebody counts as a senior leader where two investigate. */
export function isSenior({ roles }: Pick<Person, 'roles'>): boolean {
  return roles.some((role) => seniors.includes(role));
}

const neverCopied: readonly Category[] = ['nudes-semi-nudes', 'child-abuse-imagery'];

/** A case whose pictures nobody may look at, copy or keep, and to which no sanction is ever suggested. */
export function isHandsOff({ category, log }: { readonly category: Category; readonly log?: CaseLog }): boolean {
  return neverCopied.includes(category) || log?.imagery === true;
}
