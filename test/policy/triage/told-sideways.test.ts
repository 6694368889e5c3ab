import { describe, expect, it } from 'vitest';
import { floorDesk, handlerLines, linesOf, routeOf } from '../../support/triage.ts';

type Reporter = 'staff' | 'pupil' | 'parent';

const triage = (reporter: Reporter, text: string) => floorDesk.triage({ text, reporter });

/** The rules that a report calls for, without those of its kind. */
const rulesOf = (reporter: Reporter, text: string) => triage(reporter, text).rules;

describe('A child who asks how much does harm', () => {
  it.each([
    'whats the most tablets u can have asking for a friend haha',
    'whats the max amount of nurofen u can have at once haha dont worry',
    'how much calpol is dangerous',
    'how high do u have to fall from to die',
    'how long does it take to bleed out lol',
  ])('is seen at once, joke or not: “%s”', (text) => {
    const { category, severity } = triage('pupil', text);
    expect([category, severity]).toEqual(['self-harm', 'immediate']);
  });

  it.each([
    'asking for a friend is the printer free',
    'how long do you have to boil an egg asking for a friend',
    'asking for a friend can i bring my phone',
  ])('is not meant by “%s”', (text) => {
    expect(triage('pupil', text).severity).toBe('low');
  });

  it('is not meant by tablets that are booked for a lesson', () => {
    const { rules } = triage('pupil', 'whats the most tablets we can book out for our lesson');
    expect(rules).not.toContain('floor.asks-how-much');
  });
});

describe('Something tight round the neck', () => {
  it.each([
    'i put the charger wire round my neck last nite just to see what it felt like. it went a bit black',
    'i put my shoelace round my throat and pulled it',
  ])('is immediate, and a doctor sees the child: “%s”', (text) => {
    const result = triage('pupil', text);
    expect(result.severity).toBe('immediate');
    expect(handlerLines(result).join('\n')).toMatch(/not left alone, and a doctor sees them today/);
  });

  it.each(['i had my headphones round my neck in class and miss took them', 'coach put a medal round my neck'])(
    'is not meant by “%s”',
    (text) => {
      expect(triage('pupil', text).severity).toBe('low');
    },
  );
});

describe('Blackmail with a picture', () => {
  it.each<[Reporter, string]>([
    ['pupil', 'he says its going on his story at 8 if i dont send a 50 quid apple card. its my face stuck on a body'],
    ['pupil', 'girl on snap got a pic of me. £200 by 9 tonite or it goes 2 everyone i follow'],
    ['pupil', 'they want 100 by tonight or all my followers get the video of me in the bath'],
    ['pupil', 'he screen recorded me and wants robux codes or hes putting it in the year group chat'],
    [
      'parent',
      'somebody has a nude of my daughter and says it will go to everyone on her insta if she doesnt send another',
    ],
  ])('goes to the police, says a %s: “%s”', (reporter, text) => {
    const result = triage(reporter, text);
    expect(result.severity).toBe('immediate');
    expect(routeOf(result)).toContain('police');
  });

  it.each([
    'my mate says hes putting the photo of my lunch on his story at 8',
    'if i dont send the homework by 9 i get a detention',
    'everyone i follow is posting the same dance',
  ])('is not meant by “%s”', (text) => {
    expect(routeOf(triage('pupil', text))).not.toContain('police');
  });
});

describe('Who is followed, listened to or held by the neck', () => {
  it.each<[Reporter, string]>([
    [
      'parent',
      'I found an airtag sewn into my daughters school bag after her weekend with her dad. he has hit me before',
    ],
    ['parent', 'my husband has cameras in every room and listens and last week he put his hands round my neck'],
    ['pupil', 'my boyfriend tracks me on life 360 and goes mad. he put his hand on my throat on saturday'],
    ['pupil', 'he squeezed my neck when he was angry its only when hes drunk'],
    ['pupil', 'i can only write from school cos he checks everything at home. he hurts my little sister'],
    ['staff', 'A pupil says her boyfriend makes her share her location and grabbed her by the throat'],
  ])('is for the police and social care, says a %s: “%s”', (reporter, text) => {
    const result = triage(reporter, text);
    expect(result.severity).toBe('immediate');
    expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'police', 'childrens-social-care']));
    expect(result.route.keptFrom).toContain('parents');
  });

  it('keeps a device of the school as it is, with IT support, until the police have been asked', () => {
    const result = triage('parent', 'I think her dad has put something on her school tablet to track us');
    expect(routeOf(result)).toEqual(expect.arrayContaining(['it-support', 'police']));
    expect(linesOf(result).join('\n')).toMatch(/change nothing on it/);
  });

  it.each<[Reporter, string]>([
    ['pupil', 'my mum tracks me on life360 its so annoying lol'],
    ['pupil', 'can i bring an airtag in my bag'],
    ['parent', 'we lost an airtag on the school trip, it was in his coat'],
    ['parent', 'which tracking app do you recommend for walking home'],
    ['pupil', 'i cant do this at home can i use the library my printer is broken'],
  ])('is not meant by what a %s says: “%s”', (reporter, text) => {
    expect(routeOf(triage(reporter, text))).not.toContain('police');
  });
});

