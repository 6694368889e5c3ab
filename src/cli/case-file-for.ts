import type { Store } from '../app/store.ts';
import { systemClock, systemIds } from '../app/system.ts';
import { type Purpose, takeOut } from '../app/take-out.ts';
import type { CaseFile } from '../conversation/present/export/case-file-schema.ts';
import { say } from '../conversation/wording.ts';
import type { School } from '../domain/school.ts';
import { oneSchool, personNamed, referenceFrom } from './at-schools.ts';
import { Mistake } from './mistake.ts';

/** Which case is wanted, and who wants it: an id or address of the school file. */
export type Wanted = { readonly reference: string; readonly as: string };

/**
 * A case with all that somebody at the terminal may read of it. That it was taken out is an event.
 *
 * @throws {Mistake} Where there are several schools, and where the person, the case or the child is not to be had.
 */
export async function caseFileFor(
  { reference, as }: Wanted,
  purpose: Purpose,
  schools: readonly School[],
  store: Store,
): Promise<CaseFile> {
  const school = oneSchool(schools);
  const person = personNamed(school, as);
  const caseId = referenceFrom(reference);
  const taken = await takeOut({ store, clock: systemClock, ids: systemIds, school, person, caseId, purpose });
  if (taken.kind === 'file') return taken.file;
  throw new Mistake(say(taken.kind === 'refused' ? 'show.refused' : 'export.no-such-child'));
}
