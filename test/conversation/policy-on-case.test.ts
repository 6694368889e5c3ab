import { describe, expect, it } from 'vitest';
import { policyOn } from '../../src/conversation/policy-on-case.ts';
import { caseFormsView } from '../../src/conversation/present/actions.ts';
import { caseDetailView } from '../../src/conversation/present/case-detail.ts';
import { guidanceRows, parentLines } from '../../src/conversation/present/guidance.ts';
import { alone } from '../../src/conversation/present/neighbours.ts';
import type { Case } from '../../src/domain/case.ts';
import { type Category, categories } from '../../src/domain/filing.ts';
import { emptyReport, type Subject } from '../../src/domain/report.ts';
import { routeFor } from '../../src/domain/routing.ts';
import { bullying } from '../support/log-cases.ts';
import { policyNamed } from '../support/policies.ts';
import { harbour, who } from '../support/school.ts';

const packs = ['floor', 'somerset', 'lbbd', 'miserden', 'all-saints', 'chipping-sodbury'] as const;
const policies = new Map(packs.map((name) => [name, policyNamed(name)]));

function at(pack: (typeof packs)[number], person = 'dsl') {
  const policy = policies.get(pack);
  if (!policy) throw new Error(pack);
  return { school: harbour, policy, person: who(person) };
}

/** A case as it is filed when this is reported and nobody changed anything. */
function reported(
  pack: (typeof packs)[number],
  what: string,
  more: Partial<Case> = {},
  subjects: Subject[] = [],
): Case {
  const report = { ...emptyReport, what, subjects };
  const base = bullying({
    report,
    route: routeFor({ tell: [], subjects, accused: undefined, keepFrom: '' }, harbour.people),
  });
  const { triage } = policyOn(at(pack), base);
  return { ...base, category: triage.category, severity: triage.severity, ...more };
}

const pupil: Subject = { name: 'Jo Invented', kind: 'pupil', part: 'alleged' };
const coach: Subject = { name: 'A Coach', kind: 'staff', part: 'alleged' };

describe('outside bodies', () => {
  it.each([
    [
      'an adult who touched a child, at any school',
      'floor',
      'a coach touched a girl and asked her for sex',
      [coach],
      ['police', 'lado'],
    ],
    ['a coach who messages a boy', 'somerset', 'a coach keeps messaging a boy at night', [coach], ['lado']],
    ['abuse imagery', 'floor', 'he has child porn videos on his laptop', [], ['police']],
    ['abuse imagery on the web', 'floor', 'he was on a website with child porn videos', [], ['police', 'iwf']],
    [
      'a man who wants to meet a girl',
      'floor',
      'a man online wants to meet a girl from year 7 after school',
      [],
      ['police'],
    ],
    ['bullying among pupils', 'floor', 'someone is being mean to her in the group chat', [pupil], []],
  ] as const)('%s (%s): %s', (_, pack, what, subjects, bodies) => {
    const asked = policyOn(at(pack), reported(pack, what, {}, [...subjects]));
    expect(asked.demands.outside).toEqual(expect.arrayContaining([...bodies]));
    if (bodies.length === 0) expect(asked.demands.outside).toEqual([]);
  });

  it('have the numbers that the school and its policy know', () => {
    const { outside } = policyOn(at('floor'), reported('floor', 'a coach keeps messaging a boy at night', {}, [coach]));
    expect(outside.find(({ body }) => body === 'lado')?.name).toContain('01632 960004');
    const imagery = policyOn(at('floor'), reported('floor', 'he has child porn videos on his laptop'));
    expect(imagery.outside.find(({ body }) => body === 'police')?.name).toContain('999');
  });

  it('the police come in once abuse imagery was met, whatever the case is filed as', () => {
    const current = reported('floor', 'someone is being mean to her in the group chat', { log: { imagery: true } });
    expect(policyOn(at('floor'), current).demands).toMatchObject({
      outside: ['police'],
      handsOff: true,
      sanctions: 'none',
    });
  });

  it('and what is filed as another kind still says what its own words call for', () => {
    const stepsFor = (words: string) =>
      policyOn(at('floor'), reported('floor', words, { category: 'gambling-commerce' })).handling.steps.join('\n');
    expect(stepsFor('somebody paid for virtual coins with the school debit card')).toContain('Have the card stopped');
    expect(stepsFor('somebody paid for virtual coins')).not.toContain('Have the card stopped');
  });

  it('and what its own words call for is seen at once, before the checklist, which is folded away', () => {
    const current = reported('floor', 'a man has a nude of her and wants 200 pounds by tonight');
    const rows = guidanceRows(at('floor'), current, policyOn(at('floor'), current));
    const [first, checklist] = ['First, by what this report says', 'Checklist of the policy'].map((label) =>
      rows.findIndex((row) => row.label === label),
    );
    expect(rows[first ?? -1]).toMatchObject({ told: expect.stringContaining('Ring the police before the time') });
    expect(rows[first ?? -1]?.folded).toBeUndefined();
    expect(rows[checklist ?? -1]?.folded).toBe(true);
    expect(first).toBeLessThan(checklist ?? -1);
  });

  it('and the policy says the same of a case whoever looks', () => {
    const current = reported('somerset', 'a pupil got round the filter with a vpn');
    const all = ['dsl', 'itsupport', 'chair', 'pupil'].map((id) => policyOn(at('somerset', id), current));
    for (const one of all) expect(one).toEqual(all[0]);
  });
});

