import type { Actor, Case, CaseEvent, Instant } from '../case.ts';
import type { Person, PersonId } from '../people.ts';
import type { Action } from '../permissions.ts';
import type { School } from '../school.ts';

/** Somebody who is to hear of it in their own chat. */
export type Telling = {
  readonly to: PersonId | 'channel';
  readonly what:
    | 'acknowledged'
    | 'closed'
    | 'reopened'
    | 'assigned'
    | 'escalated'
    | 'added'
    | 'handed'
    | 'restricted'
    | 'replied'
    | 'reply-undelivered'
    | 'answered'
    | 'name-shown'
    | 'reveal-asked'
    | 'reveal-refused'
    | 'reveal-agreed'
    | 'revealed'
    | 'revealed-alone';
};

/** What a decision may have to know beside the case: the school, and the other case of a request that ties two. */
export type Around = Pick<School, 'people' | 'timeZone'> & { readonly other?: Case };

/** What a request does to the other case, in the same transaction. */
export type Also = { readonly next: Case; readonly event: CaseEvent; readonly tell: readonly Telling[] };

/** What comes of a request. */
export type Decision =
  | {
      readonly kind: 'done';
      readonly next: Case;
      readonly event: CaseEvent;
      readonly tell: readonly Telling[];
      /** Whether the case's card looks different now. */
      readonly cardChanged: boolean;
      readonly also?: Also;
    }
  /** They may not; this is recorded on the case. */
  | { readonly kind: 'forbidden'; readonly event: CaseEvent }
  /** They may, but the case does not stand so any more, or something is missing. Nothing changed. */
  | { readonly kind: 'too-late'; readonly why: 'acknowledged'; readonly by: Actor }
  | {
      readonly kind: 'too-late';
      readonly why: 'closed' | 'not-closed' | 'read' | 'name-shown' | 'reveal-asked' | 'reveal-answered';
    }
  | { readonly kind: 'invalid'; readonly why: Invalid };

/** Why a request that somebody may make cannot be done as it stands. */
export type Invalid =
  | 'empty'
  | 'same'
  | 'person-may-not-know'
  | 'not-two'
  | 'no-such-party'
  | 'too-many'
  | 'still-named'
  | 'day'
  | 'day-to-come'
  | 'noticed-first'
  | 'other-case'
  | 'other-closed'
  | 'tied-already'
  | 'would-show'
  | 'own-request'
  | 'no-second';

/** How one kind of request is decided. */
export type Handler<Request> = {
  /**
   * The action of the table in `permissions.ts` that it needs; `reporter`: only whoever reported may; `second`: only
   * whoever was asked to agree that it be known who reported, or may ask so themselves.
   */
  readonly needs: Action | 'reporter' | 'second';
  /** Why it cannot be done, though they may; undefined where nothing stands in the way. */
  obstacle(current: Case, request: Request, by: Person, now: Instant, around: Around): Decision | undefined;
  carryOut(current: Case, request: Request, by: Actor, now: Instant, around: Around): Decision;
};

/** A handler for every kind of a topic's requests. */
export type Handlers<Request extends { readonly kind: string }> = {
  readonly [Kind in Request['kind']]: Handler<Extract<Request, { kind: Kind }>>;
};

/** What came of a request that could be done. */
export type Done = Extract<Decision, { kind: 'done' }>;

/** It is done. */
export function done(next: Case, event: CaseEvent, tell: readonly Telling[] = [], cardChanged = true): Done {
  return { kind: 'done', next, event, tell, cardChanged };
}

/** What hinders, in one word. */
export function invalid(why: Invalid): Decision {
  return { kind: 'invalid', why };
}

/** What hinders where words are wanted and none are there. */
export function blank(...texts: readonly string[]): Decision | undefined {
  return texts.some((text) => text.trim() === '') ? { kind: 'invalid', why: 'empty' } : undefined;
}

/** What hinders on a case that is closed. */
export function closed({ state }: Case): Decision | undefined {
  return state === 'closed' ? { kind: 'too-late', why: 'closed' } : undefined;
}

/** The person who was chosen may not know of this case, or there is no such person. */
export const nobody: Decision = { kind: 'invalid', why: 'person-may-not-know' };

/** What the record keeps of a person. */
export function actor({ id, name, roles }: Person): Actor {
  return { id, name, roles };
}

/** News for whoever reported, unless they did it themselves. */
export function toReporter(current: Case, by: Actor, what: Telling['what']): readonly Telling[] {
  return current.reporter.id === by.id ? [] : [{ to: current.reporter.id, what }];
}
