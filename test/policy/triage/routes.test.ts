import { describe, expect, it } from 'vitest';
import { everyDesk, floorDesk, routeOf } from '../../support/triage.ts';

const desks = new Map(everyDesk().map((desk) => [desk.id, desk]));

describe('A case that waits for how grave a report is', () => {
  const text = 'i emailed the class list with home addresses to the wrong parent';

  it('reaches the safeguarding lead once a child is in danger, though it is about data', () => {
    const mild = floorDesk.triage({ text, reporter: 'staff' });
    const grave = floorDesk.triage({ text, reporter: 'staff', danger: true });
    expect([mild.category, routeOf(mild)]).toEqual(['data-breach', expect.not.arrayContaining(['dsl'])]);
    expect([grave.category, routeOf(grave)]).toEqual([
      'data-breach',
      expect.arrayContaining(['dsl', 'data-protection']),
    ]);
  });

  it('does so too where an adult at school let it out', () => {
    const result = floorDesk.triage({ text, reporter: 'staff', about: 'staff', danger: true });
    expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'headteacher']));
  });

  it('but never where it is the safeguarding lead', () => {
    const result = floorDesk.triage({ text, reporter: 'staff', about: 'dsl', danger: true });
    expect(routeOf(result)).not.toContain('dsl');
  });
});

describe('Whoever a report is kept from', () => {
  it('is not told of it either', () => {
    const text = 'some boys filmed up our skirts and shared the pictures on the school ipad';
    const result = desks.get('miserden')?.triage({ text, reporter: 'pupil' });
    expect(result?.route.keptFrom).toContain('school-administrator');
    expect(result?.route.tell).not.toContain('school-administrator');
  });

  it('is not named to whoever tells either, nor told in another post', () => {
    const text = "sign-in logs show the e-safety lead's login on pupil records from her husband's office";
    const result = desks.get('miserden')?.triage({ text, reporter: 'technician', about: 'staff' });
    expect(result?.route.tell).toContain('headteacher');
    expect(result?.route.tell).not.toContain('esafety-lead');
    expect(result?.route.tell).not.toContain('data-protection');
    expect(result?.advice.do.join(' ')).not.toMatch(/co-ordinator|SIRO/);
  });
});

describe('What is private about a child and was passed on', () => {
  it.each([
    ['the dsl', 'the safeguarding lead told half the church about my girl and cpoms'],
    ['a teaching assistant', 'a ta is gossiping about a boy and his family in the pub'],
  ])('by %s, is a data breach too', (_, text) => {
    expect(
      routeOf(floorDesk.triage({ text, reporter: 'parent', about: text.includes('lead') ? 'dsl' : 'staff' })),
    ).toEqual(expect.arrayContaining(['headteacher', 'data-protection']));
  });
});

describe('A picture of a child', () => {
  it('is not told to the head of house at Chipping Sodbury, also where there is bullying', () => {
    const text = 'my ex put my nudes in the group chat and everyone is being mean to me';
    const result = desks.get('chipping-sodbury')?.triage({ text, reporter: 'pupil' });
    expect(result?.category).toBe('nudes-semi-nudes');
    expect(result?.severity).toBe('immediate');
    expect(result?.alsoCategories).toContain('cyberbullying');
    expect(result?.route.tell).not.toContain('head-of-house');
  });
});

describe('Where each school’s document sends it', () => {
  it.each([
    ['somerset', 'staff', 'i left the class camera on the train', 'esafety-lead'],
    ['somerset', 'technician', 'a pupil was looking at isis videos on the library computer', 'esafety-lead'],
    ['lbbd', 'technician', 'a pupil searched for how to cut yourself on a chromebook', 'esafety-lead'],
    ['all-saints', 'parent', 'my sons school chromebook is lost', 'headteacher'],
    ['miserden', 'pupil', 'someone sent me a horrible message from the school email', 'school-administrator'],
    ['chipping-sodbury', 'pupil', 'i clicked a link in a scam email and gave my password', 'head-of-house'],
    ['chipping-sodbury', 'technician', 'a student got domain admin and made accounts, he hacked it', 'police'],
    ['miserden', 'staff', 'i typed my password into a fake login page', 'school-administrator'],
    ['miserden', 'pupil', 'i copied my whole story off a website', 'class-teacher'],
    ['miserden', 'pupil', 'rude pictures came up on the ipad by accident', 'class-teacher'],
    ['chipping-sodbury', 'parent', 'my sons photo is on your page and i never gave consent', 'dsl'],
    ['all-saints', 'parent', 'my son spent 300 pounds on loot boxes', 'esafety-lead'],
    ['all-saints', 'parent', 'a mum posted photos of my son from the assembly without asking', 'esafety-lead'],
    ['lbbd', 'parent', 'her ex put naked pictures of her on a website, she has just turned 18', 'police'],
    ['lbbd', 'staff', 'i left the class ipad on the bus', 'esafety-lead'],
    ['lbbd', 'parent', 'got a text from school to pay dinner money on a link, is it you', 'headteacher'],
    ['lbbd', 'pupil', 'we used sirs login to get on the games', 'headteacher'],
    ['lbbd', 'staff', 'on the online lesson i heard a man screaming at her and then a slap', 'police'],
    ['somerset', 'pupil', 'my stepdad had mum against the wall by her throat last night', 'police'],
    ['somerset', 'pupil', 'someone used an ai app to make a nude of a girl in my class', 'childrens-social-care'],
    ['somerset', 'staff', 'a ta has put a cracked photoshop on the ipads', 'esafety-lead'],
    ['somerset', 'staff', 'the headteacher forwarded a sen file to her husband', 'data-protection'],
    ['somerset', 'parent', 'my son had to pay a boy or he would post a video of him crying', 'police'],
    ['miserden', 'staff', 'a parent sent me a nasty abusive email', 'data-protection'],
    ['miserden', 'parent', 'my son saw a scary video on the class ipad at wet play', 'class-teacher'],
    ['miserden', 'staff', 'got a fake email pretending to be the head asking me to buy gift cards', 'headteacher'],
    ['all-saints', 'staff', 'i paid a fake invoice, the email said it was the trust finance director', 'trust'],
    [
      'all-saints',
      'staff',
      'a year 6 girl is self harming since they were mean to her in the group chat',
      'headteacher',
    ],
    ['chipping-sodbury', 'staff', 'i shared the wrong folder in teams and students saw medical data', 'it-support'],
    ['chipping-sodbury', 'pupil', 'my stepdad hit me with a belt because of my phone', 'police'],
    ['chipping-sodbury', 'pupil', 'a girl is being forced by her parents to go away and get married', 'police'],
    ['miserden', 'staff', 'a child was recording other children in the toilets on a smart watch', 'dsl'],
    ['all-saints', 'staff', 'a child says her uncle makes her do live videos for money', 'police'],
    ['chipping-sodbury', 'pupil', 'dad says flights are booked and im not coming back to school', 'police'],
  ] as const)('%s, told by %s: “%s” reaches %s', (school, reporter, text, role) => {
    const result = desks.get(school)?.triage({ text, reporter });
    expect(result && routeOf(result)).toContain(role);
  });
});
