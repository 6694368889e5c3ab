import { describe, expect, it } from 'vitest';
import { packFolders } from '../../../src/packs/load-pack.ts';
import { choicesOf } from '../../../src/policy/answers/tell.ts';
import { standing } from '../../support/packs.ts';

/** What a button shows of a question. */
const longest = 45;
/** Who says this speaks of pupils, and is none. */
const ofPupils = /\b(?:pupils?|students?|child|children|colleagues?|staff)\b/i;
/** Spelt as children do, which helps to find a rule and is no label. */
const misspelt = /\b(?:u|ur|r|wot|skool|fone|sum1|any1|b4|dont|cant|im|whats|whos|isnt|wont|aloud)\b/i;

describe.each(packFolders('policies'))('What %s offers pupils to ask next', (folder) => {
  const offered = choicesOf(standing(folder).rules, 'pupil');

  it('is there', () => expect(offered.length).toBeGreaterThan(0));

  it.each([
    ['is in words of their own', ofPupils],
    ['is spelt as it should be', misspelt],
  ])('%s', (_, not) => {
    expect(offered.filter(({ asks }) => not.test(asks))).toEqual([]);
  });

  it('fits its button', () => {
    expect(offered.filter(({ asks }) => asks.length > longest)).toEqual([]);
  });
});
