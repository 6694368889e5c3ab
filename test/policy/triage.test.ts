import { describe, expect, it } from 'vitest';
import { emptyReport } from '../../src/domain/report.ts';
import { triage } from '../../src/policy/triage.ts';

describe('the first table of triage', () => {
  it.each([
    ['a girl in year 8 showed me a horrible group chat', 'cyberbullying', 'medium'],
    ['he said he wants to die', 'self-harm', 'immediate'],
    ['i want 2 die', 'self-harm', 'immediate'],
    ['i cut my arms', 'self-harm', 'immediate'],
    ['i dont want to be alive anymore', 'self-harm', 'immediate'],
    ['my uncle touches me', 'other', 'immediate'],
    ['Tom in year 4 says his dad hits him', 'other', 'immediate'],
    ['someone sent her nudes round', 'nudes-semi-nudes', 'immediate'],
    ['I saw child abuse images on a screen', 'child-abuse-imagery', 'immediate'],
    ['a teaching assistant has been messaging pupils privately', 'staff-conduct', 'immediate'],
    ['the headteacher keeps texting a pupil', 'staff-conduct', 'immediate'],
    ['my laptop was stolen from the car', 'device-loss', 'high'],
    ['I sent it to the wrong parent', 'data-breach', 'high'],
    ['the printer is out of paper', 'other', 'medium'],
  ] as const)('"%s" is %s, %s', (text, category, severity) => {
    expect(triage({ ...emptyReport, what: text })).toMatchObject({ category, severity });
  });

  it('the gravest of several leads, and all are named', () => {
    const result = triage({ ...emptyReport, what: 'a horrible group chat, and she says she will kill herself' });
    expect(result.category).toBe('self-harm');
    expect(result.rules).toEqual(['floor.triage.life', 'floor.triage.bullying']);
  });

  it('an accused member of staff makes it staff conduct, whatever the words', () => {
    const subjects = [{ name: 'Sam', kind: 'staff', part: 'alleged' }] as const;
    expect(triage({ ...emptyReport, what: 'something happened', subjects: [...subjects] })).toMatchObject({
      category: 'staff-conduct',
      severity: 'high',
    });
  });

  it('danger that the reporter says is immediate, whatever the words', () => {
    const result = triage({ ...emptyReport, what: 'something happened', danger: true });
    expect(result.severity).toBe('immediate');
    expect(result.advice[0]).toBe('danger');
    expect(result.rules[0]).toBe('floor.triage.danger-said');
  });
});