describe('A machine that plays a friend', () => {
  it.each<[Reporter, string]>([
    ['pupil', 'my best friend is a AI and she said not to tell grown ups about our plan'],
    ['pupil', 'the ai cries when i log off and says she will die without me'],
    ['parent', 'My son talks to a chatbot all night, it tells him we dont love him and only it does'],
    ['staff', 'One of my Y5s says his AI friend told him not to tell grown ups their plan'],
  ])('is looked into the same day, says a %s: “%s”', (reporter, text) => {
    const result = triage(reporter, text);
    expect(['high', 'immediate']).toContain(result.severity);
    expect(handlerLines(result).join('\n')).toMatch(/whether a person may be behind it/);
  });

  it.each([
    'character ai told me nobody will miss me and i should just do it',
    'the bot on my app says i should stop eating',
  ])('and speaks of harm is immediate: “%s”', (text) => {
    const { category, severity } = triage('pupil', text);
    expect([category, severity]).toEqual(['self-harm', 'immediate']);
  });

  it.each([
    'my ai tutor says my plan for the essay is good',
    'the ai on the maths app is my best friend lol',
    'can i use ai for my homework',
  ])('is not meant by “%s”', (text) => {
    expect(rulesOf('pupil', text).join(' ')).not.toMatch(/ai-friend|ai-urges/);
  });
});

describe('A knife in a game', () => {
  it('is no weapon, and a real one beside it is', () => {
    const game = 'i got a knife!! out a case on my brothers game';
    expect(routeOf(triage('pupil', game))).not.toContain('police');
    expect(routeOf(triage('pupil', `${game} and he brought a real knife to school`))).toContain('police');
  });
});

describe('Whoever comes to a child’s bed', () => {
  it.each([
    ['pupil', 'my uncle comes in my room at nite and he puts his hands on me'],
    ['pupil', 'grandad comes into my room when im asleep n strokes my leg'],
    ['pupil', 'my brother gets into bed with me and does stuff'],
    ['staff', 'She said her uncle creeps into her bedroom at night and lies on top of her'],
    ['parent', 'her cousin stayed over and she told me he had his hand under the covers on her'],
  ] as const)('is outright, so that it goes at once: %s “%s”', (reporter, text) => {
    const { severity, outright, rules } = triage(reporter, text);
    expect([severity, outright, rules]).toEqual([
      'immediate',
      true,
      expect.arrayContaining(['floor.harm-in-the-family']),
    ]);
  });

  it.each([
    'my uncle comes in my room to say night night',
    'my dad puts his hands on my shoulders when i score a goal',
    'my little brother gets in bed with me cos hes scared of the dark',
    'mum keeps coming in my room and taking my ipad off me',
    'mum put her hand on my head cos i was hot and put me to bed',
    'dad came in my room to say tidy up and takes off his shoes',
  ])('is not meant by “%s”', (text) => {
    expect(rulesOf('pupil', text)).not.toContain('floor.harm-in-the-family');
  });
});

describe('A child who draws death', () => {
  it.each([
    'child drew a picture of somebody hanging',
    'A year 5 pupil has drawn himself hanging from a tree',
    'he keeps drawing pictures of a stick man with a noose',
    'in her diary she drew a gravestone with her own name on',
  ])('is heard the same day: “%s”', (text) => {
    const { category, rules } = triage('staff', text);
    expect([category, rules]).toEqual(['self-harm', expect.arrayContaining(['floor.death-drawn'])]);
  });

  it.each([
    'we drew a picture of a bat hanging upside down',
    'a boy drew a hangman game on the board',
    'the childrens drawings are hanging in the corridor',
    'pupil drew a coffin in history for the egyptians',
  ])('is not meant by “%s”', (text) => {
    expect(rulesOf('staff', text)).not.toContain('floor.death-drawn');
  });
});

describe('A child who does not like their life', () => {
  it.each(['i dont like my life', 'my life is rubbish', 'my life sucks'])('is never passed over: “%s”', (text) => {
    const { category, severity } = triage('pupil', text);
    expect([category, severity]).toEqual(['self-harm', expect.not.stringMatching('low')]);
  });
});

describe('An adult who asks a child for a secret', () => {
  it.each(['my coach says our training is a secret', 'my tutor said its our little secret'])(
    'is looked at by the school and the LADO: “%s”',
    (text) => {
      const result = triage('pupil', text);
      expect([result.category, routeOf(result)]).toEqual([
        'staff-conduct',
        expect.arrayContaining(['headteacher', 'lado']),
      ]);
    },
  );

  it.each(['our coach has a secret tactic for the final', 'secret santa in our class is fun'])(
    'is not meant by “%s”',
    (text) => {
      expect(triage('pupil', text).category).not.toBe('staff-conduct');
    },
  );
});

describe('Somebody who does not come to school', () => {
  it.each(['he never got to school, phones off', 'he left for school but never arrived'])(
    'is looked for: “%s”',
    (text) => {
      expect(triage('parent', text).severity).toBe('immediate');
    },
  );

  it('is not meant by “he was late to school, phone was off, all fine”', () => {
    expect(triage('parent', 'he was late to school, phone was off, all fine').severity).toBe('low');
  });
});
