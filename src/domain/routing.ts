import type { Route } from './case.ts';
import { holds, type Person, type PersonId, type Role } from './people.ts';
import { may } from './permissions.ts';
import type { Subject } from './report.ts';
import type { Phone, School } from './school.ts';

/** Roles in front of an ordinary case, in the order in which they are told. */
const safeguarding: readonly Role[] = ['dsl', 'deputy-dsl', 'headteacher'];

/** Roles that an ordinary case can be put before as well, where the school's policy has them told. */
const helpers: readonly Role[] = ['it-support', 'data-protection', 'esafety-lead'];

/** Roles that may see every ordinary case, and of which the school's policy may ask that they hear of this one at once. */
const summoned: readonly Role[] = ['headteacher'];

/** Who takes a case about staff: the first of these who is there and whom it is not about (rule of safety 4). */
const chain: readonly Role[] = ['headteacher', 'chair-of-governors', 'deputy-dsl', 'dsl'];

/** The rule behind every route by the channel. */
const inChannelRule = 'floor.route.safeguarding';

/** The kinds of subject that are adults of the school. */
const staffKinds: readonly Subject['kind'][] = ['staff', 'headteacher', 'dsl'];

/** A subject, and who of the school's people it is where somebody picked them. */
type Meant = Subject & { readonly personId?: PersonId };

/** What decides where a report goes. */
export type Accusation = {
  /** Roles beside the safeguarding team that the school's policy has told of it. */
  readonly tell: readonly Role[];
  readonly subjects: readonly Meant[];
  /** Whom the words seem to accuse, where no person in the report is said to have done it. */
  readonly accused: Subject['kind'] | undefined;
  /** Who must not know, in the reporter's words; blank for nobody. */
  readonly keepFrom: string;
};

/** Where a report goes, from what it is about, who works at the school, and whom the reporter fears. */
export function routeFor({ tell, subjects, accused: guess, keepFrom }: Accusation, people: readonly Person[]): Route {
  const named = accusedIn(subjects);
  const accused = named.length === 0 && guess ? [{ name: '', kind: guess, part: 'alleged' } as const] : named;
  const about = people.filter((person) => accused.some((subject) => isAbout(subject, person)));
  const excluded = [...new Set([...about, ...meantIn(keepFrom, people).flatMap((one) => one.people)])];
  const aboutStaff = about.length > 0 || accused.some(isStaffKind) || accused.some(postIn);
  if (aboutStaff) return privateRoute(accused, about, excluded, people);
  const feared = excluded.some((person) => may(person, 'cases'));
  return feared ? aroundRoute(tell, excluded, people) : { ...ordinaryRoute(tell, people), excluded: ids(excluded) };
}

/** Each name in a line of several, with the people of the school whom it may mean. */
export function meantIn(line: string, people: readonly Person[]) {
  const names = line.split(/[\n,;/&+]|\b(?:and|or)\b/i).map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .map((name) => ({
      name,
      people: people.filter((person) => isAbout({ name, kind: 'staff', part: 'unknown' }, person)),
    }));
}

function ids(people: readonly Person[]): readonly PersonId[] {
  return people.map(({ id }) => id);
}

/** The extra roles that the school's policy has told, and who is told of it in their own chat. */
function extraFor(tell: readonly Role[], people: readonly Person[]) {
  const roles = tell.filter((role) => helpers.includes(role));
  const called = tell.filter((role) => summoned.includes(role));
  const isTold = (one: Person) => holds(one, ...called) || (holds(one, ...roles) && !holds(one, ...safeguarding));
  return { roles, rules: [...roles, ...called].map((role) => `policy.route.${role}`), people: people.filter(isTold) };
}

function ordinaryRoute(tell: readonly Role[], people: readonly Person[]): Route {
  const extra = extraFor(tell, people);
  return {
    roles: [...safeguarding, ...extra.roles],
    inChannel: true,
    told: ids(extra.people),
    excluded: [],
    rules: [inChannelRule, ...extra.rules],
  };
}

/**
 * Around people who work cases and may not know of this one: the channel is theirs too, so the others are told in their
 * own chats, first those of the safeguarding team, and where none is left the chair of governors.
 */
function aroundRoute(tell: readonly Role[], excluded: readonly Person[], people: readonly Person[]): Route {
  const free = people.filter((person) => !excluded.includes(person));
  const held = safeguarding.filter((role) => free.some((person) => holds(person, role)));
  const roles = held.length > 0 ? held : chain.filter((role) => free.some((person) => holds(person, role)));
  const leads = free.filter((person) => holds(person, 'dsl', 'deputy-dsl'));
  const first = leads.length > 0 ? leads : free.filter((person) => holds(person, ...roles.slice(0, 1)));
  const extra = extraFor(tell, free);
  return {
    roles: [...roles, ...extra.roles],
    inChannel: false,
    told: [...new Set([...ids(first), ...ids(extra.people)])],
    excluded: ids(excluded),
    rules: ['floor.route.kept-from', ...extra.rules],
  };
}

