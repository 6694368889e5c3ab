import { sealedStore } from '../app/sealed-store.ts';
import type { Store } from '../app/store.ts';
import type { Person } from '../domain/people.ts';
import type { School } from '../domain/school.ts';
import { Mistake } from './mistake.ts';
import type { Shell } from './shell.ts';
import { withRecords } from './with-records.ts';

/** Which schools a command is about. */
export type SchoolOptions = { readonly schools?: string; readonly school?: string };

/**
 * Runs a command on the schools that it names, all of the settings where it names none, with the store open.
 * What is wrong with settings, store or call is said, and the command fails.
 */
export async function atSchools(
  { schools: folder, school: id }: SchoolOptions,
  shell: Shell,
  work: (schools: readonly School[], store: Store) => Promise<void>,
): Promise<void> {
  await withRecords(
    folder,
    shell,
    (config) => chosenOf([...config.schools.values()], id),
    (chosen, { raw, ring }) => work(chosen, sealedStore(raw, ring)),
  );
}

function chosenOf(all: readonly School[], id: string | undefined): readonly School[] {
  if (id === undefined) return all;
  const found = all.filter((school) => school.id === id);
  if (found.length === 0) throw new Mistake(`--school: there is none called ${id}; there are ${names(all)}`);
  return found;
}

/** The one school of a command that can only be about one. */
export function oneSchool(schools: readonly School[]): School {
  const [only, ...others] = schools;
  if (only && others.length === 0) return only;
  throw new Mistake(`--school: name one of ${names(schools)}`);
}

function names(schools: readonly School[]): string {
  return schools.map(({ id }) => id).join(', ');
}

/** Somebody of the school file, by id or address. */
export function personNamed(school: School, given: string): Person {
  const wanted = given.toLowerCase();
  const found = school.people.find(({ id, address }) => id === given || address === wanted);
  if (found) return found;
  throw new Mistake(`--as: the file of ${school.id} has nobody with the id or address ${given}`);
}

/** A reference as it is kept, however it was typed. */
export function referenceFrom(given: string): string {
  return given.trim().toUpperCase();
}
