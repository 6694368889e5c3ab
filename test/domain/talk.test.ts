import { describe, expect, it } from 'vitest';
import type { Actor, Case, CaseEvent, RecordedEvent } from '../../src/domain/case.ts';
import { actor } from '../../src/domain/casework/handler.ts';
import { opensSeal, secondsFor } from '../../src/domain/casework/talk.ts';
import type { Found } from '../../src/domain/casework/words.ts';
import { type CaseRequest, decide } from '../../src/domain/casework.ts';
import type { Severity } from '../../src/domain/filing.ts';
import { standInFor } from '../../src/domain/hidden.ts';
import type { Person } from '../../src/domain/people.ts';
import { emptyReport } from '../../src/domain/report.ts';
import { routeFor } from '../../src/domain/routing.ts';
import { threadOf } from '../../src/domain/thread.ts';
import { harbour, who } from '../support/school.ts';

const now = '2026-11-23T09:30:00.000Z';
const standIn: Actor = standInFor(who('pupil'), 'abc');
const pupil = actor(who('pupil'));
const route = routeFor({ tell: [], subjects: [], accused: undefined, keepFrom: '' }, harbour.people);

function caseOf(more: Partial<Case> = {}): Case {
  return {
    id: 'TEST-0001',
    school: 'harbour',
    category: 'cyberbullying',
    severity: 'medium',
    state: 'new',
    reportedAt: now,
    reporter: standIn,
    report: emptyReport,
    route,
    rules: [],
    seq: 3,
    lastHash: '',
    ...more,
  };
}

const ask: CaseRequest = {
  kind: 'reveal',
  reason: 'must speak with them',
  because: 'talk',
  seconds: ['deputy', 'head'],
  who: undefined,
};
const agree: CaseRequest = { kind: 'reveal-answer', ask: '4', agrees: true, reason: '', who: pupil };
const refuse: CaseRequest = { ...agree, agrees: false, reason: 'not needed', who: undefined };

/** What a decision came to, in a word or two. */
function outcome(current: Case, request: CaseRequest, by: Person): string {
  const decision = decide(current, request, by, now, harbour);
  if (decision.kind === 'done') return decision.event.kind;
  return decision.kind === 'forbidden' ? 'forbidden' : decision.why;
}

const waits = {
  ask: '4',
  by: actor(who('dsl')),
  at: now,
  reason: 'r',
  because: 'talk',
  seconds: ['deputy', 'chair'],
} as const;
const asked: Case = caseOf({ seq: 4, reveal: waits });
const answered = (agreed: boolean): Case =>
  caseOf({ seq: 5, reveal: { ...waits, answered: { by: actor(who('deputy')), agreed } } });
const closed = { state: 'closed', closed: { by: actor(who('dsl')), at: now, outcome: 'o', lessons: 'l' } } as const;
const urgent = caseOf({ severity: 'immediate' });

