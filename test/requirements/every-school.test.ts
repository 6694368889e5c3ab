import { describe, expect, it } from 'vitest';
import { categories } from '../../src/domain/filing.ts';
import { adviceAudiences, fourCs } from '../../src/policy/vocabulary.ts';
import { everyDesk, floorDesk, handlerLines, linesOf, routeOf } from '../support/triage.ts';

const desks = everyDesk();
const schools = desks.map((desk) => [desk.id, desk] as const);
const childProtection = [
  'nudes-semi-nudes',
  'grooming-contact',
  'child-abuse-imagery',
  'self-harm',
  'extremism',
] as const;

const betweenPupils = [
  ['staff', 'year 8 girls have made a hate account about another girl on instagram'],
  ['staff', 'two lads keep calling a boy names on fortnite'],
  ['pupil', 'someone keeps sending me horrible messages on snapchat'],
  ['parent', 'my daughter is being bullied on whatsapp by kids in her class'],
  ['parent', 'my son is accused of bullying a boy in the group chat'],
] as const;

describe('At every school', () => {
  it.each(schools)('%s: the safeguarding lead is told of all child protection, and of what is in doubt', (_, desk) => {
    for (const category of childProtection) expect(desk.pack.incidents[category].tell).toContain('dsl');
    for (const text of ['something feels wrong', 'asdf', 'my mum is scared of him']) {
      expect(routeOf(desk.triage({ text, reporter: 'staff' }))).toContain('dsl');
    }
  });

  it.each(schools)('%s: each kind of incident is one of the four Cs', (_, { pack }) => {
    for (const category of categories) expect(fourCs).toContain(pack.incidents[category].c);
    expect(new Set(categories.map((category) => pack.incidents[category].c))).toEqual(new Set(fourCs));
  });

  it.each(schools)('%s: 999 and that nobody watches all the time come before everything else', (_, { pack }) => {
    for (const who of adviceAudiences) expect(pack.danger[who].join(' ')).toContain('999');
    expect(pack.danger.staff.join(' ')).toContain('nobody watches this chat all the time');
  });

  it.each(schools)('%s: self-harm always has a person and someone to ring', (_, { triage }) => {
    for (const reporter of ['pupil', 'staff', 'parent'] as const) {
      const result = triage({ text: 'he wants to hurt himself', reporter });
      const offered = result.advice.helplines.map(({ title }) => title);
      expect(result.route.tell).toContain('dsl');
      expect(offered).toContain('HOPELINE247');
      if (reporter === 'staff') expect(linesOf(result).join(' ')).toContain('Childline on 0800 1111');
      else expect(offered).toContain('Childline');
    }
  });

  it.each(schools)('%s: extremism has Educate Against Hate, the police and a decision on a referral', (_, { pack }) => {
    const { handler, consider, helplines } = pack.incidents.extremism;
    expect(handler.join(' ')).toContain('Prevent');
    expect(Object.keys(consider)).toEqual(expect.arrayContaining(['police', 'childrens-social-care']));
    expect(helplines).toContain('educate-against-hate');
  });

  it.each(schools)('%s: abuse imagery and grooming have the way to IWF, CEOP and the police', (_, { pack, triage }) => {
    expect(Object.keys(pack.incidents['child-abuse-imagery'].outside)).toContain('police');
    expect(Object.keys(pack.incidents['child-abuse-imagery'].consider)).toContain('iwf');
    const page = triage({ text: 'a pupil came across a website with child abuse images', reporter: 'staff' });
    expect(routeOf(page)).toEqual(expect.arrayContaining(['police', 'iwf']));
    expect(pack.incidents['grooming-contact'].helplines).toContain('ceop');
    expect(pack.incidents['nudes-semi-nudes'].helplines).toEqual(expect.arrayContaining(['report-remove', 'ceop']));
  });

  it.each(schools)('%s: posts of bullies are taken down, but a nude is deleted by nobody', (_, desk) => {
    expect(desk.pack.incidents.cyberbullying.handler.join(' ')).toContain('Never where a picture is sexual');
    const nude = desk.triage({ text: 'a girl sent a nude and he posted it', reporter: 'staff' });
    expect(nude.advice.dont.join(' ')).toContain('Do not delete it, and do not ask the child to delete it');
    expect(
      [...nude.advice.do, ...handlerLines(nude)].filter((line) => /\bask\b.*\b(?:remove|delete)/i.test(line)),
    ).toEqual([]);
  });

  it.each(schools)('%s: what happens at home is kept from the parents until somebody has decided', (_, desk) => {
    for (const text of ['my dad hits me', 'a girl says that her mum hits her']) {
      const { route, handling } = desk.triage({ text, reporter: 'staff' });
      expect(route.keptFrom).toContain('parents');
      expect(handling.parents).toMatchObject({ by: expect.arrayContaining(['dsl']), hold: true });
    }
  });

  it.each(schools)('%s: whoever is accused is offered support, and so is the child', (_, { pack, triage }) => {
    expect(pack.incidents['staff-conduct'].handler.join(' ')).toContain('Care for the child and for the adult');
    for (const [reporter, text] of betweenPupils) {
      expect(handlerLines(triage({ text, reporter })).join(' ')).toContain('Support the one who did it as well');
    }
    expect(pack.incidents['nudes-semi-nudes'].close.join(' ')).toContain('have support');
  });
});

describe('LBBD', () => {
  it.each(categories)('logs %s as a safeguarding incident', (category) => {
    const lbbd = desks.find(({ id }) => id === 'lbbd');
    expect(lbbd?.pack.incidents[category].close.join(' ')).toContain('logged as a safeguarding incident');
  });
});

describe('Miserden and Chipping Sodbury', () => {
  it('list what pupils are not permitted to do, each in its own way', () => {
    const acts = (id: string) =>
      Object.values(desks.find((desk) => desk.id === id)?.pack.sanctions ?? {}).map((sanction) => sanction.acts.length);
    expect(acts('miserden')[0]).toBe(8);
    expect(acts('chipping-sodbury')).toEqual([2, 4, 4, 4]);
    expect(floorDesk.pack.sanctions).toEqual({});
  });
});
