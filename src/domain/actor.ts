import type { Person } from './people.ts';

/** Somebody who did something, as the record keeps them: the name and roles of that day. */
export type Actor = Pick<Person, 'id' | 'name' | 'roles'>;

/** A moment: ISO 8601 in UTC, for example `2026-11-21T09:30:00.000Z`. */
export type Instant = string;
