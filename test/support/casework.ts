import { hashOf } from '../../src/app/record.ts';
import { key, under } from '../../src/app/rows.ts';
import type { Row, Store, Value } from '../../src/app/store.ts';
import type { RecordedEvent } from '../../src/domain/case.ts';

/** Writes a row as somebody could who has the store but not Lantern. */
export async function forge(store: Store, at: string, value: Value): Promise<void> {
  await store.commit('harbour', [{ kind: 'put', key: at, value }]);
}

/** Takes rows away in the same way. */
export async function takeAway(store: Store, ...keys: readonly string[]): Promise<void> {
  await store.commit(
    'harbour',
    keys.map((at) => ({ kind: 'delete', key: at })),
  );
}

/** A row that must be there. */
export async function rowAt(store: Store, at: string): Promise<Row> {
  const row = await store.get('harbour', at);
  if (!row) throw new Error(`nothing at ${at}`);
  return row;
}

/** The keys of everything that belongs to a case: head, events, lines of lists. */
export async function keysOfCase(store: Store, id: string): Promise<readonly string[]> {
  const all = await Promise.all(
    ['case', 'event', 'open', 'mine'].map((kind) => store.list('harbour', { ...under(kind), limit: 1_000 })),
  );
  return all.flatMap(({ rows }) => rows.map((row) => row.key)).filter((one) => one.split(':').includes(id));
}

/** Another chain for a case in which one event says something else, with every hash after it made anew, and its head. */
export async function writeAnew(store: Store, id: string, from: number, said: string): Promise<void> {
  const head = await rowAt(store, key.case(id));
  const { rows } = await store.list('harbour', { ...under('event', id), limit: 1_000 });
  let previous = '';
  for (const row of rows) {
    const { hash: _, ...event } = row.value as RecordedEvent;
    const told = event.seq === from ? { kind: 'noted' as const, text: said } : event.event;
    const open = { ...event, event: told, previous };
    const hash = hashOf(id, open);
    await forge(store, row.key, { ...open, hash });
    previous = hash;
  }
  await forge(store, head.key, { ...head.value, lastHash: previous });
}
