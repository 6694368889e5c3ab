import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/policy/vocabulary.ts';
import { everyDesk, floorDesk, linesOf, routeOf } from '../../support/triage.ts';

const innocent: readonly (readonly [Audience, string])[] = [
  ['staff', "monitoring flagged one of mine for 'how to kill', i was sat behind him, it was slugs for the garden club"],
  ['staff', 'False alarm, it flagged a y2 for how to make a bomb. bath bombs for the fair, its on my planning'],
  ['staff', "Senso pinged on 'Scunthorpe', its just the name of a town they are doing in geography"],
  ['staff', "got an alert about 'knife skills' from a y8 login, was the food tech recipe i gave them"],
  ['staff', "impero flagged a y10 for 'arsenic symptoms', it's for the agatha christie essay i set on monday"],
  [
    'technician',
    "smoothwall hit, y9 login, 'how to make a molotov'. checked with the class teacher, she set it for history",
  ],
  ['governor', 'the keyword alert in the report was for a play, the drama teacher set it and it is in the plan'],
];

const open: readonly (readonly [Audience, string])[] = [
  ['staff', "parent has posted that i 'hit kids and drink at lunch', none of its true, my name and photo, 60 comments"],
  ['staff', "impero flagged 'how to make a pipe bomb' on a y9 login, he says its for his history coursework"],
  ['staff', "monitoring flagged 'how to kill myself' for a y8, I was sat next to her and it was for a story"],
  ['staff', 'senso flagged a y10 looking up machetes, probably food tech but not sure'],
  ['staff', 'flagged for how to make a bomb. it was for science homework but then he searched the school floor plan'],
  ['staff', "alert for 'join isis' on y11 login, its on the plan, RE lesson"],
  [
    'staff',
    'impero flagged hate words, i was stood behind him when he typed monkey at the only black girl, it was meant',
  ],
  [
    'technician',
    "monitoring flagged 'how to kill my sister' on y8 login, its her drama script, checked with the teacher",
  ],
  ['technician', "smoothwall flagged the caretaker's login, 'teen pics', he says it was for a project"],
  ['pupil', 'the monitoring flagged me for bomb, it was for my history homework'],
];

describe('A hit of monitoring that an adult at school explains', () => {
  it.each(everyDesk().flatMap((desk) => innocent.map(([who, text]) => [desk.id, who, text, desk] as const)))(
    '%s, %s: is a small note without police, “%s”',
    (_, reporter, text, { triage }) => {
      const result = triage({ text, reporter });
      expect([result.category, result.severity]).toEqual(['filtering-issue', 'low']);
      expect(result.route.outside).toEqual([]);
      expect(routeOf(result)).toContain('dsl');
      expect(linesOf(result).join(' ')).toMatch(/short note.*A person still closes it.*not told off/);
    },
  );

  it.each(open)('is not explained by less: %s, “%s”', (reporter, text) => {
    expect(floorDesk.triage({ text, reporter }).rules.join()).not.toContain('innocent-hit');
  });

  it('is heard in full where whoever tells says that somebody is in danger, or that it is about an adult', () => {
    const [, text] = innocent[1] ?? ['staff', ''];
    for (const more of [{ danger: true }, { about: 'staff' as const }]) {
      expect(floorDesk.triage({ text, reporter: 'staff', ...more }).rules.join()).not.toContain('innocent-hit');
    }
  });
});
