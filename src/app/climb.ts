import type { Case } from '../domain/case.ts';
import type { CaseClock } from '../domain/case-clock.ts';
import type { Staff } from '../domain/ladder.ts';
import { onCallFor } from '../domain/ladder.ts';
import type { KnownPerson } from '../domain/school.ts';
import { type Climbed, climbed } from '../domain/winding.ts';
import { awayFrom } from './absences.ts';
import { cardDiffers, type Timer, timerWrites } from './case-clock.ts';
import { climbedTo, nobodyLeft, roomAgain, toReporter } from './climb-news.ts';
import { readCase } from './compose.ts';
import { cardParcel, type Desk, listWrites } from './effects.ts';
import { type Office, schoolOf } from './office.ts';
import { append } from './record.ts';
import { key } from './rows.ts';
import type { Row, Write } from './store.ts';

type Timed = Case & { readonly clock: CaseClock };

/**
 * Fires a case's timer: its next rung, in one transaction under the ETags of the head and of the timer's row, so that
 * it is climbed once whatever the number of processes. A timer that its case no longer means is cleared away.
 */
export async function fireCaseTimer(
  office: Office,
  schoolId: string,
  row: Row,
  timer: Extract<Timer, { kind: 'case' }>,
): Promise<void> {
  const { store, clock, ids, sealer } = office;
  const done: Write = { kind: 'delete', key: row.key, etag: row.etag };
  const found = await readCase(store, schoolId, timer.case);
  if (!found || !isTimed(found.current) || found.current.clock.next !== timer.at) {
    await store.commit(schoolId, [done]);
    return;
  }
  const desk = { school: schoolOf(office, schoolId), ids, now: clock.now(), sealer };
  const staff = { people: desk.school.people, away: await awayFrom(store, schoolId, desk.now) };
  const writes = climbWrites(desk, found.current, found.etag, staff);
  await store.commit(schoolId, [done, ...writes.filter((write) => write.key !== row.key)]);
}

function isTimed(current: Case): current is Timed {
  return current.clock !== undefined;
}

function climbWrites(desk: Desk, current: Timed, etag: string, staff: Staff<KnownPerson>): readonly Write[] {
  const result = climbed(current, staff, desk.school, desk.now);
  const { next, write } = append(result.next, result.event, desk.now);
  return [
    { kind: 'replace', key: key.case(next.id), value: next, etag },
    write,
    ...timerWrites(current, next),
    ...listWrites(current, next),
    ...(cardDiffers(current, next) ? cardParcel(desk, next, 'refresh') : []),
    ...news(desk, { ...next, clock: next.clock ?? current.clock }, result, staff),
  ];
}

function news(desk: Desk, next: Timed, { climb }: Climbed<KnownPerson>, staff: Staff<KnownPerson>) {
  // At the end of a ladder that was climbed, people know; the administrators hear where there never was anybody.
  if (!climb) return next.clock.rung === undefined ? nobodyLeft(desk) : [];
  switch (climb.rung) {
    case 'channel':
      return roomAgain(desk, next, pinged(desk, next, staff));
    case 'reporter':
      return toReporter(desk, next);
    default:
      return climb.to.map((person) => climbedTo(desk, next, person));
  }
}

/** Only an immediate case that nobody has calls people by name. */
function pinged({ school }: Desk, next: Timed, staff: Staff<KnownPerson>): readonly KnownPerson[] {
  if (next.severity !== 'immediate' || next.clock.step !== 'acknowledged') return [];
  return onCallFor(next, school.onCall, staff);
}
