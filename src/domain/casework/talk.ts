import type { Actor, Case, CaseEvent, Instant, RevealAsked, RevealCause } from '../case.ts';
import { isHidden } from '../hidden.ts';
import { holds, type Person, type PersonId, type Role } from '../people.ts';
import { mayOn } from '../permissions.ts';
import { type Around, blank, closed, type Decision, done, type Handlers, type Telling } from './handler.ts';
import { add, type Found, toWorkers } from './words.ts';

/** What passes between whoever reported and those who work the case, and who gets to know the name. */
export type TalkRequest =
  | { readonly kind: 'reply'; readonly text: string }
  | AnswerRequest
  /** `reply`: up to which they have read; without it all. */
  | { readonly kind: 'read'; readonly reply: number | undefined }
  /** `seconds`: who could agree. `who`: who reported, where {@link opensSeal} says that this is needed. */
  | {
      readonly kind: 'reveal';
      readonly reason: string;
      readonly because: RevealCause;
      readonly seconds: readonly PersonId[];
      readonly who: Actor | undefined;
    }
  | {
      readonly kind: 'reveal-answer';
      readonly ask: string;
      readonly agrees: boolean;
      readonly reason: string;
      readonly who: Actor | undefined;
    }
  /** The reporter shows their name. `who`: they themselves. */
  | { readonly kind: 'show-name'; readonly who: Actor };

/**
 * The reporter answers. `reply`: the number of the reply's event. `found`: what triage makes of it. `atOnce`: sent
 * without asking whether it is an answer, because somebody may be in danger.
 */
export type AnswerRequest = {
  readonly kind: 'answer';
  readonly reply: number;
  readonly text: string;
  readonly found: Found;
  readonly atOnce: boolean;
};

/** See {@link TalkRequest}. */
export const talk: Handlers<TalkRequest> = {
  /** On a closed case too: a child who writes afterwards must not go unanswered for want of a reason to reopen it. */
  reply: {
    needs: 'reply',
    obstacle: (_, { text }) => blank(text),
    carryOut: (current, { text }) => {
      const next = { ...current, thread: { last: current.seq + 1, read: current.thread?.read ?? 0 } };
      return done(next, { kind: 'replied', text }, [{ to: current.reporter.id, what: 'replied' }], false);
    },
  },
  answer: {
    needs: 'reporter',
    obstacle: (_, { text }) => blank(text),
    carryOut: answer,
  },
  read: {
    needs: 'reporter',
    obstacle: ({ thread }, { reply = thread?.last ?? 0 }) =>
      thread && Math.min(reply, thread.last) > thread.read ? undefined : { kind: 'too-late', why: 'read' },
    carryOut: (current, { reply }) => {
      const last = current.thread?.last ?? 0;
      const upTo = Math.min(reply ?? last, last);
      return done(readUpTo(current, upTo), { kind: 'read', reply: upTo }, [], false);
    },
  },
  reveal: {
    needs: 'reveal',
    obstacle: (current, { reason, seconds }) =>
      shown(current) ?? closed(current) ?? waiting(current) ?? blank(reason) ?? alone(current, seconds),
    carryOut: (current, request, by, now) =>
      isUrgent(current) ? revealAlone(current, request) : askSecond(current, request, by, now),
  },
  'reveal-answer': {
    needs: 'second',
    obstacle: (current, { ask, agrees, reason }, by) =>
      shown(current) ??
      closed(current) ??
      stale(current, ask) ??
      own(current, by) ??
      (agrees ? undefined : blank(reason)),
    carryOut: (current, request, by) =>
      request.agrees ? agree(current, request.who, by) : refuse(current, request, by),
  },
  'show-name': {
    needs: 'reporter',
    obstacle: shown,
    carryOut: (current, { who }) => {
      const next = { ...current, reporter: who };
      return done(next, { kind: 'name-shown', reporter: who }, toWorkers(next, 'name-shown'), false);
    },
  },
};

/** Whether carrying this out makes the name known, so that it has to be at hand. */
export function opensSeal(current: Case, what: 'reveal' | 'agree'): boolean {
  return isHidden(current.reporter) && (what === 'agree' || isUrgent(current));
}

/** Whether the person may agree that the name be known: whoever was asked, and whoever else may ask for it. */
export function isSecond(current: Case, by: Pick<Person, 'id' | 'roles'>): boolean {
  if (current.route.excluded.includes(by.id)) return false;
  return mayOn(by, 'reveal', current) || (current.reveal?.seconds.includes(by.id) ?? false);
}

/** Where nobody else works the case, one of these decides without getting to see it. */
const chain: readonly Role[] = ['headteacher', 'chair-of-governors'];

