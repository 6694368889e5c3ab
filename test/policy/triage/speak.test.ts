import { describe, expect, it } from 'vitest';
import { speaker } from '../../../src/policy/triage/speak.ts';
import { floorFolder, standing } from '../../support/packs.ts';

const floor = standing(floorFolder);

describe('A line that would send somebody to a person who may not know', () => {
  const speak = speaker(floor, new Set(['headteacher']), 'chair-of-governors');

  it.each([
    ['Tell {headteacher}.', 'Tell the chair of governors.'],
    ['Tell {headteacher} or {chair-of-governors} today.', 'Tell the chair of governors today.'],
    ['Tell {headteacher} or {dsl}.', 'Tell the chair of governors or the designated safeguarding lead.'],
  ])('%s', (line, said) => {
    expect(speak([line], 'staff')).toEqual([said]);
  });
});
