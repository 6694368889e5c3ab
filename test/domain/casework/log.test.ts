import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/domain/case.ts';
import type { CaseRequest } from '../../../src/domain/casework.ts';
import type { CaseLog } from '../../../src/domain/log.ts';
import { asks, bullying, does, investigated, nothingAsked, outcomeOf } from '../../support/log-cases.ts';
import { who } from '../../support/school.ts';

const noon = { at: '2026-11-20T12:00:00.000Z' };
const tomorrow = { at: '2026-11-21T12:00:00.000Z' };
const check = { kind: 'check', what: 'a page', found: 'nothing', present: 'both', when: noon, elsewhere: '' } as const;
const imagery = { kind: 'halt', why: 'abuse-imagery', text: 'it was there' } as const;
const evidence = {
  kind: 'evidence',
  what: 'black phone',
  sort: 'device',
  holder: 'Dana Sample',
  when: undefined,
  demands: nothingAsked,
} as const;
const move = { kind: 'evidence-moved', item: 1, fate: 'handed-on', who: 'PC Invented', when: undefined } as const;
const parents = {
  kind: 'parents',
  whose: 'hers',
  teller: 'the DSL',
  how: 'phone',
  when: undefined,
  agreed: '',
  demands: nothingAsked,
} as const;
const sanction = {
  kind: 'sanction',
  sanction: 'c2',
  title: 'C2',
  count: 'first',
  whom: 'a pupil',
  decided: 'detention',
  until: '',
  demands: { sanctions: ['c2'] },
} as const;

/** Every request of the log, filled in. */
const every: { readonly [Kind in LogKind]: Extract<CaseRequest, { kind: Kind }> } = {
  investigate: { kind: 'investigate', lead: who('dsl'), second: who('deputy'), computer: 'laptop 4' },
  check,
  halt: { kind: 'halt', why: 'other', text: 'one of us is ill' },
  resume: { kind: 'resume', reason: 'both are back' },
  conclude: { kind: 'conclude', found: 'two accounts' },
  viewed: { kind: 'viewed', who: 'a teacher', how: 'a pupil held it up', support: '', when: noon },
  evidence,
  'evidence-moved': move,
  'told-outside': { kind: 'told-outside', body: 'police', who: 'desk', number: 'CR/1', when: noon, advice: '' },
  'not-told': { kind: 'not-told', body: 'police', reason: 'no crime' },
  parents,
  'parents-not': { kind: 'parents-not', whose: 'his', reason: 'home is the danger' },
  sanction,
};
type LogKind =
  | 'investigate'
  | 'check'
  | 'halt'
  | 'resume'
  | 'conclude'
  | 'viewed'
  | 'evidence'
  | 'evidence-moved'
  | 'told-outside'
  | 'not-told'
  | 'parents'
  | 'parents-not'
  | 'sanction';
const kinds = Object.keys(every) as LogKind[];

const held: CaseLog = {
  evidence: { count: 1, held: [{ number: 1, what: 'x', sort: 'device', holder: 'y', since: '2026-11-20' }] },
};
const closed = { by: who('dsl'), at: noon.at, outcome: 'x', lessons: 'y' };

const states: Readonly<Record<string, Case>> = {
  'no investigation': bullying({ log: held }),
  'an open one': investigated('open', { log: held }),
  'a halted one': investigated('halted', { log: held }),
  'one halted for abuse imagery': does('itsupport', investigated('open', { log: held }), imagery),
  'an ended one': investigated('ended', { log: held }),
  'a closed case': bullying({ log: held, state: 'closed', closed }),
};

