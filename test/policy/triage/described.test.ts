import { describe, expect, it } from 'vitest';
import type { AboutKind, Audience, InsideRole } from '../../../src/policy/vocabulary.ts';
import { policyNamed } from '../../support/policies.ts';
import { everyDesk, floorDesk, routeOf } from '../../support/triage.ts';

const described: readonly (readonly [InsideRole, Audience, AboutKind, string])[] = [
  [
    'esafety-lead',
    'governor',
    'staff',
    'The lady who runs e-safety is using a login of someone who left to get into pupil records',
  ],
  ['esafety-lead', 'staff', 'staff', 'the woman in charge of online safety has been texting a year 6 boy at night'],
  ['it-support', 'parent', 'staff', 'the bloke that sorts the schools computers keeps messaging my daughter on insta'],
  ['it-support', 'staff', 'staff', 'our IT bloke is reading the teachers emails'],
  [
    'data-protection',
    'staff',
    'staff',
    'the person responsible for data protection emailed the whole sen list to her husband',
  ],
  ['dsl', 'staff', 'staff', 'the woman who looks after safeguarding has a kid on her own whatsapp'],
  ['head-of-house', 'pupil', 'staff', 'the year 8 head keeps asking for my snap'],
  ['head-of-faculty', 'staff', 'staff', 'the head of maths keeps texting a y11 girl'],
  ['school-administrator', 'parent', 'staff', 'the lady in the office put my address on facebook'],
  ['chair-of-governors', 'staff', 'staff', 'the guy who chairs the governors keeps messaging a y10 girl'],
  ['headteacher', 'staff', 'unknown', 'my boss has been messaging a girl in year 6 on snapchat'],
  ['headteacher', 'staff', 'unknown', 'the head is drunk at work'],
  ['headteacher', 'staff', 'unknown', 'our head was seen last night by two parents, drunk and messaging students'],
  ['headteacher', 'staff', 'unknown', 'the head told me to keep quiet about a ta who was drunk'],
  ['headteacher', 'staff', 'unknown', 'the head asked me to put a camera in the girls changing room'],
  ['headteacher', 'technician', 'unknown', 'the head asked me to log in as a pupil and delete messages'],
  ['headteacher', 'staff', 'unknown', 'the headteacher told us to backdate the safeguarding log'],
  ['headteacher', 'staff', 'staff', 'the head wants me to put pressure on a girl to withdraw what she said'],
  ['headteacher', 'pupil', 'unknown', 'the head came to my house when i was alone and gave me presents'],
];

describe('Whoever is accused never hears of it, also where they are described', () => {
  it.each(everyDesk().flatMap((desk) => described.map((one) => [desk.id, ...one, desk] as const)))(
    '%s: not %s, told by %s of %s: “%s”',
    (_, role, reporter, about, text, { triage }) => {
      const result = triage({ text, reporter, about });
      expect(routeOf(result)).not.toContain(role);
      expect(result.route.keptFrom).toContain(role);
      expect(result.route.tell.length).toBeGreaterThan(0);
    },
  );

  it('at a school that gives the post to somebody else, by their title', () => {
    const text = 'the assistant head posted pictures of my son on his own facebook';
    const { route } = policyNamed('all-saints').triage({ text, reporter: 'parent', about: 'staff' });
    expect(route.keptFrom).toContain('esafety-lead');
  });
});

describe('Who is named and did nothing', () => {
  it.each([
    ['it-support', 'staff', 'staff', 'lost my usb stick, the man who does our computers is wiping it'],
    [
      'esafety-lead',
      'parent',
      'staff',
      'the football coach messaged my son at night, i have told the lady who runs e-safety',
    ],
    ['headteacher', 'staff', 'staff', 'my boss asked me to report this: a ta has been texting a pupil'],
    ['headteacher', 'staff', 'staff', 'the head asked me to report that a ta has been drunk at work'],
    ['headteacher', 'staff', 'staff', 'i told the head that a ta came in drunk'],
    ['headteacher', 'staff', 'unknown', 'the headteacher told us to get rid of the old laptops and one is gone'],
    ['headteacher', 'parent', 'staff', 'the head of year has been messaging my daughter on snapchat at night'],
    ['headteacher', 'parent', 'unknown', 'my boss keeps messaging my daughter on snapchat'],
  ] as const)('is not kept out: %s', (role, reporter, about, text) => {
    expect(floorDesk.triage({ text, reporter, about }).route.keptFrom).not.toContain(role);
  });
});
