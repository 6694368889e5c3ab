import { describe, expect, it } from 'vitest';
import { emptyReport } from '../../src/domain/report.ts';
import { readPress } from '../../src/teams/read-press.ts';

const reference = 'K7QF-3MX9';
const form = {
  verb: 'report.form',
  draft: reference,
  seen: '1',
  asks: 'what,danger,occurredOn,occurredAt,noticedOn,noticedAt,place,site,subjects,evidence,evidenceHolder,done,keepFrom,category',
};

describe('buttons and little forms', () => {
  it.each<[string, object, object]>([
    ['a plain button', { verb: 'help' }, { verb: 'help' }],
    ['a button of a case', { verb: 'case.open', case: reference }, { verb: 'case.open', case: reference }],
    ['what Teams adds', { verb: 'help', msteams: { type: 'task/fetch' }, type: 'task/fetch' }, { verb: 'help' }],
    [
      'an answer of an induction',
      { verb: 'induction.next', rule: 'floor.keep-secret', choice: 2 },
      { verb: 'induction.next', rule: 'floor.keep-secret', choice: 2 },
    ],
    [
      'an addition',
      { verb: 'mine.add', case: reference, addText: 'And again' },
      { verb: 'mine.add', case: reference, text: 'And again' },
    ],
    [
      'assigning',
      { verb: 'case.assign', case: reference, assignTo: 'me' },
      { verb: 'case.assign', case: reference, to: 'me' },
    ],
    [
      'a note',
      { verb: 'case.note', case: reference, noteText: 'x' },
      { verb: 'case.note', case: reference, text: 'x' },
    ],
    [
      'escalating',
      { verb: 'case.escalate', case: reference, escalateTo: 'head', escalateReason: 'y' },
      { verb: 'case.escalate', case: reference, to: 'head', reason: 'y' },
    ],
    [
      'telling a body outside',
      { verb: 'case.told', case: reference, toldBody: 'police', toldWho: 'PC', toldNumber: '1', toldTime: '14:10' },
      {
        verb: 'case.told',
        case: reference,
        body: 'police',
        who: 'PC',
        number: '1',
        day: '',
        time: '14:10',
        advice: '',
      },
    ],
    [
      'reopening',
      { verb: 'case.reopen', case: reference, reopenReason: 'again' },
      { verb: 'case.reopen', case: reference, reason: 'again' },
    ],
    [
      'an input left empty, which clients leave out',
      { verb: 'case.refile', case: reference, refileCategory: 'other', refileSeverity: 'low' },
      { verb: 'case.refile', case: reference, category: 'other', severity: 'low', reason: '' },
    ],
    [
      'what the other forms of the card sent along',
      { verb: 'case.note', case: reference, noteText: 'x', assignTo: 'me', closeOutcome: 'z' },
      { verb: 'case.note', case: reference, text: 'x' },
    ],
    [
      'cancelling, with the inputs of the form around it',
      { verb: 'report.cancel', draft: reference, what: 'x', danger: 'true', s0name: 'y' },
      { verb: 'report.cancel', draft: reference },
    ],
  ])('%s', (_name, data, press) => {
    expect(readPress(data)).toEqual({ kind: 'pressed', press });
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'unknown'],
    ['words', 'help', 'unknown'],
    ['no verb', { case: reference }, 'unknown'],
    ['a verb we do not have', { verb: 'case.delete', case: reference }, 'unknown'],
    ['a verb that every object has', { verb: 'constructor' }, 'unknown'],
    ['no case', { verb: 'case.open' }, 'case.open'],
    ['a case of no known shape', { verb: 'case.open', case: '../../etc' }, 'case.open'],
    ['a case that is a list', { verb: 'case.open', case: [reference] }, 'case.open'],
    ['a field too many', { verb: 'case.open', case: reference, role: 'dsl' }, 'case.open'],
    [
      'a field that every object has',
      { verb: 'case.note', case: reference, noteText: 'x', constructor: 'y' },
      'case.note',
    ],
    [
      'a field of ours under its inner name',
      { verb: 'case.note', case: reference, noteText: 'x', by: 'head' },
      'case.note',
    ],
    ['an input of the wrong kind', { verb: 'case.note', case: reference, noteText: { x: 1 } }, 'case.note'],
    ['a body that is none', { verb: 'case.told', case: reference, toldBody: 'newspaper' }, 'case.told'],
    ['a body not chosen', { verb: 'case.told', case: reference, toldWho: 'PC' }, 'case.told'],
    ['a day that no calendar has', { verb: 'case.viewed', case: reference, viewedDay: '2026-02-31' }, 'case.viewed'],
    ['a time that no clock has', { verb: 'case.viewed', case: reference, viewedTime: '24:10' }, 'case.viewed'],
    [
      'evidence of a sort that is none',
      { verb: 'case.evidence', case: reference, evidenceSort: 'file' },
      'case.evidence',
    ],
    ['a note that is too long', { verb: 'case.note', case: reference, noteText: 'x'.repeat(40_001) }, 'case.note'],
  ])('cannot read %s', (_name, data, verb) => {
    expect(readPress(data)).toEqual({ kind: 'unreadable', verb });
  });
});

