import { unreachableLine } from '../conversation/present/day.ts';
import { notice } from '../conversation/voice.ts';
import { holds } from '../domain/people.ts';
import type { Desk } from './effects.ts';
import { parcel, queue } from './parcels.ts';
import type { Write } from './store.ts';

/** A line of the day that is older than this, in milliseconds, is yesterday's: it is not sent any more. */
export const dayStale = 12 * 3_600_000;

/** The channel could not be reached this morning: the administrators and the headteacher hear of it in their own chats. */
export function unreachable({ school, ids, now }: Desk, why: string): readonly Write[] {
  const told = school.people.filter((person) => holds(person, 'admin', 'headteacher'));
  return told.map((person) => {
    const view = { ...notice([unreachableLine({ school, person }, why)]), urgent: true };
    const message = { kind: 'notice', notice: view } as const;
    return queue(parcel(ids.unique(), now, { to: { kind: 'person', id: person.id }, message, sort: 'news' }));
  });
}
