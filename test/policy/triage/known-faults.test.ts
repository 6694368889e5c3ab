import { describe, expect, it } from 'vitest';
import { everyDesk, floorDesk, linesOf, routeOf } from '../../support/triage.ts';

const desks = new Map(everyDesk().map((desk) => [desk.id, desk]));

describe('What was once taken for something else', () => {
  it.each([
    ['rude video came up by accident on the whiteboard', 'inappropriate-content'],
    ['a porn advert popped up on a cooking site', 'inappropriate-content'],
    ['the class tablets were left in the trolley overnight', 'device-loss'],
    ['my friend took some tablets', 'self-harm'],
    ['he let his mates use his login', 'account-misuse'],
  ])('%s: %s', (text, category) => {
    expect(floorDesk.triage({ text, reporter: 'staff' }).category).toBe(category);
  });

  it('locked-up tablets are devices, not pills', () => {
    const result = floorDesk.triage({ text: 'tablets locked in trolley overnight', reporter: 'staff' });
    expect([result.category, ...result.alsoCategories]).not.toContain('self-harm');
  });

  it('cooking is no choking', () => {
    const result = floorDesk.triage({ text: 'a porn advert popped up on a cooking site', reporter: 'staff' });
    expect([result.severity, routeOf(result)]).toEqual(['medium', expect.not.arrayContaining(['police'])]);
  });
});

describe('What a family says in fun', () => {
  it.each([
    'my brother spent 90 quid of mums money on robux, mum is gonna kill him lol',
    'i cracked the school ipad, my dad will kill me',
  ])('is no threat to life: “%s”', (text) => {
    expect(floorDesk.triage({ text, reporter: 'pupil' }).rules).not.toContain('floor.threat-to-life');
  });

  it.each(['josh said hes going to kill me after school lol', 'my dad said he will kill me', 'he will stab me haha'])(
    'is not what others mean: “%s”',
    (text) => {
      expect(floorDesk.triage({ text, reporter: 'pupil' }).severity).toBe('immediate');
    },
  );
});

describe('Where the headteacher is accused', () => {
  it.each([...desks])('%s sends nobody to the headteacher', (_, { triage }) => {
    const text = 'the head has been messaging a pupil on his own phone, a colleague told me';
    const result = triage({ text, reporter: 'staff', about: 'headteacher' });
    const sentences = linesOf(result).flatMap((line) => line.split(/(?<=[.!?])\s/));
    expect(sentences.filter((one) => /^(?:tell|report|speak).* headteacher/i.test(one))).toEqual([]);
  });
});

describe('Words that alarm nobody', () => {
  it.each(['lol', 'haha', 'ur mum', 'do you tell my mum', 'is it illegal to vape', 'can i smack a child'])(
    '%s: low',
    (text) => {
      const { category, severity } = floorDesk.triage({ text, reporter: 'pupil' });
      expect([category, severity]).toEqual(['other', 'low']);
    },
  );

  it.each([
    ['staff', 'forgot my password again, please could it be reset', 'low'],
    ['staff', 'the usual spam about a parcel, nobody clicked it, binned', 'low'],
    ['pupil', 'someone i dont know sent me a friend request, i said no and blocked it', 'medium'],
    ['staff', 'in the mock phishing test ten people clicked, no harm done', 'low'],
  ] as const)('told by %s: “%s” is %s', (reporter, text, severity) => {
    expect(floorDesk.triage({ text, reporter }).severity).toBe(severity);
  });

  it.each(['someone has my nudes', 'i want to kill myself lol', 'my mum hits me lol'])(
    '%s: still immediate',
    (text) => {
      expect(floorDesk.triage({ text, reporter: 'pupil' }).severity).toBe('immediate');
    },
  );
});

describe('What gets past the filter is no request to open a site', () => {
  it.each(
    everyDesk().flatMap((desk) =>
      [
        'the chromebook you lent us lets him on anything after six, at school its all blocked so why not here',
        '31 blocked tries at the same telegram link on a yr 6 login. could be the big brother',
      ].map((text) => [desk.id, text, desk] as const),
    ),
  )('%s: “%s”', (_, text, { triage }) => {
    const result = triage({ text, reporter: 'parent' });
    expect([result.request, result.severity]).toEqual([undefined, expect.not.stringMatching('low')]);
  });

  it.each(['bbc bitesize is blocked and i need it for my lesson', 'kahoot comes up blocked, can you open it please'])(
    'a request stays one: “%s”',
    (text) => {
      expect(floorDesk.triage({ text, reporter: 'staff' }).request?.title).toBe('Unblock a site');
    },
  );
});

describe('Who has lost somebody', () => {
  it('is told so kindly when the account of the dead is used, and somebody looks who it is', () => {
    const text = 'my brother died in march. his teams says he was active 10 mins ago and yesterday it said typing';
    const result = floorDesk.triage({ text, reporter: 'pupil' });
    expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'it-support']));
    expect(linesOf(result).join(' ')).toContain('I am sorry. It does not sound mad');
  });
});

describe('A child who looked for help and could not reach it', () => {
  const text = 'childline is blocked on the ipads it comes up with the red page. i wasnt being silly i needed it';

  it.each(everyDesk().map((desk) => [desk.id, desk] as const))(
    '%s: is thanked, told the number, and seen',
    (_, desk) => {
      const result = desk.triage({ text, reporter: 'pupil' });
      const lines = linesOf(result).join(' ');
      expect(['immediate', 'high']).toContain(result.severity);
      expect(routeOf(result)).toContain('dsl');
      expect(lines).toContain('It was a good idea to look for help');
      expect(lines).not.toContain('Do not open it again');
    },
  );
});

describe('Who must not find a family is never asked to give anything back', () => {
  const text =
    'the AI notetaker emailed the full transcript to everybody on the invite. Dad was on it before he was taken off. Mums new address was read out';

  it('but the safeguarding lead and the police know at once', () => {
    const result = floorDesk.triage({ text, reporter: 'staff' });
    expect(result.severity).toBe('immediate');
    expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'police']));
    expect(linesOf(result).join(' ')).not.toContain('End a call for everyone');
  });
});

describe('Who writes as somebody who has died', () => {
  it('is not answered, and the child is told so kindly', () => {
    const text = 'my nan died in the summer but she messaged me last nite. she said wheres grandads house key kept';
    const lines = linesOf(floorDesk.triage({ text, reporter: 'pupil' })).join(' ');
    expect(lines).toContain('I am so sorry');
    expect(lines).toContain('Do not answer. Tell them nothing');
  });
});
