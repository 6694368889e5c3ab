import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { type CaseRequest, decide } from '../../src/domain/casework.ts';
import { mayReadmit } from '../../src/domain/keeping-out.ts';
import { findableBy, partiesOf } from '../../src/domain/parties.ts';
import { actions, mayOn } from '../../src/domain/permissions.ts';
import { emptyReport, subjectKinds, subjectParts } from '../../src/domain/report.ts';
import { routeFor } from '../../src/domain/routing.ts';
import { harbour, who } from '../support/school.ts';

const now = '2026-06-23T08:30:00.000Z';
const { people } = harbour;

function newCase(id: string): Case {
  return {
    id,
    school: 'harbour',
    category: 'cyberbullying',
    severity: 'medium',
    state: 'new',
    reportedAt: now,
    reporter: who('pupil'),
    report: emptyReport,
    route: routeFor({ tell: [], subjects: [], accused: undefined, keepFrom: '' }, people),
    rules: [],
    seq: 1,
    lastHash: '',
  };
}

describe('who may let somebody know of a case again', () => {
  it.each([
    ['head', 'deputy', true],
    ['chair', 'deputy', true],
    ['dsl', 'deputy', false],
    ['chair', 'head', true],
    ['head', 'head', false],
    ['dsl', 'head', false],
    ['head', 'chair', true],
    ['head', 'dsl', true],
    ['deputy', 'dsl', false],
    ['itsupport', 'teacher', false],
  ])('%s about %s: %s', (by, about, may) => {
    expect(mayReadmit(who(by), who(about))).toBe(may);
  });

  it('a second headteacher is no judge of the first', () => {
    expect(mayReadmit({ id: 'head2', roles: ['headteacher', 'chair-of-governors'] }, who('head'))).toBe(false);
  });
});

describe('what a person is found by across cases', () => {
  const party = { id: 'p1', kind: 'pupil', part: 'target' } as const;

  it.each([
    ['Zoë  O’Neil', 'name zoe o neil'],
    ['miss ZOE O-Neil', 'name zoe o neil'],
    ['Zoe, O Neil', 'name zoe o neil'],
    ['李小龙', 'name 李小龙'],
  ])('"%s"', (name, found) => {
    expect(findableBy({ ...party, name }, people)).toEqual([found]);
  });

  it('is nothing for somebody without a name', () => {
    expect(findableBy({ ...party, name: ' Mr ' }, people)).toEqual([]);
  });

  it('is who they are, too, for an adult whom the name certainly is', () => {
    const staff = { ...party, kind: 'staff' } as const;
    expect(findableBy({ ...staff, name: 'Mr Specimen' }, people)).toEqual(['name specimen', 'person deputy']);
    // Two hold this surname, and one is a pupil.
    expect(findableBy({ ...staff, name: 'Mr Example' }, people)).toEqual(['name example', 'person teacher']);
    expect(findableBy({ ...party, name: 'Devon Specimen' }, people)).toEqual(['name devon specimen']);
  });
});

const names = [
  '',
  'Jo Invented',
  'Mr Specimen',
  'Dana Sample',
  'the headteacher',
  'Char Mockup',
  'Ike Fixture',
  'Tess',
];
const person = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...['dsl', 'deputy', 'head', 'chair'].map(who)) },
  { weight: 1, arbitrary: fc.constantFrom(...people) },
);
const subject = fc.record({
  name: fc.constantFrom(...names),
  kind: fc.constantFrom(...subjectKinds),
  part: fc.constantFrom(...subjectParts),
});
const party = fc.integer({ min: 1, max: 6 }).map((n) => `p${n}`);
const picked = fc.option(person, { nil: undefined, freq: 3 });
const reason = fc.constant('a reason');
const which = fc.constantFrom('TEST-0001', 'TEST-0001', 'TEST-0002');
const request: fc.Arbitrary<CaseRequest> = fc.oneof(
  fc.record({ kind: fc.constant('party-add' as const), who: subject, person: picked, reason }),
  fc.record({ kind: fc.constant('party-change' as const), party, who: subject, person: picked, reason }),
  fc.record({ kind: fc.constant('party-remove' as const), party, reason }),
  fc.record({ kind: fc.constant('readmit' as const), person, reason }),
  fc.record({ kind: fc.constant('link' as const), other: which, why: reason }),
  fc.record({ kind: fc.constant('merge' as const), other: which, why: reason }),
  fc.record({ kind: fc.constant('escalate' as const), to: person, reason }),
  fc.record({ kind: fc.constant('assign' as const), to: person }),
  fc.record({ kind: fc.constant('acknowledge' as const) }),
  fc.record({ kind: fc.constant('reopen' as const), reason }),
  fc.record({ kind: fc.constant('close' as const), outcome: reason, lessons: reason }),
);
const story = fc.array(fc.record({ on: which, by: person, request }), { maxLength: 25 });

describe('any story of two cases, by anybody', () => {
  it('whoever a case accuses, or ever accused, may do nothing with it until the right person lets them in', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const cases = new Map([newCase('TEST-0001'), newCase('TEST-0002')].map((one) => [one.id, one]));
        for (const { on, by, request: wanted } of steps) {
          const current = cases.get(on) as Case;
          const other = cases.get(on === 'TEST-0001' ? 'TEST-0002' : 'TEST-0001') as Case;
          const tied = 'other' in wanted ? (wanted.other === on ? current : other) : undefined;
          const around = { ...harbour, ...(tied && { other: tied }) };
          const decision = decide(current, wanted, by, now, around);
          if (decision.kind !== 'done') continue;
          const before = [current, other];
          for (const next of [decision.next, ...(decision.also ? [decision.also.next] : [])]) {
            cases.set(next.id, next);
            const was = before.find(({ id }) => id === next.id) as Case;
            const freed = was.route.excluded.filter((id) => !next.route.excluded.includes(id));
            expect(freed).toEqual(wanted.kind === 'readmit' && next.id === on ? [wanted.person?.id] : []);
            if (freed[0]) expect(mayReadmit(by, who(freed[0]))).toBe(true);
            expect(!was.route.inChannel && next.route.inChannel).toBe(false);
          }
          for (const next of cases.values()) checkOne(next);
        }
      }),
      { numRuns: 400 },
    );
  });
});

/** What holds of every case, whatever was done. */
function checkOne(next: Case): void {
  const accused = routeFor({ tell: [], subjects: partiesOf(next), accused: undefined, keepFrom: '' }, people);
  for (const id of accused.excluded) expect(next.route.excluded).toContain(id);
  for (const id of next.route.excluded) {
    for (const action of actions) expect(mayOn(who(id), action, next)).toBe(false);
    expect(next.assignee?.id).not.toBe(id);
    expect(next.route.told).not.toContain(id);
    if (next.state !== 'closed') expect(next.acknowledged?.by.id).not.toBe(id);
    // Whoever is excluded may sit in the channel.
    if (
      mayOn(who(id), 'cases', { route: { ...next.route, excluded: [], roles: ['dsl', 'deputy-dsl', 'headteacher'] } })
    ) {
      expect(next.route.inChannel).toBe(false);
    }
  }
  expect(new Set(partiesOf(next).map(({ id }) => id)).size).toBe(partiesOf(next).length);
}
