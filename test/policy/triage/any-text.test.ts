import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutKinds, audiences } from '../../../src/policy/vocabulary.ts';
import { floorDesk } from '../../support/triage.ts';

const { triage, pack } = floorDesk;
const reports = pack.reports.map(({ text }) => text);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(...reports),
  fc
    .array(fc.constantFrom(...reports.flatMap((report) => report.split(' '))), { maxLength: 60 })
    .map((words) => words.join(' ')),
);
const reporter = fc.constantFrom(...audiences);
const about = fc.option(fc.constantFrom(...aboutKinds), { nil: undefined });

describe('Any text', () => {
  it('gives a result with a category, a severity, lines to read and rules', () => {
    fc.assert(
      fc.property(text, reporter, about, (said, who, whom) => {
        const result = triage({ text: said, reporter: who, about: whom });
        expect(pack.incidents[result.category]).toBeDefined();
        expect(result.advice.do.length + result.advice.danger.length).toBeGreaterThan(0);
        expect(result.rules.length).toBeGreaterThan(0);
        for (const role of result.route.tell) expect(result.route.keptFrom).not.toContain(role);
      }),
      { numRuns: 300 },
    );
  });

  it('becomes immediate with “she wants to kill herself”', () => {
    fc.assert(
      fc.property(text, reporter, about, (said, who, whom) => {
        expect(triage({ text: `${said}. she wants to kill herself`, reporter: who, about: whom }).severity).toBe(
          'immediate',
        );
      }),
      { numRuns: 300 },
    );
  });

  it('is read in time, however long', () => {
    const start = performance.now();
    triage({ text: 'he said he would stab me and then '.repeat(2_000), reporter: 'pupil' });
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
