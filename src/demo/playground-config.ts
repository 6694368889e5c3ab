import { stringify } from 'yaml';
import type { KnownPerson, School } from '../domain/school.ts';
import { channelPersona, type Persona, personas } from './personas.ts';

/** The demo school, with the DSL's Playground on its port as the connector for what answers nobody. */
export function atPlayground(school: School, firstPort: number): School {
  const offset = personas.find(({ name }) => name === channelPersona)?.offset ?? 0;
  const serviceUrl = `http://localhost:${firstPort + offset}/_connector`;
  return school.teams ? { ...school, teams: { ...school.teams, serviceUrl } } : school;
}

/** The person of the school file that a persona is. */
export function personOf(persona: Persona, school: School): KnownPerson {
  const person = school.people.find(({ address }) => address === persona.address);
  if (!person) throw new Error(`the demo school has nobody with the address ${persona.address}`);
  return person;
}

/** What a Playground's configuration file says for a persona: who is sitting at it and what is around them. */
export function playgroundConfig(persona: Persona, school: School): string {
  return stringify({
    version: '0.1.1',
    tenantId: school.teams?.tenant,
    bot: { id: 'lantern', name: 'Lantern' },
    currentUser: user(personOf(persona, school)),
    users: onlookers.map((name, index) => user({ name, objectId: onlookerId(index) })),
    personalChat: { id: `chat-${persona.name}` },
    groupChat: { id: `group-${persona.name}`, name: 'Group chat' },
    team: teamOf(persona, school),
  });
}

/**
 * A Playground wants five more people. They are in no school file: to somebody it does not know a Playground refuses
 * messages, as Teams would, but what is sent to one of these five it takes and shows nobody.
 */
const onlookers = ['Onlooker One', 'Onlooker Two', 'Onlooker Three', 'Onlooker Four', 'Onlooker Five'];

function onlookerId(index: number): string {
  return `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`;
}

type Named = Pick<KnownPerson, 'name' | 'objectId' | 'address'>;

/** Its user id is the object id, because `createConversation` names people by that. */
function user({
  name,
  objectId,
  address = `${objectId}@elsewhere.example`,
}: Named): Record<string, string | undefined> {
  const [givenName, surname] = name.split(' ');
  return { id: objectId, name, userPrincipleName: address, aadObjectId: objectId, givenName, surname, email: address };
}

function teamOf(persona: Persona, school: School): Record<string, unknown> {
  const aadGroupId = '00000000-0000-4000-8000-0000000000bb';
  if (persona.name !== channelPersona) {
    return { id: `19:team-${persona.name}@demo.example`, name: 'Another team', aadGroupId, channels: [] };
  }
  const channels = [{ id: school.teams?.channel, name: 'DSL channel' }];
  return { id: '19:safeguarding@demo.example', name: 'Safeguarding', aadGroupId, channels };
}
