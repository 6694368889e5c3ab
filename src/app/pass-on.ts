import { notice, tell } from '../conversation/voice.ts';
import type { Case } from '../domain/case.ts';
import { holds, type Person } from '../domain/people.ts';
import { mayOn } from '../domain/permissions.ts';
import type { School } from '../domain/school.ts';
import { type Desk, openButton } from './effects.ts';
import type { Broken } from './messenger.ts';
import { type Parcel, parcel, queue } from './parcels.ts';
import type { Write } from './store.ts';

/** What a platform said that only an administrator can mend. `why`: its own word for it. */
export type Breakage = { readonly broken: Broken; readonly why: string };

/**
 * Where waiting mends nothing: the case goes to the next person who may open it, and the administrators are told what
 * is broken, without a word about the case.
 */
export function passOn(desk: Desk, current: Case, one: Parcel, breakage: Breakage): readonly Write[] {
  const next = nextPerson(desk.school, current, one);
  const admins = desk.school.people.filter((person) => holds(person, 'admin'));
  return [...(next ? [toNext(desk, current, next)] : []), ...admins.map((admin) => toAdmin(desk, admin, breakage))];
}

/** In the order in which the roles of a case are told; after the channel comes the first, after a person the next. */
function nextPerson({ people }: School, current: Case, { to }: Parcel): Person | undefined {
  const inTurn = current.route.roles.flatMap((role) => people.filter((person) => holds(person, role)));
  const ladder = [...new Set(inTurn)].filter((person) => mayOn(person, 'open', current));
  if (to.kind === 'channel') return ladder[0];
  const id = to.kind === 'person' ? to.id : to.person;
  return ladder[ladder.findIndex((person) => person.id === id) + 1];
}

function toNext({ school, ids, now }: Desk, { id }: Case, person: Person): Write {
  const line = tell({ school, person }, 'news.passed-on', { reference: id });
  const message = { kind: 'notice', notice: notice([line], [openButton(school, person, id)]) } as const;
  const to = { kind: 'person', id: person.id } as const;
  return queue(parcel(ids.unique(), now, { to, message, sort: 'case', caseId: id }));
}

function toAdmin({ school, ids, now }: Desk, person: Person, { broken, why }: Breakage): Write {
  const line = tell({ school, person }, `admin.broken.${broken}`, { why });
  const message = { kind: 'notice', notice: notice([line]) } as const;
  return queue(parcel(ids.unique(), now, { to: { kind: 'person', id: person.id }, message, sort: 'news' }));
}
