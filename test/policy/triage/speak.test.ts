import { describe, expect, it } from 'vitest';
import { speaker } from '../../../src/policy/triage/speak.ts';
import { floorFolder, standing } from '../../support/packs.ts';

const floor = standing(floorFolder);

describe('A line that would send somebody to a person who may not know', () => {
  const speak = speaker(floor, { barred: new Set(['headteacher']), instead: 'chair-of-governors' });

  it.each([
    ['Tell {headteacher}.', 'Tell the chair of governors.'],
    ['Tell {headteacher} or {chair-of-governors} today.', 'Tell the chair of governors today.'],
    ['Tell {headteacher} or {dsl}.', 'Tell the chair of governors or the designated safeguarding lead.'],
  ])('%s', (line, said) => {
    expect(speak([line], 'staff')).toEqual([said]);
  });
});

describe('A sentence on whom to tell about the headteacher', () => {
  const speak = speaker(floor, { barred: new Set(['chair-of-governors']), instead: 'headteacher' });

  it('never sends anybody to the headteacher, where the chair of governors is accused', () => {
    const line = 'Complaints go to {headteacher}. About the headteacher, tell both {chair-of-governors} and {lado}.';
    expect(speak([line], 'staff')).toEqual(['Complaints go to the headteacher.']);
  });
});

describe('Where one person alone is told', () => {
  const speak = speaker(floor, { barred: new Set(), instead: 'headteacher', only: ['headteacher'] });

  it.each([
    ['Ring {dsl} now. {it-support} has the log.', 'Ring the headteacher now. The IT support has the log.'],
    [
      'Ring {nspcc} or {lado}.',
      'Ring the NSPCC helpline on 0808 800 5000 or the local authority designated officer (LADO).',
    ],
  ])('%s', (line, said) => {
    expect(speak([line], 'staff')).toEqual([said]);
  });
});
