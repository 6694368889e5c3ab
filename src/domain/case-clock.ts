/** What has to happen to a case in time, in order: somebody has it, something is done, it is closed or looked at again. */
export const steps = ['acknowledged', 'acted', 'reviewed'] as const;
/** One of {@link steps}. */
export type Step = (typeof steps)[number];

/** The roles that a missed deadline is climbed to, in order. */
export const climbedRoles = ['dsl', 'deputy-dsl', 'headteacher', 'chair-of-governors'] as const;
/** One of {@link climbedRoles}. */
export type ClimbedRole = (typeof climbedRoles)[number];

/**
 * A step of the ladder. `worker`: whoever has the case. `channel`: the DSL channel again. A role: its holders in their
 * own chats. `reporter`: told that nobody has it, and whom to ring. `again`: everybody so far once more.
 */
export type Rung = 'worker' | 'channel' | ClimbedRole | 'reporter' | 'again';

/** The clock of an open case. Moments are ISO 8601 in UTC. */
export type CaseClock = {
  /** What has to happen next. */
  readonly step: Step;
  /** From when its time is counted. */
  readonly since: string;
  readonly due: string;
  /** The rung that was climbed last; absent: none yet. */
  readonly rung?: Rung;
  /** How often `again` was climbed. */
  readonly rounds?: number;
  /** When the case's timer fires; absent: the ladder is at its end, and there is no timer. */
  readonly next?: string;
  readonly overdue: boolean;
  /** Something was done for the case since its reporter last told something. */
  readonly acted: boolean;
};