describe('parents', () => {
  it.each([
    ['a pupil is named', 'floor', 'copied an essay', { category: 'copyright', severity: 'low' }, [pupil], true],
    ['a filter fails and nobody is named', 'floor', 'a page was not blocked', { severity: 'low' }, [], false],
    ['a nude', 'floor', 'a girl sent a nude', {}, [], true],
  ] as const)('%s: on record before it is closed', (_, pack, what, more, subjects, parents) => {
    expect(policyOn(at(pack), reported(pack, what, more, [...subjects])).demands.parents).toBe(parents);
  });

  it('are held back for a nude at every school', () => {
    for (const pack of packs) {
      const current = reported(pack, 'a girl sent a nude', { category: 'nudes-semi-nudes' });
      expect(policyOn(at(pack), current).demands.holdParents).toBe(true);
    }
  });
});

/** What the whole case, and all of its forms, say to the DSL. */
function saidOf(pack: (typeof packs)[number], current: Case, earlier?: number): string {
  const to = at(pack);
  const views = [
    caseDetailView(to, current, [], { ...alone, ...(earlier === undefined ? {} : { earlier }) }),
    caseFormsView(to, current, 'record', earlier),
  ];
  return JSON.stringify(views);
}

describe('the grid of Chipping Sodbury', () => {
  it.each([
    ['C1', 'he shared his password with a friend', 'Conversation with the MoS', 'Blocked from the system for 1 week'],
    ['C2', 'he used a proxy to get round the filter', 'Faculty detention', "Head's detention"],
    [
      'C3',
      'they took a computer apart and broke the keyboard',
      'Child Protection incident, if appropriate',
      'PCSO involved',
    ],
    ['C4', 'he deliberately hacked into the school system', 'discretion of the DHT', 'discretion of the AHT'],
  ])('%s: the first and the second time', (title, what, first, second) => {
    const current = reported('chipping-sodbury', what, { category: 'account-misuse', severity: 'medium' }, [pupil]);
    const { sanctions } = policyOn(at('chipping-sodbury'), current);
    const step = sanctions.find((one) => one.title === title);
    expect(step?.first.join('; ')).toContain(first);
    expect(step?.second.join('; ')).toContain(second);
    const said = saidOf('chipping-sodbury', current);
    expect(said).toContain(`First incident: ${step?.first.join('; ')}`);
    expect(said).toContain('People decide; nothing is applied by itself');
  });

  it('takes what is known of earlier incidents for the second time, and says how many there were', () => {
    const current = reported('chipping-sodbury', 'he shared his password', { category: 'account-misuse' }, [pupil]);
    const count = (earlier?: number) => {
      const { forms } = caseFormsView(at('chipping-sodbury'), current, 'record', earlier).actions;
      const form = forms.find(({ press }) => press.verb === 'case.sanction');
      return form?.fields.find(({ id }) => id === 'count')?.now;
    };
    expect([count(), count(0), count(1), count(3)]).toEqual(['first', 'first', 'second', 'second']);
    expect(saidOf('chipping-sodbury', current, 2)).toContain('Earlier incidents on record: 2.');
  });

  const careFirst: readonly Category[] = [
    'nudes-semi-nudes',
    'child-abuse-imagery',
    'self-harm',
    'grooming-contact',
    'extremism',
    'staff-conduct',
  ];
  const texts = ['he shared pornography', 'he hacked the teachers password', 'a girl sent a nude and he shared it'];
  it.each(careFirst.flatMap((category) => texts.map((what) => ({ category, what }))))(
    'is never shown for $category ($what)',
    ({ category, what }) => {
      for (const pack of packs) {
        const current = reported(pack, what, { category }, [pupil]);
        expect(policyOn(at(pack), current)).toMatchObject({ sanctions: [], demands: { sanctions: 'none' } });
        expect(saidOf(pack, current, 1)).not.toMatch(/Sanctions the policy suggests|case\.sanction|C[1-4] /);
      }
    },
  );

  it('nor where the words speak of a nude although people filed it otherwise, nor for staff', () => {
    const nude = reported('chipping-sodbury', 'a girl in year 9 sent a nude and he shared it', {
      category: 'hacking-malware',
    });
    const { triage } = policyOn(at('chipping-sodbury'), nude);
    expect(triage.category).toBe('nudes-semi-nudes');
    expect(policyOn(at('chipping-sodbury'), nude).demands.sanctions).toBe('none');
    const staff = reported('chipping-sodbury', 'he shared his password', { category: 'account-misuse' }, [coach]);
    expect(policyOn(at('chipping-sodbury'), staff).demands.sanctions).toBe('none');
  });

  it('nor to whoever may not close the case, nor once it is closed', () => {
    const route = routeFor({ tell: ['it-support'], subjects: [], accused: undefined, keepFrom: '' }, harbour.people);
    const current = reported('chipping-sodbury', 'he shared his password', { category: 'account-misuse', route });
    const to = at('chipping-sodbury', 'itsupport');
    expect(JSON.stringify([caseDetailView(to, current, []), caseFormsView(to, current, 'record')])).not.toMatch(
      /C[1-4]/,
    );
    const closed = { by: who('dsl'), at: '', outcome: 'x', lessons: 'y' };
    expect(saidOf('chipping-sodbury', { ...current, state: 'closed', closed })).not.toMatch(/C[1-4], for/);
  });
});

