import { TeamsInfo, type TurnContext } from 'botbuilder';
import { identify, isNamed } from '../app/identify.ts';
import type { Clock, Log } from '../app/ports.ts';
import { Recent } from '../app/recent.ts';
import type { School, Sighting } from '../app/school.ts';
import type { Person } from '../domain/people.ts';
import { faultOf, withinLimit } from './delivery.ts';

/** Somebody as an activity shows them; `member` is what Teams' roster calls them. */
export type Seen = { readonly school: School; readonly sighting: Sighting; readonly member: string };

/** What the roster is asked for. */
type Entry = Pick<Sighting, 'name' | 'address'>;

/** How long a roster's answer is believed, in milliseconds: a new address counts a quarter of an hour later. */
const keepMs = 15 * 60_000;
/** How many people's answers are kept. */
const mostKept = 5_000;
/** How long a turn waits for the roster, in milliseconds. A person's first words must not wait for it any longer. */
const rosterMs = 3_000;

/**
 * Says who somebody is: by the object id every activity carries, else by the address in Teams' roster. A roster that
 * does not answer leaves them a stranger, who has the least rights (rule of safety 6).
 */
export function identifier(clock: Clock, log: Log): (context: TurnContext, seen: Seen) => Promise<Person> {
  const recent = new Recent<Entry>(mostKept, keepMs);
  return async (context, { school, sighting, member }) => {
    if (isNamed(school, sighting) || !asksAddresses(school)) return identify(school, sighting);
    const now = Date.parse(clock.now());
    const key = JSON.stringify([school.id, member]);
    const entry = recent.get(key, now) ?? (await lookUp(context, member, log));
    if (entry) recent.set(key, entry, now);
    return identify(school, { ...sighting, ...entry, name: sighting.name || (entry?.name ?? '') });
  };
}

function asksAddresses({ domains, people }: School): boolean {
  return Object.keys(domains).length > 0 || people.some(({ address }) => address !== undefined);
}

async function lookUp(context: TurnContext, member: string, log: Log): Promise<Entry | undefined> {
  try {
    const { name, userPrincipalName, email } = await withinLimit(TeamsInfo.getMember(context, member), rosterMs);
    // The sign-in name is the directory's own; an e-mail address is whatever somebody entered, so it comes second.
    const address = userPrincipalName || email;
    return { name: name ?? '', ...(address && { address }) };
  } catch (error) {
    log.warn({ fault: faultOf(error) }, 'teams: the roster did not say who somebody is');
    return undefined;
  }
}
