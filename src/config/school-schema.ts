import { IANAZone } from 'luxon';
import { z } from 'zod';
import { type Hours, usualHours, type Weekday, weekdays } from '../domain/calendar.ts';
import { isLoopback } from '../domain/loopback.ts';
import { roles } from '../domain/people.ts';
import type { KnownPerson, School } from '../domain/school.ts';
import { days, limits, week } from './school-time.ts';

/** The connector for the United Kingdom's schools and everybody else's; a school file may name another. */
const publicConnector = 'https://smba.trafficmanager.net/teams/';

/** Roles that everybody of an address domain may hold: none that opens a case. */
const domainRoles = ['pupil', 'staff', 'governor'] as const;

const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID, such as 5b4f3c1e-0d6b-4a53-9b1e-2f6d1c7a8e90')
  .toLowerCase();
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be small letters, digits and dashes');
const line = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(200, 'must be 200 characters or fewer')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'must be a single line');
/** An id becomes part of a row key, so it holds nothing that a store gives a meaning to. */
const personId = z
  .string()
  .regex(/^[A-Za-z0-9._@+-]{1,100}$/, 'must be letters, digits and . _ @ + - only, at most 100');
const address = z.email('must be an address, such as a.teacher@school.example').toLowerCase();
const phone = z.strictObject({
  label: line,
  number: z.string().regex(/^\+?[0-9][0-9 ()-]{2,24}$/, 'must be a telephone number'),
});
const timeZone = z.string().refine((name) => IANAZone.isValidZone(name), 'is no time zone; Europe/London is one');

const slackId = (what: string, like: string) =>
  z.string().regex(/^[A-Z0-9]{2,20}$/, `must be ${what}, such as ${like}`);
const person = z
  .strictObject({
    id: personId.optional(),
    name: line,
    roles: z.array(z.enum(roles)).min(1, 'must name a role'),
    address: address.optional(),
    objectId: guid.optional(),
    slackId: slackId('a Slack user id', 'U012ABCDEF').optional(),
  })
  .refine((one) => one.address ?? one.objectId ?? one.slackId, 'needs an address, an objectId or a slackId')
  .refine(
    (one) => personId.safeParse(one.id ?? one.address ?? one.objectId ?? one.slackId).success,
    'needs an id of its own, because the address has a character that an id may not have',
  );

const teams = z.strictObject({
  tenant: guid,
  channel: line,
  serviceUrl: z
    .url({ protocol: /^https?$/, error: 'must be a web address' })
    .refine((url) => url.startsWith('https:') || isLoopback(new URL(url).hostname), 'must begin with https')
    .default(publicConnector),
  dialogs: z
    .enum(['true', 'false'], 'must be true or false')
    .default('true')
    .transform((word) => word === 'true'),
});

const slack = z.strictObject({
  team: slackId('the id of a workspace', 'T012ABCDEF'),
  channel: slackId('the id of a channel', 'C012ABCDEF').optional(),
  groups: z
    .record(slackId('the id of a user group', 'S012ABCDEF'), z.array(z.enum(roles)).min(1, 'must name a role'))
    .default({}),
});

const phones = z.strictObject({
  dsl: phone,
  headteacher: phone,
  chairOfGovernors: phone,
  lado: phone,
  outOfHours: phone.optional(),
});

const school = z.strictObject({
  id: slug,
  name: line,
  policy: slug,
  timeZone,
  hours: week.default(usualHours),
  terms: z.array(days).default([]),
  closed: z.array(days).default([]),
  deadlines: limits.default({}),
  onCall: z.array(z.enum(roles)).min(1, 'must name a role').default(['dsl', 'deputy-dsl']),
  people: z.array(person),
  domains: z.record(z.string().toLowerCase(), z.array(z.enum(domainRoles)).min(1, 'must name a role')).default({}),
  phones,
  undeliveredAfterMinutes: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/, 'must be minutes, 1 to 9999')
    .default('15')
    .transform(Number),
  teams: teams.optional(),
  slack: slack.optional(),
});

/** A school file as it is written; every scalar is text, as YAML's failsafe schema reads it. */
export const schoolSchema = school.transform(toSchool);

/** Every name that a setting of a school file can have. */
export const settingNames = [school, person, phones, phone, teams, slack, week].flatMap(({ shape }) =>
  Object.keys(shape),
);

type Written = Omit<School, 'people' | 'teams' | 'slack' | 'phones' | 'calendar' | 'limits'> & {
  readonly hours: Partial<Record<Weekday, Hours | undefined>>;
  readonly terms: School['calendar']['terms'];
  readonly closed: School['calendar']['closed'];
  readonly deadlines: School['limits'];
  readonly phones: z.output<typeof phones>;
  readonly people: readonly z.output<typeof person>[];
  readonly teams?: School['teams'] | undefined;
  readonly slack?: z.output<typeof slack> | undefined;
};

function toSchool({ people, teams, slack, phones, hours, terms, closed, deadlines, ...rest }: Written): School {
  return {
    ...rest,
    calendar: { hours: daysOf(hours), terms, closed },
    limits: deadlines,
    phones: toPhones(phones),
    people: people.map(toPerson),
    ...(teams && { teams }),
    ...(slack && { slack: toSlack(slack) }),
  };
}

function daysOf(given: Written['hours']): School['calendar']['hours'] {
  return Object.fromEntries(weekdays.flatMap((day) => (given[day] ? [[day, given[day]]] : [])));
}

function toPhones({ outOfHours, ...phones }: Written['phones']): School['phones'] {
  return { ...phones, ...(outOfHours && { outOfHours }) };
}

function toSlack({ team, channel, groups }: z.output<typeof slack>): NonNullable<School['slack']> {
  return { team, groups, ...(channel !== undefined && { channel }) };
}

function toPerson(one: z.output<typeof person>): KnownPerson {
  const { name, roles, address, objectId, slackId } = one;
  const id = one.id ?? address ?? objectId ?? slackId ?? name;
  return { id, name, roles, ...(address && { address }), ...(objectId && { objectId }), ...(slackId && { slackId }) };
}
