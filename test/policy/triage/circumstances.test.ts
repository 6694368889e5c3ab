import { describe, expect, it } from 'vitest';
import { floorDesk, handlerLines, linesOf, routeOf } from '../../support/triage.ts';

type Reporter = 'staff' | 'pupil' | 'parent';

const triage = (reporter: Reporter, text: string) => floorDesk.triage({ text, reporter });

function told(reporter: Reporter, text: string): string {
  return linesOf(triage(reporter, text)).join('\n');
}

function steps(reporter: Reporter, text: string): string {
  return handlerLines(triage(reporter, text)).join('\n');
}

describe('Where home is the danger', () => {
  it.each<[Reporter, string]>([
    ['parent', 'please dont ring the house, he reads everything on my phone'],
    ['parent', 'im not meant to be writing this, my husband hit our girl and there are marks on her arm'],
    ['pupil', 'its on the group chat, dont tell my dad he will actually kill me'],
    ['pupil', 'my mum gets drunk and films me crying for her tiktok'],
    ['pupil', 'dad read my messages and put my head agenst the wall, my ear still rings'],
    ['staff', 'pupil says please dont write home, her stepdad will beat her'],
  ])('nobody rings there, says a %s: “%s”', (reporter, text) => {
    const result = triage(reporter, text);
    expect(result.route.keptFrom).toContain('parents');
    expect(result.handling.parents.hold).toBe(true);
    expect(handlerLines(result).join('\n')).toMatch(/do not contact home/i);
  });

  it.each([
    'my big brother touches me when mum is at work',
    'my stepbrother makes me watch rude videos with him',
    'my uncle gets me to stand in my pants for the webcam',
  ])('abuse in the family goes to the police and social care: “%s”', (text) => {
    expect(routeOf(triage('pupil', text))).toEqual(expect.arrayContaining(['dsl', 'police', 'childrens-social-care']));
    expect(steps('pupil', text)).toMatch(/where the child sleeps tonight/);
  });

  it('an injury goes to the police and social care, and nothing is changed that would warn who did it', () => {
    const text =
      "boy wrote in his online journal 'when dad drinks he uses the belt', it is shared with his parents login";
    const told = routeOf(triage('staff', text));
    expect(told).toEqual(expect.arrayContaining(['dsl', 'police', 'childrens-social-care']));
    expect(told).not.toContain('it-support');
    const all = linesOf(triage('staff', text)).join('\n') + steps('staff', text);
    expect(all).toMatch(/Do not ring home/);
    expect(all).not.toMatch(/(?:have|change) (?:the|both) passwords?/i);
  });

  it.each([
    ['pupil', 'my brother touched my xbox and deleted my world'],
    ['parent', 'i left the class whatsapp as they were moaning about homework'],
  ] as const)('an ordinary home is not: %s, “%s”', (reporter, text) => {
    expect(triage(reporter, text).rules.join()).not.toMatch(/harm-in-the-family|fears-at-home|harm-at-home/);
  });
});

describe('A meeting that is near', () => {
  const near = 'a y5 girl told me a grown up off roblox is picking her up outside the co op at 3.30';

  it('is 999 and a child kept in school, with no question first', () => {
    expect(told('staff', near)).toMatch(/keep the child in school.*ring 999 now/i);
    expect(`${told('staff', near)}${steps('staff', near)}`).not.toMatch(/ask whether they (?:have met|are going)/i);
  });
});

describe('Games that kill', () => {
  it.each([
    'we put a scarf on our necks til we go sleepy',
    'everyone is doing the pass out challenge in the toilets',
    'jack sniffed deodorant til he fell over',
  ])('are stopped now: “%s”', (text) => {
    const result = triage('pupil', text);
    expect([result.category, result.severity]).toEqual(['self-harm', 'immediate']);
    expect(told('pupil', text)).toMatch(/do not do it.*\n.*ring 999/);
  });
});

describe('A threat is taken for what it is', () => {
  it.each<[string, readonly string[]]>([
    ['a boy said he will burn our house down tonight', ['police', 'headteacher']],
    ['he says he is going to put a bomb in the toilets at school lol', ['police', 'headteacher', 'dsl']],
    ['theres a kid with a list of people he wants dead', ['police', 'headteacher', 'dsl']],
  ])('“%s”', (text, route) => {
    expect(routeOf(triage('pupil', text))).toEqual(expect.arrayContaining([...route]));
    expect(steps('pupil', text)).toMatch(/police/);
  });

  it('a house that burns in a game is no fire', () => {
    const result = triage('pupil', 'kids from school keep burning my house on minecraft and call me loser');
    expect([result.severity, routeOf(result)]).toEqual([
      expect.not.stringMatching('immediate'),
      expect.not.arrayContaining(['police']),
    ]);
  });
});

describe('Somebody of 18 who holds pictures of somebody younger', () => {
  it.each([
    'im 18 and my gf is 15, we send each other nudes',
    'i turned 18 last week, my girlfriend in year 11 has my nudes',
  ])('is told what the law says, and not that nothing happened: “%s”', (text) => {
    expect(told('pupil', text)).toMatch(/the law does not let an 18 year old/);
    expect(told('pupil', text)).not.toMatch(/you are not in trouble/i);
  });
});

describe('What nobody did, no line speaks of', () => {
  it('a plain worry is not told of retractions, translation or pictures', () => {
    const text = 'something odd happened at the bus stop and i am worried about a boy in my class';
    expect(`${told('staff', text)}${steps('staff', text)}`).not.toMatch(/takes a report back|translated|undressed/i);
  });

  it('a swastika in homework is not for the police', () => {
    const result = triage('staff', 'he copied a swastika off the ww2 website for his topic, a mum complained');
    expect(routeOf(result)).not.toContain('police');
  });
});

describe('Another language', () => {
  it.each<[string, string]>([
    ['un hombre le pide a mi hija fotos desnuda por instagram', 'grooming-contact'],
    ['koi manas mari dikri ne kapda vagar na photo mangey che su karu', 'grooming-contact'],
    ['koledzy z klasy piszą na messengerze że mnie pobiją po szkole', 'cyberbullying'],
    ['o meu filho pôs o número do meu cartão num site que dizia que ganhou', 'phishing-scam'],
  ])('hides nothing grave: “%s”', (text, category) => {
    expect(triage('parent', text).category).toBe(category);
  });
});

describe('A member of staff is spoken to as the target where they are, and not where they tell of a pupil', () => {
  const target = /happened to you/;

  it.each([
    'pupils made nasty posts about me',
    'a dad called me useless on facebook',
    'they made a fake account of me',
  ])('to “%s”', (text) => expect(told('staff', text)).toMatch(target));

  it.each([
    'a boy keeps posting nasty things about a girl in my class on snapchat',
    'a parent sent me screenshots, they call her fat in the group chat',
    'they laugh at her in front of me',
  ])('not to “%s”', (text) => expect(told('staff', text)).not.toMatch(target));
});
