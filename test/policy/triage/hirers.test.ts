import { describe, expect, it } from 'vitest';
import { everyDesk, routeOf } from '../../support/triage.ts';

const left = [
  'The martial arts people who hire our hall left a tablet, there were indecent pictures of children on the screen',
  'Saturday hire lot left papers in the printer. Cartoons, but little kids with nowt on doing things to grown ups.',
];

describe('What somebody who hires the school left behind', () => {
  it.each(everyDesk().flatMap((desk) => left.map((text) => [desk.id, text, desk] as const)))(
    '%s: goes to the police and the LADO, and is not given back: “%s”',
    (_, text, { triage }) => {
      const result = triage({ text, reporter: 'staff' });
      expect(result.severity).toBe('immediate');
      expect(routeOf(result)).toEqual(expect.arrayContaining(['headteacher', 'police', 'lado']));
      expect(result.advice.dont.join(' ')).toContain('Do not give it back');
    },
  );
});
