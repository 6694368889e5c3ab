import type { Address } from '../conversation/turn.ts';
import { type Person, type PersonId, rolesOfUnknown } from '../domain/people.ts';
import { allowed } from '../domain/permissions.ts';
import type { School } from '../domain/school.ts';
import { key } from './rows.ts';
import type { Store } from './store.ts';

/** What is kept of somebody who has written to Lantern: how to reach them, and how they were known. */
export type Contact = { readonly person: Person; readonly address: Address };

/** What is known of how to reach a person; undefined when they have never written. */
export async function contactOf(store: Store, school: School, id: PersonId): Promise<Contact | undefined> {
  const row = await store.get(school.id, key.person(id));
  return row?.value as Contact | undefined;
}

/** The person with the rights of today. Who left the school file keeps none that work cases, whatever they once had. */
export function personToday(school: School, id: PersonId, contact: Pick<Contact, 'person'> | undefined): Person {
  const known = school.people.find((person) => person.id === id);
  if (known) return known;
  const name = contact?.person.name ?? id;
  const harmless = (contact?.person.roles ?? []).filter((role) => !allowed[role].includes('cases'));
  return { id, name, roles: harmless.length > 0 ? harmless : rolesOfUnknown };
}