describe('the forms of the record', () => {
  it('offer no copy as evidence in any case that forbids it, at any school, and say what nobody may do', () => {
    for (const pack of packs) {
      for (const category of categories) {
        const current = reported(pack, 'somebody was picked on', { category });
        const { demands, dont } = policyOn(at(pack), current);
        const { forms } = caseFormsView(at(pack), current, 'record').actions;
        const form = forms.find(({ press }) => press.verb === 'case.evidence');
        const sorts = form?.fields.find(({ id }) => id === 'sort')?.choices.map(({ value }) => value);
        expect(sorts?.includes('screenshot')).toBe(!demands.handsOff);
        if (demands.handsOff) expect(form?.intro.join('\n')).toContain(dont[0] ?? 'no words');
      }
    }
  });
});

describe('who tells parents', () => {
  it.each([
    ['nobody says anything of it', [], '', true, ['Do not tell parents yet.']],
    [
      'they are not to know yet',
      ['dsl'],
      'only when the police agree',
      true,
      ['Do not tell parents yet. Once that is agreed: the designated safeguarding lead, only when the police agree'],
    ],
    ['they may know', ['dsl'], 'the same day', false, ['the designated safeguarding lead: the same day']],
    ['nobody says anything, and they may know', [], '', false, []],
  ] as const)('where %s', (_, by, when, hold, lines) => {
    const reader = at('floor');
    expect(parentLines(reader, { by: [...by], notBy: [], when, hold }, reader.policy.pack)).toEqual(lines);
  });
});
