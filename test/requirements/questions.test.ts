import { describe, expect, it } from 'vitest';
import { answerer } from '../../src/policy/answers/answerer.ts';
import type { Audience } from '../../src/policy/vocabulary.ts';
import { today } from '../support/packs.ts';
import { everyDesk } from '../support/triage.ts';

type Row = readonly [id: string, at: string, by: Audience, question: string, rule: string, words: RegExp];

/** What one of the five schools asks that people can learn, and the question that brings it. */
const rows: readonly Row[] = [
  // 1. Reporting
  ['R027', 'floor', 'staff', 'how do i report something?', 'floor.how-to-report', /a reference/],
  [
    'R027',
    'somerset',
    'staff',
    'how do i report a filtering breach?',
    'somerset.report-security-breach',
    /immediately/,
  ],
  ['R027', 'somerset', 'pupil', 'how do i tell someone about bullying?', 'somerset.bullying-tell', /online bully box/],
  [
    'R033',
    'somerset',
    'staff',
    'what ways are there to report bullying',
    'somerset.bullying-tell',
    /trusted adult.*bully box.*0800 1111/,
  ],
  ['R033', 'miserden', 'pupil', 'where can i get help', 'miserden.where-pupils-get-help', /teacher.*0800 1111.*CEOP/],
  ['R034', 'lbbd', 'pupil', 'what do i do if someone i know is worried online', 'lbbd.pupil-worried', /if a friend is/],
  ['R036', 'lbbd', 'pupil', 'what do i do if i get a nasty message', 'lbbd.nasty-messages', /Do not answer it/],
  [
    'R037',
    'somerset',
    'staff',
    'what should we do about an offensive email',
    'somerset.nasty-email',
    /Do not answer it, keep it, and report it/,
  ],
  [
    'R040',
    'miserden',
    'staff',
    'what to do when an unsuitable site comes up',
    'miserden.harmful-content-seen',
    /Switch the screen off or close it/,
  ],
  [
    'R053',
    'somerset',
    'staff',
    'what is the computer misuse act',
    'somerset.computer-misuse-act',
    /offence under the Computer Misuse Act 1990.*reported to the police/,
  ],
  ['R055', 'lbbd', 'pupil', 'why is it important to report abuse', 'lbbd.pupils-report', /helps to keep us all safe/],
  [
    'R056',
    'somerset',
    'parent',
    'how does the school tell parents about websites',
    'somerset.parent-information',
    /links to current advice/,
  ],
  [
    'R056',
    'all-saints',
    'parent',
    'how can parents raise a worry with the school',
    'all-saints.parent-worries',
    /Staff will meet you/,
  ],

  // 2. Bully box
  [
    'R063',
    'somerset',
    'staff',
    'what is the procedure for cyberbullying',
    'somerset.bullying-not-tolerated',
    /policy on anti-bullying/,
  ],
  [
    'R064',
    'somerset',
    'staff',
    'is cyberbullying of staff tolerated',
    'somerset.bullying-not-tolerated',
    /adults too, is not tolerated/,
  ],
  [
    'R065',
    'somerset',
    'staff',
    'what support do staff get with hurtful posts about them',
    'somerset.staff-support',
    /Do not answer online; keep the post.*Professionals Online Safety Help/,
  ],

  // 3. Triage and escalation
  [
    'R068',
    'lbbd',
    'staff',
    'are all incidents logged as safeguarding incidents',
    'lbbd.logged-as-safeguarding',
    /logged as safeguarding/,
  ],
  [
    'R069',
    'lbbd',
    'staff',
    'who deals with a complaint of internet misuse',
    'lbbd.first-contact',
    /online safety coordinator.*senior member of staff/,
  ],
  [
    'R072',
    'somerset',
    'staff',
    'who do we ask when unsure how to proceed with an incident',
    'somerset.unsure-what-to-do',
    /Safeguarding for Schools Adviser.*LADO.*Senior Education Technology Adviser/,
  ],
  ['R085', 'lbbd', 'staff', 'can i promise a child to keep a secret', 'floor.no-secrets', /No promise of secrecy/],
  ['R085', 'floor', 'pupil', 'will you tell my mum', 'floor.will-parents-be-told', /Most times/],
  ['R085', 'floor', 'pupil', 'can i tell you a secret', 'floor.no-secrets', /I cannot keep it a secret/],
  [
    'R086',
    'all-saints',
    'staff',
    'can technology be used to threaten someone',
    'all-saints.threats',
    /intimidate, threaten or harm/,
  ],
  [
    'R087',
    'miserden',
    'staff',
    'can i send rude text messages to a colleague',
    'miserden.inappropriate-texts',
    /between any members of the school community/,
  ],

  // 4. Adults
  [
    'R099',
    'chipping-sodbury',
    'staff',
    'can i follow ex students under 18',
    'chipping-sodbury.refuse-requests',
    /past students who are under 18/,
  ],
  [
    'R100',
    'somerset',
    'staff',
    'can i comment on a critical incident on social media',
    'somerset.critical-incident',
    /without permission/,
  ],
  [
    'R102',
    'miserden',
    'staff',
    'someone says he is authorised to inspect my laptop, who do i ask',
    'miserden.doubt-authorised',
    /speak to the headteacher first/,
  ],
  [
    'R103',
    'chipping-sodbury',
    'staff',
    'can i accept a friend request from a parent',
    'chipping-sodbury.no-friends-parents-students',
    /do not invite, accept or take part/,
  ],
  [
    'R104',
    'chipping-sodbury',
    'staff',
    'can i follow students from the school twitter account',
    'chipping-sodbury.school-account-follow',
    /do not follow students/,
  ],
  [
    'R105',
    'chipping-sodbury',
    'staff',
    'can i post my opinions about the school on my own facebook',
    'chipping-sodbury.reputation',
    /reputation/,
  ],
  [
    'R105',
    'lbbd',
    'staff',
    'can i discuss personal matters of parents online',
    'lbbd.staff-personal-matters',
    /should not take part/,
  ],

  // 5 and 6. Pictures
  ['R115', 'lbbd', 'staff', 'what is sexting', 'lbbd.sexting-definition', /under 18.*nude or nearly nude/],
  [
    'R116',
    'lbbd',
    'staff',
    'is it sexting when an adult shares the picture',
    'lbbd.sexting-adult',
    /child abuse, and must be referred to the police/,
  ],
  ['R117', 'lbbd', 'staff', 'may staff search pupils devices', 'lbbd.search-devices', /nobody searches: switch it off/],
  [
    'R122',
    'all-saints',
    'staff',
    'list of bad stuff you cant visit',
    'all-saints.forbidden-overview',
    /indecent images of children, discrimination/,
  ],
  [
    'R125',
    'miserden',
    'staff',
    'illegal content on personal phone',
    'miserden.own-device-content',
    /inappropriate or illegal/,
  ],

  // 8 and 9. Sanctions, parents
  [
    'R153',
    'miserden',
    'staff',
    'what pupils are not permitted to do on the internet',
    'miserden.pupil-not-allowed',
    /Eight things are not permitted/,
  ],
  [
    'R154',
    'chipping-sodbury',
    'technician',
    'no account without signed AUP',
    'chipping-sodbury.no-agreement-no-access',
    /no access to the school's system before the agreement is signed/,
  ],
  [
    'R163',
    'somerset',
    'parent',
    'what should parents post about the school',
    'somerset.parent-social-media',
    /responsibly/,
  ],
  [
    'R168',
    'miserden',
    'staff',
    'do we need consent for photos of pupils',
    'miserden.taking-photos',
    /where parents.* have given written consent/,
  ],
];

const answerers = new Map(everyDesk().map(({ id, pack }) => [id, answerer(pack)]));

describe('What the schools ask that people can learn', () => {
  it.each(rows)('%s, at %s, %s: “%s”', (_id, at, role, text, rule, words) => {
    const answer = answerers.get(at)?.({ text, role }, today);
    const told = answer?.kind === 'answered' ? answer : answer && 'told' in answer ? answer.told : undefined;
    expect(told).toMatchObject({ rule, text: expect.stringMatching(words) });
  });
});
