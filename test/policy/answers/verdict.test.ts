import { describe, expect, it } from 'vitest';
import { withoutVerdict } from '../../../src/policy/answers/verdict.ts';

describe('a yes or no at the head of an answer', () => {
  it.each([
    ['can pupils bring phones', 'No. They stay at home.', 'No. They stay at home.'],
    ['do I have to sign it', 'Yes, every year.', 'Yes, every year.'],
    ['which form do I put my name on', 'Yes. All staff sign it.', 'All staff sign it.'],
    ['he asked me to unplug it, can i carry on', 'Yes, stop. It counts as misuse.', 'Stop. It counts as misuse.'],
    ['if i take a post down is it gone for good', 'Yes, it can stay.', 'It can stay.'],
    ['phones', 'Yes.', 'Yes.'],
    ['phones', 'Nobody may.', 'Nobody may.'],
  ])('%s', (question, answer, told) => {
    expect(withoutVerdict(answer, question)).toBe(told);
  });
});
