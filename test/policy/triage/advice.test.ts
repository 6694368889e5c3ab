import { describe, expect, it } from 'vitest';
import { asksForImage, blames, promisesSecrecy } from '../../../src/policy/wording-rules.ts';
import { everyDesk, floorDesk, handlerLines, linesOf } from '../../support/triage.ts';

const desks = new Map(everyDesk().map((desk) => [desk.id, desk]));

type Reporter = 'staff' | 'pupil' | 'parent' | 'governor' | 'technician';

/** What a child is shown of what to do: no more than these. */
const mostForPupil = 6;

/** What a reporter is shown at once. */
function shown(reporter: Reporter, text: string, school?: string): string {
  const desk = (school && desks.get(school)) || floorDesk;
  const { advice } = desk.triage({ text, reporter });
  const todo = reporter === 'pupil' ? advice.do.slice(0, mostForPupil) : advice.do;
  return [...advice.danger, ...todo, ...advice.dont, advice.evidence].join('\n');
}

function handler(text: string, reporter: Reporter = 'staff'): string {
  return handlerLines(floorDesk.triage({ text, reporter })).join('\n');
}

describe('What depends on circumstances is said at once', () => {
  it.each<[string, Reporter, string, RegExp]>([
    ['money is asked for a picture', 'pupil', 'she has my nudes and wants a gift card', /do not pay/i],
    [
      'money is asked for a picture',
      'parent',
      'someone has a nude of my son and wants money',
      /do not pay|let anybody pay/i,
    ],
    [
      'an adult is in it',
      'pupil',
      'my boyfriend is 19 and keeps asking me for nudes',
      /they are the one who did wrong/i,
    ],
    ['an adult is in it', 'staff', 'a man of 30 has nudes of a year 9 girl', /let nobody warn the adult/i],
    ['a child may say no', 'pupil', 'he keeps asking me for nudes', /you can say no/i],
    ['it was deleted', 'pupil', 'i sent a nude and then i deleted it', /also if you sent it or deleted it/i],
    [
      'it was deleted',
      'staff',
      'nude of a pupil, i deleted it already',
      /tell .* about that copy; change nothing more/i,
    ],
    [
      'it was copied',
      'technician',
      'found indecent images of children in a folder',
      /copied, captured, forwarded or deleted already, say so/i,
    ],
    [
      'it lies in a console',
      'technician',
      'found indecent images of children in a folder',
      /lock access to .*console/i,
    ],
    ['it is going round', 'staff', 'a mean video of a girl is going round', /ask nobody to show it/i],
    [
      'it is gone',
      'parent',
      'they posted mean things about him and deleted it',
      /write down in words what you remember/i,
    ],
    ['photographs were on it', 'staff', 'lost the class camera with photos of pupils', /list whose .*photos/i],
    [
      'somebody must not find us',
      'parent',
      'you put a photo of my son on the website without permission',
      /999 if they turn up/i,
    ],
    [
      'somebody must not find me',
      'pupil',
      'they put my photo on the website without permission',
      /must not find you, tell us now/i,
    ],
    ['a colleague is the target', 'staff', 'pupils made a mean tiktok about a teacher', /support/i],
    [
      'hate against a colleague',
      'staff',
      'someone wrote racist abuse about a teacher',
      /school tell them, kindly and with support/i,
    ],
    ['a joke about dying', 'pupil', 'i want to die lol jk', /okay if it was a joke.*how you are/i],
    [
      'a joke about dying',
      'staff',
      'he says he wants to die, it was just a joke',
      /for .* to find out, with the child, today/i,
    ],
    ['nobody can find the child', 'staff', 'she wrote that she wants to die', /999 if nobody can find them/i],
    ['a retraction', 'pupil', 'ignore what i said about wanting to die', /okay to say how you feel/i],
    ['violence at home', 'pupil', 'my dad hits me', /stay where you are safe and ring 999/i],
    [
      'violence at home',
      'parent',
      'a boy in my sons class says his dad hits him',
      /do not speak with the family about it/i,
    ],
    ['a child is used for crime', 'staff', 'hes carrying drugs for some older lads', /victim.*blame them for nothing/i],
    ['a child is used for crime', 'staff', 'hes carrying drugs for some older lads', /do not tip off/i],
    [
      'a name to be careful with',
      'pupil',
      'he is mean to us online, dont say it was me',
      /cannot promise that no one will guess/i,
    ],
    ['somebody is in the device', 'staff', 'a scam caller, i let him in with teamviewer', /end the call now/i],
    ['a scam took somebody in', 'staff', 'i typed my bank details into a scam website', /you are not stupid/i],
    ['a password is on the board', 'staff', 'the pupils know the wifi password', /rub a password off the board/i],
    ['it was sent as me', 'pupil', 'my mate used my login and sent a nasty email as me', /if it was sent as you/i],
    ['a governor', 'governor', 'a parent says a boy was bullied online', /do not look into it/],
    ['a weapon', 'staff', 'a boy has brought a knife to school', /do not confront or search/i],
    ['a message to oneself', 'staff', 'a parent sent me a horrible email', /do not reply to it yourself/i],
    ['logs', 'technician', 'a pupil hacked the network', /keep the logs as they are/i],
    ['work that is gone', 'pupil', 'he used my login and deleted my story', /may be able to get it back/],
    ['an odd number on the screen', 'staff', 'a virus warning on my laptop says ring this number', /ring no number/i],
    ['coursework', 'staff', 'his coursework is copied off a website', /rules of the exam board/],
    ['money is asked for by email', 'staff', 'a scam email with new bank details, i paid it', /stop any payment.*159/i],
    [
      'a stranger in a lesson',
      'staff',
      'some man joined our zoom lesson and exposed himself',
      /end a call for everyone/i,
    ],
    [
      'a threat to the school',
      'staff',
      'a boy posted he will blow up the maths block lol',
      /tell .* now, joke or not/i,
    ],
    ['somebody is outed', 'pupil', 'a page outs people at school', /not to out them to their family/i],
    ['done to a colleague', 'staff', 'the caretaker keeps texting me late at night, fancy a drink', /from your union/i],
    ['a concern is taken back', 'parent', 'i made it up about the teacher messaging my son', /cannot be set aside/i],
    ['a bet by a child', 'pupil', 'i do betting on my brothers app', /only for people who are 18/i],
  ])('%s, to %s: “%s”', (_, reporter, text, said) => {
    expect(shown(reporter, text)).toMatch(said);
  });
});

