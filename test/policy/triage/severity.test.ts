import { describe, expect, it } from 'vitest';
import { severities } from '../../../src/domain/filing.ts';
import { heardAs } from '../../../src/policy/triage/candidates.ts';
import type { Guess } from '../../../src/policy/triage/opinions.ts';
import { triager } from '../../../src/policy/triage/triager.ts';
import { goodFiles, loadFiles } from '../../support/packs.ts';

/** A guess at how grave something is, gravest first. */
function guessOf(...shares: readonly number[]): Guess {
  return { share: () => 0, severity: (one) => shares[severities.indexOf(one)] ?? 0 };
}

describe('How grave a report is heard', () => {
  it.each([
    ['as those like it are', [0, 0.2, 0.7, 0.1], 'low', 'medium'],
    ['as its kind usually is where that is even', [0, 0.48, 0.52, 0], 'high', 'high'],
    ['never below high where it may be immediate', [0.1, 0.15, 0.65, 0.1], 'medium', 'high'],
    ['but left alone where it is settled', [0.08, 0.02, 0.8, 0.1], 'medium', 'medium'],
    ['immediate where most are', [0.6, 0.3, 0.1, 0], 'medium', 'immediate'],
  ] as const)('%s', (_, shares, usual, heard) => {
    expect(heardAs(guessOf(...shares), { severity: usual })).toBe(heard);
  });
});

/** The severity of a report at a school whose pack says this of copyright. */
function severityAt(school: string, text = 'a pupil downloaded music illegally'): string {
  const loaded = loadFiles({
    ...goodFiles,
    ...(school && { 'incidents.yaml': `incidents:\n  copyright:\n${school}` }),
  });
  if (loaded.kind === 'broken') throw new Error(JSON.stringify(loaded.complaints));
  return triager(loaded.pack)({ text, reporter: 'staff' }).severity;
}

describe('What a school says of how grave something is', () => {
  it('is the least there is, where its own pack names a severity', () => {
    expect([severityAt(''), severityAt('    severity: high\n')]).toEqual(['low', 'high']);
  });

  it('raises it wherever a case of its own holds', () => {
    const own = '    cases:\n      music: {why: x, words: [music], raise: immediate}\n';
    expect([severityAt(own), severityAt(own, 'a pupil downloaded films illegally')]).toEqual(['immediate', 'low']);
  });
});
