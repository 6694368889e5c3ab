import { describe, expect, it } from 'vitest';
import { everyDesk } from '../../support/triage.ts';

const schools = everyDesk().map((desk) => [desk.id, desk] as const);

describe.each(schools)('%s: whom the first line names', (_, { triage, pack }) => {
  it('is the chair of governors where it is about the headteacher', () => {
    const text = 'the head pushed a boy against the wall and told us not to write it down';
    const { advice } = triage({ text, reporter: 'staff', about: 'headteacher' });
    expect(advice.danger.join(' ')).toContain('999');
    expect(advice.danger.join(' ')).toMatch(/ring .*chair of/i);
  });

  it('is not the office of a headteacher whom a parent accuses', () => {
    const text = 'the headteacher hit my son';
    const { advice } = triage({ text, reporter: 'parent', about: 'headteacher', danger: true });
    expect(advice.danger.join(' ')).toContain('999');
    expect(advice.danger.join(' ')).not.toContain('ring the school');
  });

  it('is nobody who is not told that a member of staff hit a child', () => {
    const { advice, route } = triage({ text: 'a TA hit a child in my class today', reporter: 'staff', danger: true });
    expect(route.tell).not.toContain('dsl');
    expect(advice.danger.join(' ')).toMatch(/ring .*head ?teacher/i);
  });

  it('is the safeguarding lead where nobody at school is accused', () => {
    const { advice } = triage({ text: 'a child says dad hits her', reporter: 'staff', danger: true });
    expect(advice.danger.join(' ')).toContain(pack.contacts.dsl?.title ?? 'safeguarding');
  });
});

describe.each(schools)('%s: what leads', (_, { triage }) => {
  it('is what has a kind of its own, where something without one is as grave', () => {
    const text = 'ein mann auf snap er ist 30 will nudes von mir. ich bin 12. was soll ich machen';
    const { category, alsoCategories } = triage({ text, reporter: 'pupil', about: 'stranger-adult' });
    expect(category).toBe('grooming-contact');
    expect(alsoCategories).toContain('other');
  });
});
