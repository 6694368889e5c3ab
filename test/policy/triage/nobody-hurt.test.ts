import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/policy/vocabulary.ts';
import { everyDesk, floorDesk, routeOf } from '../../support/triage.ts';

const small: readonly (readonly [Audience, string])[] = [
  ['staff', 'No one hurt and nobody threatened anyone. y3 keep getting ads for slime shops on the maths game site'],
  ['staff', 'no harm done, the weather site shows ads for holidays. can it be looked at'],
  ['parent', 'not happy with all this laptop homework, shes 6. no ones done anything wrong but can someone ring me'],
  ['parent', 'No complaint, nobody did anything wrong. Could he do his spellings on paper rather than the tablet?'],
  ['parent', 'not a concern, only wondering who sets the filter on the chromebook you lent us'],
  ['pupil', 'not reporting anything nobodys hurt just wondered if impero reads my dms at home'],
  ['pupil', 'nothing wrong just wondering do u read our emails'],
  ['technician', 'TEST from new ipad setup, pls ignore, checking the bot answers. no child involved'],
  ['technician', 'testing after the server move, please ignore. no pupil involved'],
  ['governor', 'Nobody has done anything wrong, I only want to know how the filter is checked each year'],
];

const grave: readonly (readonly [Audience, string])[] = [
  ['staff', 'No one hurt. a y9 had a knife in his bag, he says its for fishing'],
  ['staff', 'nobody is hurt but a man was at the gate asking for lucy by name'],
  ['staff', 'nobody hurt, ads for casino and naked women keep coming up on the maths site in y3'],
  ['staff', 'No one hurt but a parent swore at me at the gate and filmed it'],
  ['staff', 'not a concern really but the head keeps asking a y6 girl to stay behind alone'],
  [
    'parent',
    'no one has done anything wrong but my daughter sent a photo of herself in her bra to a boy, can someone ring me',
  ],
  ['parent', 'nothing bad has happened but she has cuts on her arms and wont say'],
  ['parent', 'no harm done but a stranger on roblox asked my son where he lives'],
  ['parent', 'nobodys hurt. can somebody ring me please its private'],
  ['parent', 'nobody is hurt but something happened on the coach and i would like a call'],
  ['parent', 'no one is in trouble but my girl doesnt want to come to school any more, can someone ring me'],
  ['pupil', 'nobodys hurt just wondered if its ok that my uncle takes pics of me in the bath'],
  ['pupil', 'nobody is hurt i was just wondering if its normal to want to die'],
  ['pupil', 'nobodys hurt just asking what if a teacher texts you at night'],
  ['pupil', 'nothing wrong just wondering can u see if someone sends me pics on snap i dont want'],
  ['pupil', 'nobody is in trouble i just want to know what happens if dad hits you'],
  ['technician', 'TEST pls ignore. also a y5 searched how to hang yourself this morning'],
];

describe('Who says outright that nobody came to harm, and tells of nothing grave', () => {
  it.each(everyDesk().flatMap((desk) => small.map(([who, text]) => [desk.id, who, text, desk] as const)))(
    '%s, %s: alarms nobody by “%s”',
    (_, reporter, text, { triage }) => {
      const result = triage({ text, reporter });
      expect(result.severity).toBe('low');
      for (const role of ['dsl', 'headteacher', 'police']) expect(routeOf(result)).not.toContain(role);
      expect(result.advice.do.join(' ')).toContain('999');
    },
  );

  it('has a person read what a child or a parent asks', () => {
    for (const [reporter, text] of small.filter(([who]) => who === 'pupil' || who === 'parent')) {
      const answers = reporter === 'pupil' ? 'class-teacher' : 'school-administrator';
      expect(floorDesk.triage({ text, reporter }).route.tell).toContain(answers);
    }
  });
});

describe('Who says so and yet tells of more', () => {
  it.each(grave)('is heard by whoever keeps children safe: %s, “%s”', (reporter, text) => {
    const { route } = floorDesk.triage({ text, reporter });
    expect(route.tell.some((role) => role === 'dsl' || role === 'headteacher' || role === 'chair-of-governors')).toBe(
      true,
    );
  });
});
