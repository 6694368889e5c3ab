import { DateTime } from 'luxon';
import type { Actor, Instant } from '../../domain/case.ts';
import type { Rule } from '../../policy/standing.ts';
import { type Agreement, type Course, checkOf } from './course.ts';

/** A rule that was read. `right`: whether its check question was answered rightly; absent where it had none. */
export type RuleRead = { readonly rule: string; readonly at: Instant; readonly right?: boolean };

/** An agreement that was accepted. */
export type Acceptance = Pick<Agreement, 'document' | 'title' | 'version'> & { readonly at: Instant };

/** How far somebody has come, by the ids of rules and documents, so that a pack may change meanwhile. */
export type Progress = {
  readonly person: Actor;
  /** The pack that the school had when it was last touched. */
  readonly pack: string;
  readonly begun: Instant;
  /** In the order in which they were read; each once. */
  readonly read: readonly RuleRead[];
  /** When it was finished for the first time; later rules do not undo that. */
  readonly finishedAt?: Instant;
  /** Every acceptance there ever was, oldest first. */
  readonly accepted: readonly Acceptance[];
};

/** Where somebody is. `number` of `all` counts rules and agreements from 1. */
export type Place =
  | { readonly kind: 'rule'; readonly rule: Rule; readonly number: number; readonly all: number }
  /** `again`: an earlier version of it was accepted, or too long ago. */
  | { readonly kind: 'agreement'; readonly agreement: Agreement; readonly again: boolean }
  | { readonly kind: 'finished' };

/** What comes next for somebody who has come so far; undefined: who has not begun. */
export function placeIn(course: Course, progress: Progress | undefined, now: Instant): Place {
  const rule = progress?.finishedAt ? undefined : course.steps.find(({ id }) => !hasRead(progress, id));
  if (rule) return { kind: 'rule', rule, number: countRead(course, progress) + 1, all: countAll(course) };
  const agreement = course.agreements.find((one) => staleness(one, progress, now) !== 'current');
  if (!agreement) return { kind: 'finished' };
  return { kind: 'agreement', agreement, again: lastAcceptance(agreement, progress) !== undefined };
}

function hasRead(progress: Progress | undefined, rule: string): boolean {
  return progress?.read.some((one) => one.rule === rule) ?? false;
}

function countRead({ steps }: Course, progress: Progress | undefined): number {
  return steps.filter(({ id }) => hasRead(progress, id)).length;
}

function countAll({ steps, agreements }: Course): number {
  return steps.length + agreements.length;
}

/** The steps behind somebody, of how many; rules and agreements alike. */
export function tally(course: Course, progress: Progress | undefined): { readonly done: number; readonly all: number } {
  const agreed = course.agreements.filter((one) => lastAcceptance(one, progress)).length;
  return { done: countRead(course, progress) + agreed, all: countAll(course) };
}

/** The newest acceptance of an agreement, in whatever version. */
export function lastAcceptance({ document }: Agreement, progress: Progress | undefined): Acceptance | undefined {
  return progress?.accepted.findLast((one) => one.document === document);
}

/** Whether an agreement still stands accepted, and why not: another version, or longer ago than its cycle. */
export function staleness(
  agreement: Agreement,
  progress: Progress | undefined,
  now: Instant,
): 'never' | 'version' | 'cycle' | 'current' {
  const last = lastAcceptance(agreement, progress);
  if (!last) return 'never';
  if (last.version !== agreement.version) return 'version';
  const { everyMonths } = agreement;
  const lapsed = everyMonths > 0 && DateTime.fromISO(last.at).plus({ months: everyMonths }) < DateTime.fromISO(now);
  return lapsed ? 'cycle' : 'current';
}

/** What somebody did, whoever's card it was. */
export type Move =
  | { readonly kind: 'read'; readonly rule: string; readonly choice?: number | undefined }
  | { readonly kind: 'accept'; readonly document: string; readonly version: string };

/** What came of it. `progress` is there only where something changed. */
export type Moved =
  | { readonly kind: 'read'; readonly progress: Progress; readonly rule: Rule; readonly right: boolean | undefined }
  /** The same press again: what was said of it is said once more. */
  | { readonly kind: 'again'; readonly rule: Rule; readonly right: boolean | undefined }
  | { readonly kind: 'accepted'; readonly progress: Progress }
  /** Of a step that is behind, not yet reached, or no longer there. */
  | { readonly kind: 'old-card' };

/** Who moves, and when, by which pack. */
export type Mover = { readonly person: Actor; readonly pack: string; readonly now: Instant };

/** Takes one step. Only the step where somebody is can be taken, so that nothing is skipped and nothing done twice. */
export function move(course: Course, progress: Progress | undefined, asked: Move, by: Mover): Moved {
  const place = placeIn(course, progress, by.now);
  if (asked.kind === 'read') return readRule(course, progress, place, asked, by);
  if (place.kind !== 'agreement') return { kind: 'old-card' };
  const { document, title, version } = place.agreement;
  if (document !== asked.document || version !== asked.version) return { kind: 'old-card' };
  const before = begunBy(progress, by);
  const accepted = [...before.accepted, { document, title, version, at: by.now }];
  return { kind: 'accepted', progress: finished(course, { ...before, accepted }, by.now) };
}

function readRule(
  course: Course,
  progress: Progress | undefined,
  place: Place,
  { rule, choice }: Extract<Move, { kind: 'read' }>,
  by: Mover,
): Moved {
  if (place.kind !== 'rule' || place.rule.id !== rule) return repeated(course, progress, rule);
  const check = checkOf(place.rule);
  const chosen = check?.choices[choice ?? -1];
  if (check && chosen === undefined) return { kind: 'old-card' };
  const right = check && chosen === check.right;
  const before = begunBy(progress, by);
  const read = [...before.read, { rule, at: by.now, ...(right !== undefined && { right }) }];
  return { kind: 'read', progress: finished(course, { ...before, read }, by.now), rule: place.rule, right };
}

/** A second press on the card of the step just taken, or an older card. */
function repeated({ steps }: Course, progress: Progress | undefined, id: string): Moved {
  const last = progress?.read.at(-1);
  const rule = last?.rule === id ? steps.find((one) => one.id === id) : undefined;
  return rule ? { kind: 'again', rule, right: last?.right } : { kind: 'old-card' };
}

function begunBy(progress: Progress | undefined, { person, pack, now }: Mover): Progress {
  return { begun: now, read: [], accepted: [], ...progress, person, pack };
}

function finished(course: Course, progress: Progress, now: Instant): Progress {
  const done = !progress.finishedAt && placeIn(course, progress, now).kind === 'finished';
  return done ? { ...progress, finishedAt: now } : progress;
}
