import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../src/policy/pattern.ts';
import { asTyped } from '../../src/policy/triage/as-typed.ts';
import { isSaid } from '../../src/policy/triage/context.ts';
import { sourcesOf } from '../../src/policy/triage/prepare-words.ts';
import { enough, scoreOf } from '../../src/policy/triage/score.ts';

const lists = { child: ['kid*', 'little brother'], picture: ['pic', 'photo*'] };

function isFound(source: string, text: string): boolean {
  return isSaid([source], asTyped([source], lists)(text));
}

describe('A pattern finds what a school means by it', () => {
  it.each([
    ['bullying', 'This is BULLYING!', true],
    ['bullying', 'bullyings', false],
    ['bull*', 'he bullies me', true],
    ['dont', 'I don’t know', true],
    ['dont', "I don''t know", true],
    ['self-harm', 'self harm', true],
    ['cafe', 'the café', true],
    ['hate account', 'a hate account', true],
    ['hate account', 'an account of hate', false],
    ['hate account/page', 'a hate page', true],
    ['on social_media/tiktok', 'it is on social media', true],
    ['on social_media/tiktok', 'on social', false],
    ['sent .. picture', 'sent me a horrible picture', true],
    ['sent .. picture', 'sent one two three four five picture', false],
    ['sent .. picture', 'It was sent. The picture came later.', false],
    ['laptop + stolen', 'Stolen! My school laptop', true],
    ['laptop + stolen', `stolen ${'word '.repeat(20)} laptop`, false],
    ['<child> .. <picture>', 'my little brother and his photos', true],
    ['<child>/man', 'some man', true],
    ['999', 'I rang 999', true],
    ['🔪', 'he sent 🔪 to me', true],
  ])('%s in “%s”: %s', (source, text, expected) => {
    expect(isFound(source, text)).toBe(expected);
  });
});

describe('A pattern that cannot be read says why', () => {
  it.each([
    ['.. rumour', /nothing on one side/],
    ['rumour ..', /nothing on one side/],
    ['laptop + ', /cannot use/],
    ['<bullies>', /no list of this pack or the floor/],
    ['bu*', /three letters/],
    ['a//b', /cannot use/],
    ['what?', /cannot use/],
    ['£', /cannot use/],
  ])('%s', (source, why) => {
    expect(parsePattern(source, lists)).toMatchObject({ kind: 'broken', why: expect.stringMatching(why) });
  });
});

describe('Signs add up', () => {
  const signs = {
    strong: ['nude*'],
    likely: ['rude <picture>'],
    hint: ['snapchat', 'ex', 'ashamed'],
    ignore: ['nude lipstick'],
  };
  const read = asTyped(sourcesOf(signs), lists);
  const score = (text: string) => scoreOf(signs, read(text)).score;

  it('takes one strong or one likely sign as enough, and a hint only in company', () => {
    expect(score('he wants nudes')).toBeGreaterThanOrEqual(enough);
    expect(score('a rude pic')).toBeGreaterThanOrEqual(enough);
    expect(score('on snapchat')).toBeLessThan(enough);
    expect(score('my ex on snapchat, I am ashamed')).toBeGreaterThanOrEqual(enough);
  });

  it('passes over what only looks like it, and still sees the rest', () => {
    expect(score('I bought a nude lipstick')).toBe(0);
    expect(score('a nude lipstick, and he wants nudes')).toBeGreaterThanOrEqual(enough);
  });

  it('counts a sign once, however often it is said, and names it', () => {
    expect(scoreOf(signs, read('nudes nudes nudes'))).toEqual({ score: 6, words: ['nude*'] });
  });
});