/** Everybody who could agree with the asker; where nobody else may know the case, the head or the chair of governors. */
export function secondsFor(current: Case, people: readonly Person[], asker: PersonId): readonly PersonId[] {
  const others = people.filter(({ id }) => id !== asker && !current.route.excluded.includes(id));
  const colleagues = others.filter((person) => mayOn(person, 'reveal', current));
  const role = chain.find((one) => others.some((person) => holds(person, one)));
  const found = colleagues.length > 0 || !role ? colleagues : others.filter((person) => holds(person, role));
  return found.map(({ id }) => id);
}

/** An answer is an addition that belongs to a reply; without any reply it is a plain one. */
function answer(
  current: Case,
  { reply, text, found }: AnswerRequest,
  by: Actor,
  _: Instant,
  { people }: Around,
): Decision {
  const added = add(current, text, found, by, people);
  if (!current.thread || added.kind !== 'done' || added.event.kind !== 'added') return added;
  const upTo = Math.min(Math.max(reply, 1), current.thread.last);
  return {
    ...added,
    next: readUpTo(added.next, upTo),
    event: { ...added.event, kind: 'answered', reply: upTo },
    tell: added.tell.map(({ to }) => ({ to, what: 'answered' })),
  };
}

function readUpTo(current: Case, upTo: number): Case {
  const { thread } = current;
  return thread ? { ...current, thread: { ...thread, read: Math.max(thread.read, upTo) } } : current;
}

/** In danger nobody waits for a second person; they are told at once. */
function isUrgent({ severity }: Case): boolean {
  return severity === 'immediate';
}

function shown({ reporter }: Case): Decision | undefined {
  return isHidden(reporter) ? undefined : { kind: 'too-late', why: 'name-shown' };
}

function waiting({ reveal, severity }: Case): Decision | undefined {
  const waits = reveal && !reveal.answered && severity !== 'immediate';
  return waits ? { kind: 'too-late', why: 'reveal-asked' } : undefined;
}

function alone(current: Case, seconds: readonly PersonId[]): Decision | undefined {
  return seconds.length > 0 || isUrgent(current) ? undefined : { kind: 'invalid', why: 'no-second' };
}

function stale({ reveal }: Case, ask: string): Decision | undefined {
  const open = reveal && reveal.ask === ask && !reveal.answered;
  return open ? undefined : { kind: 'too-late', why: 'reveal-answered' };
}

function own({ reveal }: Case, by: Person): Decision | undefined {
  return reveal?.by.id === by.id ? { kind: 'invalid', why: 'own-request' } : undefined;
}

type Asking = Extract<TalkRequest, { kind: 'reveal' }>;

function askSecond(current: Case, { reason, because, seconds }: Asking, by: Actor, at: Instant): Decision {
  const reveal: RevealAsked = { ask: String(current.seq + 1), by, at, reason, because, seconds };
  const tell = seconds.map((to) => ({ to, what: 'reveal-asked' }) as const);
  return done({ ...current, reveal }, { kind: 'reveal-asked', reason, because }, tell, false);
}

function revealAlone(current: Case, { reason, because, seconds, who }: Asking): Decision {
  const others = seconds.map((to) => ({ to, what: 'revealed-alone' }) as const);
  return reveal(current, who, { reason, because }, others);
}

function agree(current: Case, who: Actor | undefined, by: Actor): Decision {
  const { reveal: asked } = current;
  if (!asked) throw new Error('agreed to a request that was never made');
  const next = { ...current, reveal: { ...asked, answered: { by, agreed: true } } };
  const why = { asked: asked.by, reason: asked.reason, because: asked.because };
  return reveal(next, who, why, [{ to: asked.by.id, what: 'reveal-agreed' }]);
}

function reveal(
  current: Case,
  who: Actor | undefined,
  why: Omit<Extract<CaseEvent, { kind: 'revealed' }>, 'kind' | 'reporter'>,
  tell: readonly Telling[],
): Decision {
  if (!who) throw new Error('the seal was not opened');
  const next = { ...current, reporter: who };
  return done(next, { kind: 'revealed', reporter: who, ...why }, [...tell, { to: who.id, what: 'revealed' }], false);
}

function refuse(current: Case, { reason }: Extract<TalkRequest, { kind: 'reveal-answer' }>, by: Actor): Decision {
  const { reveal: asked } = current;
  if (!asked) throw new Error('refused a request that was never made');
  const next = { ...current, reveal: { ...asked, answered: { by, agreed: false } } };
  const event = { kind: 'reveal-refused', asked: asked.by, reason } as const;
  return done(next, event, [{ to: asked.by.id, what: 'reveal-refused' }], false);
}