function privateRoute(
  accused: readonly Subject[],
  about: readonly Person[],
  excluded: readonly Person[],
  people: readonly Person[],
): Route {
  const barred = barredRoles(accused, about);
  const free = people.filter((person) => !excluded.includes(person));
  const role = chain.find((one) => !barred.includes(one) && free.some((person) => holds(person, one)));
  return {
    roles: role ? [role] : [],
    inChannel: false,
    told: ids(free.filter((person) => role && holds(person, role))),
    excluded: ids(excluded),
    rules: [barred.length > 0 ? `floor.route.about-${barred.join('-and-')}` : 'floor.route.about-staff'],
  };
}

/** The route of a case that these people may not know of: where it is about staff, to the next in the chain alone. */
export function routeAround(excluded: readonly PersonId[], people: readonly Person[], aboutStaff: boolean): Route {
  const out = people.filter(({ id }) => excluded.includes(id));
  return aboutStaff ? privateRoute([], out, out, people) : aroundRoute([], out, people);
}

/** Posts whose every holder steps back, since the report is about the post itself or one who holds it. */
export function barredRoles(accused: readonly Subject[], excluded: readonly Person[]): readonly Role[] {
  const posts: readonly Post[] = ['headteacher', 'dsl'];
  return posts.filter(
    (post) => accused.some((subject) => postIn(subject) === post) || excluded.some((person) => holds(person, post)),
  );
}

/** Who in a report may have done it. */
export function accusedIn<One extends Subject>(subjects: readonly One[]): readonly One[] {
  return subjects.filter(isAccused);
}

/** Whoever helped is accused too. An unknown part counts as accused: when unsure, the person is kept out. */
function isAccused({ part }: Subject): boolean {
  return part === 'alleged' || part === 'assistant' || part === 'unknown';
}

function isStaffKind({ kind }: Subject): boolean {
  return staffKinds.includes(kind);
}

type Post = 'headteacher' | 'dsl';

/** The post that a subject is: picked in the form, or written where a name is asked for. */
function postIn({ kind, name }: Subject): Post | undefined {
  if (kind === 'headteacher' || kind === 'dsl') return kind;
  if (kind === 'pupil') return undefined;
  if (/\b(?:head ?teacher|head ?master|head ?mistress|principal|the head)\b/i.test(name)) return 'headteacher';
  return /\b(?:dsl|safeguarding lead|child protection lead)\b/i.test(name) ? 'dsl' : undefined;
}

/** Whether the subject is this person of the school: by post, or by a name that fits theirs. */
function isAbout(subject: Meant, person: Person): boolean {
  if (subject.kind === 'pupil' || person.roles.every((role) => role === 'pupil')) return false;
  if (subject.personId === person.id) return true;
  const post = postIn(subject);
  return (post !== undefined && holds(person, post)) || namesOne(subject, person);
}

/** What stands before and behind names, and says nothing of whose they are. */
const filler = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'sir', 'madam', 'prof', 'professor', 'rev', 'the']);

/**
 * Whether a typed name may mean this person. Of a member of staff the surname is enough ("H. Hollis", "Mr Hollis,
 * year 4"); of anybody else every word must be the person's. Too wide rather than too narrow: the next in the chain
 * takes the case.
 */
export function namesOne({ name, kind }: Subject, person: Person): boolean {
  const typed = nameWords(name);
  const held = nameWords(person.name);
  const local = words(person.id.split('@')[0] ?? '');
  const surname = held.at(-1);
  if (staffKinds.includes(kind) && surname !== undefined && typed.includes(surname)) return true;
  return typed.length > 0 && typed.every((word) => held.includes(word) || local.includes(word));
}

/** A name without what says nothing of whose it is, its words as {@link words} has them. */
export function nameWords(name: string): readonly string[] {
  return words(name).filter((word) => !filler.has(word));
}

/** Words in small letters and without accents, so that "Zoë" is found as "Zoe". */
function words(name: string): readonly string[] {
  return (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether a case is about an adult of the school, and so private to few. */
export function isAboutStaff({ rules }: Pick<Route, 'rules'>): boolean {
  return rules.some((rule) => rule.startsWith('floor.route.about-'));
}

/** Whether a case was in the channel before it went to those who have it now. */
export function leftChannel({ inChannel, rules }: Pick<Route, 'inChannel' | 'rules'>): boolean {
  return !inChannel && rules.includes(inChannelRule);
}

/** The number to ring for whoever takes a case: never one where somebody who may not know of it may answer. */
export function phoneFor(
  { phones }: Pick<School, 'phones'>,
  { roles, inChannel }: Pick<Route, 'roles' | 'inChannel'>,
): Phone {
  if (inChannel) return phones.dsl;
  if (roles.includes('headteacher')) return phones.headteacher;
  return roles.includes('chair-of-governors') ? phones.chairOfGovernors : phones.lado;
}
