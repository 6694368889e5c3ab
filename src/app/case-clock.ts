import type { Advised } from '../conversation/suggestion.ts';
import type { Case, Instant } from '../domain/case.ts';
import { type Happened, wound } from '../domain/winding.ts';
import type { Desk } from './effects.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/** Something due at a time: one row. */
export type Timer =
  /** The clock of a case: a deadline is missed. */
  | { readonly kind: 'case'; readonly at: Instant; readonly case: string }
  /** The school opens. */
  | { readonly kind: 'day'; readonly at: Instant }
  /** Somebody went away: their cases are handed over. */
  | { readonly kind: 'handover'; readonly at: Instant; readonly person: string };

/** The case with its clock as it must run after what happened; see {@link wound}. */
export function withClock(
  { school, policy, now }: Pick<Desk, 'school' | 'now'> & Pick<Advised, 'policy'>,
  before: Case | undefined,
  next: Case,
  happened: Happened,
): Case {
  const { deadlines } = policy.pack.incidents[next.category];
  return wound(before, next, happened, { school, policy: deadlines, now });
}

/** Whether a card looks different by the clock or the route: it says what is due by when, and who can be given it. */
export function cardDiffers(before: Case, next: Case): boolean {
  const [was, is] = [before.clock, next.clock];
  const due = was?.step !== is?.step || was?.due !== is?.due || was?.overdue !== is?.overdue;
  return due || before.route.roles.length !== next.route.roles.length;
}

/** The case's timer moved to where its clock now wants it. The head's ETag guards it: the two always change together. */
export function timerWrites(before: Case | undefined, next: Case): readonly Write[] {
  const [was, is] = [before?.clock?.next, next.clock?.next];
  if (was === is) return [];
  return [
    ...(was === undefined ? [] : [{ kind: 'delete', key: key.timer(was, next.id) } as const]),
    ...(is === undefined ? [] : [setTimer(next.id, { kind: 'case', at: is, case: next.id })]),
  ];
}

/** The write that sets a timer. */
export function setTimer(id: string, timer: Timer): Write {
  return { kind: 'put', key: key.timer(timer.at, id), value: timer };
}
