import { type DayFacts, dayView, privateLine, termsEndLine } from '../conversation/present/day.ts';
import type { OpenCase } from '../conversation/present/lists.ts';
import { notice } from '../conversation/voice.ts';
import { isOpen, nextOpening } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { isBefore } from '../domain/instants.ts';
import type { Person } from '../domain/people.ts';
import { mayOn } from '../domain/permissions.ts';
import type { School } from '../domain/school.ts';
import { absencesOf } from './absences.ts';
import { setTimer, type Timer } from './case-clock.ts';
import { adminsOf } from './climb-news.ts';
import { channelListener, matters } from './delivery.ts';
import { type Desk, rooms } from './effects.ts';
import { type Office, schoolOf } from './office.ts';
import { type Parcel, parcel, queue } from './parcels.ts';
import { key, under } from './rows.ts';
import type { Row, Store, Write } from './store.ts';
import { all } from './walk.ts';

/** The row that says when a school's next day begins, so that no two processes plan two. */
type Day = { readonly next: Instant };

/** Sees to it that the school's next opening has a timer: the first time, and where the school file has changed it. */
export async function planDay(office: Office, schoolId: string): Promise<void> {
  const { store, clock } = office;
  const now = clock.now();
  const row = await store.get(schoolId, key.day());
  const planned = (row?.value as Day | undefined)?.next;
  const next = nextOpening(schoolOf(office, schoolId), now);
  if (row && planned && (planned === next || !isBefore(now, planned))) return;
  await store.commit(schoolId, dayWrites(next, row, planned));
}

function dayWrites(next: Instant, row: Row | undefined, planned: Instant | undefined): readonly Write[] {
  const value: Day = { next };
  return [
    row ? { kind: 'replace', key: key.day(), value, etag: row.etag } : { kind: 'insert', key: key.day(), value },
    ...(planned === undefined ? [] : [{ kind: 'delete', key: key.timer(planned, 'day') } as const]),
    setTimer('day', { kind: 'day', at: next }),
  ];
}

/**
 * The school opens: the line of the day goes to the channel, which is also the check that it can be reached, and those
 * with private cases overdue hear of them. One transaction under the day's ETag, so once whatever the number of
 * processes. Where nobody fired it until the school was closed again, that day has no line.
 */
export async function fireDay(
  office: Office,
  schoolId: string,
  row: Row,
  { at }: Extract<Timer, { kind: 'day' }>,
): Promise<void> {
  const { store, clock, ids, sealer } = office;
  const desk = { school: schoolOf(office, schoolId), ids, now: clock.now(), sealer };
  const day = await store.get(schoolId, key.day());
  if (!day || (day.value as Day).next !== at) {
    await store.commit(schoolId, [{ kind: 'delete', key: row.key, etag: row.etag }]);
    return;
  }
  const planned = dayWrites(nextOpening(desk.school, desk.now), day, at);
  const lines = isOpen(desk.school, desk.now) ? await lineWrites(store, desk) : [];
  await store.commit(schoolId, [...planned, ...lines, ...(await forgotten(store, desk))]);
}

async function lineWrites(store: Store, desk: Desk): Promise<readonly Write[]> {
  const open: OpenCase[] = [];
  for await (const { value } of all(store, desk.school.id, under('open'))) open.push(value as OpenCase);
  const away = (await absencesOf(store, desk.school.id)).filter(({ until }) => isBefore(desk.now, until));
  const shared = open.filter(isShared);
  const facts: DayFacts = { open: shared, undelivered: await undelivered(store, desk.school, shared), away };
  const message = { kind: 'notice', notice: dayView(channelListener(desk.school), facts) } as const;
  const ends = termsEndLine(desk);
  return [
    ...rooms(desk.school).map((to) => queue(parcel(desk.ids.unique(), desk.now, { to, message, sort: 'day' }))),
    ...privately(
      desk,
      open.filter((one) => !isShared(one) && one.overdueSince !== undefined),
      away.map(({ person }) => person),
    ),
    ...(ends === undefined ? [] : adminsOf(desk).map((admin) => chat(desk, admin, ends))),
  ];
}

/** The channel counts only what has its card there (rule of safety 4). */
function isShared({ route }: OpenCase): boolean {
  return route.inChannel;
}

async function undelivered(store: Store, { id }: School, shared: readonly OpenCase[]): Promise<number> {
  const known = new Set(shared.map((one) => one.id));
  let count = 0;
  for await (const { value } of all(store, id, under('due'))) {
    const one = value as Parcel;
    if (matters(one) && one.attempts > 0 && one.caseId !== undefined && known.has(one.caseId)) count++;
  }
  return count;
}

/** Private cases are said only to those who may open them. */
function privately(desk: Desk, overdue: readonly OpenCase[], away: readonly string[]): readonly Write[] {
  const there = desk.school.people.filter(({ id }) => !away.includes(id));
  return there.flatMap((person) => {
    const theirs = overdue.filter((one) => mayOn(person, 'open', one));
    return theirs.length === 0 ? [] : [chat(desk, person, privateLine({ school: desk.school, person }, theirs))];
  });
}

function chat({ ids, now }: Desk, { id }: Person, line: string): Write {
  const message = { kind: 'notice', notice: notice([line]) } as const;
  return queue(parcel(ids.unique(), now, { to: { kind: 'person', id }, message, sort: 'news' }));
}

/** Absences that are over. */
async function forgotten(store: Store, { school, now }: Desk): Promise<readonly Write[]> {
  const over = (await absencesOf(store, school.id)).filter(({ until }) => !isBefore(now, until));
  return over.slice(0, 20).map(({ person }) => ({ kind: 'delete', key: key.away(person) }));
}
