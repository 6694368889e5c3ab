import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../src/policy/standing.ts';
import type { AboutKind, InsideRole } from '../../../src/policy/vocabulary.ts';
import { policyNamed } from '../../support/policies.ts';
import { deskOf, everyDesk, floorDesk, linesOf, routeOf } from '../../support/triage.ts';

const reports: readonly (readonly [AboutKind, InsideRole, string])[] = [
  ['headteacher', 'headteacher', 'the headteacher has been messaging a girl in year 9 late at night'],
  ['headteacher', 'headteacher', 'its the head. she keeps texting a boy privately and asks to see him alone'],
  ['dsl', 'dsl', 'our safeguarding lead has a pupil on his own whatsapp and told me to keep quiet'],
  ['dsl', 'deputy-dsl', 'the dsl has been touching a child'],
  ['governor', 'chair-of-governors', 'the chair of governors has been messaging a pupil on instagram'],
  ['governor', 'chair-of-governors', 'a governor is forwarding confidential papers to his own hotmail'],
  ['staff', 'it-support', 'our technician has been reading the teachers emails and joking about it'],
];

const table = everyDesk().flatMap((desk) =>
  reports.map(([about, role, text]) => [desk.id, role, text, about, desk] as const),
);

describe('Whoever is accused never hears of it', () => {
  it.each(table)('%s: not %s when “%s”', (_, role, text, about, { triage }) => {
    for (const reporter of ['staff', 'pupil', 'parent', 'governor'] as const) {
      const result = triage({ text, reporter, about });
      expect(routeOf(result)).not.toContain(role);
      expect(result.route.keptFrom).toContain(role);
      expect(result.route.tell.length).toBeGreaterThan(0);
    }
  });

  it.each(reports.filter(([about]) => about === 'headteacher' || about === 'dsl'))(
    'also where nobody says whom it is about: %s, %s, “%s”',
    (_, role, text) => {
      expect(routeOf(floorDesk.triage({ text, reporter: 'staff' }))).not.toContain(role);
    },
  );

  it('nobody is sent to the accused by a line of advice', () => {
    const about = 'dsl' as const;
    const result = floorDesk.triage({
      text: 'the safeguarding lead sent a naked picture to a girl',
      reporter: 'staff',
      about,
    });
    expect(
      linesOf(result).filter((line) => /\b(?:tell|ring|report it to) the designated safeguarding lead/i.test(line)),
    ).toEqual([]);
  });

  it('about the headteacher, the LADO is a next step', () => {
    const [, , text = ''] = reports[0] ?? [];
    expect(routeOf(floorDesk.triage({ text, reporter: 'staff' }))).toEqual(
      expect.arrayContaining(['chair-of-governors', 'lado']),
    );
  });
});

describe('Whoever says who they are does not accuse themself', () => {
  const text = 'the TA took pics of reception on her own mobile, she didnt ask first';

  it.each(['I am the head, ', 'im the headteacher here. ', 'i am the head and '])('%s', (self) => {
    const { accused, route } = floorDesk.triage({ text: `${self}${text}`, reporter: 'staff', about: 'staff' });
    expect(accused).toEqual(['staff']);
    expect(route.tell).toContain('headteacher');
  });

  it('and may still accuse another of the same post', () => {
    const told = 'i am the headteacher of the infants, the headteacher of the juniors is messaging a pupil';
    expect(floorDesk.triage({ text: told, reporter: 'staff' }).accused).toContain('headteacher');
  });
});

describe('A teacher who is spoken of by the way', () => {
  it('is accused of nothing where others mock her', () => {
    const text = 'some1 set up an insta called our school confessions n puts that miss is a witch. miss was crying';
    const { accused, route } = policyNamed('lbbd').triage({ text, reporter: 'pupil', about: 'unknown' });
    expect(accused).toEqual([]);
    expect(route.outside).toEqual([]);
    expect(route.tell).toContain('esafety-lead');
  });
});

describe('Nobody is accused', () => {
  it.each([
    'one of my y11s followed my insta, not replied',
    'the head emailed me to buy amazon gift cards, but the address is fake',
  ])('by “%s”', (text) => {
    expect(floorDesk.triage({ text, reporter: 'staff' }).accused).toEqual([]);
  });

  it.each([
    ['a boy says sir followed me on insta and keeps texting me', 'staff'],
    ['my mum knows that sir friend requested me and messages me', 'staff'],
    ['the headteacher gave my daughter a gift card and asked her to keep it between them', 'headteacher'],
    ['the headteacher emailed my daughter a gift card at night', 'headteacher'],
    ['she is claiming the headteacher touched her', 'headteacher'],
  ] as const)('but an adult is by “%s”', (text, kind) => {
    expect(floorDesk.triage({ text, reporter: 'parent', about: kind }).accused).toContain(kind);
  });
});

