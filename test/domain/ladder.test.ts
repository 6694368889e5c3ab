import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route } from '../../src/domain/case.ts';
import type { Rung, Step } from '../../src/domain/case-clock.ts';
import type { Severity } from '../../src/domain/filing.ts';
import { type Climb, type Climber, nextRung, onCallFor, standInFor, withRole } from '../../src/domain/ladder.ts';
import type { Person, Role } from '../../src/domain/people.ts';
import type { Subject } from '../../src/domain/report.ts';
import { routeFor } from '../../src/domain/routing.ts';
import { harbour, who } from '../support/school.ts';

const ordinary: Route = {
  roles: ['dsl', 'deputy-dsl', 'headteacher'],
  inChannel: true,
  told: [],
  excluded: [],
  rules: [],
};

/** Where a report about this adult of the school goes. */
function about(kind: Subject['kind'], name: string, people: readonly Person[] = harbour.people, keepFrom = ''): Route {
  return routeFor({ tell: [], subjects: [{ name, kind, part: 'alleged' }], accused: undefined, keepFrom }, people);
}

function caseOn(route: Route, severity: Severity = 'medium', assignee?: Person): Climber {
  return { route, severity, reporter: who('teacher'), ...(assignee ? { assignee } : {}) };
}

type Story = { readonly step?: Step; readonly away?: readonly string[]; readonly people?: readonly Person[] };

/** Every rung of the ladder with whom it tells, up to the end or the first `again`. */
function ladder(current: Climber, { step = 'acknowledged', away = [], people = harbour.people }: Story = {}): string {
  const rungs: string[] = [];
  let [last, route]: [Rung | undefined, Route] = [undefined, current.route];
  for (;;) {
    const climb: Climb | undefined = nextRung({ ...current, route }, step, last, { people, away: new Set(away) });
    if (!climb || last === 'again') return rungs.join(', ');
    last = climb.rung;
    const names = climb.to.map(({ id }) => id).join('+');
    rungs.push(names === '' ? climb.rung : names);
    const role = harbour.people.flatMap(({ roles }) => roles).find((one: Role) => one === climb.rung);
    if (role) route = withRole(route, role);
  }
}

const both = [who('dsl'), who('deputy'), who('chair')].map((one) =>
  one.id === 'dsl' ? { ...one, roles: [...one.roles, 'headteacher' as const] } : one,
);
const twoLeads = [...harbour.people, { ...who('dsl'), id: 'dsl2', name: 'Dara Second' }];

describe('a missed deadline climbs', () => {
  it.each([
    ['from the channel to the chair', {}, 'channel, dsl, deputy, head, chair'],
    ['past whoever is away', { away: ['dsl'] }, 'channel, deputy, head, chair'],
    ['past all who are away', { away: ['dsl', 'deputy', 'head'] }, 'channel, chair'],
    ['to both holders of a role', { people: twoLeads }, 'channel, dsl+dsl2, deputy, head, chair'],
    ['once to somebody with two roles', { people: both }, 'channel, dsl, deputy, chair'],
  ] as const)('%s', (_, story, expected) => {
    expect(ladder(caseOn(ordinary), story)).toBe(expected);
  });

  it('never to whom the case excludes', () => {
    expect(ladder(caseOn({ ...ordinary, excluded: ['deputy', 'chair'] }))).toBe('channel, dsl, head');
  });

  it('first to whoever has the case, once somebody has', () => {
    expect(ladder(caseOn(ordinary, 'high', who('deputy')), { step: 'acted' })).toBe(
      'deputy, channel, dsl, deputy, head, chair',
    );
  });

  it('past whoever has the case while they are away', () => {
    const story = { step: 'reviewed', away: ['deputy'] } as const;
    expect(ladder(caseOn(ordinary, 'high', who('deputy')), story)).toBe('channel, dsl, head, chair');
  });

  it('to the reporter at last, and to all again, where somebody may be in danger', () => {
    expect(ladder(caseOn(ordinary, 'immediate'))).toBe(
      'channel, dsl, deputy, head, chair, reporter, dsl+deputy+head+chair',
    );
  });
});

