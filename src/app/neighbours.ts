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
/** Reports that share a person or a site this near each other may be about one event, in days. */
const sameEventDays = 3;
/** Reports of one kind by the same person this near each other may be about one event, in days. */
const sameKindDays = 1;
/** How far back a person's earlier incidents count for a sanction, in days: as long as a child is at one school. */
const historyDays = 7 * 366;
/** No more cases than this are read for one view. */
const mostRead = 200;

type Sees = (current: Case) => boolean;

/** All that ties a case to others, as far as its reader may open those: nothing else is counted or hinted at. */
export async function neighboursOf(desk: LookUp, to: Advised, current: Case): Promise<Neighbours> {
  const sees: Sees = (other) => other.id !== current.id && mayOn(to.person, 'open', other);
  const [tied, repeats, suggested, earlier] = await Promise.all([
    tiedTo(desk, to, current, sees),
    repeatsIn(desk, to, current, sees),
    mayOn(to.person, 'escalate', current) ? suggestedFor(desk, to, current, sees) : [],
    earlierOf(desk, to, current),
  ]);
  const known = tied.map(({ reference }) => reference);
  return { tied, repeats, suggested: suggested.filter((id) => !known.includes(id)), earlier };
}

/**
 * How many closed cases of the same kind say that a pupil of this one did it before (requirements R144), as far as the
 * reader may open them. Doubles are one, and nobody is counted for what was done to them.
 */
export async function earlierOf(desk: LookUp, to: Advised, current: Case): Promise<number> {
  const did = (one: Case) => foundBy({ school: to.school, sealer: desk.sealer }, partiesOf(one).filter(isAllegedPupil));
  const found = did(current);
  const ids = await casesWith(desk.store, to.school.id, found, {
    from: days(current.reportedAt, -historyDays),
    to: current.reportedAt,
  });
  const cases = await read(desk.store, to.school.id, ids.filter((id) => id !== current.id).slice(-mostRead));
  const counts = (one: Case) =>
    one.state === 'closed' &&
    one.mergedInto === undefined &&
    one.category === current.category &&
    mayOn(to.person, 'open', one);
  return cases.filter((one) => counts(one) && did(one).some((hash) => found.includes(hash))).length;
}

function isAllegedPupil({ kind, part }: Party): boolean {
  return kind === 'pupil' && part === 'alleged';
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

/**
 * Cases that name one of the same people within a few days, or that the same reporter told of with the same site or
 * kind. That one teacher reported twice on a day is no sign: a form tutor hears of many things.
 */
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
async function bySameReporter(store: Office['store'], school: string, current: Case): Promise<readonly CaseId[]> {
  const { reporter } = current;
  const { rows } = await store.list(school, { ...under('mine', reporter.id), limit: 20 });
  const cases = await read(
    store,
    school,
    rows.map(({ value }) => String(value['id'])),
  );
  const alike = (one: Case) => sameSite(current, one) || sameKind(current, one);
  return cases.filter((one) => one.reporter.id === reporter.id && alike(one)).map(({ id }) => id);
}

function sameSite(current: Case, other: Case): boolean {
  const site = siteOf(current);
  return site !== '' && site === siteOf(other);
}

function siteOf({ report }: Case): string {
  return report.site.trim().toLowerCase();
}

/** What was filed as `other` has no kind to share. */
function sameKind({ category, reportedAt }: Case, other: Case): boolean {
  const [from, to] = [days(reportedAt, -sameKindDays), days(reportedAt, sameKindDays)];
  return category !== 'other' && category === other.category && from <= other.reportedAt && other.reportedAt <= to;
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
