import { all, readCase } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import type { Case, RecordedEvent } from '../../src/domain/case.ts';

/** Every case of the made-up school. */
export async function casesIn(store: Store): Promise<readonly Case[]> {
  return valuesUnder<Case>(store, 'case');
}

/** A case of the made-up school as it stands now; fails the test where there is none. */
export async function caseIn(store: Store, id: string): Promise<Case> {
  const found = await readCase(store, 'harbour', id);
  if (!found) throw new Error(`no case ${id}`);
  return found.current;
}

/** What happened to a case, oldest first. */
export async function eventsOf(store: Store, id: string): Promise<readonly RecordedEvent[]> {
  return valuesUnder<RecordedEvent>(store, 'event', id);
}

/** The kinds of what happened to a case, oldest first. */
export async function eventKinds(store: Store, id: string): Promise<readonly RecordedEvent['event']['kind'][]> {
  return (await eventsOf(store, id)).map(({ event }) => event.kind);
}

/** The values of all rows whose keys begin with these parts. */
export async function valuesUnder<Value>(store: Store, ...parts: readonly string[]): Promise<readonly Value[]> {
  const values: Value[] = [];
  for await (const { value } of all(store, 'harbour', under(...parts))) values.push(value as Value);
  return values;
}