describe('One person with two roles hears of it under neither', () => {
  const { pack } = floorDesk;
  const { dsl, headteacher, 'data-protection': data } = pack.contacts;
  if (!dsl || !headteacher || !data) throw new Error('the floor lacks a role');

  const together: Pack = {
    ...pack,
    contacts: {
      ...pack.contacts,
      dsl: { ...dsl, heldBy: 'headteacher' },
      'data-protection': { ...data, heldBy: 'dsl' },
    },
  };
  const { triage } = deskOf(together);

  it.each(['headteacher', 'dsl'] as const)('about %s', (about) => {
    const text = 'messages a pupil late at night and sends naked pictures';
    const route = routeOf(triage({ text: `the ${about} ${text}`, reporter: 'staff', about }));
    expect(route).not.toContain('headteacher');
    expect(route).not.toContain('dsl');
    expect(route).not.toContain('data-protection');
    expect(route).toContain('chair-of-governors');
  });

  it('and is named by both when told', () => {
    const route = routeOf(triage({ text: 'i emailed a pupils report to the wrong parent', reporter: 'staff' }));
    expect(route).toEqual(expect.arrayContaining(['data-protection', 'headteacher']));
  });
});

describe('A member of staff to whom it was done accuses nobody at school', () => {
  it.each([
    'nasty comments about our science teacher on the schools twitter page',
    'pupils made a fake account of a teacher',
    'parents are slagging off teachers on facebook',
  ])('%s', (text) => {
    expect(floorDesk.triage({ text, reporter: 'staff', about: 'staff' }).accused).toEqual([]);
  });
});

describe('What an adult at school did is kept from that adult, also where nobody said whom it is about', () => {
  it.each([
    ['pupil', 'Mr Jones showed our class a porn clip on his laptop', 'headteacher'],
    ['staff', 'saw the ICT teacher watching naked women on the staffroom pc', 'headteacher'],
    ['technician', 'the deputy head downloads cracked films on the school server', 'headteacher'],
    ['pupil', 'our teacher calls ahmed a terrorist in lessons', 'headteacher'],
    ['staff', 'the headteacher has been placing bets on his school laptop in meetings', 'chair-of-governors'],
  ] as const)('a %s: “%s”', (reporter, text, first) => {
    const { accused, route } = floorDesk.triage({ text, reporter });
    expect(accused).not.toEqual([]);
    expect(route.tell[0]).toBe(first);
    expect(route.tell).not.toContain('esafety-lead');
    expect(route.keptFrom).toContain('reported-person');
  });
});

describe('Whoever is accused under the school’s own title for a post never hears of it', () => {
  const dsl = { ...floorDesk.pack.contacts.dsl, title: 'Deputy Head (safeguarding)', knownAs: ['mr b'] };
  const contacts = { ...floorDesk.pack.contacts, dsl } as Pack['contacts'];
  const { triage } = deskOf({ ...floorDesk.pack, contacts });

  it.each([
    'the deputy head made a fake account to laugh at a pupil',
    'the deputy head calls me names in the class chat',
    'the deputy head keeps messaging a girl in y9',
    'mr b keeps messaging me on snap',
    'the deputy head is mean to me and calls me thick',
    'my daughter came home in tears because the deputy head shouted at her',
    'the deputy head ignored what my daughter told her about the nudes',
  ])('not the safeguarding lead: %s', (text) => {
    const result = triage({ text, reporter: 'staff' });
    expect(result.route.keptFrom).toEqual(expect.arrayContaining(['dsl', 'deputy-dsl']));
    expect(routeOf(result)).not.toContain('dsl');
  });

  it('but who only told of it does', () => {
    const text = 'i told the deputy head that a boy made a fake account to laugh at a pupil';
    expect(routeOf(triage({ text, reporter: 'staff' }))).toContain('dsl');
  });
});

describe('Unkind deeds of an adult at school', () => {
  it.each([
    ['headteacher', 'the headteacher made a fake account to laugh at a pupil'],
    ['dsl', 'the dsl laughed at me in the class chat'],
    ['esafety-lead', 'the online safety coordinator laughed at my son in class'],
  ] as const)('are kept from %s: %s', (role, text) => {
    expect(routeOf(floorDesk.triage({ text, reporter: 'parent' }))).not.toContain(role);
  });

  it.each([
    'the dsl called me a minute ago, a pupil has taken an overdose',
    'dsl called me a few minutes ago about a boy who has a knife',
    'the dsl started a video call with the girl who is cutting herself',
    'the dsl made a list of who saw the nude',
    'a pupil made a fake account to laugh at the dsl',
    'the dsl asked me to log that a boy made a fake account to laugh at a pupil',
  ])('are not heard in: %s', (text) => {
    expect(routeOf(floorDesk.triage({ text, reporter: 'staff' }))).toContain('dsl');
  });
});
