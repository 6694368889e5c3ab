import { describe, expect, it } from 'vitest';
import { floorDesk, linesOf, routeOf } from '../../support/triage.ts';

type Reporter = 'staff' | 'pupil' | 'parent' | 'technician';

const triage = (reporter: Reporter, text: string) => floorDesk.triage({ text, reporter });

// What reviewers wrote who had not seen the patterns, and what came to other people than it should, or too late.
describe('What somebody with fresh words tells', () => {
  it.each<[Reporter, string, string]>([
    ['pupil', 'hes passed out drunk and we cant wake him up', 'floor.life-in-danger'],
    ['pupil', 'the boys keep slapping our bums in the corridor', 'floor.sexual-harm'],
    ['pupil', 'my friend is 13 and pregnant', 'floor.sexual-harm'],
    ['pupil', 'older boys want me to drop off a package for 20 quid', 'floor.exploitation'],
    ['parent', 'i cannot find my son anywhere', 'floor.other.missing'],
    ['parent', 'my son is missing, he left without his coat', 'floor.other.missing'],
    ['pupil', 'teddy is sad because the big man hurts teddys bottom at nighttime', 'floor.told-through-a-toy'],
    ['staff', 'Y1 girl put one doll on top of another, thats what daddy does in bed', 'floor.told-through-a-toy'],
    ['pupil', 'grandad says its a secret what we do in the bath', 'floor.secret-in-the-family'],
    ['pupil', 'she fell of the wall and shes not talking', 'floor.life-in-danger'],
    ['pupil', 'coach says i cant tell my mum about the photos', 'floor.adult-and-secret-pictures'],
    ['pupil', 'there is somebody outside our house and im on my own', 'floor.somebody-outside-home'],
    ['staff', 'our headcount at the zoo is one short', 'floor.child-gone'],
    ['pupil', 'got lost on trip, alone, its dark', 'floor.child-gone'],
    ['pupil', 'hes planning a shooting here', 'floor.attack-planned'],
    ['pupil', 'the coach driver is swerving and smells of beer and miss is asleep', 'floor.unfit-to-drive'],
    ['pupil', 'tbh i think my friend is pregnant, shes 12', 'floor.sexual-harm'],
    ['parent', '8 yr old asked if she can get pregnant from what grandad does', 'floor.sexual-harm'],
    ['pupil', 'the pond is frozen and kids are standing on it, one has gone in', 'floor.life-in-danger'],
    ['pupil', 'fish make my throte go fat and i ate one by mistake help', 'floor.life-in-danger'],
    ['parent', 'i keep thinking of leaving both kids and walking into the river', 'floor.danger-now'],
    ['parent', 'a child brought a penknife to the trim trail and pointed it at mine', 'floor.weapon'],
    ['pupil', 'everyone thinks im the happy one, theyll get a shock when they find me', 'floor.wants-to-die'],
    [
      'technician',
      'pupil typed: unblock it, i need to know the dose so it works this time',
      'floor.asks-for-the-means',
    ],
    ['pupil', 'grandpa kisses me with his tongue', 'floor.harm-in-the-family'],
  ])('is acted on this hour: %s “%s”', (reporter, text, rule) => {
    const { severity, rules } = triage(reporter, text);
    expect([severity, rules]).toEqual(['immediate', expect.arrayContaining([rule])]);
  });

  it.each<[Reporter, string, string]>([
    ['pupil', 'grandad tickles me and i dont like it', 'floor.touch-not-liked'],
    ['staff', 'a boy wrote a story about stabbing his teacher', 'floor.writes-of-killing-staff'],
    ['pupil', 'my uncle let me try his cigarette', 'floor.given-drink-or-drugs-by-an-adult'],
    ['pupil', 'our pe teacher said nice legs to emma', 'floor.sexual-remark-by-staff'],
    ['parent', 'someone put my daughters number on a dating site', 'floor.details-put-before-strangers'],
  ])('is heard the same day: %s “%s”', (reporter, text, rule) => {
    const { severity, rules } = triage(reporter, text);
    expect([severity, rules]).toEqual(['high', expect.arrayContaining([rule])]);
  });

  it.each<[Reporter, string]>([
    ['pupil', 'my brother wont wake up for school lol'],
    ['pupil', 'mum asked me to drop off a parcel at the post office'],
    ['pupil', 'my little brother tickles me'],
    ['parent', 'i cannot find my sons coat'],
    ['pupil', 'the lollipop lady says hello'],
  ])('is not sent at once where it is small: %s “%s”', (reporter, text) => {
    const { severity, rules } = triage(reporter, text);
    expect(severity).not.toBe('immediate');
    expect(rules).toEqual(
      expect.not.arrayContaining(['floor.life-in-danger', 'floor.exploitation', 'floor.other.missing']),
    );
  });

  it.each<[Reporter, string]>([
    ['parent', 'The head added my daughter on Snapchat'],
    ['technician', 'the head wants his own laptop left out of the monitoring'],
  ])('of the headteacher goes to the chair, and the headteacher is not told: %s “%s”', (reporter, text) => {
    const route = routeOf(triage(reporter, text));
    expect(route).toContain('chair-of-governors');
    expect(route).not.toContain('headteacher');
  });

  it('of abuse images that belong to a teacher goes to the LADO', () => {
    expect(routeOf(triage('technician', 'child abuse images on a stick that belongs to a teacher'))).toContain('lado');
  });

  it('a child who jokes reads where to go if it was none', () => {
    expect(triage('pupil', 'i was only joking about the knife').rules).toContain('floor.own-joke-told');
  });

  it('a child whose hurt others call a joke reads that it counts', () => {
    const result = triage('pupil', 'they said it was a joke but it doesnt feel like one');
    expect(linesOf(result).join(' ')).toContain('It counts if it hurts');
    expect(result.rules).not.toContain('floor.own-joke-told');
  });
});
