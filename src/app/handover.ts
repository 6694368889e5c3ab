import { moment, notice, tell } from '../conversation/voice.ts';
import type { Case, CaseEvent } from '../domain/case.ts';
import { actor } from '../domain/casework/handler.ts';
import type { Staff } from '../domain/ladder.ts';
import { standInFor, workerOf } from '../domain/ladder.ts';
import type { KnownPerson } from '../domain/school.ts';
import { absencesOf, awayFrom } from './absences.ts';
import type { Timer } from './case-clock.ts';
import { readCase } from './compose.ts';
import { cardParcel, type Desk, openButton } from './effects.ts';
import { type Office, schoolOf } from './office.ts';
import { parcel, queue } from './parcels.ts';
import { append } from './record.ts';
import { key, under } from './rows.ts';
import type { Row, Write } from './store.ts';
import { all } from './walk.ts';

/**
 * Hands over the open cases of somebody who went away, each in a transaction of its own; then the timer goes. Stopped
 * half-way it begins anew, and finds only those that are theirs still.
 */
export async function fireHandover(
  office: Office,
  schoolId: string,
  row: Row,
  { person }: Extract<Timer, { kind: 'handover' }>,
): Promise<void> {
  const { store, clock, ids, sealer } = office;
  const desk = { school: schoolOf(office, schoolId), ids, now: clock.now(), sealer };
  const staff = { people: desk.school.people, away: await awayFrom(store, schoolId, desk.now) };
  const until = (await absencesOf(store, schoolId)).find((one) => one.person === person)?.until ?? desk.now;
  if (staff.away.has(person)) {
    for await (const { value } of all(store, schoolId, under('open'))) {
      await handOver(office, desk, (value as Pick<Case, 'id'>).id, { person, until }, staff);
    }
  }
  await store.commit(schoolId, [{ kind: 'delete', key: row.key, etag: row.etag }]);
}

type Absent = { readonly person: string; readonly until: string };

async function handOver(
  { store }: Office,
  desk: Desk,
  id: string,
  absent: Absent,
  staff: Staff<KnownPerson>,
): Promise<void> {
  for (;;) {
    const found = await readCase(store, desk.school.id, id);
    if (!found || found.current.state === 'closed' || workerOf(found.current) !== absent.person) return;
    const to = standInFor(absent.person, found.current, staff);
    const from = desk.school.people.find((one) => one.id === absent.person);
    if (!to || !from) return;
    const writes = handoverWrites(desk, found.current, found.etag, { from, to, until: absent.until });
    if ((await store.commit(desk.school.id, writes)).kind === 'committed') return;
  }
}

type Handover = { readonly from: KnownPerson; readonly to: KnownPerson; readonly until: string };

function handoverWrites(desk: Desk, current: Case, etag: string, { from, to, until }: Handover): readonly Write[] {
  const event: CaseEvent = { kind: 'handed-over', from: actor(from), to: actor(to), until };
  const { next, write } = append({ ...current, assignee: actor(to) }, event, desk.now);
  const listener = { school: desk.school, person: to };
  const line = tell(listener, 'away.handed-over', {
    reference: next.id,
    name: from.name,
    until: moment(listener, until),
  });
  const message = { kind: 'notice', notice: notice([line], [openButton(desk.school, to, next.id)]) } as const;
  const news = { to: { kind: 'person', id: to.id }, message, sort: 'case', caseId: next.id } as const;
  return [
    { kind: 'replace', key: key.case(next.id), value: next, etag },
    write,
    ...cardParcel(desk, next, 'refresh'),
    queue(parcel(desk.ids.unique(), desk.now, news)),
  ];
}
