import type { Actor, Case, CaseEvent, Instant } from '../case.ts';
import type { Missing } from '../log.ts';
import type { Person, PersonId } from '../people.ts';
import type { Action } from '../permissions.ts';

/** Somebody who is to hear of it in their own chat. */
export type Telling = {
  readonly to: PersonId | 'channel';
  readonly what: 'acknowledged' | 'closed' | 'reopened' | 'assigned' | 'escalated' | 'added' | 'restricted';
};

/** What comes of a request. */
export type Decision =
  | {
      readonly kind: 'done';
      readonly next: Case;
      readonly event: CaseEvent;
      readonly tell: readonly Telling[];
      /** Whether the case's card looks different now. */
      readonly cardChanged: boolean;
    }
  /** They may not; this is recorded on the case. */
  | { readonly kind: 'forbidden'; readonly event: CaseEvent }
  /** They may, but the case does not stand so any more, or something is missing. Nothing changed. */
  | { readonly kind: 'too-late'; readonly why: 'acknowledged'; readonly by: Actor }
  | { readonly kind: 'too-late'; readonly why: 'closed' | 'not-closed' | LogStage }
  | { readonly kind: 'invalid'; readonly why: 'empty' | 'same' | 'person-may-not-know' | 'not-two' | LogRule }
  /** Closing wants more than is there. `passable`: it can be closed all the same, with a reason. */
  | { readonly kind: 'unready'; readonly missing: readonly Missing[]; readonly passable: boolean };

/** How an investigation, or what is told, stands otherwise than a request takes it to be. */
export type LogStage =
  | 'investigating'
  | 'not-investigating'
  | 'halted'
  | 'not-halted'
  | 'halted-for-good'
  | 'told-already';

/** A rule of the case's log that a request breaks. */
export type LogRule =
  | 'two-people'
  | 'one-senior'
  | 'not-of-the-two'
  | 'not-yet'
  | 'no-copies'
  | 'register-full'
  | 'not-held'
  | 'no-sanctions';

/** How one kind of request is decided. */
export type Handler<Request> = {
  /** The action of the table in `permissions.ts` that it needs; `reporter`: only whoever reported may. */
  readonly needs: Action | 'reporter';
  /** Why it cannot be done, though they may; undefined where nothing stands in the way. */
  obstacle(current: Case, request: Request, by: Person, now: Instant): Decision | undefined;
  carryOut(current: Case, request: Request, by: Actor, now: Instant): Decision;
};

/** A handler for every kind of a topic's requests. */
export type Handlers<Request extends { readonly kind: string }> = {
  readonly [Kind in Request['kind']]: Handler<Extract<Request, { kind: Kind }>>;
};

/** It is done. */
export function done(next: Case, event: CaseEvent, tell: readonly Telling[] = [], cardChanged = true): Decision {
  return { kind: 'done', next, event, tell, cardChanged };
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