describe('getting to know who reported', () => {
  const table: readonly (readonly [string, Case, CaseRequest, string, string])[] = [
    ['a lead asks', caseOf(), ask, 'dsl', 'reveal-asked'],
    ['a pupil asks', caseOf(), ask, 'pupil', 'forbidden'],
    ['a technician asks', caseOf(), ask, 'itsupport', 'forbidden'],
    ['somebody kept out asks', caseOf({ route: { ...route, excluded: ['dsl'] } }), ask, 'dsl', 'forbidden'],
    ['the reporter themselves asks', caseOf(), ask, 'stand-in', 'forbidden'],
    ['without a reason', caseOf(), { ...ask, reason: ' ' }, 'dsl', 'empty'],
    ['with nobody to agree', caseOf(), { ...ask, seconds: [] }, 'dsl', 'no-second'],
    ['a name that is not hidden', caseOf({ reporter: pupil }), ask, 'dsl', 'name-shown'],
    ['on a closed case', caseOf(closed), ask, 'dsl', 'closed'],
    ['while a request waits', asked, ask, 'head', 'reveal-asked'],
    ['again after a refusal', answered(false), ask, 'dsl', 'reveal-asked'],
    ['a second person agrees', asked, agree, 'deputy', 'revealed'],
    ['a second person does not', asked, refuse, 'deputy', 'reveal-refused'],
    ['a second person does not, without a reason', asked, { ...refuse, reason: '' }, 'deputy', 'empty'],
    ['one who was asked and does not work the case agrees', asked, agree, 'chair', 'revealed'],
    ['one who was not asked and works the case agrees', asked, agree, 'head', 'revealed'],
    ['the asker agrees', asked, agree, 'dsl', 'own-request'],
    ['a teacher agrees', asked, agree, 'teacher', 'forbidden'],
    [
      'one who was asked and is now kept out agrees',
      { ...asked, route: { ...route, excluded: ['deputy'] } },
      agree,
      'deputy',
      'forbidden',
    ],
    ['to an older request', asked, { ...agree, ask: '2' }, 'deputy', 'reveal-answered'],
    ['to one that was refused', answered(false), agree, 'deputy', 'reveal-answered'],
    ['to one that was agreed to', { ...answered(true), reporter: pupil }, agree, 'deputy', 'name-shown'],
    ['on a case that was closed meanwhile', { ...asked, ...closed }, agree, 'deputy', 'closed'],
    ['alone in danger', urgent, { ...ask, who: pupil }, 'dsl', 'revealed'],
    ['alone in danger with nobody else there', urgent, { ...ask, seconds: [], who: pupil }, 'dsl', 'revealed'],
    [
      'alone, once it became immediate while a request waits',
      { ...asked, severity: 'immediate' },
      { ...ask, who: pupil },
      'head',
      'revealed',
    ],
    ['the child shows it', caseOf(), { kind: 'show-name', who: pupil }, 'stand-in', 'name-shown'],
    ['somebody else shows it', caseOf(), { kind: 'show-name', who: pupil }, 'dsl', 'forbidden'],
  ];
  it.each(table)('%s', (_, current, request, id, expected) => {
    expect(outcome(current, request, id === 'stand-in' ? { ...standIn } : who(id))).toBe(expected);
  });

  it('makes the reporter known with both people on the record, and tells the child and the asker', () => {
    const decision = decide(asked, agree, who('deputy'), now, harbour);
    expect(decision).toMatchObject({
      next: { reporter: pupil },
      event: { kind: 'revealed', reporter: pupil, asked: { id: 'dsl' }, reason: 'r', because: 'talk' },
      tell: [
        { to: 'dsl', what: 'reveal-agreed' },
        { to: 'pupil', what: 'revealed' },
      ],
    });
  });

  it('tells the others at once where one alone did it', () => {
    const decision = decide(urgent, { ...ask, who: pupil }, who('dsl'), now, harbour);
    expect(decision).toMatchObject({
      tell: [
        { to: 'deputy', what: 'revealed-alone' },
        { to: 'head', what: 'revealed-alone' },
        { to: 'pupil', what: 'revealed' },
      ],
    });
  });

  it.each<[Severity, 'reveal' | 'agree', boolean]>([
    ['immediate', 'reveal', true],
    ['high', 'reveal', false],
    ['low', 'agree', true],
  ])('the seal of a case that is %s is opened to %s: %s', (severity, what, opens) => {
    expect(opensSeal(caseOf({ severity }), what)).toBe(opens);
    expect(opensSeal(caseOf({ severity, reporter: pupil }), what)).toBe(false);
  });
});

describe('who can agree', () => {
  it.each([
    ['everybody else who works it', route, 'dsl', ['deputy', 'head']],
    ['nobody who is kept out', { ...route, excluded: ['deputy'] }, 'dsl', ['head']],
    ['one of the two whom it is restricted to', { ...route, only: ['dsl', 'head'] }, 'dsl', ['head']],
    ['the chair, where the head alone works it', { ...route, roles: ['headteacher'] }, 'head', ['chair']],
    [
      'nobody, where the chair works it and the head is accused',
      { ...route, roles: ['chair-of-governors'], excluded: ['head'] },
      'chair',
      [],
    ],
  ] as const)('%s', (_, on, asker, expected) => {
    expect(secondsFor(caseOf({ route: on }), harbour.people, asker)).toEqual(expected);
  });
});

