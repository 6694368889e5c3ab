import { z } from 'zod';

/** Something wrong at a place in a school file. */
export type Flaw = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Held by somebody in every school: reports about staff and about the safeguarding lead must have somewhere to go. */
const neededRoles = ['dsl', 'headteacher', 'chair-of-governors'] as const;
const names = ['id', 'address', 'objectId', 'slackId'] as const;

const text = z.string().toLowerCase().optional().catch(undefined);
const sketchSchema = z
  .object({
    people: z
      .array(
        z
          .object({ id: text, address: text, objectId: text, slackId: text, roles: z.array(z.string()).catch([]) })
          .catch({ roles: [] }),
      )
      .catch([]),
  })
  .catch({ people: [] });
const slackSketch = z.object({ slack: z.object({ channel: z.unknown().optional() }), teams: z.unknown().optional() });
type Sketch = z.output<typeof sketchSchema>;

/**
 * What is wrong between the parts of a school file: duties that nobody holds, and two people who could not be told
 * apart. Reads even a file with other flaws, so that all of them are said at once.
 */
export function crossCheck(raw: unknown): Flaw[] {
  const sketch = sketchSchema.parse(raw);
  return [...missingRoles(sketch), ...repeats(sketch), ...missingChannel(raw)];
}

function missingRoles({ people }: Sketch): Flaw[] {
  const held = new Set(people.flatMap((person) => person.roles));
  return neededRoles
    .filter((role) => !held.has(role))
    .map((role) => ({ path: ['people'], message: `somebody must hold the role ${role}` }));
}

/** Without Teams, a school's cards have nowhere to go but its channel in Slack. */
function missingChannel(raw: unknown): Flaw[] {
  const { data } = slackSketch.safeParse(raw);
  if (!data || data.teams !== undefined || data.slack.channel !== undefined) return [];
  return [{ path: ['slack', 'channel'], message: 'is missing, and there is no Teams channel either' }];
}

/** No id, address, object id or Slack id may stand for two people, not even as a different kind of name. */
function repeats({ people }: Sketch): Flaw[] {
  const owners = new Map<string, number>();
  return people.flatMap((person, index) =>
    names.flatMap((name) => {
      const value = person[name];
      const owner = value === undefined ? index : (owners.get(value) ?? index);
      if (value !== undefined) owners.set(value, owner);
      return owner === index ? [] : [{ path: ['people', index, name], message: `also stands for people[${owner}]` }];
    }),
  );
}
