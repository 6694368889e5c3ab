import { describe, expect, it } from 'vitest';
import { withoutPleas } from '../../../src/policy/triage/pleas.ts';
import { policyNamed } from '../../support/policies.ts';

describe('a child who asks us not to tell', () => {
  it.each([
    ['they call me names. please dont tell my mum', 'they call me names.'],
    ['they call me names\nplz do not tell anyone!!', 'they call me names\n'],
    ['dont tell anyone', ''],
    ['he said dont tell anyone', 'he said dont tell anyone'],
    ['my coach texts me and says dont tell your mum', 'my coach texts me and says dont tell your mum'],
  ])('“%s” is compared as “%s”', (text, heard) => {
    expect(withoutPleas({ text, reporter: 'pupil' }).trim()).toBe(heard.trim());
  });

  it('an adult’s words stay as they are', () => {
    const text = 'A girl is called names. Dont tell the class.';
    expect(withoutPleas({ text, reporter: 'staff' })).toBe(text);
  });

  it('is no graver for it, and reads that it cannot stay secret', () => {
    const { triage } = policyNamed('floor');
    const bare = triage({ text: 'they call me names in the group chat', reporter: 'pupil' });
    const asked = triage({ text: 'they call me names in the group chat. please dont tell anyone', reporter: 'pupil' });
    expect(asked).toMatchObject({ category: bare.category, severity: bare.severity });
    expect(asked.advice.do.join('\n')).toContain('I cannot keep this a secret');
  });
});
