import { describe, expect, it } from 'vitest';
import { policyNamed } from '../../support/policies.ts';

const { triage } = policyNamed('somerset');

describe('a member of staff who tells of a slip of their own, as about staff', () => {
  it.each([
    'left my school laptop on the bus last night',
    'i emailed the class list with medical notes to the wrong parent',
    'i clicked a parcel link and typed my password in, stupid i know',
  ])('accuses nobody: %s', (text) => {
    const { accused, route, advice } = triage({ text, reporter: 'staff', about: 'staff' });
    expect(accused).toEqual([]);
    expect(route.outside.map(({ role }) => role)).not.toContain('lado');
    expect(advice.dont.join()).not.toContain('Do not speak with the person');
  });

  it('accuses nobody either where a governor tells of their own', () => {
    const text = 'left my school ipad on the bus, panel papers on it';
    const { accused, route } = triage({ text, reporter: 'governor', about: 'governor' });
    expect(accused).toEqual([]);
    expect(route.outside).toEqual([]);
    expect(route.tell).toContain('data-protection');
  });

  it.each([
    ['the caretaker left a school laptop on the bus, third time now', 'staff'],
    ['left the school laptop on the bus and said not to log it', 'headteacher'],
    ['messaging a pupil at night from the school laptop', 'staff'],
  ] as const)('is believed where it names somebody else, or tells of more than a slip: %s', (text, about) => {
    expect(triage({ text, reporter: 'staff', about }).accused).toContain(about);
  });

  it('is nobody but staff: a parent who says that it is about staff means somebody of the school', () => {
    const told = { text: 'sent my sons report to another family', reporter: 'parent', about: 'staff' } as const;
    expect(triage(told).accused).toEqual(['staff']);
  });
});

describe('words that say too little to be about anything', () => {
  it.each(['and again', 'mrs jones saw it', 'he did it again today'])('accuse nobody: %s', (text) => {
    const result = policyNamed('floor').triage({ text, reporter: 'pupil' });
    expect(result).toMatchObject({ category: 'other', accused: [] });
    expect(result.route.tell).toContain('dsl');
  });
});
