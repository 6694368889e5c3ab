import { describe, expect, it } from 'vitest';
import { everyDesk, floorDesk, routeOf } from '../../support/triage.ts';

describe('Whoever is accused hears nothing of it, though nobody says whom it is about', () => {
  const deeds = [
    ['headteacher', 'the headteacher has indecent images of children on his laptop'],
    ['headteacher', 'the headteacher has a nude of a sixth former'],
    ['headteacher', 'The headteacher said Muslims should go home'],
    ['headteacher', 'head put his hand on a pupils leg'],
    ['headteacher', 'there is child abuse material in the headteachers onedrive'],
    ['headteacher', "I found porn on the headteacher's laptop"],
    ['dsl', 'the DSL looks at indecent images'],
    ['dsl', 'the DSL has nudes on her phone'],
    ['dsl', "child abuse images on the DSL's laptop"],
  ] as const;
  const table = everyDesk().flatMap((desk) => deeds.map(([role, text]) => [desk.id, role, text, desk] as const));

  it.each(table)('%s: not the %s of “%s”', (_, role, text, { triage }) => {
    const result = triage({ text, reporter: 'staff' });
    expect(routeOf(result)).not.toContain(role);
    expect(routeOf(result)).toContain('lado');
    expect(result.route.tell.length).toBeGreaterThan(0);
  });

  it.each([
    'a teacher has indecent images of children on his laptop',
    'the caretaker has a USB with child images on it',
    'i saw the caretaker taking pictures under the toilet door',
  ])('the LADO hears of “%s”', (text) => {
    expect(routeOf(floorDesk.triage({ text, reporter: 'staff' }))).toContain('lado');
  });

  it.each([
    "a pupil put porn on the head's laptop for a laugh",
    'the head has the phone with the nudes on it, a pupil handed it in',
  ])('to whom it was done, or who keeps it, is not accused: “%s”', (text) => {
    expect(floorDesk.triage({ text, reporter: 'staff' }).accused).not.toContain('headteacher');
  });
});

describe('Who had it written is not accused', () => {
  it.each([
    ['the dsl asked me to write this up: Mia in y4 told me her brother kicks her', 'immediate'],
    ['Logging for the DSL: Leo had a bruise on his arm', 'immediate'],
    ['The DSL has asked me to log that Aisha said she feels sad', 'medium'],
  ])('“%s”', (text, severity) => {
    const result = floorDesk.triage({ text, reporter: 'staff' });
    expect(result.accused).toEqual([]);
    expect(result.route.tell).toContain('dsl');
    expect(result.severity).toBe(severity);
  });

  it.each([
    'the head told me to log that nothing happened when he grabbed a boy',
    'the dsl told me to keep quiet about the messages she sent a pupil',
  ])('who has it hushed up is: “%s”', (text) => {
    expect(floorDesk.triage({ text, reporter: 'staff' }).accused.length).toBeGreaterThan(0);
  });
});

describe('Who owns up and says that it is about staff means themself', () => {
  it('“my own daft fault”', () => {
    const text = 'I typed it into the big screen without thinking and the class got an eyeful. My own daft fault';
    const result = floorDesk.triage({ text, reporter: 'staff', about: 'staff' });
    expect(result).toMatchObject({ category: 'inappropriate-content', accused: [] });
    expect(routeOf(result)).not.toContain('lado');
  });
});

describe('What was reported before and left undone', () => {
  it.each([
    'nothing has happened since I reported the neglect in March',
    "I reported to the dsl three times about Kayleigh's bruises and nothing has happened",
    'I raised concerns about Kayleigh three times and nothing has happened',
  ])('is heard the same day: “%s”', (text) => {
    const result = floorDesk.triage({ text, reporter: 'staff' });
    expect(['immediate', 'high']).toContain(result.severity);
    expect(result.rules).toContain('floor.left-undone');
  });
});
