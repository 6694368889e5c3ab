import { describe, expect, it } from 'vitest';
import { asksForImage, blames, keepsFromHelp, nameIn, promisesSecrecy } from '../../src/policy/wording-rules.ts';

describe('A promise of secrecy is seen', () => {
  it.each([
    'We will keep it secret.',
    'I can keep this a secret',
    "I won't tell anyone.",
    'They will never tell your parents.',
    'Nobody will know it was you.',
    'What you write is confidential.',
    'It stays between us.',
    'I promise not to tell.',
    'Your secret is safe with me.',
  ])('%s', (text) => expect(promisesSecrecy(text)).toBe(true));

  it.each([
    'I cannot keep it a secret.',
    'Do not promise to keep it secret.',
    'Never promise not to tell.',
    'Only the headteacher will read it.',
    'It is a private device without school data.',
    'We cannot promise to keep this to ourselves.',
    'Do not keep a friend’s secret if they may get hurt.',
  ])('and not in: %s', (text) => expect(promisesSecrecy(text)).toBe(false));
});

describe('Blame is seen', () => {
  it.each([
    'It is your fault.',
    'You should have told us.',
    "You shouldn't have sent it.",
    'Why did you send it?',
    'You were silly to click.',
    'You are in trouble.',
    'Next time, think first.',
  ])('%s', (text) => expect(blames(text)).toBe(true));

  it.each(['It is not your fault.', 'It isn’t your fault.', 'You are not in trouble.', 'You have done nothing wrong.'])(
    'and not in: %s',
    (text) => expect(blames(text)).toBe(false),
  );
});

describe('A request for a picture is seen', () => {
  it.each([
    'Please send us the picture.',
    'Take a screenshot of the images.',
    'Save the photo as evidence.',
    'Show me the video.',
  ])('%s', (text) => expect(asksForImage(text)).toBe(true));

  it.each([
    'Do not send any picture here.',
    'Never save the photo.',
    'Nobody looks at, copies or sends the picture.',
    'Save the date.',
  ])('and not in: %s', (text) => expect(asksForImage(text)).toBe(false));
});

describe('A person’s name is seen', () => {
  it.each([
    ['Ask Mrs Harding about it', 'Mrs Harding'],
    ['Dr. Okafor decides', 'Dr. Okafor'],
  ])('%s', (text, name) => expect(nameIn(text)).toBe(name));

  it('and not in a role', () => expect(nameIn('Ask the headteacher, Miss or Sir')).toBeUndefined());
});

describe('What keeps somebody from help is seen', () => {
  it.each([
    'Do not ring the police.',
    'You need not go to the LADO.',
    'Never tell {dsl.phone}.',
    'Do not ring the police but tell the head.',
    'Staff may not call the police.',
    'Do not dial 999.',
    'There is no need to tell the safeguarding lead.',
    'Meet him with a friend.',
    'You can meet them at the park.',
  ])('%s', (text) => expect(keepsFromHelp(text)).toBe(true));

  it.each([
    'Do not wait to tell {dsl}.',
    'Do not tell the accused that the LADO was rung.',
    'You should not have to speak to the police alone.',
    'Do not ring home before the police and social care agree.',
    'Ring the police.',
    'Do not meet him.',
    'A teacher will meet them at the gate.',
  ])('and not in: %s', (text) => expect(keepsFromHelp(text)).toBe(false));
});
