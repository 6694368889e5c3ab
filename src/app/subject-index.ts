import type { Case, Instant } from '../domain/case.ts';
import { findableBy, partiesOf } from '../domain/parties.ts';
import type { Party } from '../domain/party.ts';
import type { School } from '../domain/school.ts';
import type { Sealer } from './ports.ts';
import { key, subjectsBetween, under } from './rows.ts';
import type { Store, Write } from './store.ts';
import { all } from './walk.ts';

/** What the index of people needs: whose people, and how names are hidden. */
export type IndexDesk = { readonly school: School; readonly sealer: Sealer };

/** A row of the index: a case with somebody. `gone`: they were taken out of it. No name stands in it, nor in its key. */
type Entry = { readonly case: string; readonly gone?: true };

/** The index brought up to the people that the case has now. Who was taken out keeps a row that says so. */
export function subjectWrites(desk: IndexDesk, before: Case | undefined, next: Case): readonly Write[] {
  if (before && before.parties === next.parties) return [];
  const were = before ? foundBy(desk, partiesOf(before)) : [];
  const are = foundBy(desk, partiesOf(next));
  const put = (found: string, value: Entry): Write => {
    return { kind: 'put', key: key.subject(found, next.reportedAt, next.id), value };
  };
  return [
    ...are.filter((found) => !were.includes(found)).map((found) => put(found, { case: next.id })),
    ...were.filter((found) => !are.includes(found)).map((found) => put(found, { case: next.id, gone: true })),
  ];
}

/** The keyed hashes that these people are found by, each once. */
export function foundBy({ school, sealer }: IndexDesk, parties: readonly Party[]): readonly string[] {
  const texts = parties.flatMap((party) => findableBy(party, school.people));
  return [...new Set(texts.map((text) => sealer.fingerprint(school.id, 'subject', text)))];
}

/** The cases that any of these hashes stands in, each once; of a stretch of time where one is given. */
export async function casesWith(
  store: Store,
  school: string,
  found: readonly string[],
  between?: { readonly from: Instant; readonly to: Instant },
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const one of found) {
    const range = between ? subjectsBetween(one, between.from, between.to) : under('subject', one);
    for await (const { value } of all(store, school, range)) {
      const entry = value as Entry;
      if (!entry.gone) ids.add(entry.case);
    }
  }
  return [...ids];
}
