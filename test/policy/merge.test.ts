import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categories, severities } from '../../src/domain/filing.ts';
import { mergePack } from '../../src/policy/merge.ts';
import { type PackSource, packSource } from '../../src/policy/pack.ts';
import { adviceAudiences, evidenceRules, insideRoles, outsideRoles } from '../../src/policy/vocabulary.ts';
import { floorFolder, written } from '../support/packs.ts';

const floor = written(floorFolder);
const { pack: standingFloor } = mergePack(floor, undefined);

/** A school's pack that says this, as YAML would. */
function pack(said: object): PackSource {
  return packSource.parse({ pack: { id: 'oakfield', school: 'Oakfield School', standsOn: 'floor' }, ...said });
}

function problems(said: object): readonly string[] {
  return mergePack(pack(said), floor).problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('A pack cannot loosen the floor', () => {
  it.each<[string, object, RegExp]>([
    [
      'a severity below the floor',
      { incidents: { extremism: { severity: 'medium' } } },
      /severity: is medium; the floor asks for high/,
    ],
    ['another of the four Cs', { incidents: { extremism: { c: 'conduct' } } }, /every school counts this as content/],
    [
      'a case of the floor in other words',
      { incidents: { extremism: { cases: { threat: { why: 'x', words: ['zebra'] } } } } },
      /is a case of the floor/,
    ],
    [
      'evidence kept that must never be',
      { incidents: { 'nudes-semi-nudes': { evidence: 'keep' } } },
      /is keep where the floor says never/,
    ],
    [
      'evidence touched that must be left',
      { incidents: { 'grooming-contact': { evidence: 'keep' } } },
      /is keep where the floor says leave/,
    ],
    [
      'parents told by somebody else',
      { incidents: { 'nudes-semi-nudes': { parents: { by: 'class-teacher' } } } },
      /lets class-teacher tell parents/,
    ],
    [
      'a longer time limit',
      { incidents: { 'data-breach': { deadlines: { ico: { within: '1 week', what: 'x', by: 'dsl' } } } } },
      /longer than the floor's 72 hours/,
    ],
    [
      'punishment where care comes first',
      { incidents: { 'self-harm': { sanctions: ['detention'] } } },
      /floor puts care first/,
    ],
    [
      'the headteacher told about the headteacher',
      { accused: { headteacher: { why: 'x', tell: ['headteacher'] } } },
      /lets headteacher know/,
    ],
    [
      'the leadership kept on a case about the headteacher',
      { accused: { headteacher: { why: 'x', keeps: ['slt'] } } },
      /lets slt know/,
    ],
    [
      'the safeguarding lead told about the safeguarding lead',
      { accused: { dsl: { why: 'x', tell: ['dsl'] } } },
      /lets dsl know/,
    ],
    [
      'an alarm in other words',
      { alarms: { 'danger-now': { why: 'x', words: ['zebra'] } } },
      /is an alarm of the floor/,
    ],
    ['another number for Childline', { helplines: { childline: { phone: '0800 0000' } } }, /same everywhere/],
    ['a helpline that is hidden', { helplines: { ceop: { hidden: true } } }, /hides a helpline/],
    [
      'a changed number that nobody has tried',
      { helplines: { nspcc: { phone: '0800 0000' } } },
      /without a later `checked` date/,
    ],
    [
      'another answer about nudes',
      { rules: { nudes: { topic: 'nudes', asks: ['nudes'], answer: 'Look.', clause: 'A' } } },
      /only the floor may answer/,
    ],
    [
      'a word of the floor that is passed over',
      { incidents: { 'nudes-semi-nudes': { signs: { ignore: ['nude*'] } } } },
      /would pass over what the floor must see/,
    ],
    [
      'an example of the floor that is passed over',
      { incidents: { cyberbullying: { signs: { ignore: ['keeps sending me horrible messages'] } } } },
      /would pass over/,
    ],
    ['more words for a joke', { cues: { joke: ['zebra'] } }, /only the floor may list these/],
    [
      'a word of the floor that is respelt',
      { spellings: { suicide: 'sleep' } },
      /a word by which the floor recognises/,
    ],
    [
      'a claim to be the floor',
      { pack: { id: 'oakfield', school: 'Oakfield', standsOn: 'floor', base: true } },
      /for the floor alone/,
    ],
    [
      'a report told to somebody it is kept from',
      { incidents: { 'filtering-issue': { keepFrom: ['slt'], tell: ['slt'] } } },
      /tells slt, from whom it is kept/,
    ],
  ])('%s', (_, said, why) => {
    expect(problems(said).join('\n')).toMatch(why);
  });
});

describe('A pack can tighten the floor', () => {
  it.each<[string, object]>([
    ['a higher severity', { incidents: { copyright: { severity: 'high' } } }],
    ['more people told', { incidents: { cyberbullying: { tell: ['headteacher', 'head-of-house'] } } }],
    ['another outside body', { incidents: { cyberbullying: { outside: { 'safeguarding-adviser': 'Ring.' } } } }],
    ['stricter evidence', { incidents: { cyberbullying: { evidence: 'never' } } }],
    [
      'a shorter time limit',
      { incidents: { 'data-breach': { deadlines: { ico: { within: '24 hours', what: 'x', by: 'dsl' } } } } },
    ],
    ['a newer number', { helplines: { nspcc: { phone: '0800 0000', checked: '2027-01' } } }],
    [
      'an answer of its own',
      { rules: { 'social-media-age': { topic: 'social-media', asks: ['age'], answer: '13.', clause: 'A' } } },
    ],
    [
      'words that only look like an incident',
      { incidents: { cyberbullying: { signs: { ignore: ['oakfield bulls'] } } } },
    ],
    [
      'parents told by the lead alone',
      { incidents: { 'nudes-semi-nudes': { parents: { by: 'dsl', notBy: 'staff' } } } },
    ],
    ['the lead told of a concern about staff', { accused: { staff: { why: 'x', tell: ['dsl'] } } }],
  ])('%s', (_, said) => {
    expect(problems(said)).toEqual([]);
  });

  it('and its own answer takes the place of the floor’s', () => {
    const own = { topic: 'social-media', asks: ['age'], answer: 'Thirteen.', clause: 'A' };
    const { rules } = mergePack(pack({ rules: { 'social-media-age': own } }), floor).pack;
    expect(rules.filter(({ id }) => id.endsWith('social-media-age')).map(({ id }) => id)).toEqual([
      'oakfield.social-media-age',
    ]);
  });

  it('and what it says comes with its own name and clause first', () => {
    const said = {
      documents: { policy: { title: 'P' } },
      incidents: { cyberbullying: { clause: 'Bullying', tell: ['slt'] } },
    };
    expect(mergePack(pack(said), floor).pack.incidents.cyberbullying).toMatchObject({
      ids: ['oakfield.cyberbullying', 'floor.cyberbullying'],
      clauses: [{ document: 'policy', section: 'Bullying' }, { document: 'floor' }],
      tell: ['dsl', 'slt'],
    });
  });
});

const lines = fc.array(fc.constantFrom('Write it down.', 'Ring the office.'), { maxLength: 2 });
const advice = fc.record({ staff: lines, pupil: lines, parent: lines });
const anyIncident = fc.record(
  {
    severity: fc.constantFrom(...severities),
    tell: fc.array(fc.constantFrom(...insideRoles), { maxLength: 3 }),
    outside: fc.dictionary(fc.constantFrom(...outsideRoles), fc.constant('Ring.'), { maxKeys: 2 }),
    do: advice,
    dont: advice,
    evidence: fc.constantFrom(...evidenceRules),
    keepFrom: fc.constant(['all-staff']),
    parents: fc.record({ by: fc.constantFrom(...insideRoles), hold: fc.boolean() }),
    close: lines,
  },
  { requiredKeys: [] },
);

describe('Whatever a pack says of an incident, if it is not refused, nothing of the floor is lost', () => {
  it('for any category and any mixture of what can be said', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...categories), anyIncident, (category, said) => {
        const { pack: merged, problems: found } = mergePack(pack({ incidents: { [category]: said } }), floor);
        if (found.length > 0) return;
        accepted++;
        const [now, before] = [merged.incidents[category], standingFloor.incidents[category]];
        expect(severities.indexOf(now.severity)).toBeLessThanOrEqual(severities.indexOf(before.severity));
        expect(evidenceRules.indexOf(now.evidence.rule)).toBeGreaterThanOrEqual(
          evidenceRules.indexOf(before.evidence.rule),
        );
        expect(now.tell).toEqual(expect.arrayContaining([...before.tell]));
        expect(Object.keys(now.outside)).toEqual(expect.arrayContaining(Object.keys(before.outside)));
        expect(now.keepFrom).toEqual(expect.arrayContaining([...before.keepFrom]));
        expect(now.close).toEqual(expect.arrayContaining([...before.close]));
        expect(now.parents.hold || !before.parents.hold).toBe(true);
        for (const who of adviceAudiences) {
          expect(now.do[who]).toEqual(expect.arrayContaining(before.do[who]));
          expect(now.dont[who]).toEqual(expect.arrayContaining(before.dont[who]));
        }
      }),
      { numRuns: 120, seed: 3 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
