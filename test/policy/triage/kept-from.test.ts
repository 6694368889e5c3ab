import { describe, expect, it } from 'vitest';
import type { AboutKind, Audience, KeptFrom } from '../../../src/policy/vocabulary.ts';
import { everyDesk, linesOf, routeOf } from '../../support/triage.ts';

type Told = readonly [Audience, AboutKind | undefined, string, readonly KeptFrom[]];

const accused: readonly Told[] = [
  [
    'technician',
    'staff',
    "logs show the e-safety lead's login on pupil records from her partner's work pc at night",
    ['esafety-lead'],
  ],
  ['technician', 'staff', 'the online safety lead has switched the filter off for her own login', ['esafety-lead']],
  [
    'staff',
    'staff',
    'found out that the data protection officer keeps pupil reports on a private stick',
    ['data-protection'],
  ],
  ['staff', 'staff', "late on friday the network manager read everyone's mailbox for fun", ['it-support']],
  ['staff', undefined, 'our technician has been reading the teachers emails and joking about it', ['it-support']],
  [
    'governor',
    'governor',
    'a parent governor forwards confidential pupil papers to his own hotmail',
    ['chair-of-governors'],
  ],
  ['governor', undefined, 'the chair of governors has been messaging a pupil on instagram', ['chair-of-governors']],
  ['staff', undefined, 'the head has been texting a year 9 girl at night', ['headteacher']],
  ['parent', 'headteacher', 'he messages my daughter late at night', ['headteacher']],
  ['parent', 'dsl', 'she laughed at my son and told the whole pub what he had said', ['dsl']],
  ['pupil', 'dsl', 'the safeguarding lead keeps hugging me and texts me', ['dsl']],
];

const atHome: readonly (readonly [Audience, string])[] = [
  ['pupil', 'my dad hits me when he is drunk'],
  ['staff', 'a boy says his stepdad films him in the shower'],
  ['pupil', 'my uncle asks me for pics with no top on'],
  ['staff', 'jonah cant go home as his stepdad said hed do his other arm'],
];

const harmless: readonly (readonly [Audience, string])[] = [
  ['pupil', 'yo is this bot even working lol testing testing 123 my m8 reckons u cant spell'],
  ['pupil', 'is this thing working? testing 123'],
  ['staff', 'test test pls ignore, just checking the form works'],
  ['technician', 'testing testing, just checking the bot posts to the right place'],
  ['staff', 'no incident! we did a role play on strangers asking for photos, if monitoring pings thats why'],
  ['parent', 'how do i set up parental controls on the chromebook you lent us'],
  ['parent', 'i only want to know how long year 7s are meant to be on laptops for homework'],
];

const desks = everyDesk();
const table = <T extends readonly unknown[]>(rows: readonly T[]) =>
  desks.flatMap((desk) => rows.map((row) => [desk.id, row, desk] as const));

describe('Whoever it is about is not told, in whatever words it is said', () => {
  it.each(table(accused))('%s: %j', (_, [reporter, about, text, kept], { triage }) => {
    const result = triage({ text, reporter, about });
    expect(result.route.keptFrom).toEqual(expect.arrayContaining([...kept, 'reported-person']));
    for (const role of kept) expect(routeOf(result)).not.toContain(role);
    expect(result.route.tell.length).toBeGreaterThan(0);
  });

  it.each(
    table(
      [
        'i told the e-safety lead that a boy logs in as another boy',
        'our technician emailed the online safety lead about a boy who logs in as another boy',
      ].map((text) => [text] as const),
    ),
  )('%s: but whoever was told of it may be, “%s”', (_, [text], { triage }) => {
    expect(triage({ text, reporter: 'staff', about: 'pupil' }).route.keptFrom).not.toContain('esafety-lead');
  });
});

describe('Parents hear nothing where somebody at home is suspected', () => {
  it.each(table(atHome))('%s: %j', (_, [reporter, text], { triage }) => {
    expect(triage({ text, reporter }).handling.parents.hold).toBe(true);
  });
});

describe('A test, a planned lesson or a question alarms nobody', () => {
  it.each(table(harmless))('%s: %j', (_, [reporter, text], { triage }) => {
    const result = triage({ text, reporter });
    expect(result.severity).toBe('low');
    expect(routeOf(result).filter((role) => !['school-administrator', 'headteacher'].includes(role))).toEqual([]);
  });

  it.each(
    table(
      [
        'is this working? testing 123 my dad hits me',
        'testing testing is anyone there. i dont want to be here anymore',
        'is this even working lol, someone is sending me nudes',
      ].map((text) => [text] as const),
    ),
  )('%s: but not where a child says more, “%s”', (_, [text], { triage }) => {
    expect(triage({ text, reporter: 'pupil' }).route.tell).not.toEqual([]);
  });

  it.each(table(['no incident logged yet, but a stranger asked a y6 girl for photos'].map((text) => [text] as const)))(
    '%s: nor where it happened, “%s”',
    (_, [text], { triage }) => {
      expect(triage({ text, reporter: 'staff' }).route.tell).not.toEqual([]);
    },
  );
});

describe('Several things in one report', () => {
  const text =
    'three things: printer is broken, someone downloaded a cracked fifa on the pcs, and a boy cant go home as his stepdad hits him';

  it.each(table([[text] as const]))('%s: the gravest first, then who deals with the rest', (_, [told], { triage }) => {
    const result = triage({ text: told, reporter: 'staff' });
    const lines = linesOf(result);
    const at = (words: RegExp) => lines.findIndex((line) => words.test(line));
    expect(result.severity).toBe('immediate');
    expect(at(/999/)).toBeLessThan(at(/wrote of several things/));
    expect(at(/wrote of several things/)).toBeGreaterThan(-1);
    expect(at(/copied or installed/)).toBeGreaterThan(-1);
    expect(at(/When in doubt/)).toBe(-1);
  });

  it.each(table([['1) ipad 4 has a cracked screen 2) a girl has fresh cuts on her arm'] as const]))(
    '%s: also where they are numbered',
    (_, [told], { triage }) => {
      expect(triage({ text: told, reporter: 'staff' }).reads).toContain('several');
    },
  );
});
