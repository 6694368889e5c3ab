import { type Person, type Role, rolesOfUnknown } from '../domain/people.ts';
import type { School, Sighting } from './school.ts';

/** Who this is at the school: by object id, Slack id or address, else by the address's domain, else a stranger. */
export function identify(school: School, seen: Sighting): Person {
  const address = seen.address?.toLowerCase();
  const objectId = seen.objectId?.toLowerCase();
  const known = school.people.find(
    (person) =>
      (objectId !== undefined && person.objectId === objectId) ||
      (seen.slackId !== undefined && person.slackId === seen.slackId) ||
      // Whoever has another object id is somebody else, whatever address they show.
      (address !== undefined && person.address === address && (!person.objectId || !objectId)),
  );
  if (known) return { id: known.id, name: known.name, roles: known.roles };
  return { id: seen.fallbackId, name: seen.name, roles: rolesOfDomain(school, address) };
}

/** An address's domain is what stands behind its last `@`, whatever else somebody put into it. */
function rolesOfDomain({ domains }: School, address = ''): readonly Role[] {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return (Object.hasOwn(domains, domain) && domains[domain]) || rolesOfUnknown;
}

/** Whether the identifiers that every event carries already name somebody in the school file. */
export function isNamed(school: School, seen: Sighting): boolean {
  return identify(school, { ...seen, address: '' }).id !== seen.fallbackId;
}
