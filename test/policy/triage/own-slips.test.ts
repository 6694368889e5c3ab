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

describe('a slip that a governor tells of', () => {
  const outside = (text: string) =>
    triage({ text, reporter: 'governor', about: 'governor' }).route.outside.map(({ role }) => role);

  it('accuses nobody where it is their own', () => {
    const told = { text: 'left my school ipad on the bus with panel papers on it', reporter: 'governor' } as const;
    expect(triage({ ...told, about: 'governor' })).toMatchObject({ category: 'device-loss', accused: [] });
  });

  it('is no matter for the LADO where it is another governor’s, which is what they do to a child', () => {
    expect(outside('one of the governors left a school ipad on the bus')).not.toContain('lado');
    expect(outside('one of the governors is messaging a pupil at night')).toContain('lado');
  });
});

describe('words that say too little to be about anything', () => {
  it.each(['and again', 'mrs jones saw it', 'he did it again today'])('accuse nobody: %s', (text) => {
    const result = policyNamed('floor').triage({ text, reporter: 'pupil' });
    expect(result).toMatchObject({ category: 'other', accused: [] });
    expect(result.route.tell).toContain('dsl');
  });
});
