import type { Case, CaseId, RecordedEvent } from '../domain/case.ts';
import { key, under } from './rows.ts';
import type { Store } from './store.ts';
import { all } from './walk.ts';

/** A case and its ETag; undefined where there is none. */
export async function readCase(
  store: Store,
  school: string,
  id: CaseId,
): Promise<{ readonly current: Case; readonly etag: string } | undefined> {
  const row = await store.get(school, key.case(id));
  return row && { current: row.value as Case, etag: row.etag };
}

/** All that happened to a case, oldest first. */
export async function eventsOf(store: Store, school: string, id: CaseId): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const row of all(store, school, under('event', id))) events.push(row.value as RecordedEvent);
  return events;
}
