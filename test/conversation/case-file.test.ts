import { describe, expect, it } from 'vitest';
import { append } from '../../src/app/record.ts';
import { caseFile } from '../../src/conversation/present/export/case-file.ts';
import { type CaseFile, caseFileSchema } from '../../src/conversation/present/export/case-file-schema.ts';
import { unknownNames } from '../../src/conversation/present/export/unknown-names.ts';
import type { Actor, Case, CaseEvent, RecordedEvent } from '../../src/domain/case.ts';
import { type Addressee, addressees } from '../../src/domain/export/addressees.ts';
import { redactions, withoutAnyNames } from '../../src/domain/export/redaction.ts';
import { emptyReport } from '../../src/domain/report.ts';
import { harbour, who } from '../support/school.ts';

const at = '2026-11-20T09:00:00.000Z';
const teacher: Actor = { id: 'teacher@harbour.example', name: 'Tess Example', roles: ['staff'] };
const dsl: Actor = who('dsl');

const subjects = [
  { name: 'Jayden Smith', kind: 'pupil', part: 'alleged' },
  { name: 'Aisha Rahman', kind: 'pupil', part: 'target' },
  { name: 'Harry Low', kind: 'pupil', part: 'bystander' },
  { name: 'Norman Bates', kind: 'staff', part: 'bystander' },
  { name: 'Olga Outsider', kind: 'outside', part: 'alleged' },
] as const;

const reported: Case = {
  id: 'AAAA-0001',
  school: 'harbour',
  category: 'cyberbullying',
  severity: 'low',
  state: 'new',
  reportedAt: at,
  reporter: teacher,
  report: {
    ...emptyReport,
    what: 'Jayden Smith sent it to Harry and jaydensmith08, then Aisha cried. Mr Bates saw it. Tess Example, 9B. Liam laughed, and Liam ran.',
    evidence: 'a screenshot that Harry made',
    evidenceHolder: 'Norman Bates',
    done: 'Olga Outsider was asked',
    keepFrom: 'not Mr Placeholder',
    subjects: [...subjects],
  },
  route: { roles: ['dsl', 'deputy-dsl', 'it-support'], inChannel: true, told: [], excluded: [], rules: [] },
  rules: [],
  seq: 0,
  lastHash: '',
};

const happened: readonly (readonly [CaseEvent, Actor | undefined])[] = [
  [{ kind: 'reported', category: 'cyberbullying', severity: 'low', rules: ['a.rule'] }, teacher],
  [{ kind: 'delivered', to: 'the safeguarding channel' }, undefined],
  [{ kind: 'opened' }, dsl],
  [{ kind: 'acknowledged' }, dsl],
  [{ kind: 'added', text: 'Harry Low told Tess' }, teacher],
  [{ kind: 'noted', text: 'Spoke to Jayden Smith' }, dsl],
  [{ kind: 'told-outside', body: 'police', who: 'PC Plod', number: '101', when: 'today' }, dsl],
  [{ kind: 'closed', outcome: 'Jayden said sorry to Aisha', lessons: 'Watch Harry' }, dsl],
];

/** The case after all that happened to it. */
function story(start: Case = reported): { current: Case; events: readonly RecordedEvent[] } {
  let current: Case = {
    ...start,
    state: 'closed',
    closed: { by: dsl, at, outcome: 'Jayden said sorry to Aisha', lessons: 'Watch Harry' },
  };
  const events: RecordedEvent[] = [];
  for (const [event, by] of happened) {
    const { next, write } = append(current, event, at, by);
    current = next;
    if (write.kind === 'insert') events.push(write.value as RecordedEvent);
  }
  return { current, events };
}

function copyFor(addressee: Addressee, child?: string, start?: Case): CaseFile {
  const to = { school: harbour, person: who('dsl') };
  return caseFile({
    to,
    ...story(start),
    addressee,
    redaction: redactions[addressee],
    ...(child ? { child } : {}),
    at,
  });
}

const children = ['Jayden', 'Smith', 'jaydensmith', 'Harry'];
const adults = ['Norman', 'Bates', 'Olga', 'Outsider'];
const reporterIs = ['Tess', 'Example'];
const aisha = ['Aisha', 'Rahman'];
const workings = [
  'Spoke to',
  'PC Plod',
  'Watch',
  'screenshot',
  'was asked',
  'severity',
  'a.rule',
  'safeguarding channel',
];

