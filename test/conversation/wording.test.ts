import { describe, expect, it } from 'vitest';
import { forListener, say, type WordingId, wording } from '../../src/conversation/wording.ts';

const all = Object.entries(wording) as [WordingId, string][];

describe('the wording catalogue', () => {
  it.each(all)('%s promises no secret and blames nobody', (_, text) => {
    const secrecy = /\b(?:confidential|in confidence|(?:will|can|shall) (?:keep|stay) (?:it |this )?(?:a )?secret)\b/i;
    const blame = /\b(?:your fault|you should have|you should not have|why did(?:n.t)? you|you failed)\b/i;
    expect(text).not.toMatch(secrecy);
    expect(text.replace(/not your fault/i, '')).not.toMatch(blame);
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