describe('It is said that it is written down and that it is no secret', () => {
  it.each<[Reporter, RegExp]>([
    ['staff', /written down.*only those who need to know will be told/],
    ['governor', /written down.*only those who need to know will be told/],
    ['technician', /written down.*only those who need to know will be told/],
    ['parent', /Thank you for telling us.*cannot keep it secret/],
    ['pupil', /writes it down\. I cannot keep it a secret/],
  ])('to %s', (reporter, said) => {
    expect(shown(reporter, 'somebody posted mean things about a girl on instagram')).toMatch(said);
  });

  it('comes first for a child, and for an adult after what is to be done', () => {
    const text = 'somebody posted mean things about a girl on instagram';
    const first = (reporter: Reporter) => floorDesk.triage({ text, reporter }).advice.do;
    expect(first('pupil')[0]).toMatch(/^You did the right thing/);
    expect(first('staff').at(-1)).toMatch(/^Thank you for letting us know\. What you tell is written down/);
    expect(first('parent').at(-1)).toMatch(/^Thank you for telling us/);
  });
});

describe('Who deals with it reads what comes after the first advice', () => {
  it.each([
    ['photographs that are lost are personal data', 'lost the class camera with photos of pupils', /72 hours/],
    [
      'a child is careful with the name of who told',
      'he posted mean things about me',
      /nobody it is about learns who told/,
    ],
    ['an accident has no sanction', 'a rude video popped up by accident', /accident carries no sanction/],
    ['access is taken away', 'i can open everybodys private records, data breach', /take access off/],
    ['accounts are disabled', 'a pupil hacked the network and made admin accounts', /disable accounts/],
    [
      'what was changed is put back',
      'a pupil logged in as a teacher and changed settings',
      /put back what was changed/i,
    ],
    ['families’ data was used', 'a colleague posts about pupils on facebook', /data breach too/],
    ['who must not find the family', 'photo of a girl on our website without permission', /must not find them/],
  ])('%s', (_, text, said) => {
    expect(handler(text, 'pupil')).toMatch(said);
  });
});

