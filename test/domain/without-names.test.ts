import { describe, expect, it } from 'vitest';
import { withoutNames } from '../../src/domain/without-names.ts';
import { harbour } from '../support/school.ts';

const known = (word: string) => ['phone', 'whatsapp', 'sample'].includes(word);

describe('a question without names', () => {
  it.each([
    ['somebody of the school', 'can tess use a phone', 'can […] use a phone'],
    ['a title and a name', 'did Mr. Blank agree', 'did […] agree'],
    ['a title and a name in small letters', 'ask mrs oakes about it', 'ask […] about it'],
    ['a name that nobody of the school has', 'can Jayden bring his phone', 'can […] bring his phone'],
    ['an address', 'is pip@harbour.example ours', 'is […] ours'],
    ['a number', 'ring 01632 960001 or wait', 'ring […] or wait'],
    ['an app that the policy speaks of', 'may I use WhatsApp', 'may I use WhatsApp'],
    ['a word of the policy that is also a name', 'is this a sample', 'is this a sample'],
    ['the first word', 'May I use a phone', 'May I use a phone'],
  ])('%s', (_, text, bare) => {
    expect(withoutNames(text, harbour.people, known)).toBe(bare);
  });
});