/** Which requests are done, by the state; every other is refused with the word that stands there. */
const table: Readonly<Record<LogKind, readonly string[]>> = {
  investigate: ['done', 'investigating', 'investigating', 'investigating', 'done', 'closed'],
  check: ['not-investigating', 'done', 'halted', 'halted', 'not-investigating', 'closed'],
  halt: ['not-investigating', 'done', 'halted', 'halted', 'not-investigating', 'closed'],
  resume: ['not-halted', 'not-halted', 'done', 'halted-for-good', 'not-halted', 'closed'],
  conclude: ['not-investigating', 'done', 'done', 'done', 'not-investigating', 'closed'],
  viewed: ['done', 'done', 'done', 'done', 'done', 'closed'],
  evidence: ['done', 'done', 'done', 'done', 'done', 'closed'],
  'evidence-moved': ['done', 'done', 'done', 'done', 'done', 'done'],
  'told-outside': ['done', 'done', 'done', 'done', 'done', 'done'],
  'not-told': ['done', 'done', 'done', 'done', 'done', 'closed'],
  parents: ['done', 'done', 'done', 'done', 'done', 'closed'],
  'parents-not': ['done', 'done', 'done', 'done', 'done', 'closed'],
  sanction: ['done', 'done', 'done', 'no-sanctions', 'done', 'closed'],
};

const cells = kinds.flatMap((kind) =>
  Object.entries(states).map(([state, current], n) => ({ kind, state, current, outcome: table[kind][n] })),
);

describe('what can be done to the log of a case', () => {
  it.each(cells)('$kind in $state: $outcome', ({ kind, current, outcome }) => {
    expect(outcomeOf(asks('dsl', current, every[kind]))).toBe(outcome);
  });
});

/** Requests that IT support may make, as one who was told and may note; all others want somebody who works the case. */
const ofAdvisers: readonly LogKind[] = ['check', 'halt', 'viewed', 'evidence', 'evidence-moved'];
const workers = ['dsl', 'deputy', 'head'];
const others = ['pupil', 'teacher', 'dataprot', 'esafety', 'governor', 'admin', 'chair'];

describe('who keeps it', () => {
  const open = investigated('open', { log: held });
  const stateFor = (kind: LogKind) =>
    kind === 'resume' ? investigated('halted') : kind === 'investigate' ? bullying() : open;

  it.each(kinds)('%s: whoever works the case, and of those who advise only for what they see themselves', (kind) => {
    for (const id of workers) expect([id, outcomeOf(asks(id, stateFor(kind), every[kind]))]).toEqual([id, 'done']);
    for (const id of others) expect([id, outcomeOf(asks(id, stateFor(kind), every[kind]))]).toEqual([id, 'forbidden']);
    const adviser = outcomeOf(asks('itsupport', stateFor(kind), every[kind]));
    expect(adviser).toBe(ofAdvisers.includes(kind) ? 'done' : 'forbidden');
  });

  it('lets an adviser who is not one of the two write down no check', () => {
    const two = does('dsl', bullying(), every.investigate);
    expect(outcomeOf(asks('itsupport', two, check))).toBe('not-of-the-two');
    expect(outcomeOf(asks('itsupport', two, imagery))).toBe('done');
  });

  it('keeps out whom the case excludes, whatever their role', () => {
    const { route } = bullying();
    const current = bullying({ route: { ...route, excluded: ['deputy'] } });
    for (const kind of kinds) expect(outcomeOf(asks('deputy', current, every[kind]))).toBe('forbidden');
  });
});

describe('two people investigate', () => {
  const { route } = bullying();
  const without = (id: string) => bullying({ route: { ...route, excluded: [id] } });
  it.each([
    ['the DSL and IT support', 'dsl', 'itsupport', bullying(), 'done'],
    ['IT support and the headteacher', 'itsupport', 'head', bullying(), 'done'],
    ['one person twice', 'dsl', 'dsl', bullying(), 'two-people'],
    ['nobody of that name', 'dsl', 'nobody', bullying(), 'person-may-not-know'],
    ['somebody who may not know', 'dsl', 'esafety', bullying(), 'person-may-not-know'],
    ['somebody whom it is about', 'dsl', 'deputy', without('deputy'), 'person-may-not-know'],
    ['a colleague without any part in cases', 'dsl', 'governor', bullying(), 'person-may-not-know'],
    ['whoever reported it', 'dsl', 'deputy', bullying({ reporter: who('deputy') }), 'person-may-not-know'],
    [
      'two of whom neither is senior',
      'itsupport',
      'dataprot',
      bullying({ route: { ...route, roles: [...route.roles, 'data-protection'] } }),
      'one-senior',
    ],
  ])('%s', (_, lead, second, current, outcome) => {
    const person = (id: string) => (id === 'nobody' ? undefined : who(id));
    const request = { kind: 'investigate', lead: person(lead), second: person(second), computer: 'x' } as const;
    expect(outcomeOf(asks('dsl', current, request))).toBe(outcome);
  });

  it('and the computer must be named', () => {
    const request = { kind: 'investigate', lead: who('dsl'), second: who('head'), computer: ' ' } as const;
    expect(outcomeOf(asks('dsl', bullying(), request))).toBe('empty');
  });
});

