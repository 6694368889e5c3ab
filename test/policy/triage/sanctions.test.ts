import { describe, expect, it } from 'vitest';
import type { AboutKind, Audience } from '../../../src/policy/vocabulary.ts';
import { policyNamed } from '../../support/policies.ts';

const { triage } = policyNamed('chipping-sodbury');

function suggested(text: string, about: AboutKind, reporter: Audience = 'staff'): readonly string[] {
  return triage({ text, about, reporter }).handling.sanctions;
}

describe('the sanctions that a policy suggests', () => {
  it('are those of what a pupil is said to have done', () => {
    expect(suggested('two boys installed something to get round the filter and got into the server', 'pupil')).toEqual([
      'c2',
    ]);
    expect(suggested('some lad used a usb to put a virus on the library pcs', 'pupil', 'technician')).not.toEqual([]);
  });

  it.each([
    'y7 searched for swans and full on porn came up, an honest accident, i turned the monitor off',
    'a kid has the supply teachers login on his hand and changes the register',
  ])('are none where it was an accident, or no such act is reported: %s', (text) => {
    expect(suggested(text, 'pupil')).toEqual([]);
  });

  it.each([
    ['a colleague got into my account by guessing the password and deleted work', 'staff'],
    ['someone off the internet got into the school server and left a virus', 'stranger-adult'],
    ['i clicked a link and now my files are locked', 'unknown'],
  ] as const)('are none where no pupil is to blame: %s', (text, about) => {
    expect(suggested(text, about)).toEqual([]);
  });
});
