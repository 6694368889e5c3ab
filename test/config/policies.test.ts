import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicies } from '../../src/config/policies.ts';
import { today } from '../support/packs.ts';
import { harbour } from '../support/school.ts';

const schools = (...policies: readonly string[]) =>
  new Map(policies.map((policy, at) => [`s${at}`, { ...harbour, id: `s${at}`, policy }]));

describe('the policies of the schools', () => {
  it('are each read once, however many schools have one', () => {
    const read = readPolicies(schools('miserden', 'somerset', 'somerset'), 'policies', today);
    const policies = read.kind === 'policies' ? read.policies : new Map();
    expect(policies.get('s0').pack.head.id).toBe('miserden');
    expect(policies.get('s1')).toBe(policies.get('s2'));
  });

  it('must be there: the school and the folder are named', () => {
    expect(readPolicies(schools('somerset', 'nowhere'), 'policies', today)).toEqual({
      kind: 'broken',
      problems: ['s1: policy: there is no pack nowhere in policies'],
    });
  });

  it('must be whole: file, line and what is wrong are named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'packs-'));
    mkdirSync(join(folder, 'torn'));
    writeFileSync(join(folder, 'torn', 'pack.yaml'), 'pack:\n  id: torn\n  standOn: floor\n');
    const read = readPolicies(schools('torn'), folder, today);
    expect(read.kind === 'broken' && read.problems.join('\n')).toMatch(/pack\.yaml:\d+: .*standOn/);
  });
});
