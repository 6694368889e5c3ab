import type { Case } from '../case.ts';
import { isHandsOff, type Missing, type OutsideBody, safeguardingBodies, sortsWithoutCopies } from '../log.ts';

/** What the school's policy asks of one case, as far as decisions hang on it. */
export type Demands = {
  /** Bodies outside school that are to be told. */
  readonly outside: readonly OutsideBody[];
  /** Whether it must be on record that parents were told, or why not. */
  readonly parents: boolean;
  /** Parents hear nothing before somebody has decided. */
  readonly holdParents: boolean;
  /** Nobody looks at, copies or keeps what it is about. */
  readonly handsOff: boolean;
  /** Ids of the policy's sanctions that may fit; `none` where care comes first, or it is about staff. */
  readonly sanctions: 'none' | readonly string[];
};

/** What Lantern itself can see is missing before a case may be closed, gravest first. */
export function missingIn(current: Case, demands: Demands): readonly Missing[] {
  const { investigation, parents, evidence } = current.log ?? {};
  const bodies = demands.outside
    .filter((body) => !isSettled(current, body))
    .map((body) => ({ kind: 'body', body }) as const);
  const copies =
    forbidsCopies(current, demands) && (evidence?.held ?? []).some(({ sort }) => !sortsWithoutCopies.includes(sort));
  return [
    ...bodies,
    ...(copies ? [{ kind: 'copies' } as const] : []),
    ...(investigation && investigation.state !== 'ended' ? [{ kind: 'investigation' } as const] : []),
    ...(demands.parents && !parents ? [{ kind: 'parents' } as const] : []),
  ];
}

/** A reason why a body was not told is enough, but not for the bodies that keep children safe in an immediate case. */
function isSettled(current: Case, body: OutsideBody): boolean {
  const { told = [], notTold = [] } = current.log ?? {};
  return told.includes(body) || (notTold.includes(body) && !cannotWait(current, body));
}

function cannotWait({ severity }: Case, body: OutsideBody): boolean {
  return severity === 'immediate' && safeguardingBodies.includes(body);
}

/** Whether nothing is missing but what a person may pass over, with a reason. */
export function mayPassOver(current: Case, missing: readonly Missing[]): boolean {
  return missing.every((one) => one.kind !== 'body' || !cannotWait(current, one.body));
}

/** Whether no picture, print or file of it may be kept, by the policy or by what was met. */
export function forbidsCopies(current: Case, { handsOff }: Pick<Demands, 'handsOff'>): boolean {
  return handsOff || isHandsOff(current);
}
