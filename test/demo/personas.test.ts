import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadConfig } from '../../src/config.ts';
import { personas, usualPersonas } from '../../src/demo/personas.ts';
import { atPlayground, personOf, playgroundConfig } from '../../src/demo/playground-config.ts';
import { roles } from '../../src/domain/people.ts';
import type { School } from '../../src/domain/school.ts';

const school = loadConfig({}).schools.get('demo') as School;

describe('the demo school', () => {
  it.each(roles)('has somebody in the role %s', (role) => {
    expect(school.people.some((person) => person.roles.includes(role))).toBe(true);
  });

  it('has no address that could be real, and only numbers that Ofcom keeps for drama', () => {
    for (const { address } of school.people) expect(address).toMatch(/@(pupils\.)?demo\.example$/);
    for (const { number } of Object.values(school.phones)) expect(number).toMatch(/^01632 960\d{3}$/);
  });

  it('has its connector where the Playground of the DSL listens', () => {
    expect(school.teams?.serviceUrl).toBe(atPlayground(school, 56_150).teams?.serviceUrl);
    expect(atPlayground(school, 57_000).teams?.serviceUrl).toBe('http://localhost:57002/_connector');
  });
});

describe('a persona', () => {
  it('starts unasked where it is the pupil, the teacher or the DSL, on the ports the README names', () => {
    const usual = personas.filter(({ name }) => usualPersonas.includes(name));
    expect(usual.map(({ name, offset }) => [name, 56_150 + offset])).toEqual([
      ['pupil', 56_150],
      ['teacher', 56_151],
      ['dsl', 56_152],
    ]);
  });

  it('has a port of its own', () => {
    expect(new Set(personas.map(({ offset }) => offset)).size).toBe(personas.length);
  });

  it.each(personas)('$name is the same person to the Playground and to the school', (persona) => {
    const { currentUser, tenantId } = parse(playgroundConfig(persona, school));
    const { objectId, name, address } = personOf(persona, school);
    expect(objectId).toBeDefined();
    expect(currentUser).toMatchObject({ id: objectId, aadObjectId: objectId, name, email: address });
    expect(tenantId).toBe(school.teams?.tenant);
  });

  it.each(personas)(
    '$name sees the DSL channel only as the DSL, and no known person among the onlookers',
    (persona) => {
      const { team, users } = parse(playgroundConfig(persona, school));
      const channels = team.channels.map(({ id }: { id: string }) => id);
      expect(channels).toEqual(persona.name === 'dsl' ? [school.teams?.channel] : []);
      const known = school.people.map(({ objectId }) => objectId);
      expect(users).toHaveLength(5);
      for (const user of users) expect(known).not.toContain(user.aadObjectId);
    },
  );
});
