import { describe, expect, it } from 'vitest';
import type { Category, Severity } from '../../src/domain/filing.ts';
import type { AboutKind, Audience } from '../../src/policy/vocabulary.ts';
import { everyDesk, linesOf, routeOf } from '../support/triage.ts';

/** What one of the five schools asks of a report, and what Lantern makes of such a report there. */
type Row = {
  readonly id: string;
  readonly story: string;
  readonly at: string;
  readonly by: Audience;
  readonly text: string;
  readonly about?: AboutKind;
  readonly kind?: Category;
  readonly severity?: Severity;
  /** On the route, inside school or outside. */
  readonly tell?: readonly string[];
  /** Not on it. */
  readonly spare?: readonly string[];
  /** Read by the reporter before any question. */
  readonly hears?: readonly RegExp[];
  /** Not read by the reporter. */
  readonly silent?: RegExp;
  /** Read by whoever deals with it. */
  readonly guides?: readonly RegExp[];
  /** Bodies that whoever deals with it decides on. */
  readonly considers?: readonly string[];
  readonly helplines?: readonly RegExp[];
  readonly evidence?: 'keep' | 'leave' | 'never';
  readonly sanctions?: readonly string[];
};

const rows: readonly Row[] = [
  // 1. Reporting
  {
    id: 'R030',
    story: 'suspected misuse goes to the online safety coordinator',
    at: 'lbbd',
    by: 'staff',
    text: 'someone knows my password',
    tell: ['esafety-lead'],
  },
  {
    id: 'R031',
    story: 'a lost remote access token goes to the administrator and the SIRO',
    at: 'miserden',
    by: 'staff',
    text: 'i lost my securid token',
    kind: 'device-loss',
    severity: 'high',
    tell: ['school-administrator', 'data-protection'],
    hears: [/tokens and PINs count too/],
  },
  ...[
    ['an attempted break-in', 'i think someone tried to break into the school network'],
    ['a virus warning', 'i got a virus warning on the office computer'],
    ['unasked emails', 'i keep getting unsolicited emails'],
    ['somebody who may know a password', 'i think someone knows my password'],
  ].map(
    ([what, text = '']): Row => ({
      id: 'R031',
      story: `${what}: to the administrator and the SIRO`,
      at: 'miserden',
      by: 'staff',
      text,
      tell: ['school-administrator', 'data-protection'],
    }),
  ),
  {
    id: 'R035',
    story: 'a horrible email: a pupil is sent to a teacher',
    at: 'miserden',
    by: 'pupil',
    text: 'someone sent me a horrible email',
    tell: ['class-teacher'],
    spare: ['headteacher'],
    hears: [/tell a teacher or a grown-up you trust/],
  },
  {
    id: 'R035',
    story: 'a horrible email: staff are sent to the headteacher',
    at: 'miserden',
    by: 'staff',
    text: 'a parent sent me a horrible email calling me names',
    tell: ['headteacher'],
    spare: ['class-teacher'],
    hears: [/tell the headteacher/i],
  },
  {
    id: 'R036',
    story: 'a threatening message is told, and not answered',
    at: 'lbbd',
    by: 'pupil',
    text: 'someone sent me a threatening message online',
    kind: 'cyberbullying',
    hears: [/Do not answer back/],
  },
  {
    id: 'R038',
    story: 'opened by accident: nobody is blamed and nobody rings the police',
    at: 'all-saints',
    by: 'staff',
    text: 'a pupil opened an unsuitable website by accident',
    spare: ['police'],
    hears: [/whether it looks like an accident or on purpose, or whether you cannot tell/],
    guides: [/Decide first whether it was an accident, deliberate, or unclear/],
  },
  {
    id: 'R038',
    story: 'opened by accident: a child hears that it is fine',
    at: 'all-saints',
    by: 'pupil',
    text: 'i clicked on a link by accident and it was porn',
    hears: [/fine if it was an accident/],
  },
  {
    id: 'R039',
    story: 'unsuitable material goes to the headteacher',
    at: 'all-saints',
    by: 'staff',
    text: 'a pupil came across an unsuitable website',
    tell: ['headteacher'],
    hears: [/Report it at once to the headteacher/i],
  },
  {
    id: 'R040',
    story: 'a rude site in class: screen off, tell the teacher',
    at: 'miserden',
    by: 'pupil',
    text: 'a rude website came up on the ipad in class',
    tell: ['class-teacher'],
    hears: [/screen/i, /teacher/i],
  },
  {
    id: 'R041',
    story: 'which site it was goes to IT support',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'a student found a pornographic site that should be blocked',
    tell: ['it-support'],
    hears: [/Tell IT Support which site it was/],
  },
  {
    id: 'R042',
    story: 'a filter that fails is reported at once',
    at: 'somerset',
    by: 'staff',
    text: 'the filter let through a gambling website',
    kind: 'filtering-issue',
    tell: ['it-support', 'slt', 'headteacher'],
    hears: [/Report it immediately/],
  },
  {
    id: 'R043',
    story: 'a suspicion of a security breach is enough',
    at: 'somerset',
    by: 'staff',
    text: 'i suspect a security breach on our network',
    kind: 'hacking-malware',
    tell: ['headteacher'],
    hears: [/do not wait for proof/],
  },
  {
    id: 'R044',
    story: 'a known password goes to the e-safety lead, and is not written in chat',
    at: 'miserden',
    by: 'staff',
    text: 'i think someone knows my password',
    kind: 'account-misuse',
    tell: ['esafety-lead'],
    hears: [/Do not write a password here/],
  },
  ...(
    [
      ['somerset', 'our monitoring shows misuse of the network by a pupil', 'esafety-lead'],
      ['lbbd', 'our monitoring shows a pupil searched for ways to get round the filter', 'headteacher'],
      ['chipping-sodbury', 'impero flagged a student trying to get round the filter', 'dsl'],
    ] as const
  ).map(
    ([at, text, role]): Row => ({
      id: 'R045',
      story: `misuse that monitoring shows goes to whom the school names: ${at}, ${role}`,
      at,
      by: 'technician',
      text,
      tell: [role],
    }),
  ),
  {
    id: 'R046',
    story: 'a breach seen in a review of classroom computers goes to the DSL',
    at: 'chipping-sodbury',
    by: 'technician',
    text: 'while reviewing classroom computer use i saw a student on a game site against the rules',
    tell: ['dsl'],
  },
  {
    id: 'R048',
    story: 'a student who writes to a teacher accuses nobody, and the DSL is told',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'a student sent me a friend request on facebook',
    kind: 'social-media-misuse',
    tell: ['dsl'],
    spare: ['lado'],
    hears: [/You have done nothing wrong by being contacted/],
  },
  {
    id: 'R049',
    story: 'messages between an adult and a student go to the DSL and to the headteacher',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'i saw inappropriate messages between a teacher and a student on instagram',
    tell: ['dsl', 'headteacher', 'lado'],
  },
  {
    id: 'R050',
    story: 'comments on an account of the school go to the safeguarding leads',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'somebody posted inappropriate comments on the school twitter account',
    kind: 'social-media-misuse',
    tell: ['dsl'],
    guides: [/go at once to the safeguarding leads or the ST link/],
  },
  ...(['pupil', 'staff', 'parent'] as const).map(
    (by): Row => ({
      id: 'R051',
      story: `online bullying can be told by a ${by}`,
      at: 'somerset',
      by,
      text: 'someone keeps sending horrible messages to a girl on snapchat',
      kind: 'cyberbullying',
      tell: ['dsl', 'headteacher', 'esafety-lead'],
    }),
  ),
  ...['pupils use a vpn', 'a virus came in by email', 'pupils have found gambling pages', 'my password is known'].map(
    (text): Row => ({
      id: 'R054',
      story: `whatever a technician notices goes to the online safety coordinator: ${text}`,
      at: 'lbbd',
      by: 'technician',
      text,
      tell: ['esafety-lead'],
    }),
  ),

  // 2. Bully box
  {
    id: 'R058',
    story: 'a child who is bullied is given Childline',
    at: 'somerset',
    by: 'pupil',
    text: 'someone keeps sending me horrible messages on snapchat',
    helplines: [/Childline/],
  },
  {
    id: 'R059',
    story: 'messages of bullies are kept as evidence',
    at: 'somerset',
    by: 'pupil',
    text: 'someone keeps sending me horrible messages on snapchat',
    hears: [/Keep the messages/],
    evidence: 'keep',
  },
  {
    id: 'R059',
    story: 'a nude is never kept as evidence',
    at: 'somerset',
    by: 'pupil',
    text: 'they keep sending my nudes round the class',
    evidence: 'never',
    silent: /Keep the messages|picture of the screen/,
  },
  {
    id: 'R061',
    story: 'whoever was bullied, whoever did it and whoever looked on are all looked after',
    at: 'somerset',
    by: 'staff',
    text: 'year 8 girls have made a hate account about another girl on instagram',
    guides: [/Support whoever is affected/, /Support the one who did it as well/, /helped, looked on/],
  },
  {
    id: 'R063',
    story: 'online bullying is dealt with under the school’s bullying policy',
    at: 'all-saints',
    by: 'staff',
    text: 'someone keeps sending horrible messages to a girl on snapchat',
    guides: [/Follow the anti-bullying policy/],
  },
  {
    id: 'R064',
    story: 'a member of staff can be the one who is bullied',
    at: 'somerset',
    by: 'staff',
    text: 'pupils made nasty posts about me',
    kind: 'cyberbullying',
    tell: ['dsl', 'headteacher'],
    spare: ['lado'],
  },
  {
    id: 'R064',
    story: 'a parent can be the one who is bullied',
    at: 'somerset',
    by: 'staff',
    text: 'a parent is being bullied by other parents on facebook',
    kind: 'cyberbullying',
  },
  {
    id: 'R065',
    story: 'staff about whom somebody posts get help',
    at: 'somerset',
    by: 'staff',
    text: 'pupils made nasty posts about me',
    about: 'staff',
    hears: [/save the messages/i, /not to answer/],
    guides: [/Support the member of staff/],
    helplines: [/Professionals Online Safety Helpline/],
  },

  // 3. Triage and escalation
  {
    id: 'R066',
    story: 'an incident goes to the headteacher or a senior teacher at once',
    at: 'somerset',
    by: 'staff',
    text: 'someone keeps sending horrible messages to a girl on snapchat',
    tell: ['headteacher'],
    hears: [/Tell the Headteacher or the Senior Leadership Team at once/],
  },
  {
    id: 'R072',
    story: 'whoever is unsure how to go on reads whom to ask',
    at: 'somerset',
    by: 'staff',
    text: 'someone keeps sending horrible messages to a girl on snapchat',
    guides: [/If you are unsure how to go on, ask the Safeguarding for Schools Adviser.*LADO.*Technology Adviser/is],
  },
  {
    id: 'R076',
    story: 'what is particularly disturbing, sent to a pupil, is for the police',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil received a particularly disturbing message online',
    tell: ['police'],
  },
  {
    id: 'R076',
    story: 'what is illegal, sent to a member of staff, is for the police',
    at: 'lbbd',
    by: 'staff',
    text: 'i received an illegal and disturbing message',
    tell: ['police'],
  },
  ...[
    ['child abuse images', 'we found child abuse images on a laptop'],
    ['computer misuse', 'a pupil was hacking into the school network'],
    ['fraud', 'a pupil bought fake goods with a stolen card, fraud'],
    ['obscene material', 'a pupil showed extreme porn to others'],
    ['criminal racism', 'a racist post about our school is going round on facebook, it is criminal'],
    ['a threat', 'someone sent a pupil a message threatening to kill him on snapchat'],
    ['what somebody knows to be false', 'a pupil spread a hoax accusation he knew was false online'],
  ].map(
    ([what, text = '']): Row => ({
      id: 'R077',
      story: `${what} is on the school’s list for the police`,
      at: 'somerset',
      by: 'staff',
      text,
      tell: ['police'],
    }),
  ),
  ...[
    ['bomb making', 'a pupil deliberately looked up how to make a bomb'],
    ['drugs', 'a pupil was buying drugs online on the dark web'],
    ['software piracy', 'pirated photoshop was installed on the school computers'],
    ['racist sites', 'a pupil keeps looking at racist websites on purpose'],
    ['child abuse images', 'a pupil looked at child abuse images on purpose'],
  ].map(
    ([what, text = '']): Row => ({
      id: 'R078',
      story: `${what}, on purpose: for the police`,
      at: 'all-saints',
      by: 'staff',
      text,
      tell: ['police'],
    }),
  ),
  ...[
    ['drugs', 'a pupil accidentally opened a website about drugs'],
    ['racist sites', 'a pupil came across a racist website by accident'],
    ['pornography', 'a porn page opened by accident in my lesson'],
  ].map(
    ([what, text = '']): Row => ({
      id: 'R078',
      story: `${what}, by accident: not for the police`,
      at: 'all-saints',
      by: 'staff',
      text,
      spare: ['police'],
    }),
  ),
  {
    id: 'R079',
    story: 'bullying that may be a crime is for the police',
    at: 'somerset',
    by: 'staff',
    text: 'a pupil is being stalked and blackmailed by classmates online',
    tell: ['police'],
    considers: ['police'],
  },
  {
    id: 'R082',
    story: 'extremism goes to the safeguarding lead, who decides on a referral',
    at: 'floor',
    by: 'staff',
    text: 'a pupil is watching isis videos',
    kind: 'extremism',
    severity: 'high',
    tell: ['dsl'],
    guides: [/Prevent/],
  },
  {
    id: 'R086',
    story: 'a threat is graver than plain unkindness',
    at: 'all-saints',
    by: 'staff',
    text: 'a boy messaged a girl that he will beat her up after school',
    kind: 'cyberbullying',
    severity: 'high',
  },
  {
    id: 'R086',
    story: 'plain unkindness is not as grave as a threat',
    at: 'all-saints',
    by: 'staff',
    text: 'they call him an ugly loser in the group chat',
    kind: 'cyberbullying',
    severity: 'medium',
  },
  ...[
    ['among colleagues', 'two colleagues are sending each other nasty texts', 'Keep'],
    ['from a parent to a teacher', 'a parent is sending nasty texts to a teacher', 'Keep|write down'],
    ['among pupils', 'two pupils are sending each other nasty texts', 'Keep'],
  ].map(
    ([who, text = '', keep = '']): Row => ({
      id: 'R087',
      story: `texts that are not right, ${who}, are taken and dealt with`,
      at: 'miserden',
      by: 'staff',
      text,
      tell: ['dsl'],
      hears: [new RegExp(keep)],
    }),
  ),
  {
    id: 'R088',
    story: 'a dangerous challenge goes to a person at once',
    at: 'floor',
    by: 'staff',
    text: 'a pupil was told to do a dangerous choking challenge',
    kind: 'self-harm',
    tell: ['dsl'],
    hears: [/stay with|alone/i],
  },
  ...['i want to hurt myself', 'haha i want to die lol', 'my friend says she will cut herself'].map(
    (text): Row => ({
      id: 'R088',
      story: `a child who says “${text}” gets a person, not only words`,
      at: 'floor',
      by: 'pupil',
      text,
      kind: 'self-harm',
      tell: ['dsl'],
    }),
  ),

  // 4. Allegations against adults
  {
    id: 'R089',
    story: 'a complaint about staff misuse goes to the headteacher alone',
    at: 'somerset',
    by: 'staff',
    text: 'a member of staff misuses the internet',
    kind: 'staff-conduct',
    tell: ['headteacher'],
    spare: ['dsl', 'esafety-lead', 'it-support'],
  },
  {
    id: 'R090',
    story: 'misuse by the headteacher goes to the chair of governors with the LADO, never to the headteacher',
    at: 'lbbd',
    by: 'staff',
    text: 'our headteacher misuses the school internet',
    kind: 'staff-conduct',
    tell: ['chair-of-governors', 'lado'],
    spare: ['headteacher', 'slt'],
  },
  {
    id: 'R091',
    story: 'where an adult may have harmed a child, the LADO is a next step within a working day',
    at: 'somerset',
    by: 'staff',
    text: 'a teacher is texting a girl late at night',
    tell: ['lado'],
    guides: [/ring the LADO the same or the next working day/],
  },
  {
    id: 'R092',
    story: 'an allegation against an adult has a procedure of its own',
    at: 'somerset',
    by: 'staff',
    text: 'a teacher is texting a girl late at night',
    kind: 'staff-conduct',
    guides: [/Before you question anybody/, /correct procedure for an allegation is followed/],
  },
  {
    id: 'R094',
    story: 'about the chair of governors the headteacher hears, and never the chair',
    at: 'floor',
    by: 'staff',
    text: 'the chair of governors is messaging a pupil',
    about: 'governor',
    tell: ['headteacher', 'lado'],
    spare: ['chair-of-governors'],
  },
  ...[
    ['a supply teacher', 'a supply teacher is texting a girl late at night'],
    ['a volunteer', 'a volunteer has been messaging a pupil privately'],
    ['a trainee', 'a trainee teacher added pupils on snapchat'],
    ['a contractor', 'a contractor has been messaging a pupil'],
    ['a club that hires the hall', 'the judo club that hires our hall: their coach is messaging a boy'],
  ].map(
    ([whom, text = '']): Row => ({
      id: 'R095',
      story: `${whom} is an adult like any other of the school`,
      at: 'floor',
      by: 'staff',
      text,
      kind: 'staff-conduct',
      tell: ['headteacher', 'lado'],
      spare: ['dsl'],
    }),
  ),
  {
    id: 'R098',
    story: 'staff who harass staff are a matter of staff conduct',
    at: 'floor',
    by: 'staff',
    text: 'a colleague is harassing another teacher on facebook',
    kind: 'staff-conduct',
    tell: ['headteacher'],
  },
  {
    id: 'R099',
    story: 'a child whose teacher messages them is never treated as gossip',
    at: 'floor',
    by: 'pupil',
    text: 'my teacher messages me',
    kind: 'staff-conduct',
    severity: 'immediate',
    tell: ['headteacher', 'lado'],
  },
  {
    id: 'R100',
    story: 'a post on a critical incident brings the reminder that nobody comments without leave',
    at: 'somerset',
    by: 'staff',
    text: 'it is a critical incident: parents comment on the fire at our school on facebook',
    kind: 'social-media-misuse',
    tell: ['slt'],
    guides: [/Remind all staff: no comment on social media/],
  },
  {
    id: 'R101',
    story: 'a low-level concern is recorded and a pattern looked for',
    at: 'floor',
    by: 'staff',
    text: 'i have a low level concern about a colleague',
    kind: 'staff-conduct',
    tell: ['headteacher'],
    guides: [/low-level concern\. Record it with what was decided, and look for a pattern/],
  },
  {
    id: 'R103',
    story: 'an adult who befriends a parent online is reported to the DSL and the headteacher',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'a colleague accepted a friend request from a parent',
    kind: 'staff-conduct',
    tell: ['headteacher', 'dsl'],
  },
  {
    id: 'R104',
    story: 'an adult who follows students from an account of the school can be reported',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'a colleague follows students profiles from the school twitter account',
    kind: 'staff-conduct',
    tell: ['headteacher'],
  },
  {
    id: 'R105',
    story: 'an adult who runs the school down online can be reported',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'a colleague posted a rant about the school on facebook',
    kind: 'staff-conduct',
    tell: ['headteacher'],
    guides: [/low-level concern/],
  },
  {
    id: 'R106',
    story: 'what defames the school or the trust goes to the headteacher',
    at: 'all-saints',
    by: 'staff',
    text: 'somebody published defamatory posts about the school',
    kind: 'social-media-misuse',
    tell: ['headteacher'],
    guides: [/may defame somebody, make the school or trust liable/],
  },

  // 5. Nudes
  {
    id: 'R107',
    story: 'a nude goes to the safeguarding lead and to nobody else',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil told me there is a nude picture of her going round',
    kind: 'nudes-semi-nudes',
    severity: 'immediate',
    tell: ['dsl'],
    spare: ['it-support', 'esafety-lead', 'headteacher', 'class-teacher'],
    hears: [/to nobody else/],
    evidence: 'never',
  },
  {
    id: 'R109',
    story: 'whoever saw a nude by accident says so to the safeguarding lead, and it is recorded',
    at: 'lbbd',
    by: 'staff',
    text: 'i have seen the naked picture by accident',
    hears: [/seen the picture by accident, say so/],
    guides: [/whether any adult at school has seen it, and record how/, /on record whether any adult at school saw/],
  },
  {
    id: 'R110',
    story: 'nobody deletes a nude or asks a child to',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil told me there is a nude picture of her going round',
    hears: [/Do not delete it, and do not ask the child to delete it/],
  },
  {
    id: 'R111',
    story: 'nobody asks a child about a nude but the safeguarding lead',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil told me there is a nude picture of her going round',
    hears: [/Do not ask the child what is in the picture/],
    guides: [/your task alone/],
  },
  {
    id: 'R112',
    story: 'nobody shares what they know of a nude with staff, young people or parents',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil told me there is a nude picture of her going round',
    hears: [/Do not tell other staff, the children it concerns, or any parent/],
  },
  {
    id: 'R114',
    story: 'whoever hears of a nude explains that it is passed on, and reassures',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil told me there is a nude picture of her going round',
    hears: [/Explain to the child that you need to report it, and reassure them/],
  },
  ...[
    ['sexual pictures', 'a girl sent a sexual picture of herself to a boy'],
    ['underwear', 'a pupil has shown me a photo of herself in her underwear'],
    ['pictures made by a machine', 'an ai app was used to make nudes of girls'],
    ['a video', 'there is a video of two pupils having sex'],
  ].map(
    ([what, text = '']): Row => ({
      id: 'R115',
      story: `${what} of somebody under 18 count as nudes`,
      at: 'lbbd',
      by: 'staff',
      text,
      kind: 'nudes-semi-nudes',
    }),
  ),
  {
    id: 'R116',
    story: 'an eighteen-year-old is an adult: a nude shared with them is for the police',
    at: 'lbbd',
    by: 'staff',
    text: 'an 18 year old sixth former has nudes of a year 9 girl',
    tell: ['police'],
    guides: [/it is child abuse and not sexting/],
  },
  {
    id: 'R117',
    story: 'nobody searches a phone for nudes',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil has nudes on her phone, may i search it',
    hears: [/switch it off and hand it to/, /Do not search/],
  },
  {
    id: 'R119',
    story: 'a child is told of Report Remove',
    at: 'lbbd',
    by: 'pupil',
    text: 'someone shared my nudes',
    hears: [/help to get it taken down/],
    helplines: [/Report Remove/],
    considers: ['report-remove'],
  },

  // 6. Illegal content
  {
    id: 'R120',
    story: 'abuse imagery met in a review stops that review, and goes to the police',
    at: 'somerset',
    by: 'staff',
    text: 'during the review of a laptop we came across child abuse images',
    kind: 'child-abuse-imagery',
    severity: 'immediate',
    tell: ['police'],
    hears: [/stop that review at once/],
    evidence: 'never',
  },
  {
    id: 'R121',
    story: 'cartoons count as abuse imagery, and so does anybody under 18',
    at: 'all-saints',
    by: 'staff',
    text: 'a pupil looked at cartoons of child abuse on purpose',
    kind: 'child-abuse-imagery',
    tell: ['police'],
    guides: [/Drawings, cartoons and computer-made pictures count too, and so does anybody under 18/],
  },
  ...(
    [
      ['abuse imagery', 'we found child abuse images on a laptop', 'child-abuse-imagery'],
      ['hatred', 'a pupil keeps looking at racist websites on purpose', 'hate-content'],
      ['gambling', 'pupils are betting on the school computer', 'gambling-commerce'],
      ['violence', 'a pupil watched gory videos of fights on purpose', 'inappropriate-content'],
    ] as const
  ).map(
    ([what, text, kind]): Row => ({
      id: 'R122',
      story: `${what} is one of the uses that are not allowed`,
      at: 'all-saints',
      by: 'staff',
      text,
      kind,
      tell: ['dsl'],
    }),
  ),
  {
    id: 'R126',
    story: 'abuse imagery comes with the way to the Internet Watch Foundation',
    at: 'miserden',
    by: 'staff',
    text: 'we found child abuse images on a laptop',
    tell: ['iwf'],
  },
  {
    id: 'R126',
    story: 'contact by a stranger comes with the way to CEOP',
    at: 'miserden',
    by: 'staff',
    text: 'a man online wants to meet a pupil after school',
    helplines: [/CEOP/],
  },

  // 7. Investigation
  {
    id: 'R138',
    story: 'whoever bullied online is asked to take it down',
    at: 'somerset',
    by: 'staff',
    text: 'year 8 girls have made a hate account about another girl on instagram',
    guides: [/Ask the bully to remove the material; if they refuse or cannot, contact the service provider/],
  },

  // 8. Sanctions
  {
    id: 'R145',
    story: 'nudes that are passed on are no matter for the grid',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'a student was selling nudes of a girl, distribution of porn',
    kind: 'nudes-semi-nudes',
    tell: ['dsl'],
    sanctions: [],
  },
  {
    id: 'R145',
    story: 'pornography that is passed on is one, up to the police',
    at: 'chipping-sodbury',
    by: 'staff',
    text: 'a student shared porn round the class',
    tell: ['police'],
    sanctions: ['c3', 'c4'],
  },
  {
    id: 'R151',
    story: 'a pupil who was harmed is supported, whether it was meant or not',
    at: 'all-saints',
    by: 'staff',
    text: 'someone keeps sending horrible messages to a girl on snapchat',
    guides: [/Support the pupil who was harmed, whether it was meant or not/, /has been offered support/],
  },

  // 9. Parents
  {
    id: 'R159',
    story: 'a pupil too young for a site is taken up with the parents',
    at: 'somerset',
    by: 'staff',
    text: 'a year 4 pupil has an instagram account',
    kind: 'social-media-misuse',
    guides: [/Raise it with the parents or carers/],
  },
  {
    id: 'R163',
    story: 'what a parent posts about a teacher can be reported, and accuses no teacher',
    at: 'somerset',
    by: 'staff',
    text: 'a parent posted nasty things about a teacher on facebook',
    kind: 'social-media-misuse',
    tell: ['headteacher'],
    spare: ['lado'],
  },
];

