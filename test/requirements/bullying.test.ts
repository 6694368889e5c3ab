import { describe, it } from 'vitest';
import { type Asked, isShown } from '../support/asked.ts';

const rows: readonly Asked[] = [
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
    hears: [/keep the evidence/i, /do not answer it/],
    guides: [/Support the member of staff/],
    helplines: [/Professionals Online Safety Helpline/],
  },
];

describe('What the schools ask of bullying', () => {
  it.each(rows)('$id, at $at: $story', isShown);
});
