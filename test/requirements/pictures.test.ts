import { describe, it } from 'vitest';
import { type Asked, isShown } from '../support/asked.ts';

const rows: readonly Asked[] = [
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
    guides: [/who, when and how goes on record, for adults at school too/, /on record whether any adult at school saw/],
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
    hears: [/Do not speak of the picture to other staff, the children it concerns, or any parent/],
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
    ([what, text = '']): Asked => ({
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
    guides: [/child abuse, not sexting, and it must be referred to the police/],
  },
  {
    id: 'R117',
    story: 'nobody searches a phone for nudes',
    at: 'lbbd',
    by: 'staff',
    text: 'a pupil has nudes on her phone, may i search it',
    hears: [/stays locked or off, and goes straight to/, /Nobody searches it/, /Do not search/],
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
    hears: [/Stop that review at once/],
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
    ([what, text, kind]): Asked => ({
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
    story: 'abuse imagery comes with the way to the Internet Watch Foundation, should it be a public page',
    at: 'miserden',
    by: 'staff',
    text: 'we found child abuse images on a laptop',
    considers: ['iwf'],
  },
  {
    id: 'R126',
    story: 'abuse imagery on a page of the web goes to the Internet Watch Foundation',
    at: 'miserden',
    by: 'staff',
    text: 'a pupil came across a website with child abuse images',
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
    guides: [/ask the bully to remove the material; if they refuse or cannot, contact the service provider/],
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
    guides: [/Support the pupil or adult who was harmed, whether it was meant or not/, /has been offered support/],
  },

  // 9. Parents
  {
    id: 'R159',
    story: 'a pupil too young for a site is taken up with the parents',
    at: 'somerset',
    by: 'staff',
    text: 'a year 4 pupil has an instagram account',
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

describe('What the schools ask of pictures, investigations, sanctions and parents', () => {
  it.each(rows)('$id, at $at: $story', isShown);
});