describe('abuse imagery', () => {
  const halted = does('itsupport', investigated(), imagery);

  it('halts it for good, makes the case immediate, and says on the record what it was filed as', () => {
    expect(halted).toMatchObject({
      category: 'child-abuse-imagery',
      severity: 'immediate',
      log: { imagery: true, investigation: { state: 'halted', halted: 'abuse-imagery' } },
    });
    const decision = asks('itsupport', investigated(), imagery);
    expect(decision).toMatchObject({
      cardChanged: true,
      event: {
        filed: {
          from: { category: 'cyberbullying', severity: 'medium' },
          to: { category: 'child-abuse-imagery', severity: 'immediate' },
        },
      },
    });
  });

  it('leaves a case of a nude what it is, and another reason changes no kind', () => {
    const nude = investigated('open', { category: 'nudes-semi-nudes', severity: 'immediate' });
    expect(does('dsl', nude, imagery)).toMatchObject({ category: 'nudes-semi-nudes', severity: 'immediate' });
    expect(investigated('halted')).toMatchObject({ category: 'cyberbullying', severity: 'medium' });
  });

  it('can only be ended, and no new investigation follows, also when it is filed as something else', () => {
    const ended = does('dsl', halted, every.conclude);
    const refiled = does('dsl', ended, {
      kind: 'refile',
      to: { category: 'other', severity: 'low' },
      reason: 'the police say so',
    });
    expect(outcomeOf(asks('dsl', refiled, every.investigate))).toBe('halted-for-good');
    expect(outcomeOf(asks('dsl', refiled, sanction))).toBe('no-sanctions');
    expect(outcomeOf(asks('dsl', refiled, { ...evidence, sort: 'screenshot' }))).toBe('no-copies');
  });
});

describe('a picture that nobody may copy', () => {
  const sorts = { device: 'done', records: 'done', description: 'done' } as Record<string, string>;
  const kindsOfCase = ['nudes-semi-nudes', 'child-abuse-imagery', 'cyberbullying'] as const;
  it.each(
    kindsOfCase.flatMap((category) =>
      (['device', 'screenshot', 'paper', 'records', 'description', 'other'] as const).map((sort) => {
        const outcome = category === 'cyberbullying' ? 'done' : (sorts[sort] ?? 'no-copies');
        return { category, sort, outcome };
      }),
    ),
  )('$category, $sort: $outcome', ({ category, sort, outcome }) => {
    expect(outcomeOf(asks('dsl', bullying({ category }), { ...evidence, sort }))).toBe(outcome);
  });

  it.each([
    'a screenshot of it',
    'screen-shots in an envelope',
    'printed out',
    'two copies of the picture',
    'a print-out',
  ])('is not registered as a description either: %s', (what) => {
    const current = bullying({ category: 'nudes-semi-nudes' });
    expect(outcomeOf(asks('dsl', current, { ...evidence, sort: 'description', what }))).toBe('no-copies');
    expect(outcomeOf(asks('dsl', current, { ...evidence, sort: 'device', what }))).toBe('done');
    expect(outcomeOf(asks('dsl', bullying(), { ...evidence, sort: 'description', what }))).toBe('done');
  });

  it('nor where only the school’s policy says so', () => {
    const demands = { handsOff: true };
    expect(outcomeOf(asks('dsl', bullying(), { ...evidence, sort: 'paper', demands }))).toBe('no-copies');
  });
});

