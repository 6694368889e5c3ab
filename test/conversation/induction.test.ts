import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../src/config/policies.ts';
import { checkOf, courseFor } from '../../src/conversation/induction/course.ts';
import { inductionView } from '../../src/conversation/present/induction.ts';
import type { School } from '../../src/domain/school.ts';
import { packFolders } from '../../src/packs/load-pack.ts';
import { today } from '../support/packs.ts';
import { harbour, who } from '../support/school.ts';

const now = '2026-11-20T09:00:00.000Z';
/** Every pack of `policies/` as the policy of a school of the same name. */
const schools = packFolders('policies').map((folder): [string, School] => {
  const id = basename(folder);
  return [id, { ...harbour, id, policy: id }];
});
const read = readPolicies(new Map(schools), 'policies', today);
const policies = read.kind === 'policies' ? [...read.policies] : [];

describe.each(policies)('the induction of %s', (id, policy) => {
  const { pack } = policy;

  it.each(['staff', 'governor', 'technician'] as const)('has 5 to 20 steps and some questions for %s', (audience) => {
    const { steps } = courseFor(pack, audience);
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(20);
    expect(steps.filter(checkOf).length).toBeGreaterThanOrEqual(2);
    expect(steps.every((rule) => rule.for.includes(audience) && rule.clauses.length > 0)).toBe(true);
  });

  it('shows every check question whole, with the right answer among the others', () => {
    for (const rule of courseFor(pack, 'staff').steps) {
      const check = checkOf(rule);
      if (check) expect(new Set(check.choices).size).toBe(check.choices.length);
      if (check) expect(check.choices).toContain(check.right);
    }
  });

  it('ends with an agreement, or with an honest word that there is none', () => {
    const course = courseFor(pack, 'staff');
    const read = course.steps.map((rule) => ({ rule: rule.id, at: now }));
    const person = who('teacher');
    const to = { school: { ...harbour, policy: id }, policy, person };
    const view = inductionView(to, { person, pack: id, begun: now, read, accepted: [] }, now);
    const words = JSON.stringify(view);
    expect(words).not.toMatch(/\{[a-z.-]+\}/);
    if (course.agreements.length > 0) expect(view.buttons[0]?.press.verb).toBe('induction.accept');
    else expect(words).toContain('holds no acceptable use agreement');
  });

  it('is nothing for pupils and parents', () => {
    expect(courseFor(pack, 'pupil')).toEqual({ steps: [], agreements: [] });
    expect(courseFor(pack, 'parent')).toEqual({ steps: [], agreements: [] });
  });
});

it('the right answer stands in every place about as often', () => {
  const all = policies.flatMap(([, { pack }]) => pack.rules.map((rule) => [rule.id, rule] as const));
  const checks = [...new Map(all).values()].flatMap((rule) => checkOf(rule) ?? []);
  const three = checks.filter(({ choices }) => choices.length === 3);
  const places = [0, 1, 2].map((place) => three.filter(({ choices, right }) => choices[place] === right).length);
  expect(Math.min(...places)).toBeGreaterThan(three.length / 6);
});

it('reads every pack there is', () => expect(policies.length).toBe(schools.length));
