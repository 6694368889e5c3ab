import type { World } from '../conversation/dialogue.ts';
import type { Desk } from './effects.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';

/** The record that somebody asked for what their role may not. */
export function refusal(
  { ids, now }: Pick<Desk, 'ids' | 'now'>,
  { person }: Pick<World, 'person'>,
  action: string,
): Write {
  const value = { at: now, by: { id: person.id, name: person.name, roles: person.roles }, action };
  return { kind: 'insert', key: key.refused(now, ids.unique()), value };
}
