import { describe, expect, it } from 'vitest';
import { everyDesk, floorDesk, routeOf } from '../../support/triage.ts';

const found = [
  'we moved here to get away from his father and the new watch shows the map on his phone',
  'we are in a safe place hes not supposed to find. hes sat in his car across the road right now',
  'nobody is supposed to know which school we are at and his dad has put an app on the tablet',
];

describe('A family that hides and may have been found', () => {
  it.each(everyDesk().flatMap((desk) => found.map((text) => [desk.id, text, desk] as const)))(
    '%s: has the police and the safeguarding lead now, and nobody is told at home: “%s”',
    (_, text, { triage }) => {
      const result = triage({ text, reporter: 'parent' });
      expect(result.severity).toBe('immediate');
      expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'police']));
      expect(result.route.keptFrom).toContain('parents');
    },
  );

  it.each([
    'can i have the map of the school please, we moved here in may',
    'the year 6 topic is refugees, they know about the map on the website',
    'nobody was supposed to know about the birthday so please take the photo down',
  ])('is not heard in “%s”', (text) => {
    expect(routeOf(floorDesk.triage({ text, reporter: 'parent' }))).not.toContain('police');
  });
});
