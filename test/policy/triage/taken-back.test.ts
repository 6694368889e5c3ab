import { describe, expect, it } from 'vitest';
import { everyDesk, floorDesk, routeOf } from '../../support/triage.ts';

const grave = [
  'hi its me from before, forget wat i said about my stepdad watchin me get changed thru the ipad i made it up ok',
  'ignore wot i said b4 about my step dad. it woz a lie he dusnt take videos of me in the bath. plz dont tell mum',
  'forget wat i said yesterday bout my uncle n the pics. i made it up',
  'i lied about grandad touching me ok please just drop it',
  'take back my report about my brother and the videos of me changing, it was a joke',
  'forget what i said about dad hitting me, i fell',
];

describe('What a child takes back about home keeps its route', () => {
  it.each(everyDesk().flatMap((desk) => grave.map((text) => [desk.id, text, desk] as const)))(
    '%s: “%s”',
    (_, text, { triage }) => {
      const result = triage({ text, reporter: 'pupil' });
      expect(result.severity).toBe('immediate');
      expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'police', 'childrens-social-care']));
    },
  );

  it.each([
    'ignore my last message i found my ipad charger',
    'forget what i said about my dads photos not uploading to the class page its sorted',
  ])('small things do not: “%s”', (text) => {
    expect(routeOf(floorDesk.triage({ text, reporter: 'pupil' }))).not.toContain('police');
  });
});

describe('What is taken back about an adult is as grave as before', () => {
  it.each(
    everyDesk().flatMap((desk) =>
      (
        [
          ['parent', 'Please ignore the form I sent about the older boy and the pictures. It is sorted between us.'],
          ['pupil', 'can u delete the thing i put in about the man off discord, theres no meeting now. sorry'],
          ['parent', 'can you take back what i said about the lady who had her on her lap, she made it up'],
          ['pupil', 'can u delete what i said about the tutor. i made it up. he said mum pays if i carry on'],
        ] as const
      ).map(([reporter, text]) => [desk.id, reporter, text, desk] as const),
    ),
  )('%s, told by a %s: “%s”', (_, reporter, text, { triage }) => {
    const result = triage({ text, reporter });
    expect(result.severity).toBe('immediate');
    expect(routeOf(result)).toContain('dsl');
  });

  it.each([
    'please ignore the form i sent about the school photos, we found them',
    'delete the form i put in about the printer',
  ])('small things are not: “%s”', (text) => {
    expect(['medium', 'low']).toContain(floorDesk.triage({ text, reporter: 'staff' }).severity);
  });
});

describe('In other languages', () => {
  it.each([
    [
      'nudes-semi-nudes',
      'chłopak z internetu ma moje zdjęcie bez bluzki i mówi ze jak nie zapłacę 200 zł wyśle klasie',
    ],
    ['nudes-semi-nudes', 'un chico tiene mi foto sin camiseta y dice que si no pago la manda a todos'],
    [
      'nudes-semi-nudes',
      'qualcuno della classe ha fatto una foto di mia figlia nuda con una app ai e la manda ai compagni',
    ],
    [
      'cyberbullying',
      'un grand lui envoie des messages: je vais te casser la figure demain a la sortie, j ai un couteau',
    ],
  ])('%s is heard at once: “%s”', (category, text) => {
    const { severity, category: heard } = floorDesk.triage({ text, reporter: 'pupil' });
    expect([heard, severity]).toEqual([category, 'immediate']);
  });

  it.each([
    'bonjour, combien je dois payer pour la photo de classe de mon fils',
    'bonjour, mon fils a oublie son couteau et sa fourchette pour le pique nique de demain',
  ])('what is harmless is not: “%s”', (text) => {
    expect(floorDesk.triage({ text, reporter: 'parent' }).severity).not.toBe('immediate');
  });
});
