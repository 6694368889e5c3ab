import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/policy/vocabulary.ts';
import { everyDesk, floorDesk, linesOf, routeOf } from '../../support/triage.ts';

const grave: readonly (readonly [Audience, string])[] = [
  ['staff', 'someone has climbed over the fence and is walking across the playground'],
  ['pupil', 'a man has climbed over the school gate'],
  ['staff', 'the dad who is banned from site is at the gate'],
  ['staff', 'a lady got in the building behind another parent and nobody knows who she is'],
  ['staff', 'a child has run out of the gate'],
  ['staff', 'we cannot find a y2 child since lunch'],
  ['staff', 'we have lost a child on the trip'],
  ['staff', 'a pupil absconded from the sports day'],
  ['staff', 'a child has run out of the gate after his dog'],
  ['pupil', 'strange man in the toilets at school i am in the cubicle'],
  ['parent', 'someone else is trying to collect my child, she rang the office pretending to be me'],
  ['pupil', 'there is a knife on the floor in the corridor'],
  ['staff', 'mum was slurring at pick up and drove off with all three in the car'],
];

const small: readonly (readonly [Audience, string])[] = [
  ['staff', 'two y6 boys climbed over the fence to get the ball'],
  ['staff', 'a man came into the playground to mend the fence'],
  ['staff', 'what do we do if a child runs out of the gate'],
  ['governor', 'are banned parents allowed in reception'],
  ['parent', 'can my sister collect my daughter today'],
  ['staff', 'plastic knife on the floor of the playground from the picnic'],
  ['staff', 'the school trip has left without lunch'],
  ['staff', 'ran out of school printer paper'],
  ['staff', 'i cant find the child protection policy'],
  ['staff', 'someone climbed over the fence to get their football back'],
  ['staff', 'a lady in the office doesnt know how to log in'],
  ['parent', 'my son ran out of school happy today'],
  ['staff', 'assembly on drink driving tomorrow, need the projector'],
];

describe('Who comes onto the site, who leaves it, and what lies about there', () => {
  it.each(everyDesk().flatMap((desk) => grave.map((one) => [desk.id, ...one, desk] as const)))(
    '%s: is heard at once, told by %s: “%s”',
    (_, reporter, text, { triage }) => {
      const result = triage({ text, reporter });
      expect(result.severity).toBe('immediate');
      expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'headteacher', 'police']));
    },
  );

  it.each(small)('rings for nothing small, told by %s: “%s”', (reporter, text) => {
    expect(routeOf(floorDesk.triage({ text, reporter }))).not.toContain('police');
  });

  it('tells whoever rings 999 for a child who has run off nothing that holds them up', () => {
    const lines = linesOf(floorDesk.triage({ text: 'a child has run out of the gate', reporter: 'staff' })).join(' ');
    expect(lines).toContain('while somebody rings 999');
    expect(lines).not.toContain('Do not ring home');
  });
});
