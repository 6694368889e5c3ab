import { describe, expect, it } from 'vitest';
import { asks, bullying, investigated } from '../support/log-cases.ts';

const when = { at: '2026-11-20T12:00:00.000Z' };

describe('The record of a case', () => {
  it('says of a check at another computer than the one agreed which it was and why', () => {
    const check = { kind: 'check', what: 'a page', found: 'nothing', present: 'both', when } as const;
    const same = asks('dsl', investigated(), { ...check, elsewhere: '' });
    const other = asks('dsl', investigated(), { ...check, elsewhere: 'laptop 5: laptop 4 is broken' });
    expect(same).not.toHaveProperty('event.elsewhere');
    expect(other).toMatchObject({ event: { kind: 'checked', elsewhere: 'laptop 5: laptop 4 is broken' } });
  });

  it('says who saw a picture by accident, how, and what support they had', () => {
    const current = bullying({ category: 'nudes-semi-nudes', severity: 'immediate' });
    const seen = { who: 'a teacher', how: 'a pupil held it up', support: 'spoke with the DSL' };
    expect(asks('dsl', current, { kind: 'viewed', ...seen, when })).toMatchObject({
      event: { kind: 'viewed', ...seen },
    });
  });
});
