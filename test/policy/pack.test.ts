import { describe, expect, it } from 'vitest';
import { packSource } from '../../src/policy/pack.ts';
import { clause, day, duration, minutesIn } from '../../src/policy/parts/atoms.ts';

const head = { id: 'oakfield', school: 'Oakfield School' };
const rule = { topic: 'devices', asks: ['phones'], answer: 'Off.', clause: 'Phones' };

describe('What a school may leave out', () => {
  it('is filled in, so that a rule is five short lines', () => {
    const { rules } = packSource.parse({ pack: head, rules: { phones: rule } });
    expect(rules['phones']).toEqual({
      ...rule,
      clause: [{ document: '', section: 'Phones' }],
      pupil: '',
      parent: '',
      related: [],
      induction: { wanted: false, order: 0 },
      corrected: '',
      fixed: false,
    });
  });

  it('is nearly everything of an incident', () => {
    const { incidents } = packSource.parse({ pack: head, incidents: { cyberbullying: { tell: ['headteacher'] } } });
    expect(incidents.cyberbullying).toMatchObject({
      tell: ['headteacher'],
      do: { staff: [], pupil: [], parent: [] },
      cases: {},
    });
  });

  it('is the list around a single thing', () => {
    const parsed = packSource.parse({
      pack: head,
      rules: { phones: { ...rule, for: 'staff', clause: ['Phones', 'Rules'] } },
    });
    expect(parsed.rules['phones']).toMatchObject({
      for: ['staff'],
      clause: [{ section: 'Phones' }, { section: 'Rules' }],
    });
  });

  it('is the text of an evidence rule', () => {
    const { incidents } = packSource.parse({ pack: head, incidents: { cyberbullying: { evidence: 'leave' } } });
    expect(incidents.cyberbullying?.evidence).toEqual({ rule: 'leave', staff: '', pupil: '', parent: '' });
  });
});

describe('A clause', () => {
  it.each([
    ['Phones', { document: '', section: 'Phones' }],
    ['handbook > Phones', { document: 'handbook', section: 'Phones' }],
    ['Roles: Parents > Carers', { document: '', section: 'Roles: Parents > Carers' }],
  ])('%s', (text, expected) => {
    expect(clause.parse(text)).toEqual(expected);
  });
});

describe('A date', () => {
  it.each([
    ['2026', '2026'],
    [2026, '2026'],
    ['2026-11', '2026-11'],
    ['2026-11-21', '2026-11-21'],
    [null, ''],
    ['', ''],
  ])('may be %j', (given, expected) => {
    expect(day.parse(given)).toBe(expected);
  });

  it.each(['2026-13', '21.11.2026', 'soon', '2026-02-30'])('may not be %s', (given) => {
    expect(day.safeParse(given).success).toBe(false);
  });
});

describe('A time limit', () => {
  it.each([
    ['30 minutes', 30],
    ['1 hour', 60],
    ['72 hours', 4_320],
    ['1 school day', 1_440],
    ['2 weeks', 20_160],
  ])('%s can be compared', (text, minutes) => {
    expect(minutesIn(duration.parse(text))).toBe(minutes);
  });
});
