import { describe, expect, it } from 'vitest';
import { madeUpPrint } from '../../../bench/policy/made-up.ts';
import { severities } from '../../../src/domain/filing.ts';
import kept from '../../../src/policy/triage/experience.json' with { type: 'json' };
import { lessonsOf } from '../../../src/policy/triage/experience.ts';
import { fingerprintOf } from '../../../src/policy/triage/fingerprint.ts';
import { lexiconOf } from '../../../src/policy/triage/lexicon.ts';
import { add, sharesOf } from '../../../src/policy/triage/network.ts';
import { judgeBy } from '../../../src/policy/triage/opinions.ts';
import { stored } from '../../../src/policy/triage/stored-experience.ts';
import { triager } from '../../../src/policy/triage/triager.ts';
import { floorFolder, standing } from '../../support/packs.ts';

const floor = standing(floorFolder);

describe('What triage learnt from made-up reports', () => {
  it('is what the floor’s reports teach today; otherwise run `npm run learn:reports`', () => {
    const lessons = lessonsOf(floor.reports, floor, lexiconOf(floor));
    expect(kept.taughtBy).toBe(fingerprintOf(lessons));
    expect(kept.madeUp).toBe(madeUpPrint());
  });

  it('is the same in whatever order rules are looked for, and another for another report', () => {
    const lesson = (...names: readonly string[]) =>
      fingerprintOf([{ category: 'other', severity: 'low', features: new Map(names.map((name) => [name, 1])) }]);
    expect(lesson('phone', 'lost')).toBe(lesson('lost', 'phone'));
    expect(lesson('phone', 'lost')).not.toBe(lesson('phone', 'found'));
  });

  it('counts which circumstances a report tells of, and that it says nobody came to harm', () => {
    const said = ['i left my laptop on the train', 'nobody was hurt'];
    const [lost, unhurt] = lessonsOf(
      said.map((text) => ({ category: 'other', severity: 'low', text }) as const),
      floor,
      lexiconOf(floor),
    ).map(({ features }) => [...features.keys()]);
    expect(lost).toContain('holds floor.device-loss.left-somewhere');
    expect(lost).not.toContain('holds harmless');
    expect(unhurt).toContain('holds harmless');
  });

  it('grows by the reports that a school adds', () => {
    const text = 'the zorble was glimped again';
    const own = ['the zorble was glimped', 'she glimped the zorble', 'zorble glimped in maths'];
    const added = own.map((one) => ({ category: 'copyright', severity: 'low', text: one }) as const);
    expect(triager(floor)({ text, reporter: 'staff' }).category).not.toBe('copyright');
    const school = { ...floor, reports: [...floor.reports, ...added] };
    expect(triager(school)({ text, reporter: 'staff' }).category).toBe('copyright');
  });

  it('makes nothing less grave for what a school adds', () => {
    const text = 'they keep calling me names in the group chat and everyone laughs';
    const lessons = lessonsOf([{ category: 'cyberbullying', severity: 'low', text }], floor, lexiconOf(floor));
    const { features } = lessons[0] ?? { features: new Map() };
    const likeliest = (judge: typeof before) => severities.toSorted((a, b) => judge.severity(b) - judge.severity(a))[0];
    const before = judgeBy(stored)(features);
    const added = add(lessons, stored);
    expect(sharesOf(features, stored, added).severities[severities.indexOf('low')]).toBeGreaterThan(
      before.severity('low'),
    );
    expect(likeliest(judgeBy(stored, added)(features))).toBe(likeliest(before));
    expect(likeliest(before)).not.toBe('low');
  });

  it('does not forget what is grave for a few harmless reports that a school adds', () => {
    const plain = [
      'our dog went to the vet and is fine',
      'he asked me for my homework',
      'the head has asked us to tidy the library',
      'she was seen at the match last night',
      'we had a pillow fight and i won',
      'booking out 15 tablets for science',
      'my uncle comes on sunday',
      'a boy in my class has new shoes',
      'someone is filming the school play',
      'i was late, sorry',
    ];
    const added = plain.map((text) => ({ category: 'other', severity: 'low', text }) as const);
    const school = triager({ ...floor, reports: [...floor.reports, ...added] });
    const before = triager(floor);
    const grave = [
      'our head was seen last night by two parents, drunk and messaging students',
      'a boy keeps asking me for nudes',
      'someone is filming in the toilets',
      'my uncle touches me',
      'i took some tablets',
      'someone called me the n word in the group chat',
      'the head is drunk at work',
    ];
    const seen = (triage: typeof before) =>
      grave.map((text) => {
        const { category, severity, route } = triage({ text, reporter: 'staff' });
        return { text, category, severity, tell: route.tell };
      });
    expect(seen(school)).toEqual(seen(before));
  });
});
