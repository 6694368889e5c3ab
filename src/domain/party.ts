import type { Person, PersonId } from './people.ts';
import type { Report, Subject } from './report.ts';

/** Somebody whom a case is about, as those who work it know them by now. */
export type Party = Subject & {
  /** `p1`, `p2` and so on: the same for as long as the case stands. */
  readonly id: string;
  /** Who of the school's people they are, where somebody picked them. */
  readonly personId?: PersonId;
};

/** When it happened and when it was noticed, in the school's own time; a part that is not known is empty. */
export type Times = Pick<Report, 'occurredOn' | 'occurredAt' | 'noticedOn' | 'noticedAt'>;

/** Another case that has to do with this one. `duplicate`: one of the two was closed as the other's double. */
export type CaseLink = { readonly other: string; readonly how: 'linked' | 'duplicate'; readonly why: string };

type Named = Pick<Person, 'id' | 'name' | 'roles'>;

/** What was done about the people of a case, its times, and its ties to other cases. `keptOut`: who may not know since. */
export type PeopleEvent =
  | {
      readonly kind: 'party-added';
      readonly party: Party;
      readonly reason: string;
      readonly keptOut: readonly Named[];
    }
  | {
      readonly kind: 'party-changed';
      readonly from: Party;
      readonly to: Party;
      readonly reason: string;
      readonly keptOut: readonly Named[];
    }
  | { readonly kind: 'party-removed'; readonly party: Party; readonly reason: string }
  | { readonly kind: 'readmitted'; readonly person: Named; readonly reason: string }
  | { readonly kind: 'times-corrected'; readonly from: Times; readonly to: Times; readonly reason: string }
  /** Somebody looked at all cases with this person that they may open. */
  | { readonly kind: 'chronology-opened'; readonly party: Party }
  | { readonly kind: 'linked'; readonly other: string; readonly why: string; readonly keptOut: readonly Named[] }
  /** This case was closed as the double of another one. */
  | { readonly kind: 'merged-into'; readonly other: string; readonly why: string; readonly keptOut: readonly Named[] }
  /** Another case was closed as the double of this one. */
  | { readonly kind: 'merged-from'; readonly other: string; readonly why: string; readonly keptOut: readonly Named[] }
  /** A double was opened again, and is a case of its own. */
  | { readonly kind: 'split-off'; readonly other: string; readonly why: string };