/** Which of the words stand anywhere in a copy, in text or data. */
function foundIn(file: CaseFile, words: readonly string[]): readonly string[] {
  const text = JSON.stringify({ ...file, leftOut: [] });
  return words.filter((word) => text.includes(word));
}

describe('a copy of a case whose people were changed', () => {
  const [jayden, aisha, harry] = subjects;
  const changed: Case = {
    ...reported,
    parties: [
      { ...jayden, id: 'p1' },
      { ...aisha, id: 'p2' },
      { name: 'Zed Newly', kind: 'pupil', part: 'bystander', id: 'p6' },
    ],
    formerParties: [{ ...harry, id: 'p3' }],
    partyCount: 6,
  };
  const more: readonly CaseEvent[] = [
    { kind: 'party-removed', party: { ...harry, id: 'p3' }, reason: 'was away' },
    { kind: 'merged-from', other: 'BBBB-0002', why: 'Zed told it twice', keptOut: [who('deputy')] },
  ];

  it('lists whom it lists now, hides whoever it ever listed, and speaks of no other case', () => {
    const { current, events } = story(changed);
    const tail = more.map((event, index) => ({ ...(events[0] as RecordedEvent), seq: 20 + index, by: dsl, event }));
    const to = { school: harbour, person: who('dsl') };
    const copy = (addressee: Addressee, child?: string) =>
      caseFile({
        to,
        current,
        events: [...events, ...tail],
        addressee,
        redaction: redactions[addressee],
        ...(child ? { child } : {}),
        at,
      });
    const police = copy('police');
    expect(police.people.map(({ name }) => name)).toEqual(['Jayden Smith', 'Aisha Rahman', 'Zed Newly']);
    expect(foundIn(police, ['BBBB-0002', 'told it twice', 'Devon'])).toEqual([]);
    const parent = copy('parent', 'Aisha Rahman');
    expect(foundIn(parent, ['Harry', 'Zed', 'Newly', 'BBBB-0002'])).toEqual([]);
    expect(parent.people.length).toBe(3);
  });
});

