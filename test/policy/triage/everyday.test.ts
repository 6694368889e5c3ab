import { describe, expect, it } from 'vitest';
import { floorDesk, linesOf, routeOf } from '../../support/triage.ts';

type Reporter = 'staff' | 'pupil' | 'parent';

// A grave word in a lesson or a training is none in anybody's life. But it takes every word to be everyday: one more,
// and somebody may tell something.
describe('Thanks, praise and plans', () => {
  it.each<[Reporter, string]>([
    ['staff', "I'm planning a lesson on online grooming"],
    ['staff', 'great inset on county lines and extremism'],
    ['staff', 'thanks for the training on self harm and suicide, really useful'],
    ['staff', 'writing an assembly on knife crime for year 9, any slides?'],
    ['parent', 'thank you for the workshop on online safety last week, very informative'],
    ['pupil', 'i loved the assembly on bullying'],
  ])('are told to nobody: %s “%s”', (reporter, text) => {
    const triage = floorDesk.triage({ text, reporter });
    expect([triage.category, triage.severity, routeOf(triage)]).toEqual(['other', 'low', []]);
    expect(linesOf(triage)).not.toEqual([]);
  });

  it.each<[Reporter, string]>([
    ['staff', 'thanks for the training, i want to end it all'],
    ['staff', 'thanks for the training, i need help'],
    ['staff', 'planning a lesson on grooming and a pupil told me it happened to her'],
    ['staff', 'planning a lesson on bullying, mr jones is a bully'],
    ['pupil', 'mr jones is my favourite teacher he touches me'],
    ['pupil', 'thanks for the lesson i am planning suicide'],
    ['pupil', 'loved the assembly on self harm i do that'],
    ['pupil', 'great lesson on self harm it was me'],
    ['pupil', 'my favourite lesson was on abuse i have it at home'],
    ['parent', 'thank you for the workshop on online safety, she sent him pictures'],
  ])('are a report with a single word beside: %s “%s”', (reporter, text) => {
    expect(routeOf(floorDesk.triage({ text, reporter }))).not.toEqual([]);
  });

  it('are no such thing where somebody is said to be meant, or to be in danger', () => {
    const text = 'great lesson on grooming';
    expect(routeOf(floorDesk.triage({ text, reporter: 'pupil', about: 'staff' }))).not.toEqual([]);
    expect(floorDesk.triage({ text, reporter: 'pupil', danger: true }).severity).toBe('immediate');
  });

  it('of a teacher reach no LADO', () => {
    const triage = floorDesk.triage({ text: 'mr jones is my favourite teacher', reporter: 'pupil' });
    expect(triage.severity).toBe('low');
    expect(routeOf(triage)).not.toContain('lado');
  });
});
