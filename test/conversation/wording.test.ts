import { describe, expect, it } from 'vitest';
import { forListener, say, type WordingId, wording } from '../../src/conversation/wording.ts';
import { asksForImage, blames, promisesSecrecy } from '../../src/policy/wording-rules.ts';
import { gradeOf } from '../support/reading-age.ts';

const all = Object.entries(wording) as [WordingId, string][];

/** What a child may be shown: their own sentences, and those that they share with everybody. */
const toPupils = all.filter(([id]) => id.startsWith('pupil.'));

/** Values, and titles that are what they are. */
const titles = /\{\w+\}|(?:deputy )?safeguarding lead|headteacher/gi;

describe('the wording catalogue', () => {
  it.each(all)('%s promises no secret, blames nobody and asks for no picture', (_, text) => {
    expect(promisesSecrecy(text)).toBe(false);
    expect(blames(text)).toBe(false);
    expect(asksForImage(text)).toBe(false);
  });

  it.each(toPupils)('%s is at a reading age of ten at most', (_, text) => {
    expect(gradeOf(text.replace(titles, 'it'))).toBeLessThanOrEqual(5);
  });

  it.each(all)('%s is plain text: no markdown, no markup', (_, text) => {
    expect(text).not.toMatch(/[*_`<>]|\]\(/);
  });

  it('fills in what it is given, and does not look into it again', () => {
    expect(say('case.title', { reference: '{reference} ${x}' })).toBe('Case {reference} ${x}');
  });

  it('a missing value is a fault, not a gap in a sentence', () => {
    expect(() => say('case.title')).toThrow('reference');
  });

  it('a child gets the child’s sentence where there is one', () => {
    expect(forListener('danger.now', true)).toBe('pupil.danger.now');
    expect(forListener('case.title', true)).toBe('case.title');
    expect(forListener('danger.now', false)).toBe('danger.now');
  });
});