const desks = new Map(everyDesk().map((desk) => [desk.id, desk]));

function triaged({ at, by, text, about }: Row) {
  const desk = desks.get(at);
  if (!desk) throw new Error(at);
  return desk.triage({ text, reporter: by, about });
}

describe('What the schools ask of a report', () => {
  it.each(rows)('$id, at $at: $story', (row) => {
    const result = triaged(row);
    const { handling, advice } = result;
    const route = routeOf(result);
    const heard = linesOf(result).join('\n');
    const guidance = [...handling.steps, ...handling.close, handling.parents.when].join('\n');
    const helplines = advice.helplines.map(({ title }) => title).join('\n');
    expect(result).toMatchObject({
      ...(row.kind && { category: row.kind }),
      ...(row.severity && { severity: row.severity }),
      ...(row.evidence && { evidence: row.evidence }),
    });
    expect(route).toEqual(expect.arrayContaining([...(row.tell ?? [])]));
    expect(route.filter((role) => row.spare?.includes(role))).toEqual([]);
    for (const words of row.hears ?? []) expect(heard).toMatch(words);
    for (const words of row.guides ?? []) expect(guidance).toMatch(words);
    for (const name of row.helplines ?? []) expect(helplines).toMatch(name);
    if (row.silent) expect(heard).not.toMatch(row.silent);
    expect(Object.keys(handling.consider)).toEqual(expect.arrayContaining([...(row.considers ?? [])]));
    if (row.sanctions) expect(handling.sanctions).toEqual(row.sanctions);
  });
});