describe('a copy of a case', () => {
  it.each<Addressee>(['police', 'childrens-social-care', 'lado'])('for %s names everybody', (addressee) => {
    const file = copyFor(addressee);
    const all = [...children, ...adults, ...reporterIs, ...aisha];
    expect(foundIn(file, all)).toEqual(all);
    expect(file.people.every(({ hidden }) => !hidden)).toBe(true);
  });

  it.each<Addressee>(['police', 'childrens-social-care', 'lado'])(
    'for %s leaves out who read the record, and says so',
    (addressee) => {
      const file = copyFor(addressee);
      expect(file.chronology.map(({ event }) => event.kind)).toEqual([
        'reported',
        'acknowledged',
        'added',
        'noted',
        'told-outside',
        'closed',
      ]);
      expect(file.leftOut).toEqual([
        '2 of 8 entries of the record: who opened, copied or may read it, and how messages about it were delivered.',
      ]);
    },
  );

  it('for the school has everything, and says that nothing is left out', () => {
    const file = copyFor('school');
    expect(file.chronology).toHaveLength(happened.length);
    expect(file.leftOut).toEqual(['Nothing is left out.']);
  });

  it('for a parent names their child and the staff who acted, and nobody else', () => {
    const file = copyFor('parent', 'aisha  RAHMAN');
    expect(foundIn(file, [...children, ...adults, ...reporterIs, ...workings])).toEqual([]);
    expect(foundIn(file, [...aisha, 'Dana Sample'])).toEqual([...aisha, 'Dana Sample']);
    expect(file.people.map(({ name }) => name)).toEqual([
      'another pupil A',
      'Aisha Rahman',
      'another pupil B',
      'a member of staff C',
      'another person D',
    ]);
  });

  it('for a parent calls the same person the same everywhere', () => {
    const { report, outcome } = copyFor('parent', 'Aisha Rahman');
    expect(report.find(({ told }) => told.includes('cried'))?.told).toBe(
      'another pupil A sent it to another pupil B and another pupil A, then Aisha cried. Mr a member of staff C saw it. the person who reported it, 9B. Liam laughed, and Liam ran.',
    );
    expect(outcome).toEqual([{ label: 'Outcome', told: 'another pupil A said sorry to Aisha' }]);
  });

  it('for a parent names no child at all when no child is named', () => {
    expect(foundIn(copyFor('parent'), [...children, ...aisha, ...adults, ...reporterIs, 'teacher@'])).toEqual([]);
  });

  it('for a parent tells that it happened, not how the school worked on it', () => {
    const file = copyFor('parent', 'Aisha Rahman');
    expect(file.chronology.map(({ seq, told, event }) => [seq, told, event])).toEqual([
      [1, 'The school was told of it.', { kind: 'reported' }],
      [4, 'Somebody at the school took it on.', { kind: 'acknowledged' }],
      [8, 'The school closed it.', { kind: 'closed' }],
    ]);
    expect(file.leftOut).toHaveLength(5);
    expect(file.leftOut.at(-1)).toContain('5 of 8 entries');
  });

  it('for a parent points at words that may be names of people nobody listed', () => {
    expect(unknownNames(copyFor('parent', 'Aisha Rahman'))).toEqual(['Liam']);
  });

  it('does not take a pupil’s name for a word of ours', () => {
    const file = copyFor('police');
    const hidden = caseFile({
      to: { school: harbour, person: who('itsupport') },
      ...story(),
      addressee: 'school',
      redaction: withoutAnyNames,
      at,
    });
    expect(file.chronology[0]?.event['severity']).toBe('low');
    expect(hidden.chronology[0]?.event['severity']).toBe('low');
  });

  it('names nobody to those who see no names', () => {
    const to = { school: harbour, person: who('itsupport') };
    const file = caseFile({ to, ...story(), addressee: 'school', redaction: withoutAnyNames, at });
    expect(
      foundIn({ ...file, prepared: '', footer: '' }, [
        ...children,
        ...adults,
        ...aisha,
        ...reporterIs,
        'Dana',
        'Placeholder',
      ]),
    ).toEqual([]);
    expect(file.chronology).toHaveLength(happened.length);
    expect(file.chronology[3]).toMatchObject({ who: 'safeguarding lead', told: 'Acknowledged' });
  });

  it('hides a reporter who is one of those it is about under one name only', () => {
    const pupil: Actor = { id: 'pupil-1', name: 'Harry Low', roles: ['pupil'] };
    const file = copyFor('parent', 'Aisha Rahman', { ...reported, reporter: pupil });
    expect(foundIn(file, ['Harry', 'pupil-1', ' or the person'])).toEqual([]);
  });

  it.each(addressees)('for %s never names a reporter who is sealed', (addressee) => {
    const sealed: Actor = { id: 'sealed:1', name: '', roles: ['pupil'] };
    const file = copyFor(addressee, undefined, { ...reported, reporter: sealed });
    expect(file.report[0]?.told).toBe('Not shown in this copy');
    expect(file.leftOut).toContain('Who reported it.');
  });

  it('for the police, once the name was revealed, still shows what was done under the seal', () => {
    const sealed: Actor = { id: 'sealed.1', name: '', roles: ['pupil'] };
    const { current, events } = story();
    const [first, ...later] = events;
    const before = first ? [{ ...first, by: sealed }, ...later] : later;
    const to = { school: harbour, person: who('dsl') };
    const file = caseFile({ to, current, events: before, addressee: 'police', redaction: redactions.police, at });
    expect(file.report[0]?.told).toBe('Tess Example (member of staff)');
    expect(file.chronology[0]?.who).toBe('the person who reported it');
  });

  it('for a parent leaves out the words of a child whose name is sealed', () => {
    const sealed: Actor = { id: 'sealed:1', name: '', roles: ['pupil'] };
    const file = copyFor('parent', 'Aisha Rahman', { ...reported, reporter: sealed });
    expect(foundIn(file, ['cried'])).toEqual([]);
    expect(file.leftOut).toContain('The words of the report, which could show who reported it.');
  });

  it.each(addressees)('for %s keeps to the documented schema and has nothing that acts', (addressee) => {
    const what = 'Jayden said \u001b[31m =1+1 <b>@everyone</b> \u202e';
    const file = copyFor(addressee, undefined, { ...reported, report: { ...reported.report, what } });
    expect(caseFileSchema.safeParse(file).error).toBeUndefined();
    expect(JSON.stringify(file)).not.toMatch(/\\u001b|\u202e/);
    expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  });

  it('ends with the hash of the record’s last entry and how to check it', () => {
    const { current } = story();
    const { proof } = copyFor('parent');
    expect(proof).toMatchObject({ seq: 8, hash: current.lastHash });
    expect(proof.command).toBe(`lantern case verify AAAA-0001 --printed 8:${current.lastHash}`);
  });
});
