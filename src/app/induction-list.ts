import { type Agreement, courseFor, isForStaff } from '../conversation/induction/course.ts';
import {
  type Acceptance,
  lastAcceptance,
  type Progress,
  placeIn,
  staleness,
  tally,
} from '../conversation/induction/progress.ts';
import { audienceOf } from '../conversation/suggestion.ts';
import type { Instant } from '../domain/case.ts';
import type { Person, PersonId } from '../domain/people.ts';
import type { School } from '../domain/school.ts';
import type { Pack } from '../policy/standing.ts';
import { all } from './compose.ts';
import { type Contact, personToday } from './people.ts';
import { under } from './rows.ts';
import type { Store } from './store.ts';

/** How somebody's induction stands. */
export type Standing = Person & {
  /** Whether the school file knows them, or only the store. */
  readonly inFile: boolean;
  readonly state: 'not begun' | 'under way' | 'finished';
  readonly done: number;
  readonly all: number;
  readonly begun?: Instant;
  readonly finishedAt?: Instant;
  readonly checks: { readonly right: number; readonly of: number };
  readonly agreements: readonly StandingAgreement[];
};

/** An agreement that somebody is to accept, and how it stands with them. */
export type StandingAgreement = Pick<Agreement, 'document' | 'title' | 'version' | 'everyMonths'> & {
  /** `version`, `cycle`: what was accepted is not today's edition, or longer ago than the cycle allows. */
  readonly state: ReturnType<typeof staleness>;
  readonly accepted?: Acceptance;
};

/** Everybody who is to do a school's induction: those of its file, in its order, then whoever else has written. */
export async function inductionList(
  store: Store,
  school: School,
  pack: Pack,
  now: Instant,
): Promise<readonly Standing[]> {
  const begun = await rowsOf<Progress>(store, school, 'induction');
  const written = await rowsOf<Contact>(store, school, 'person');
  const strangers = [...new Map([...begun, ...written].map((one) => [one.person.id, one])).values()]
    .filter(({ person }) => !isInFile(school, person.id))
    .map((one) => personToday(school, one.person.id, one))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const progress = new Map(begun.map((one) => [one.person.id, one]));
  return [...school.people, ...strangers]
    .filter((person) => isForStaff(audienceOf(person)))
    .map((person) => standingOf(school, pack, person, progress.get(person.id), now));
}

async function rowsOf<Kept>(store: Store, school: School, part: 'induction' | 'person'): Promise<readonly Kept[]> {
  const found: Kept[] = [];
  for await (const row of all(store, school.id, under(part))) found.push(row.value as Kept);
  return found;
}

function isInFile({ people }: School, id: PersonId): boolean {
  return people.some((person) => person.id === id);
}

function standingOf(
  school: School,
  pack: Pack,
  { id, name, roles }: Person,
  progress: Progress | undefined,
  now: Instant,
): Standing {
  const course = courseFor(pack, audienceOf({ id, name, roles }));
  const { begun, finishedAt } = progress ?? {};
  const answers = (progress?.read ?? []).flatMap(({ right }) => (right === undefined ? [] : [right]));
  const finished = finishedAt !== undefined || placeIn(course, progress, now).kind === 'finished';
  return {
    id,
    name,
    roles,
    inFile: isInFile(school, id),
    state: finished ? 'finished' : progress ? 'under way' : 'not begun',
    ...tally(course, progress),
    ...(begun && { begun }),
    ...(finishedAt && { finishedAt }),
    checks: { right: answers.filter(Boolean).length, of: answers.length },
    agreements: course.agreements.map((one) => agreementOf(one, progress, now)),
  };
}

function agreementOf(agreement: Agreement, progress: Progress | undefined, now: Instant): StandingAgreement {
  const { document, title, version, everyMonths } = agreement;
  const accepted = lastAcceptance(agreement, progress);
  const state = staleness(agreement, progress, now);
  return { document, title, version, everyMonths, state, ...(accepted && { accepted }) };
}
