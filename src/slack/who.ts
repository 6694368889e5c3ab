import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { identify } from '../app/identify.ts';
import type { Clock, Log } from '../app/ports.ts';
import { Recent } from '../app/recent.ts';
import type { School } from '../app/school.ts';
import { type Person, type Role, rolesOfUnknown } from '../domain/people.ts';
import { may } from '../domain/permissions.ts';
import { faultOf } from './delivery.ts';
import type { Seen } from './parse.ts';
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
  const profiles = new Recent<Profile>(mostKept, keepMs);
  const groups = new Recent<ReadonlySet<string>>(500, keepGroupMs);
  const now = () => Date.parse(clock.now());
  const remembered = async <T>(memory: Recent<T>, key: string, look: () => Promise<T>): Promise<T | undefined> => {
    const known = memory.get(key, now());
    if (known !== undefined) return known;
    try {
      const found = await withinLimit(look(), lookUpMs);
      memory.set(key, found, now());
      return found;
    } catch (error) {
      log.warn({ fault: faultOf(error) }, 'slack: a look-up of people failed');
      return undefined;
    }
  };
  const profileOf = (user: string, team?: string) =>
    remembered(profiles, user, async () => toProfile(await client.users.info({ user }), team));
  const membersOf = (group: string) =>
    remembered(groups, group, async () => {
      const { users = [] } = await client.usergroups.users.list({ usergroup: group });
      return new Set(users);
    });
  const groupRoles = async ({ slack }: School, user: string): Promise<readonly Role[]> => {
    const found = await Promise.all(
      Object.entries(slack?.groups ?? {}).map(async ([group, roles]) =>
        (await membersOf(group))?.has(user) ? roles : [],
      ),
    );
    return found.flat();
  };
  return {
    async person(school, { user, team }) {
      const own = school.slack?.team;
      const [profile, roles] = await Promise.all([profileOf(user, own), groupRoles(school, user)]);
      const fallbackId = `slack:${user}`;
      const foreign = team !== undefined && team !== own;
      if (foreign || profile?.outsider) return { id: fallbackId, name: profile?.name ?? '', roles: rolesOfUnknown };
      const sighting = { name: profile?.name ?? '', slackId: user, fallbackId };
      const found = identify(school, profile?.address ? { ...sighting, address: profile.address } : sighting);
      return withRoles(found, roles, found.id !== fallbackId);
    },
    name: async (user) => (await profileOf(user))?.name || user,
  };
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
