import { describe, expect, it } from 'vitest';
import { everyDesk, handlerLines } from '../../support/triage.ts';

const desks = new Map(everyDesk().map((desk) => [desk.id, desk]));

type Reporter = 'staff' | 'pupil' | 'parent' | 'governor' | 'technician';

/** All that a school's pack has said of a report, to whoever told and to whoever deals with it. */
function said(school: string, reporter: Reporter, text: string): string {
  const result = desks.get(school)?.triage({ text, reporter });
  if (!result) throw new Error(`no pack is named ${school}`);
  return [...result.advice.do, ...result.advice.dont, ...handlerLines(result)].join('\n');
}

describe('What a school’s document says of a circumstance', () => {
  it.each<[string, Reporter, RegExp, string, string]>([
    [
      'somerset',
      'technician',
      /one and the same computer/,
      'the log shows a y6 pupil searched for porn sites on purpose',
      'a pupil took my phone charger and calls me names in the group chat',
    ],
    [
      'somerset',
      'parent',
      /tries to find out who made it/,
      'somebody made a fake instagram account in my daughters name and is nasty on it',
      'girls in her class send her nasty messages every night',
    ],
    [
      'somerset',
      'staff',
      /temporary access of their own/,
      'i gave the supply teacher my login for the day and now marks are changed',
      'a pupil guessed another pupils password and deleted her work',
    ],
    [
      'lbbd',
      'parent',
      /may film their own children at school events/,
      'another mum put the whole nativity on facebook with my son in it',
      'your website shows my son and i never gave consent',
    ],
    [
      'lbbd',
      'parent',
      /Both sides are heard/,
      'you say my son is the bully on whatsapp but the others started it',
      'my daughter is being bullied on whatsapp by two girls',
    ],
    [
      'lbbd',
      'staff',
      /private device is at your own risk/,
      'my own phone was stolen from the staffroom',
      'the school laptop was stolen from my car',
    ],
    [
      'miserden',
      'staff',
      /Report a school mobile at once/,
      'the school mobile for trips has gone missing',
      'i left the class camera on the train',
    ],
    [
      'miserden',
      'parent',
      /both parents have given it/,
      'we are separated and his dad signed the photo form without me',
      'there is a picture of my son on the school website that i never agreed to',
    ],
    [
      'all-saints',
      'staff',
      /Do not search a bag/,
      'a y6 boy was looking up where to buy weed on the school ipad on purpose',
      'a rude video popped up while we searched for vikings',
    ],
    [
      'all-saints',
      'technician',
      /Call in RM/,
      'somebody is flooding the network from the laptop trolley, whole school is offline',
      'our school twitter account is under a photo of pupils without consent',
    ],
    [
      'chipping-sodbury',
      'staff',
      /past student under 18/,
      'a colleague has accepted a girl who left last year on instagram, she is 17',
      'a colleague shouted at a pupil and pushed him',
    ],
    [
      'chipping-sodbury',
      'pupil',
      /work goes online only if/,
      'the art dept put my painting on their instagram and never asked',
      'a boy filmed me in the corridor and put it on his story',
    ],
  ])('%s, to %s: %s, and only there', (school, reporter, line, meant, other) => {
    expect(said(school, reporter, meant)).toMatch(line);
    expect(said(school, reporter, other)).not.toMatch(line);
  });
});

describe('What a governor or a teacher asks for at Chipping Sodbury is a request', () => {
  it.each<[Reporter, string, readonly string[]]>([
    ['governor', 'can you send me the names of the pupils in e safety incidents', ['headteacher']],
    ['staff', 'an author is in on friday and needs guest wifi for her laptop', ['it-support', 'it-strategy-group']],
  ])('%s: “%s”', (reporter, text, told) => {
    const route = desks.get('chipping-sodbury')?.triage({ text, reporter }).route;
    expect(route?.tell).toEqual(told);
  });
});
