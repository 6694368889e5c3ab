import { describe, expect, it } from 'vitest';
import { myReportsView } from '../../src/conversation/present/lists.ts';
import { say } from '../../src/conversation/wording.ts';
import { harbour, who } from '../support/school.ts';

function toldIn(person: 'pupil' | 'teacher', what?: string): string | undefined {
  const own = { id: 'TEST-0001', state: 'new', reportedAt: '2026-06-23T08:30:00.000Z' } as const;
  const line = what === undefined ? own : { ...own, what };
  return myReportsView({ school: harbour, person: who(person) }, [line], false).reports[0]?.told;
}

describe('what a child reads of each report in their own list', () => {
  it.each([
    ['all of a short one', 'mia hit me', '“mia hit me”'],
    ['the first eight words of a long one', 'one two three four five six seven eight nine', /^“one .* eight…”$/],
    ['no more than 60 characters of a very long word', '🙂'.repeat(70), `“${'🙂'.repeat(60)}…”`],
    ['the first line alone', 'mia hit me\nand my friend cuts herself', '“mia hit me”'],
    ['nothing but spaces left out', '\n  mia   hit me', '“mia hit me”'],
    ['their own words, not ours', `${say('pupil.box.before', { text: 'tom' })}\nhe hit me`, '“he hit me”'],
    ['nothing where the words are ours', say('about.message', { author: 'Tom', link: 'https://a.example' }), ''],
    ['nothing where they told nothing', '', ''],
  ])('is %s', (_, what, told) => {
    const found = toldIn('pupil', what);
    if (typeof told === 'string') expect(found).toBe(told);
    else expect(found).toMatch(told);
  });

  it('is nothing where the case could not be looked up, and nothing for adults', () => {
    expect(toldIn('pupil')).toBe('');
    expect(toldIn('teacher', 'mia hit me')).toBe('');
  });
});
