import { type Absence, awayAt } from '../domain/absence.ts';
import type { Instant } from '../domain/case.ts';
import type { Person, PersonId } from '../domain/people.ts';
import { setTimer } from './case-clock.ts';
import type { Desk } from './effects.ts';
import { key, under } from './rows.ts';
import type { Store, Write } from './store.ts';
import { all } from './walk.ts';

/** Who is away from the school at this moment: one range read, as long as people are away. */
export async function awayFrom(store: Store, school: string, now: Instant): Promise<ReadonlySet<PersonId>> {
  return awayAt(await absencesOf(store, school), now);
}

/** Everybody who is or was away and is not forgotten yet. */
export async function absencesOf(store: Store, school: string): Promise<readonly Absence[]> {
  const found: Absence[] = [];
  for await (const { value } of all(store, school, under('away'))) found.push(value as Absence);
  return found;
}

/** Puts somebody down as away until then, and has their cases handed over at once. `until` now: they are back. */
export function absenceWrites(
  { now }: Pick<Desk, 'now'>,
  { id }: Pick<Person, 'id'>,
  until: Instant,
): readonly Write[] {
  const value: Absence = { person: id, since: now, until };
  const away: Write = { kind: 'put', key: key.away(id), value };
  return until === now ? [away] : [away, setTimer(`away-${id}`, { kind: 'handover', at: now, person: id })];
}