describe('a case about staff climbs', () => {
  it.each([
    ['a teacher', about('staff', 'Tess Example'), {}, 'head, chair, deputy, dsl'],
    ['a teacher, the headteacher away', about('staff', 'Tess Example'), { away: ['head'] }, 'chair, deputy, dsl'],
    ['the headteacher', about('headteacher', ''), {}, 'chair, deputy, dsl'],
    ['the headteacher, the chair away', about('headteacher', ''), { away: ['chair'] }, 'deputy, dsl'],
    ['the safeguarding lead', about('dsl', ''), {}, 'head, chair, deputy'],
    ['a deputy', about('staff', 'Devon Specimen'), {}, 'head, chair, dsl'],
    ['the chair', about('staff', 'Char Mockup'), {}, 'head, deputy, dsl'],
  ] as const)('about %s, never in the channel', (_, route, story, expected) => {
    expect(ladder(caseOn(route), story)).toBe(expected);
  });

  it('past every holder of a post that one of them is accused of misusing', () => {
    const route = about('staff', 'Dana Sample', twoLeads);
    expect(ladder(caseOn(route), { people: twoLeads })).toBe('head, chair, deputy');
  });
});

describe('a case around people who may not know', () => {
  it.each([
    ['the lead', 'Dana Sample', 'deputy, head, chair'],
    ['the lead and the headteacher', 'Dana Sample and Hedley Placeholder', 'deputy, chair'],
    ['everybody of the team', 'Dana Sample, Devon Specimen, Hedley Placeholder', 'chair'],
  ])('%s, climbs past them and never in the channel', (_, keepFrom, expected) => {
    const route = routeFor({ tell: [], subjects: [], accused: undefined, keepFrom }, harbour.people);
    expect(ladder(caseOn(route))).toBe(expected);
  });

  it('that is restricted to two climbs to those two alone', () => {
    expect(ladder(caseOn({ ...ordinary, inChannel: false, only: ['deputy', 'head'] }))).toBe('deputy, head');
    expect(ladder(caseOn({ ...about('headteacher', ''), only: ['chair', 'deputy'] }))).toBe('chair, deputy');
  });
});

const anybody = fc.subarray(harbour.people.map(({ id }) => id));
const anyRoute = fc.oneof(
  fc.constant(ordinary),
  fc.constantFrom(...harbour.people).map(({ name }) => about('staff', name)),
  fc.constantFrom('headteacher' as const, 'dsl' as const).map((kind) => about(kind, '')),
);

describe('whatever a case is about and whoever is away', () => {
  it('nobody is told who is excluded or away, and nobody twice', () => {
    fc.assert(
      fc.property(anyRoute, anybody, anybody, (route, away, excluded) => {
        const kept = { ...route, excluded: [...new Set([...route.excluded, ...excluded])] };
        const told = ladder(caseOn(kept), { away }).split(/, |\+/);
        for (const id of [...kept.excluded, ...away]) expect(told).not.toContain(id);
        expect(new Set(told).size).toBe(told.length);
        if (!kept.inChannel) expect(told).not.toContain('channel');
      }),
      { numRuns: 500 },
    );
  });
});

describe('whoever is away', () => {
  const staff = (...away: string[]) => ({ people: harbour.people, away: new Set(away) });

  it.each([
    ['the lead, by the deputy', 'dsl', ordinary, [], 'deputy'],
    ['the lead, by the headteacher where the deputy is away too', 'dsl', ordinary, ['deputy'], 'head'],
    ['the deputy, by the lead', 'deputy', ordinary, [], 'dsl'],
    [
      'the headteacher on a case that is theirs alone, by nobody',
      'head',
      about('staff', 'Tess Example'),
      [],
      undefined,
    ],
  ] as const)('is stood in for: %s', (_, absent, route, away, expected) => {
    expect(standInFor(absent, { route }, staff(absent, ...away))?.id).toBe(expected);
  });

  it('is not called; where nobody on call is there, whoever may know is', () => {
    const called = (...away: string[]) =>
      onCallFor({ route: ordinary }, harbour.onCall, staff(...away)).map(({ id }) => id);
    expect(called()).toEqual(['dsl', 'deputy']);
    expect(called('dsl')).toEqual(['deputy']);
    expect(called('dsl', 'deputy')).toEqual(['head']);
  });
});
