import { describe, expect, it } from 'vitest';
import { policyNamed } from '../../support/policies.ts';
import { everyDesk, floorDesk } from '../../support/triage.ts';

describe('A chair of governors who writes', () => {
  it('is told to take it up, and not only to tell the chair', () => {
    const text = 'as chair of governors i have had a letter that the head was messaging a pupil at night';
    const { advice } = floorDesk.triage({ text, reporter: 'governor', about: 'headteacher' });
    expect(advice.do.join(' ')).toContain('If you are the chair, you take it up yourself');
  });

  it('is not meant where a governor only speaks of the chair', () => {
    const text = 'the chair of governors has been messaging a pupil';
    const { advice } = floorDesk.triage({ text, reporter: 'governor', about: 'governor' });
    expect(advice.do.join(' ')).not.toContain('If you are the chair');
  });
});

describe('A grown-up who seeks out a child online', () => {
  const parent = (text: string) => ({ text, reporter: 'parent', about: 'pupil' }) as const;

  it.each(everyDesk().map((desk) => [desk.id, desk] as const))('%s: is for the safeguarding lead', (_, { triage }) => {
    const { route } = triage(parent('my daughter in y3 has a tiktok and a grown man keeps commenting on her dances'));
    expect(route.tell).toContain('dsl');
  });

  it('in a call with the class is a matter of contact, at once', () => {
    const text = 'in a zoom with our link school some man joined and showed himself';
    expect(floorDesk.triage({ text, reporter: 'staff', about: 'pupil' })).toMatchObject({
      category: 'grooming-contact',
      severity: 'immediate',
    });
  });
});

describe('The police lists of the policies', () => {
  it('name the police for a cousin of 19 who has a picture of a child (Barking and Dagenham)', () => {
    const text = 'a child told me her cousin 19 has a naked picture of her';
    const { route } = policyNamed('lbbd').triage({ text, reporter: 'staff', about: 'pupil' });
    expect(route.outside.map(({ role }) => role)).toContain('police');
  });
});
