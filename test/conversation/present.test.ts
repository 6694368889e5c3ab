import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseCardView } from '../../src/conversation/present/case-card.ts';
import { caseDetailView } from '../../src/conversation/present/case-detail.ts';
import { summaryView } from '../../src/conversation/present/summary.ts';
import type { Case, RecordedEvent } from '../../src/domain/case.ts';
import { actor } from '../../src/domain/casework/handler.ts';
import { emptyReport, places, type Report, subjectKinds, subjectParts } from '../../src/domain/report.ts';
import { routeFor } from '../../src/domain/routing.ts';
import { harbourPolicy } from '../support/policies.ts';
import { harbour, who } from '../support/school.ts';

const words = fc.string({ minLength: 3, maxLength: 60 }).map((text) => `¤${text}¤`);
const report: fc.Arbitrary<Report> = fc.record({
  what: words,
  danger: fc.boolean(),
  category: fc.constantFrom('', 'cyberbullying'),
  occurredOn: fc.constantFrom('', '2026-11-20'),
  occurredAt: fc.constantFrom('', '10:30'),
  noticedOn: fc.constant(''),
  noticedAt: fc.constant(''),
  place: fc.constantFrom(...places),
  site: words,
  subjects: fc.array(
    fc.record({ name: words, kind: fc.constantFrom(...subjectKinds), part: fc.constantFrom(...subjectParts) }),
    { maxLength: 4 },
  ),
  evidence: words,
  evidenceHolder: words,
  done: words,
  keepFrom: words,
});

function caseOf(told: Report): Case {
  return {
    id: 'TEST-0001',
    school: 'harbour',
    category: 'cyberbullying',
    severity: 'medium',
    state: 'closed',
    reportedAt: '2026-06-23T08:30:00.000Z',
    reporter: actor({ ...who('teacher'), name: '¤reporter¤' }),
    report: told,
    route: routeFor({ tell: [], subjects: [], accused: undefined, keepFrom: '' }, harbour.people),
    rules: [],
    acknowledged: { by: actor({ ...who('dsl'), name: '¤dsl¤' }), at: '2026-06-23T08:40:00.000Z' },
    assignee: actor({ ...who('deputy'), name: '¤deputy¤' }),
    closed: { by: actor(who('dsl')), at: '2026-06-23T09:00:00.000Z', outcome: '¤outcome¤', lessons: '¤lessons¤' },
    seq: 1,
    lastHash: '',
  };
}

describe('the channel card', () => {
  it('holds no word that anybody wrote and no name of the case, whatever they are', () => {
    fc.assert(
      fc.property(report, (told) => {
        const view = caseCardView({ school: harbour, person: who('dsl') }, caseOf(told));
        expect(JSON.stringify(view)).not.toContain('¤');
      }),
    );
  });

  it('names colleagues by their role alone, also where a case can be given to one', () => {
    const view = caseCardView({ school: harbour, person: who('dsl') }, { ...caseOf(emptyReport), state: 'new' });
    const text = JSON.stringify(view);
    const people = view.actions.forms.find(({ press }) => press.verb === 'case.assign')?.fields[0]?.choices ?? [];
    for (const { name, address, id } of harbour.people) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(address ?? name);
      expect(people.map(({ value }) => value)).not.toContain(id);
    }
    expect(people.map(({ toldTitle }) => toldTitle)).toContain('deputy safeguarding lead');
  });

  it('tells times in the school’s own zone, summer time too', () => {
    const { facts } = caseCardView({ school: harbour, person: who('dsl') }, caseOf(emptyReport));
    expect(facts.map(({ value }) => value)).toContain('23 Jun 2026, 09:30');
  });
});

describe('the detail', () => {
  const events: RecordedEvent[] = [
    {
      seq: 1,
      at: '2026-06-23T08:30:00.000Z',
      by: actor({ ...who('teacher'), name: '¤reporter¤' }),
      event: { kind: 'added', text: 'more' },
      previous: '',
      hash: '',
    },
  ];

  it('holds every word of the report for those who may know', () => {
    fc.assert(
      fc.property(report, (told) => {
        const view = caseDetailView(
          { school: harbour, policy: harbourPolicy, person: who('dsl') },
          caseOf(told),
          events,
        );
        const shown = view.rows.map((row) => row.told).join('\n');
        const said = [
          told.what,
          told.site,
          told.evidence,
          told.evidenceHolder,
          told.done,
          ...told.subjects.map(({ name }) => name),
        ];
        for (const one of said) expect(shown).toContain(one);
        expect(shown).toContain('¤reporter¤');
      }),
    );
  });

  it('shows IT support no names', () => {
    const filtering = {
      ...caseOf(emptyReport),
      route: routeFor({ tell: ['it-support'], subjects: [], accused: undefined, keepFrom: '' }, harbour.people),
    };
    const named = {
      ...filtering,
      report: {
        ...emptyReport,
        what: 'a site',
        subjects: [{ name: '¤child¤', kind: 'pupil', part: 'target' } as const],
      },
    };
    const view = caseDetailView({ school: harbour, policy: harbourPolicy, person: who('itsupport') }, named, events);
    expect(JSON.stringify(view)).not.toMatch(/¤child¤|¤reporter¤/);
    expect(JSON.stringify(view)).toContain('a site');
  });
});

describe('the summary', () => {
  it.each([
    { about: 'headteacher', says: 'chair of governors alone' },
    { about: 'staff', says: 'headteacher alone' },
    { about: 'dsl', says: 'headteacher alone' },
    { about: 'pupil', says: 'safeguarding team' },
  ] as const)('says who will read a report about: $about', ({ about, says }) => {
    const told = {
      ...emptyReport,
      what: 'something happened',
      subjects: [{ name: '', kind: about, part: 'alleged' } as const],
    };
    const draft = { id: 'TEST-0001', report: told, begun: '', touched: '', stage: 'summary', added: [] } as const;
    expect(summaryView({ school: harbour, policy: harbourPolicy, person: who('teacher') }, draft).intro).toContain(
      says,
    );
  });
});