describe('the register of evidence', () => {
  it('says who holds what since when, and what became of it', () => {
    const two = does('dsl', does('dsl', bullying(), evidence), { ...evidence, what: 'a tablet' });
    expect(two.log?.evidence).toEqual({
      count: 2,
      held: [
        { number: 1, what: 'black phone', sort: 'device', holder: 'Dana Sample', since: '2026-11-20T14:00:00.000Z' },
        { number: 2, what: 'a tablet', sort: 'device', holder: 'Dana Sample', since: '2026-11-20T14:00:00.000Z' },
      ],
    });
    const handed = does('dsl', two, { ...move, when: noon });
    expect(handed.log?.evidence?.held[0]).toMatchObject({ holder: 'PC Invented', since: noon.at });
    const back = does('dsl', handed, { ...move, fate: 'returned' });
    expect(back.log?.evidence?.held.map(({ number }) => number)).toEqual([2]);
    expect(outcomeOf(asks('dsl', back, move))).toBe('not-held');
    expect(does('dsl', back, evidence).log?.evidence?.held.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('holds no more than can be listed', () => {
    let current = bullying();
    for (let n = 0; n < 40; n++) current = does('dsl', current, { ...evidence, what: `thing ${n}` });
    expect(outcomeOf(asks('dsl', current, evidence))).toBe('register-full');
  });
});

describe('when it was', () => {
  it.each(['check', 'viewed', 'evidence', 'evidence-moved', 'told-outside', 'parents'] as const)(
    '%s cannot be still to come',
    (kind) => {
      const current = investigated('open', { log: held });
      expect(outcomeOf(asks('dsl', current, { ...every[kind], when: tomorrow } as CaseRequest))).toBe('not-yet');
      const soon = { at: '2026-11-20T14:04:00.000Z' };
      expect(outcomeOf(asks('dsl', current, { ...every[kind], when: soon } as CaseRequest))).toBe('done');
    },
  );

  it('is now where nothing is said, and only a day where no more is known', () => {
    const decided = (when: { at: string; day?: string } | undefined) =>
      asks('dsl', bullying(), { ...every['told-outside'], when } as CaseRequest);
    expect(decided(undefined)).toMatchObject({ event: { when: '2026-11-20T14:00:00.000Z' } });
    expect(decided({ at: '2026-11-19T00:00:00.000Z', day: '2026-11-19' })).toMatchObject({
      event: { when: '2026-11-19' },
    });
  });
});

describe('outside bodies and parents', () => {
  it('a body that was told is never on record as not told', () => {
    const not = does('dsl', bullying(), every['not-told']);
    const told = does('dsl', not, every['told-outside']);
    expect(told.log).toMatchObject({ told: ['police'], notTold: [] });
    expect(outcomeOf(asks('dsl', told, every['not-told']))).toBe('told-already');
  });

  it('parents are told only after a decision where the policy holds it back', () => {
    const demands = { holdParents: true };
    expect(outcomeOf(asks('dsl', bullying(), { ...parents, demands }))).toBe('empty');
    expect(outcomeOf(asks('dsl', bullying(), { ...parents, demands, agreed: 'the DSL: no risk' }))).toBe('done');
  });

  it('that some parents were told stays so when others are not', () => {
    const both = does('dsl', does('dsl', bullying(), parents), every['parents-not']);
    expect(both.log?.parents).toBe('told');
  });
});

describe('a sanction', () => {
  it.each([
    ['of the grid that the policy has for such a case', sanction, bullying(), 'done'],
    ['under another policy', { ...sanction, sanction: 'other', title: '' }, bullying(), 'done'],
    ['that the policy has not for such a case', { ...sanction, sanction: 'c4' }, bullying(), 'no-sanctions'],
    ['where care comes first', { ...sanction, demands: { sanctions: 'none' as const } }, bullying(), 'no-sanctions'],
    ['for a nude', sanction, bullying({ category: 'nudes-semi-nudes' }), 'no-sanctions'],
    ['for abuse imagery', sanction, bullying({ category: 'child-abuse-imagery' }), 'no-sanctions'],
    ['for nobody', { ...sanction, whom: '' }, bullying(), 'empty'],
  ])('%s', (_, request, current, outcome) => {
    expect(outcomeOf(asks('dsl', current, request))).toBe(outcome);
  });

  it('changes nothing but the record', () => {
    const before = bullying();
    const { log, ...after } = does('dsl', before, sanction);
    expect(after).toEqual(before);
    expect(log).toEqual({ sanctions: ['c2'] });
  });
});
