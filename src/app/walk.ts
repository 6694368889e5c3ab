import type { Row, Store } from './store.ts';

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
