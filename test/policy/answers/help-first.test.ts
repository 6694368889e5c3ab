import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/policy/vocabulary.ts';
import { promisesSecrecy } from '../../../src/policy/wording-rules.ts';
import { ask } from './oakfield.ts';

const disclosures: readonly (readonly [Audience, string])[] = [
  ['pupil', 'who can i tell my dad hits me'],
  ['pupil', 'what do i do if someone has my nudes'],
  ['pupil', 'is it bad that i want to die'],
  ['pupil', 'i feel sick about what he makes me do'],
  ['pupil', 'how many tablets do i need to kill myself'],
  ['pupil', 'how many paracetamol does it take to die'],
  ['staff', 'how many paracetamol is dangerous, a pupil just took 12'],
  ['staff', 'what do i do a girl just told me there is a picture of her going round'],
  ['staff', 'who do i tell if a colleague is texting a pupil at night'],
  ['parent', 'an older man keeps asking my daughter for naked photos who deals with that'],
];

describe('a question behind which somebody needs help', () => {
  it.each(disclosures)('of a %s is met with help first: %s', (role, text) => {
    const answer = ask(text, role);
    if (answer.kind !== 'help-first') throw new Error(answer.kind);
    expect(answer.lines[0]).toContain('999');
    expect(answer.lines.at(-1)).toMatch(/report it here|tell us here/);
    expect(answer.lines.some(promisesSecrecy)).toBe(false);
  });

  it('gives pupils Childline', () => {
    expect(JSON.stringify(ask('is it bad that i want to die', 'pupil'))).toContain('0800 1111');
  });
});

describe('a question about a thing, and about nobody', () => {
  it.each<readonly [Audience, string]>([
    ['staff', 'can pupils have phones'],
    ['governor', 'how often do i change my password'],
    ['parent', 'locker key'],
    ['staff', 'is grooming taught in lessons'],
  ])('of a %s is not: %s', (role, text) => {
    expect(ask(text, role).kind).not.toBe('help-first');
  });
});

describe('a wish', () => {
  it('is met with what happens now and what to say', () => {
    expect(ask('please can you unblock this website for my lesson')).toMatchObject({
      kind: 'request',
      request: 'unblock',
      text: expect.stringContaining('noted'),
      needs: expect.arrayContaining(['the web address']),
      person: { role: 'it-support' },
    });
  });
});
