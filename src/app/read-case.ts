import type { Case, CaseId, RecordedEvent } from '../domain/case.ts';
import { key, under } from './rows.ts';
import type { Row, Store } from './store.ts';

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

const pageSize = 100;

/** Every row of a range, page by page. */
export async function* all(store: Store, partition: string, range: { from: string; to: string }): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const page = await store.list(partition, { ...range, limit: pageSize, ...(after ? { after } : {}) });
    yield* page.rows;
    after = page.next;
  } while (after);
}
