import type { Instant } from './case.ts';
import { isBefore } from './instants.ts';
import type { PersonId } from './people.ts';

/** Somebody who works cases is away, and others stand in. */
export type Absence = {
  readonly person: PersonId;
  readonly since: Instant;
  /** They are back from this moment on. */
  readonly until: Instant;
};

/** Who is away at this moment. */
export function awayAt(absences: readonly Absence[], now: Instant): ReadonlySet<PersonId> {
  const still = absences.filter(({ until }) => isBefore(now, until));
  return new Set(still.map(({ person }) => person));
}