const found: Found = { severity: 'low', rules: [], route };
const talked = caseOf({ seq: 6, thread: { last: 5, read: 3 } });

describe('messages between the two sides', () => {
  const answer: CaseRequest = { kind: 'answer', reply: 5, text: 'yes', found, atOnce: false };
  const table: readonly (readonly [string, Case, CaseRequest, string, string])[] = [
    ['a lead writes', caseOf(), { kind: 'reply', text: 'thank you' }, 'dsl', 'replied'],
    ['a lead writes on a closed case', caseOf(closed), { kind: 'reply', text: 'thank you' }, 'dsl', 'replied'],
    ['a lead writes nothing', caseOf(), { kind: 'reply', text: ' ' }, 'dsl', 'empty'],
    ['a technician writes', caseOf(), { kind: 'reply', text: 'hello' }, 'itsupport', 'forbidden'],
    [
      'somebody kept out writes',
      caseOf({ route: { ...route, excluded: ['head'] } }),
      { kind: 'reply', text: 'hello' },
      'head',
      'forbidden',
    ],
    ['the reporter answers', talked, answer, 'stand-in', 'answered'],
    ['the reporter answers on a closed case', { ...talked, ...closed }, answer, 'stand-in', 'answered'],
    ['the reporter answers where nobody wrote', caseOf(), answer, 'stand-in', 'added'],
    ['the reporter answers nothing', talked, { ...answer, text: '' }, 'stand-in', 'empty'],
    ['somebody else answers', talked, answer, 'teacher', 'forbidden'],
    ['a lead answers for them', talked, answer, 'dsl', 'forbidden'],
    ['the reporter reads', talked, { kind: 'read', reply: 5 }, 'stand-in', 'read'],
    ['the reporter reads all', talked, { kind: 'read', reply: undefined }, 'stand-in', 'read'],
    ['the reporter reads what was read', talked, { kind: 'read', reply: 3 }, 'stand-in', 'read'],
    ['somebody else reads', talked, { kind: 'read', reply: 5 }, 'deputy', 'forbidden'],
  ];
  it.each(table)('%s', (_, current, request, id, expected) => {
    expect(outcome(current, request, id === 'stand-in' ? { ...standIn } : who(id))).toBe(expected);
  });

  it('an answer can make a case graver, reads what it answers, and reaches those who work it', () => {
    const grave: Found = { ...found, severity: 'immediate', rules: ['r'] };
    const decision = decide(
      { ...talked, assignee: actor(who('dsl')) },
      { kind: 'answer', reply: 99, text: 'he has a knife', found: grave, atOnce: true },
      { ...standIn },
      now,
      harbour,
    );
    expect(decision).toMatchObject({
      next: { severity: 'immediate', thread: { last: 5, read: 5 } },
      event: { kind: 'answered', reply: 5, graver: { severity: 'immediate' } },
      tell: [{ to: 'dsl', what: 'answered' }],
      cardChanged: true,
    });
  });

  it('are put together with when each was sent, delivered and read', () => {
    const at = (minute: number) => `2026-11-23T09:0${minute}:00.000Z`;
    const events: readonly CaseEvent[] = [
      { kind: 'reported', category: 'other', severity: 'low', rules: [] },
      { kind: 'replied', text: 'one' },
      { kind: 'reply-delivered', reply: 2 },
      { kind: 'replied', text: 'two' },
      { kind: 'answered', reply: 2, text: 'yes' },
      { kind: 'reply-undelivered', reply: 4 },
      { kind: 'replied', text: 'three' },
    ];
    const recorded = events.map(
      (event, index): RecordedEvent => ({ seq: index + 1, at: at(index), event, previous: '', hash: '' }),
    );
    expect(threadOf(recorded)).toMatchObject([
      { seq: 2, kind: 'replied', text: 'one', deliveredAt: at(2), readAt: at(4) },
      { seq: 4, kind: 'replied', text: 'two', overdue: true },
      { seq: 5, kind: 'told', text: 'yes' },
      { seq: 7, kind: 'replied', text: 'three' },
    ]);
  });
});
