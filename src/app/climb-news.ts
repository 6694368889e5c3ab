import { pingOf } from '../conversation/present/ping.ts';
import { moment, notice, tell } from '../conversation/voice.ts';
import type { Case } from '../domain/case.ts';
import type { CaseClock } from '../domain/case-clock.ts';
import { holds } from '../domain/people.ts';
import { phoneFor } from '../domain/routing.ts';
import type { KnownPerson } from '../domain/school.ts';
import { channelListener } from './delivery.ts';
import { type Desk, openButton, rooms } from './effects.ts';
import { parcel, queue } from './parcels.ts';
import type { Write } from './store.ts';

type Timed = Case & { readonly clock: CaseClock };

/** Puts a case whose deadline was missed before one person in their own chat. */
export function climbedTo(desk: Desk, { id, clock }: Timed, person: KnownPerson): Write {
  const to = { school: desk.school, person };
  const line = clock.overdue ? (`clock.climbed.${clock.step}` as const) : 'clock.climbed.at-once';
  const lines = [tell(to, line, { reference: id, due: moment(to, clock.due) })];
  const view = { ...notice(lines, [openButton(desk.school, person, id)]), urgent: clock.step === 'acknowledged' };
  return send(desk, { kind: 'person', id: person.id }, view, 'case', id);
}

/** Says in the DSL channel that a case is overdue: its reference and by when, no more; and calls these people. */
export function roomAgain(desk: Desk, { id, clock }: Timed, called: readonly KnownPerson[]): readonly Write[] {
  const to = channelListener(desk.school);
  const line = tell(to, `clock.room.${clock.step}`, { reference: id, due: moment(to, clock.due) });
  const view = { ...notice([line]), ...pingOf(to, called) };
  return rooms(desk.school).map((room) => send(desk, room, view, 'news', id));
}

/** Tells the reporter that nobody has it yet, and whom to ring. */
export function toReporter(desk: Desk, { id, route, reporter: person }: Timed): readonly Write[] {
  const { label, number } = phoneFor(desk.school, route);
  const line = tell({ school: desk.school, person }, 'clock.reporter', { reference: id, label, number });
  return [send(desk, { kind: 'person', id: person.id }, { ...notice([line]), urgent: true }, 'news', id)];
}

/** Tells the administrators that somebody must be found, without a word about the case. */
export function nobodyLeft(desk: Desk): readonly Write[] {
  return adminsOf(desk).map((person) => {
    const line = tell({ school: desk.school, person }, 'clock.nobody');
    return send(desk, { kind: 'person', id: person.id }, notice([line]), 'news');
  });
}

/** Those who look after Lantern itself. */
export function adminsOf({ school }: Pick<Desk, 'school'>): readonly KnownPerson[] {
  return school.people.filter((person) => holds(person, 'admin'));
}

function send(
  { ids, now }: Desk,
  to: Parameters<typeof parcel>[2]['to'],
  view: ReturnType<typeof notice>,
  sort: 'case' | 'news',
  caseId?: string,
): Write {
  const message = { kind: 'notice', notice: view } as const;
  return queue(parcel(ids.unique(), now, { to, message, sort, ...(caseId === undefined ? {} : { caseId }) }));
}
