import { describe, expect, it } from 'vitest';
import { type Severity, severities } from '../../../src/domain/filing.ts';
import type { Audience } from '../../../src/policy/vocabulary.ts';
import { everyDesk, routeOf } from '../../support/triage.ts';

/** Plain first messages: how grave at the least, who must hear of it, and who must not. */
const grave: readonly (readonly [Audience, string, Severity, string, string?])[] = [
  ['pupil', 'my dad hits me', 'immediate', 'dsl', 'parents'],
  ['pupil', 'my uncle touches me', 'immediate', 'dsl'],
  ['pupil', 'i was raped', 'immediate', 'dsl'],
  ['pupil', 'im scared to go home', 'immediate', 'dsl'],
  ['pupil', 'i want to die', 'immediate', 'dsl'],
  ['pupil', 'i took some tablets', 'immediate', 'dsl'],
  ['pupil', 'my friend is cutting herself', 'high', 'dsl'],
  ['pupil', 'my friend is planning to run away', 'high', 'dsl'],
  ['pupil', 'my friend has a knife in his bag', 'immediate', 'police'],
  ['pupil', 'a man asked me where i live on roblox', 'immediate', 'dsl'],
  ['pupil', 'an older boy wants to meet me', 'immediate', 'dsl'],
  ['pupil', 'a fake nude of me is going round', 'immediate', 'dsl'],
  ['pupil', 'i sent a pic and he wont delete it', 'immediate', 'dsl'],
  ['pupil', 'someone is filming in the toilets', 'immediate', 'dsl'],
  ['pupil', 'my teacher messages me on insta', 'immediate', 'lado'],
  ['pupil', 'miss hit me', 'high', 'lado'],
  ['pupil', 'the headteacher shouted at me', 'medium', 'chair-of-governors', 'headteacher'],
  ['pupil', 'my friend wants to join isis', 'high', 'dsl'],
  ['pupil', 'someone called me the n word in the group chat', 'high', 'dsl'],
  ['staff', 'a child disclosed abuse at home', 'immediate', 'childrens-social-care'],
  ['staff', 'child with bruises says dad did it', 'immediate', 'childrens-social-care'],
  ['staff', 'pupil threatening suicide on snapchat', 'immediate', 'dsl'],
  ['staff', 'year 9 boys are sharing nudes', 'immediate', 'dsl'],
  ['staff', 'a pupil told me she is being groomed', 'immediate', 'dsl'],
  ['staff', 'deputy head alone with a girl in his car', 'immediate', 'lado'],
  ['staff', 'the head is drunk at work and messaging students', 'high', 'chair-of-governors', 'headteacher'],
  ['staff', 'the dsl ignored a disclosure', 'high', 'headteacher', 'dsl'],
  ['staff', 'pupil has a knife', 'immediate', 'police'],
  ['staff', 'child missing since lunch', 'immediate', 'police'],
  ['staff', 'a girl is being sent abroad to marry', 'immediate', 'childrens-social-care'],
  ['staff', 'pupil looking at isis videos', 'high', 'dsl'],
  ['staff', 'left my laptop on the train', 'high', 'data-protection'],
  ['staff', 'sent the class list to the wrong parent', 'high', 'data-protection'],
  ['parent', 'a stranger is messaging my son', 'immediate', 'dsl'],
  ['parent', 'i found nude photos on my sons phone', 'immediate', 'dsl'],
  ['parent', 'the headteacher sent me a rude message', 'medium', 'chair-of-governors', 'headteacher'],
  ['technician', 'found indecent images on a staff laptop', 'immediate', 'lado'],
  ['technician', 'ransomware on the server', 'immediate', 'it-support'],
  ['governor', 'concern about the headteacher', 'medium', 'chair-of-governors', 'headteacher'],
];

const small: readonly (readonly [Audience, string])[] = [
  ['pupil', 'hi'],
  ['pupil', 'what is a vpn'],
  ['pupil', 'can i bring my phone to school'],
  ['staff', 'testing testing'],
  ['staff', '3 tablets wont charge'],
  ['staff', 'please unblock bbc bitesize'],
  ['technician', 'mail server down'],
  ['governor', 'how many incidents were there this term'],
];

describe('A plain first message', () => {
  it.each(everyDesk().flatMap((desk) => grave.map((one) => [desk.id, one[1], one, desk] as const)))(
    '%s: “%s” is as grave as it must be, and is heard by whom it must be and nobody else',
    (_, text, [reporter, , least, hears, barred], { triage }) => {
      const result = triage({ text, reporter });
      expect(severities.indexOf(result.severity)).toBeLessThanOrEqual(severities.indexOf(least));
      expect(routeOf(result)).toContain(hears);
      if (barred) expect(result.route.keptFrom).toContain(barred);
    },
  );

  it.each(everyDesk().flatMap((desk) => small.map((one) => [desk.id, ...one, desk] as const)))(
    '%s, %s: “%s” is low',
    (_, reporter, text, { triage }) => {
      expect(triage({ text, reporter }).severity).toBe('low');
    },
  );
});
