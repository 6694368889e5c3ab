import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { identify } from '../app/identify.ts';
import type { Clock, Log } from '../app/ports.ts';
import { Recent } from '../app/recent.ts';
import type { School } from '../app/school.ts';
import { type Person, type Role, rolesOfUnknown } from '../domain/people.ts';
import { may } from '../domain/permissions.ts';
import { faultOf } from './delivery.ts';
import type { Seen } from './parsed.ts';
import { withinLimit } from './time-limit.ts';

/** What a profile says of somebody. `outsider`: a guest, or somebody of another workspace. */
type Profile = { readonly name: string; readonly address?: string | undefined; readonly outsider: boolean };

/** How long a profile is believed, in milliseconds. */
const keepMs = 15 * 60_000;
/** How long the members of a user group are believed. */
const keepGroupMs = 5 * 60_000;
const mostKept = 5_000;
/** How long a turn waits for a look-up. Nobody's first words must wait for it any longer. */
const lookUpMs = 1_000;

const profileSchema = z.object({
  user: z.looseObject({
    team_id: z.string().optional(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    deleted: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    profile: z.looseObject({ email: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** Says who people of Slack are at the school. */
export type Identifier = {
  /** By Slack id, by address, and by user group. Whoever is a guest, or of another workspace, has the least rights. */
  person(school: School, seen: Seen): Promise<Person>;
  /** What to call somebody; their id where Slack does not say. */
  name(user: string): Promise<string>;
};

/** See {@link Identifier}. A look-up that fails leaves the id alone to say who somebody is. */
export function identifier(client: WebClient, clock: Clock, log: Log): Identifier {
  const profiles = remembered(new Recent<Profile>(mostKept, keepMs), clock, log);
  const groups = remembered(new Recent<ReadonlySet<string>>(500, keepGroupMs), clock, log);
  const profileOf = (user: string, team?: string) =>
    profiles(user, async () => toProfile(await client.users.info({ user }), team));
  const membersOf = (group: string) =>
    groups(group, async () => new Set((await client.usergroups.users.list({ usergroup: group })).users));
  return {
    async person(school, seen) {
      const groupIds = Object.entries(school.slack?.groups ?? {});
      const [profile, ...found] = await Promise.all([
        profileOf(seen.user, school.slack?.team),
        ...groupIds.map(async ([group, roles]) => ((await membersOf(group))?.has(seen.user) ? roles : [])),
      ]);
      return personOf(school, seen, profile, found.flat());
    },
    name: async (user) => (await profileOf(user))?.name || user,
  };
}

/** Looks something up once in a while; undefined where that fails. */
function remembered<T>(memory: Recent<T>, clock: Clock, log: Log) {
  return async (key: string, look: () => Promise<T>): Promise<T | undefined> => {
    const known = memory.get(key, Date.parse(clock.now()));
    if (known !== undefined) return known;
    try {
      const found = await withinLimit(look(), lookUpMs);
      memory.set(key, found, Date.parse(clock.now()));
      return found;
    } catch (error) {
      log.warn({ fault: faultOf(error) }, 'slack: a look-up of people failed');
      return undefined;
    }
  };
}

function personOf(school: School, { user, team }: Seen, profile: Profile | undefined, roles: readonly Role[]): Person {
  const fallbackId = `slack:${user}`;
  const foreign = team !== undefined && team !== school.slack?.team;
  if (foreign || profile?.outsider) return { id: fallbackId, name: profile?.name ?? '', roles: rolesOfUnknown };
  const sighting = { name: profile?.name ?? '', slackId: user, fallbackId };
  const found = identify(school, profile?.address ? { ...sighting, address: profile.address } : sighting);
  return withRoles(found, roles, found.id !== fallbackId);
}

/**
 * The person with the roles of their groups. Those that work cases count only for people of the school file: a report
 * about one of them must be able to keep them out by name (rule of safety 4).
 */
function withRoles(person: Person, groupRoles: readonly Role[], inFile: boolean): Person {
  const roles = groupRoles.filter((role) => inFile || !may({ roles: [role] }, 'cases'));
  if (roles.length === 0) return person;
  const own = inFile || person.roles !== rolesOfUnknown ? person.roles : [];
  return { ...person, roles: [...new Set([...own, ...roles])] };
}

function toProfile(answer: unknown, team: string | undefined): Profile {
  const { user } = profileSchema.parse(answer);
  const outsider =
    [user.is_restricted, user.is_ultra_restricted, user.is_stranger, user.deleted, user.is_bot].includes(true) ||
    (team !== undefined && user.team_id !== undefined && user.team_id !== team);
  const name = user.profile?.real_name || user.real_name || user.name || '';
  return { name: name.slice(0, 200), address: user.profile?.email?.toLowerCase(), outsider };
}
