import type { Case, CaseEvent } from '../case.ts';
import { type Demands, mayPassOver, missingIn } from './demands.ts';
import { blank, closed, type Decision, done, type Handler, toReporter } from './handler.ts';
import { type Said, toCome, whenOf } from './times.ts';

/** Ends a case. Somerset wants a debrief, lessons learnt and changes made on record (requirements R134). */
export type CloseRequest = {
  readonly kind: 'close';
  readonly outcome: string;
  /** Who was debriefed, and when. */
  readonly debrief: string;
  readonly when: Said | undefined;
  readonly lessons: string;
  readonly changes: string;
  /** Why it is to be closed although something is missing; empty where nothing should be. */
  readonly anyway: string;
  readonly demands: Demands;
};

/** See {@link CloseRequest}. */
export const close: Handler<CloseRequest> = {
  needs: 'close',
  obstacle: (current, { outcome, debrief, when, lessons, changes, anyway, demands }, _, now) =>
    closed(current) ??
    blank(outcome, debrief, lessons, changes) ??
    toCome(when, now) ??
    unready(current, demands, anyway.trim() !== ''),
  carryOut: (current, { outcome, debrief: who, when, lessons, changes, anyway, demands }, by, at) => {
    const missing = missingIn(current, demands);
    const debrief = { who, on: whenOf(when, at) };
    const next: Case = { ...current, state: 'closed', closed: { by, at, outcome, lessons, debrief, changes } };
    const override = missing.length > 0 ? { anyway: { reason: anyway, missing } } : {};
    const event: CaseEvent = { kind: 'closed', outcome, lessons, debrief, changes, ...override };
    return done(next, event, toReporter(current, by, 'closed'));
  },
};

function unready(current: Case, demands: Demands, anyway: boolean): Decision | undefined {
  const missing = missingIn(current, demands);
  const passable = mayPassOver(current, missing);
  return missing.length === 0 || (anyway && passable) ? undefined : { kind: 'unready', missing, passable };
}
