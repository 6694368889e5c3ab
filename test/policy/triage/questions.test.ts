import { describe, expect, it } from 'vitest';
import { everyDesk, floorDesk, routeOf } from '../../support/triage.ts';

const asked = 'nothing has happened, i only want to know if i can use my own phone to photo the y2 trip';

describe('Somebody who works here and only asks', () => {
  it.each(everyDesk().map((desk) => [desk.id, desk] as const))('%s: alarms nobody, and is told so', (_, { triage }) => {
    const result = triage({ text: asked, reporter: 'staff' });
    expect(routeOf(result)).toEqual([]);
    expect(result.severity).toBe('low');
    expect(result.advice.do.join(' ')).toContain('noted as a question');
    expect(result.advice.do.join(' ')).not.toContain('sign it');
  });

  it('is told what the policy says of own phones', () => {
    const said = everyDesk().map(({ id, triage }) => [id, triage({ text: asked, reporter: 'staff' }).advice.do[0]]);
    expect(Object.fromEntries(said).lbbd).toContain('No: staff do not take pictures of pupils');
    expect(Object.fromEntries(said).miserden).toContain('within 24 hours');
  });

  it.each([
    ['only wondering if its normal that he cuts his arms when hes sad', 'parent'],
    ['nothing has happened yet but a man online wants to meet my daughter on saturday', 'parent'],
    ['just wondering if it matters that the TA texts a pupil at night', 'staff'],
    ['only wondering if someone can help me i feel sad', 'pupil'],
    ['nothing happened yet but only wondering what to do if her dad turns up at school', 'parent'],
  ] as const)('is heard by a person where it is more than a question: %s', (text, reporter) => {
    expect(floorDesk.triage({ text, reporter }).route.tell.length).toBeGreaterThan(0);
  });
});
