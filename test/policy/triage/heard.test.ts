import { describe, expect, it } from 'vitest';
import { policyNamed } from '../../support/policies.ts';
import { floorDesk, handlerLines, linesOf, routeOf } from '../../support/triage.ts';

const allegation = /Do not speak with the person|before anybody is questioned/;

describe('An adult at school to whom it was done, or who only tells of it, is accused of nothing', () => {
  it('by a pupil who wrote to them', () => {
    const text = 'kid from my tutor group has found my private insta and dmd me hiya sir. not replied';
    const result = policyNamed('chipping-sodbury').triage({ text, reporter: 'staff', about: 'pupil' });
    expect(result.accused).toEqual([]);
    expect(routeOf(result)).not.toContain('lado');
    expect([...linesOf(result), ...handlerLines(result)].filter((line) => allegation.test(line))).toEqual([]);
  });

  it('by a scam in the name of the headteacher, who is asked whether it is real', () => {
    const text = "the 'head' emailed asking me to get apple vouchers for a surprise, i did 3x 50 and it made me log in";
    const result = floorDesk.triage({ text, reporter: 'staff', about: 'unknown' });
    expect(result).toMatchObject({ category: 'phishing-scam', accused: [] });
    expect(routeOf(result)).toEqual(expect.arrayContaining(['it-support', 'headteacher']));
    expect(routeOf(result)).not.toContain('lado');
  });
});

describe('A slip of a colleague is the headteacher’s to hear of, and no allegation', () => {
  const text = 'supply went off with a plain stick with 6 childrens care plans on it, shes not picking up';
  const result = floorDesk.triage({ text, reporter: 'staff', about: 'staff' });

  it('so no LADO is rung', () => {
    expect(result.accused).toEqual(['staff']);
    expect(routeOf(result)).toEqual(expect.arrayContaining(['headteacher', 'data-protection']));
    expect(routeOf(result)).not.toContain('lado');
  });

  it('and they may be asked for what they have', () => {
    expect(linesOf(result).filter((line) => allegation.test(line))).toEqual([]);
  });
});

describe('An allegation', () => {
  it('sends the reporter to the headteacher alone, and to nobody who could warn the person', () => {
    const text = 'sexual cartoons of children on the staffroom pc, logged in as the site manager with his password';
    const said = linesOf(floorDesk.triage({ text, reporter: 'staff', about: 'staff' })).join('\n');
    expect(said).toMatch(/headteacher/i);
    expect(said).not.toMatch(/(?:tell|ring) IT support|password changed|check what was seen/i);
  });

  it('about the headteacher is told to the chair of governors once', () => {
    const text = 'the head has been texting a y6 girl at night and calling her gorgeous';
    const { advice } = floorDesk.triage({ text, reporter: 'staff', about: 'headteacher' });
    expect(advice.do.filter((line) => /^Tell the chair of governors/.test(line))).toHaveLength(1);
  });

  it('is what is spoken of where there are other matters in it', () => {
    const text = 'my son says his teacher snapchats him every night and the other kids are mean to him about it';
    const { advice, handling } = floorDesk.triage({ text, reporter: 'parent', about: 'staff' });
    expect([...advice.do, ...handlerLines({ handling })].join('\n')).not.toMatch(
      /block the sender|speak with the target first/i,
    );
  });
});

describe('An adult who visits or hires the school', () => {
  it.each([
    ['the club man who hires your hall added my daughter on insta and asks for pics', 'parent'],
    ['the football coach that comes on tuesdays says we have a secret, he video calls me', 'pupil'],
  ] as const)('is an adult who works with children: %s', (text, reporter) => {
    const result = floorDesk.triage({ text, reporter, about: 'stranger-adult' });
    expect(routeOf(result)).toEqual(expect.arrayContaining(['headteacher', 'lado']));
    expect(handlerLines(result).join('\n')).toMatch(/stop the hire, the club or the visits/i);
  });

  it('while a stranger met in a game is none', () => {
    const text = 'a man he met on a game keeps messaging my son on discord and asks for pics';
    expect(routeOf(floorDesk.triage({ text, reporter: 'parent', about: 'stranger-adult' }))).not.toContain('lado');
  });
});
