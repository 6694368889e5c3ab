import type { Actor, Case, CaseId } from '../domain/case.ts';
import { isHidden, standInFor } from '../domain/hidden.ts';
import type { Person } from '../domain/people.ts';
import type { Office } from './office.ts';
import type { Sealed, Sealer } from './ports.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/** The one row that says who reported a case under a hidden name. */
type SealedRow = { readonly sealed: Sealed };

/** Who stands on this case in somebody's place while their name is hidden: always the same, and on no other case. */
export function standIn(sealer: Sealer, school: string, id: CaseId, person: Pick<Person, 'id' | 'roles'>): Actor {
  return standInFor(person, sealer.fingerprint(school, 'reporter', JSON.stringify([id, person.id])));
}

/** Somebody as the case knows them: whoever reported it under a hidden name acts there as their stand-in alone. */
export function knownOn(sealer: Sealer, { school, id, reporter }: Case, person: Person): Person {
  if (!isHidden(reporter)) return person;
  return reporter.id === standIn(sealer, school, id, person).id ? reporter : person;
}

/** Whether the person reported this case, hidden or not. */
export function isReporter(sealer: Sealer, current: Case, person: Person): boolean {
  return knownOn(sealer, current, person).id === current.reporter.id;
}

/** The row that says who it is, apart from the case and sealed for it alone. */
export function identityWrite(sealer: Sealer, school: string, id: CaseId, { name, roles, ...who }: Person): Write {
  const actor: Actor = { id: who.id, name, roles };
  const value: SealedRow = { sealed: sealer.seal(school, JSON.stringify(actor), contextOf(id)) };
  return { kind: 'insert', key: key.sealed(id), value };
}

/** Who reported a case under a hidden name. Rejects where that cannot be told any more: it must be noticed. */
export async function openIdentity(
  { store, sealer }: Pick<Office, 'store' | 'sealer'>,
  school: string,
  id: CaseId,
): Promise<Actor> {
  const row = await store.get(school, key.sealed(id));
  if (!row) throw new Error('nobody is sealed for this case');
  return JSON.parse(sealer.unseal(school, (row.value as SealedRow).sealed, contextOf(id))) as Actor;
}

function contextOf(id: CaseId): string {
  return `reporter:${id}`;
}