describe('What a school’s own document says, its people are told', () => {
  it.each<[string, Reporter, string, RegExp]>([
    ['lbbd', 'governor', 'photo of pupils in the paper without permission', /form is reviewed every year/],
    ['chipping-sodbury', 'pupil', 'they made a mean poll about me on insta', /your Head of House/],
    ['chipping-sodbury', 'staff', 'kids use a proxy to get past the filter', /say which tool it was/],
    [
      'chipping-sodbury',
      'staff',
      'bitesize is blocked again and i need it for my lesson, is the filter broken',
      /IT strategy group.* reviews/i,
    ],
    ['miserden', 'staff', 'a rude video came up on the whiteboard', /Preview sites before you use them/],
    ['chipping-sodbury', 'staff', 'a parent sent me a friend request on facebook', /from your school account alone/],
    ['miserden', 'staff', 'lost my remote access token', /Do not write PINs or passwords down/],
    ['miserden', 'parent', 'my daughter is on tiktok on her phone in lessons', /only with permission from/],
    [
      'miserden',
      'staff',
      'my ta is on instagram on the school laptop in lessons',
      /during the teaching day is not allowed/,
    ],
    [
      'chipping-sodbury',
      'parent',
      'my son is bullied in the group chat',
      /Head of House or the safeguarding team will contact/,
    ],
    ['all-saints', 'staff', 'a scam email asks to change the bank details', /Phone the trust/],
    ['all-saints', 'parent', 'i am worried about all the ai in lessons', /agree a plan with you/],
  ])('%s, to %s: “%s”', (school, reporter, text, said) => {
    expect(shown(reporter, text, school)).toMatch(said);
  });
});

describe('However it is told, no line', () => {
  const texts = [
    'she has my nudes and wants a gift card, dont say it was me',
    'i looked it up on purpose, am i in trouble',
    'a nude of a girl is going round and i deleted it',
    'found indecent images of children on a laptop, they were shared already',
    'my dad hits me and i sent it round sorry',
  ];
  const all = [...desks.values(), floorDesk].flatMap(({ id, triage }) =>
    texts.flatMap((text) =>
      (['staff', 'pupil', 'parent', 'technician'] as const).map((reporter) => [id, reporter, text, triage] as const),
    ),
  );

  it.each(all)('%s, to %s: “%s”', (_, reporter, text, triage) => {
    const result = triage({ text, reporter });
    const lines = linesOf(result);
    expect(lines.filter(promisesSecrecy)).toEqual([]);
    if (reporter === 'pupil') expect(lines.filter(blames)).toEqual([]);
    if (result.evidence === 'never') expect(lines.filter(asksForImage)).toEqual([]);
  });
});

describe('Whoever handles a report of several kinds', () => {
  it('has the checklist of the gravest alone, since each of the others becomes a case of its own', () => {
    const text = 'someone hacked her instagram and sends everyone horrible messages about her';
    const { category, alsoCategories, handling } = floorDesk.triage({ text, reporter: 'staff' });
    const { incidents } = floorDesk.pack;
    expect(alsoCategories).toContain('cyberbullying');
    const [first] = incidents[category].handler;
    expect(handling.checklist[0]?.startsWith(first?.slice(0, 30) ?? 'nothing')).toBe(true);
    expect(handling.steps.length).toBeGreaterThan(0);
    expect(handling.checklist.filter((line) => handling.steps.includes(line))).toEqual([]);
    for (const line of incidents.cyberbullying.handler) expect(handling.checklist).not.toContain(line);
  });
});
