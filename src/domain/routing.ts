import type { Category, Route } from './case.ts';
import { holds, type Person, type PersonId, type Role } from './people.ts';
import type { Subject } from './report.ts';
import type { Phone, School } from './school.ts';

/** Roles in front of an ordinary case, in the order in which they are told. */
const safeguarding: readonly Role[] = ['dsl', 'deputy-dsl', 'headteacher'];

/** Roles that also mend machines and records for some categories. */
const helpers: Partial<Record<Category, readonly Role[]>> = {
  'filtering-issue': ['it-support'],
  'hacking-malware': ['it-support'],
  'data-breach': ['data-protection'],
  'device-loss': ['data-protection', 'it-support'],
};

/** Who takes a case about staff: the first of these who is there and whom it is not about (rule of safety 4). */
const chain: readonly Role[] = ['headteacher', 'chair-of-governors', 'deputy-dsl', 'dsl'];

/** The kinds of subject that are adults of the school. */
const staffKinds: readonly Subject['kind'][] = ['staff', 'headteacher', 'dsl'];

/** Where a report goes, from what it is about and who works at the school. */
export function routeFor(category: Category, subjects: readonly Subject[], people: readonly Person[]): Route {
  const accused = subjects.filter((subject) => isAccused(subject));
  const excluded = people.filter((person) => accused.some((subject) => isAbout(subject, person)));
  const aboutStaff = category === 'staff-conduct' || excluded.length > 0 || accusesStaff(subjects);
  return aboutStaff ? privateRoute(accused, excluded, people) : ordinaryRoute(category, people);
}

function ordinaryRoute(category: Category, people: readonly Person[]): Route {
  const extra = helpers[category] ?? [];
  return {
    roles: [...safeguarding, ...extra],
    inChannel: true,
    told: people.filter((person) => holds(person, ...extra)).map(({ id }) => id),
    excluded: [],
    rules: ['floor.route.safeguarding', ...(extra.length > 0 ? [`floor.route.${category}`] : [])],
  };
}

function privateRoute(accused: readonly Subject[], excluded: readonly Person[], people: readonly Person[]): Route {
  const ids = new Set<PersonId>(excluded.map(({ id }) => id));
  const barred = barredRoles(accused, excluded);
  const free = people.filter(({ id }) => !ids.has(id));
  const role = chain.find((one) => !barred.includes(one) && free.some((person) => holds(person, one)));
  return {
    roles: role ? [role] : [],
    inChannel: false,
    told: free.filter((person) => role && holds(person, role)).map(({ id }) => id),
    excluded: [...ids],
    rules: [barred.length > 0 ? `floor.route.about-${barred.join('-and-')}` : 'floor.route.about-staff'],
  };
}

/** Posts whose every holder steps back, since the report is about the post itself. */
function barredRoles(accused: readonly Subject[], excluded: readonly Person[]): readonly Role[] {
  const posts: readonly ('headteacher' | 'dsl')[] = ['headteacher', 'dsl'];
  return posts.filter(
    (post) => accused.some(({ kind }) => kind === post) || excluded.some((person) => holds(person, post)),
  );
}

/** Whether somebody who works at the school may have done it, by post or by kind. */
export function accusesStaff(subjects: readonly Subject[]): boolean {
  return subjects.some((subject) => isAccused(subject) && isStaffKind(subject));
}

/** An unknown part counts as accused: when unsure, the person is kept out. */
function isAccused({ part }: Subject): boolean {
  return part === 'alleged' || part === 'unknown';
}

function isStaffKind({ kind }: Subject): boolean {
  return staffKinds.includes(kind);
}

/** Whether the subject is this person of the school: by post, or by a name that fits theirs. */
function isAbout(subject: Subject, person: Person): boolean {
  if (subject.kind === 'pupil') return false;
  if (subject.kind === 'headteacher' && holds(person, 'headteacher')) return true;
  if (subject.kind === 'dsl' && holds(person, 'dsl')) return true;
  return holdsPost(person) && nameFits(subject.name, person);
}

function holdsPost(person: Person): boolean {
  return person.roles.some((role) => role !== 'pupil');
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'professor', 'rev', 'the']);

/**
 * Whether a typed name may mean this person: every word of it, titles aside, stands in the person's name or id.
 * "Mr Hollis" fits "Graham Hollis". Too wide rather than too narrow: the next in the chain takes the case.
 */
function nameFits(typed: string, person: Person): boolean {
  const wanted = words(typed).filter((word) => !titles.has(word));
  const held = new Set([...words(person.name), ...words(person.id)]);
  return wanted.length > 0 && wanted.every((word) => held.has(word));
}

function words(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The number to ring for whoever takes a case: never one where somebody it is about may answer. */
export function phoneFor(
  { phones }: Pick<School, 'phones'>,
  { roles, inChannel }: Pick<Route, 'roles' | 'inChannel'>,
): Phone {
  if (inChannel) return phones.dsl;
  if (roles[0] === 'headteacher') return phones.headteacher;
  return roles[0] === 'chair-of-governors' ? phones.chairOfGovernors : phones.lado;
}
