import { DateTime } from 'luxon';
import type { ChronologyEntry } from '../conversation/present/chronology.ts';
import type { Neighbour, Neighbours, Repeat } from '../conversation/present/neighbours.ts';
import type { Advised } from '../conversation/suggestion.ts';
import type { Case, CaseId, Instant } from '../domain/case.ts';
import { partiesOf } from '../domain/parties.ts';
import type { Party } from '../domain/party.ts';
import { mayOn, seesNames } from '../domain/permissions.ts';
import type { Office } from './office.ts';
import { readCase } from './read-case.ts';
import { under } from './rows.ts';
import { casesWith, foundBy } from './subject-index.ts';
import { all } from './walk.ts';

/** Where it is looked up, and how names are hidden there. */
export type LookUp = Pick<Office, 'store' | 'sealer'>;

/** How far back reports that name the same person are counted, in days. */
const patternDays = 42;
/** Reports that name the same person this near each other may be about one event, in days. */
const sameEventDays = 3;
/** No more cases than this are read for one view. */
const mostRead = 200;

type Sees = (current: Case) => boolean;

/** All that ties a case to others, as far as its reader may open those: nothing else is counted or hinted at. */
export async function neighboursOf(desk: LookUp, to: Advised, current: Case): Promise<Neighbours> {
  const sees: Sees = (other) => other.id !== current.id && mayOn(to.person, 'open', other);
  const [tied, repeats, suggested] = await Promise.all([
    tiedTo(desk, to, current, sees),
    repeatsIn(desk, to, current, sees),
    mayOn(to.person, 'escalate', current) ? suggestedFor(desk, to, current, sees) : [],
  ]);
  const known = tied.map(({ reference }) => reference);
  return { tied, repeats, suggested: suggested.filter((id) => !known.includes(id)) };
}

async function tiedTo(
  { store }: LookUp,
  { school }: Advised,
  current: Case,
  sees: Sees,
): Promise<readonly Neighbour[]> {
  const later: string[] = [];
  for await (const { value } of all(store, school.id, under('again', current.id))) later.push(String(value['case']));
  const before = current.again === undefined ? [] : [current.again];
  const ids = [...(current.links ?? []).map(({ other }) => other), ...before, ...later];
  const cases = await read(store, school.id, [...new Set(ids)]);
  return cases
    .filter(sees)
    .map((other) => ({ reference: other.id, how: howTied(current, other), why: why(current, other) }));
}

function howTied(current: Case, other: Case): Neighbour['how'] {
  if (current.mergedInto === other.id) return 'merged-into';
  if (other.mergedInto === current.id) return 'merged-here';
  if (current.again === other.id) return 'again-after';
  return other.again === current.id ? 'again-since' : 'linked';
}

function why({ links = [] }: Case, { id }: Case): string {
  return links.find(({ other }) => other === id)?.why ?? '';
}

/** For everybody whom the case is about: the how-manieth report in six weeks it is that names them. Doubles are one. */
export async function repeatsIn(
  desk: LookUp,
  { school }: Pick<Advised, 'school'>,
  current: Case,
  sees: Sees,
): Promise<readonly Repeat[]> {
  const between = { from: days(current.reportedAt, -patternDays), to: current.reportedAt };
  const counted = await Promise.all(
    partiesOf(current).map(async (party) => {
      const found = foundBy({ school, sealer: desk.sealer }, [party]);
      const ids = await casesWith(desk.store, school.id, found, between);
      const others = await read(
        desk.store,
        school.id,
        ids.filter((id) => id !== current.id),
      );
      const before = others.filter((one) => sees(one) && one.mergedInto === undefined && one.id !== current.mergedInto);
      return { party, count: before.length + 1 };
    }),
  );
  return counted.filter(({ count }) => count > 1);
}

/** Cases that name one of the same people within a few days, or came from the same reporter. */
async function suggestedFor(
  { store, sealer }: LookUp,
  { school, person }: Advised,
  current: Case,
  sees: Sees,
): Promise<readonly CaseId[]> {
  const { reportedAt, mergedInto } = current;
  if (mergedInto !== undefined) return [];
  const between = { from: days(reportedAt, -sameEventDays), to: days(reportedAt, sameEventDays) };
  const named = await casesWith(store, school.id, foundBy({ school, sealer }, partiesOf(current)), between);
  const same = seesNames({ roles: person.roles }, current) ? await bySameReporter(store, school.id, current) : [];
  const cases = await read(store, school.id, [...new Set([...named, ...same])].slice(0, mostRead));
  const near = (one: Case) => one.reportedAt >= between.from && one.reportedAt <= between.to;
  return cases.filter((one) => sees(one) && near(one) && one.mergedInto === undefined).map(({ id }) => id);
}

/** What came from somebody who hid their name stands under another one, and so is never found here. */
async function bySameReporter(store: Office['store'], school: string, { reporter }: Case): Promise<readonly CaseId[]> {
  const { rows } = await store.list(school, { ...under('mine', reporter.id), limit: 20 });
  const cases = await read(
    store,
    school,
    rows.map(({ value }) => String(value['id'])),
  );
  return cases.filter((one) => one.reporter.id === reporter.id).map(({ id }) => id);
}

/** Every case with this person that the reader may open and read names in, oldest first. */
export async function chronologyOf(
  { store, sealer }: LookUp,
  { school, person }: Advised,
  party: Party,
): Promise<readonly ChronologyEntry[]> {
  const found = foundBy({ school, sealer }, [party]);
  const ids = await casesWith(store, school.id, found);
  const cases = await read(store, school.id, ids.slice(-mostRead));
  const parts = (one: Case) =>
    partiesOf(one).filter((other) => foundBy({ school, sealer }, [other]).some((hash) => found.includes(hash)));
  return cases
    .filter((one) => mayOn(person, 'open', one) && seesNames(person, one))
    .map((current) => ({ current, as: parts(current) }))
    .toSorted((a, b) => (a.current.reportedAt < b.current.reportedAt ? -1 : 1));
}

async function read(store: Office['store'], school: string, ids: readonly CaseId[]): Promise<readonly Case[]> {
  const found = await Promise.all(ids.slice(0, mostRead).map((id) => readCase(store, school, id)));
  return found.flatMap((one) => one?.current ?? []);
}

function days(at: Instant, more: number): Instant {
  return DateTime.fromISO(at, { zone: 'utc' }).plus({ days: more }).toISO() ?? at;
}
