import { describe, expect, it } from 'vitest';
import type { Audience } from '../../../src/policy/vocabulary.ts';
import { floorDesk, handlerLines, linesOf, routeOf } from '../../support/triage.ts';

/** Who tells, what, the circumstance, and a report with the same words that is none. */
type Row = readonly [who: Audience, text: string, circumstance: string, other: string];

const rows: readonly Row[] = [
  [
    'staff',
    'a boy keeps telling the others he is not going to be here for christmas',
    'not-going-to-be-here',
    'he is not going to be here for christmas, they are flying to his nan',
  ],
  [
    'staff',
    'DSL is off sick today and a child has told me her dad hits her',
    'lead-is-away',
    'the DSL is lovely and the trip forms are in the office',
  ],
  [
    'staff',
    'a child brought in a teddy with ai that listens and asked the others their names',
    'a-toy-that-listens',
    'teddy bears picnic and the bluetooth speaker broke',
  ],
  [
    'staff',
    'the older lads in her minecraft clan tell her the real history and who is to blame, it is all about the jews, extremist',
    'olders-in-a-game',
    'extremist views in her history homework, she copied them from a book',
  ],
  [
    'staff',
    'scratches on his arm, self harm i thought, he said it was the cat and then he said football',
    'two-explanations',
    'self harm posters for the corridor are in the office',
  ],
  [
    'staff',
    'I left the register up on the board and a Y9 took a photo of the SEN list',
    'seen-by-pupils',
    'I emailed the SEN list to the wrong parent',
  ],
  [
    'staff',
    'apparently one of our year 11s is selling nudes, heard from a ta',
    'sells-pictures',
    'y8 is selling pics of the team for the trip',
  ],
  [
    'staff',
    'a gore video of torture went round the bus, two y7s crying and one sick',
    'real-violence-hurts-many',
    'a gory game was played on a chromebook in y8',
  ],
  [
    'staff',
    'a lad in 10 owes 80 quid on football bets and they said he will get battered friday',
    'threatened-over-a-debt',
    'the betting thing has been dealt with by the head of year',
  ],
  [
    'technician',
    'the filter lost its categories overnight and was wide open til 9',
    'was-wide-open',
    'the filter blocks the bbc, can it be opened',
  ],
  [
    'staff',
    'spam from the bursars account to all staff, i clicked it, it is still sending right now',
    'sends-on-right-now',
    'a spam email came to all staff, nobody clicked',
  ],
  ['staff', 'got phished i think, put my login in a page', 'was-phished', 'is there a phishing test this term'],
  [
    'technician',
    'nas files all renamed and a note wants bitcoin',
    'attack',
    'i renamed the files on the server for the new term',
  ],
  [
    'staff',
    'a company wrote that we used their photo on our website and wants 600 pounds or else',
    'may-be-a-scam',
    'is the photo from the company free to use on our website, they said yes',
  ],
  [
    'technician',
    'the year 4 teachers laptop has a keygen and pirated films, he asked me to keep it quiet',
    'asked-to-keep-quiet',
    'the year 4 teachers laptop has a keygen and pirated films',
  ],
];

describe('What staff, technicians and governors tell', () => {
  it.each(rows)('%s: “%s” is seen as %s', (reporter, text, circumstance, other) => {
    expect(floorDesk.triage({ text, reporter }).rules.join()).toContain(`.${circumstance}`);
    expect(floorDesk.triage({ text: other, reporter }).rules).not.toContainEqual(
      expect.stringMatching(new RegExp(`\\.${circumstance}$`)),
    );
  });

  it('of a child in care in a picture reaches the social worker', () => {
    const text = 'our foster child is in the nativity photos on the pta facebook, his birth mum must not know the town';
    expect(routeOf(floorDesk.triage({ text, reporter: 'staff' }))).toEqual(
      expect.arrayContaining(['dsl', 'headteacher', 'childrens-social-care']),
    );
  });

  it('of a picture of a child that the headteacher passed on reaches the safeguarding lead, not the headteacher', () => {
    const text = 'the Head put a photo of a girl with no top on in our whatsapp group, one of ours';
    const result = floorDesk.triage({ text, reporter: 'staff', about: 'headteacher' });
    expect(result.route.tell).toEqual(expect.arrayContaining(['chair-of-governors', 'dsl']));
    expect(result.route.tell).not.toContain('headteacher');
    expect(handlerLines(result).join(' ')).toContain('The child comes first');
  });

  it('of what a child is made to watch at home is for the police and social care, and the child waits', () => {
    const text = 'she says stepdad makes her watch the grown ups kissing with no clothes films, he collects at 3.15';
    const result = floorDesk.triage({ text, reporter: 'staff' });
    expect(routeOf(result)).toEqual(expect.arrayContaining(['dsl', 'police', 'childrens-social-care']));
    expect(linesOf(result).join(' ')).toMatch(/not handed over to anybody/);
  });

  it('as a governor, of a person, goes to the headteacher and on no agenda', () => {
    const text = 'the supply login looks at betting sites every lunch, shall i raise it at the committee';
    expect(linesOf(floorDesk.triage({ text, reporter: 'governor' })).join(' ')).toMatch(/privately.*no agenda/);
  });
});