function reportIn(data: object): unknown {
  const read = readPress(data);
  return read.kind === 'pressed' && read.press.verb === 'report.form' ? read.press.report : read;
}

describe('the report form', () => {
  it('takes what was left empty as empty, since clients leave it out', () => {
    expect(reportIn({ ...form, danger: 'false' })).toEqual(emptyReport);
  });

  it('reads every answer', () => {
    const answers = {
      what: 'words\nmore words',
      occurredOn: '2026-11-20',
      occurredAt: '12:40',
      noticedOn: '2026-11-21',
      noticedAt: '08:00',
      place: 'online',
      site: 'a game',
      evidence: 'messages',
      evidenceHolder: 'Robin',
      done: 'thanked her',
      keepFrom: 'Ms Sample',
      category: '',
    };
    const rows = {
      s0name: 'Robin',
      s0kind: 'pupil',
      s0part: 'target',
      s2name: 'Kit',
      s2kind: 'unknown',
      s2part: 'unknown',
    };
    expect(reportIn({ ...form, ...answers, ...rows, danger: 'true' })).toEqual({
      ...answers,
      danger: true,
      subjects: [
        { name: 'Robin', kind: 'pupil', part: 'target' },
        { name: 'Kit', kind: 'unknown', part: 'unknown' },
      ],
    });
  });

  it('leaves alone what the form did not ask', () => {
    const asked = { ...form, asks: 'danger,site' };
    expect(reportIn({ ...asked, danger: 'false', site: 'a game' })).toEqual({ danger: false, site: 'a game' });
  });

  it('counts a person of whom only the kind is known', () => {
    const report = reportIn({ ...form, asks: 'danger,subjects', danger: 'false', s1kind: 'headteacher' });
    expect(report).toEqual({ danger: false, subjects: [{ name: '', kind: 'headteacher', part: 'unknown' }] });
  });

  it.each<[string, object]>([
    ['without any input, so that nothing is taken for emptied', form],
    ['with a toggle that is neither on nor off', { ...form, danger: 'maybe' }],
    ['asking for what no report has', { ...form, asks: 'danger,reporter', danger: 'false' }],
    ['answering what it did not ask', { ...form, asks: 'danger', danger: 'false', site: 'x' }],
    ['naming somebody when it did not ask who', { ...form, asks: 'danger', danger: 'false', s0name: 'x' }],
    ['with a fifth person', { ...form, danger: 'false', s4name: 'x' }],
    ['with a kind that is none', { ...form, danger: 'false', s0kind: 'alien' }],
    ['with a place that is none', { ...form, danger: 'false', place: 'moon' }],
    ['with a name that is too long', { ...form, danger: 'false', s0name: 'x'.repeat(301) }],
    ['without a draft', { ...form, draft: undefined, danger: 'false' }],
    ['with a field too many', { ...form, danger: 'false', severity: 'low' }],
  ])('cannot be read %s', (_name, data) => {
    expect(readPress(data)).toEqual({ kind: 'unreadable', verb: 'report.form' });
  });
});
