import { describe, expect, it } from 'vitest';
import { madeUpReports } from '../../../bench/policy/made-up.ts';
import kept from '../../../src/policy/triage/experience.json' with { type: 'json' };
import { lessonsOf } from '../../../src/policy/triage/experience.ts';
import { fingerprint, fingerprintOf } from '../../../src/policy/triage/fingerprint.ts';
import { lexiconOf } from '../../../src/policy/triage/lexicon.ts';
import { triager } from '../../../src/policy/triage/triager.ts';
import { floorFolder, standing } from '../../support/packs.ts';

const floor = standing(floorFolder);

describe('What triage learnt from made-up reports', () => {
  it('is what the floor’s reports teach today; otherwise run `npm run learn:reports`', () => {
    const lessons = lessonsOf(floor.reports, floor, lexiconOf(floor));
    expect(kept.taughtBy).toBe(fingerprintOf(lessons));
    expect(kept.madeUp).toBe(
      fingerprint(
        madeUpReports()
          .map(({ text }) => text)
          .join('\n'),
      ),
    );
  });

  it('grows by the reports that a school adds', () => {
    const text = 'the zorble was glimped again';
    const own = ['the zorble was glimped', 'she glimped the zorble', 'zorble glimped in maths'];
    const added = own.map((one) => ({ category: 'copyright', severity: 'low', text: one }) as const);
    expect(triager(floor)({ text, reporter: 'staff' }).category).not.toBe('copyright');
    const school = { ...floor, reports: [...floor.reports, ...added] };
    expect(triager(school)({ text, reporter: 'staff' }).category).toBe('copyright');
  });
});
