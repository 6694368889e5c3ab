import { workingRole } from '../../domain/permissions.ts';
import type { KnownPerson } from '../../domain/school.ts';
import type { PingView } from '../views.ts';
import { type Listener, roleName, tell } from '../voice.ts';

/** The people a message calls by name, where it calls any. They stand there by role (rule of safety 5). */
export function pingOf(to: Listener, people: readonly KnownPerson[]): { readonly ping?: PingView } {
  if (people.length === 0) return {};
  return { ping: { line: tell(to, 'clock.ping'), people: people.map(called) } };
}

function called(person: KnownPerson): PingView['people'][number] {
  const { objectId, slackId, address } = person;
  return {
    role: roleName(workingRole(person)),
    ...(objectId ? { objectId } : {}),
    ...(slackId ? { slackId } : {}),
    ...(address ? { address } : {}),
  };
}
