import { describe, it } from 'vitest';
import { type Asked, isShown } from '../support/asked.ts';

const rows: readonly Asked[] = [
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
    text: 'a pupil sent me an illegal and disturbing email',
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
    ([what, text = '']): Asked => ({
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
    ([what, text = '']): Asked => ({
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
    ([what, text = '']): Asked => ({
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
    ['from a parent to a teacher', 'a dad keeps sending me abusive texts', 'Keep'],
    ['among pupils', 'two pupils are sending each other nasty texts', 'Keep'],
  ].map(
    ([who, text = '', keep = '']): Asked => ({
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
    (text): Asked => ({
      id: 'R088',
      story: `a child who says “${text}” gets a person, not only words`,
      at: 'floor',
      by: 'pupil',
      text,
      kind: 'self-harm',
      tell: ['dsl'],
    }),
  ),
];

describe('What the schools ask of how grave a report is, and the police', () => {
  it.each(rows)('$id, at $at: $story', isShown);
});
