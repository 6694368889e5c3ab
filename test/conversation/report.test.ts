import { describe, expect, it } from 'vitest';
import { longestAnswer } from '../../src/domain/report.ts';
import { Stage } from './stage.ts';

const concern = 'a girl in year 8 showed me a horrible group chat';

describe('beginning a report', () => {
  it.each([
    { from: 'plain words', text: concern, what: concern },
    { from: 'the word', text: 'Report', what: '' },
    { from: 'the word with a full stop', text: ' report. ', what: '' },
  ])('from $from the form comes with what was typed', ({ text, what }) => {
    const stage = new Stage('teacher');
    stage.says(text);
    expect(stage.kinds).toEqual(what === '' ? ['report-form'] : ['notice', 'report-form']);
    expect(stage.draft.report.what).toBe(what);
  });

  it.each([
    { about: 'a life', text: 'he says he wants to kill himself', words: ['999', 'Stay with'] },
    {
      about: 'nudes',
      text: 'a pupil has nudes of another on her phone',
      words: ['999', 'Do not look at the picture. Do not copy', 'Do not delete'],
    },
    { about: 'a weapon', text: 'someone is bringing a knife to school today', words: ['999', '01632 960001'] },
  ])('what to do now about $about comes before any question', ({ text, words }) => {
    const stage = new Stage('teacher');
    stage.says(text);
    expect(stage.kinds).toEqual(['notice', 'report-form']);
    for (const word of words) expect(stage.words).toContain(word);
  });

  it.each([
    { says: 'the headteacher keeps messaging a girl in my class', kind: 'headteacher' },
    { says: 'a teacher is texting a pupil late at night', kind: 'staff' },
  ] as const)('"$says" is filled in as about the $kind, for the reporter to see', ({ says, kind }) => {
    const stage = new Stage('teacher');
    stage.says(says);
    expect(stage.draft.report.subjects).toEqual([{ name: '', kind, part: 'alleged' }]);
  });
});

describe('the number to ring', () => {
  it.each([
    { says: 'the headteacher keeps messaging a girl in my class', rings: '01632 960003' },
    { says: 'the safeguarding lead keeps messaging a girl in my class', rings: '01632 960002' },
    { says: 'a coach keeps messaging a girl in my class', rings: '01632 960002' },
    { says: 'he says he wants to kill himself', rings: '01632 960001' },
  ])('in "$says" is not one where the accused may answer', ({ says, rings }) => {
    const stage = new Stage('teacher');
    stage.says(says);
    expect(stage.words.match(/01632 96000\d/g)).toEqual(expect.arrayContaining([rings]));
    expect(new Set(stage.words.match(/01632 96000\d/g)).size).toBe(1);
  });
});

describe('a draft', () => {
  it('is offered again when the person comes back', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.does({ kind: 'joined' });
    expect(stage.verbs).toContain('report.continue');
    stage.presses({ verb: 'report.continue', draft: stage.draft.id });
    expect(stage.kinds).toEqual(['notice', 'report-form']);
    expect(stage.draft.report.what).toBe(concern);
  });

  it('takes more words typed soon after', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.says('it was at break');
    expect(stage.draft.report.what).toBe(`${concern}\nit was at break`);
  });

  it('asks where words belong that are typed much later, and loses neither', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.now = '2026-11-24T09:30:00.000Z';
    stage.says('somebody took my laptop from the car');
    expect(stage.verbs).toEqual(['report.continue', 'report.cancel']);
    expect(stage.draft.report.what).toBe(concern);

    stage.presses({ verb: 'report.cancel', draft: stage.draft.id });
    expect(stage.draft.report.what).toBe('somebody took my laptop from the car');
  });

  it('or joins them, when that is what the person says', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.now = '2026-11-24T09:30:00.000Z';
    stage.says('another screenshot turned up in year nine');
    stage.presses({ verb: 'report.continue', draft: stage.draft.id });
    expect(stage.draft.report.what).toBe(`${concern}\nanother screenshot turned up in year nine`);
  });

  it.each(['cancel', 'Cancel.', 'delete it'])('is gone after "%s"', (text) => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.says(text);
    expect(stage.dialogue).toEqual({});
    expect(stage.words).toContain('Nothing was sent');
  });

  it('needs only a few words of what happened', () => {
    const stage = new Stage('teacher');
    stage.says('report');
    const draft = stage.draft.id;
    stage.presses({ verb: 'report.form', draft, report: { site: 'a game' } });
    expect(stage.last.replies[0]?.message).toMatchObject({
      kind: 'report-form',
      problem: expect.stringContaining('what happened'),
    });
    stage.presses({ verb: 'report.form', draft, report: { what: 'bad words in a game' } });
    expect(stage.kinds).toEqual(['notice', 'summary']);
    expect(stage.draft.report).toMatchObject({ site: 'a game', what: 'bad words in a game' });
  });

  it('is not read back with a day that cannot be', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.presses({ verb: 'report.form', draft: stage.draft.id, report: { occurredOn: '2026-02-31' } });
    expect(stage.kinds).toEqual(['report-form']);
  });

  it('is not read back with a day that has not come', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    const draft = stage.draft.id;
    stage.presses({ verb: 'report.form', draft, report: { noticedOn: '2026-11-24' } });
    expect(stage.kinds).toEqual(['report-form']);
    stage.presses({ verb: 'report.form', draft, report: { noticedOn: '2026-11-23' } });
    expect(stage.kinds).toEqual(['summary']);
  });

  it('can be changed after it is read back', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    const draft = stage.draft.id;
    stage.presses({ verb: 'report.form', draft, report: {} });
    stage.presses({ verb: 'report.change', draft });
    expect(stage.kinds).toEqual(['report-form']);
  });
});

describe('words that have no place yet', () => {
  it('are all kept, and join the report that begins next', () => {
    const stage = new Stage('teacher');
    stage.says('Jamie Smith 8B');
    stage.says('year 8');
    stage.says(concern);
    expect(stage.draft.report.what).toBe(`Jamie Smith 8B\nyear 8\n${concern}`);
  });

  it('of several messages after a long pause are all kept', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.now = '2026-11-24T09:30:00.000Z';
    stage.says('another thing');
    stage.says('and one more');
    stage.presses({ verb: 'report.continue', draft: stage.draft.id });
    expect(stage.draft.report.what).toBe(`${concern}\nanother thing\nand one more`);
  });

  it('are still there, and said to be, after the report beside them is sent', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    const draft = stage.draft.id;
    stage.presses({ verb: 'report.form', draft, report: {} });
    stage.now = '2026-11-24T09:30:00.000Z';
    stage.says('another thing');
    stage.presses({ verb: 'report.confirm', draft });
    expect(stage.words).toContain('not in this report');
    stage.presses({ verb: 'report.start' });
    expect(stage.draft.report.what).toBe('another thing');
  });

  it('typed after a form was drawn are not lost when that form comes back', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.says('and he threatened to hit her');
    stage.presses({ verb: 'report.form', draft: stage.draft.id, seen: 1, report: { what: `${concern}!` } });
    expect(stage.draft.report.what).toBe(`${concern}!\nand he threatened to hit her`);
    stage.presses({ verb: 'report.form', draft: stage.draft.id, seen: 2, report: { what: 'all of it anew' } });
    expect(stage.draft.report.what).toBe('all of it anew');
  });
});

describe('advice for words that come in the form', () => {
  it.each([
    ['teacher', { what: 'she wants to kill herself' }, '999'],
    ['teacher', { what: 'something', danger: true }, '999'],
  ] as const)('is said to a %s before the summary: %j', (id, report, number) => {
    const stage = new Stage(id);
    stage.says('report');
    stage.presses({ verb: 'report.form', draft: stage.draft.id, report });
    expect(stage.kinds).toEqual(['notice', 'summary']);
    expect(stage.words).toContain(number);
  });
});

describe('a draft that told of danger', () => {
  it.each([
    ['teacher', 'she says she wants to die', '999'],
    ['teacher', 'the safeguarding lead keeps messaging a girl in my class', 'tell the headteacher in person'],
  ])('is deleted when a %s asks, with where to turn all the same', (id, says, number) => {
    const stage = new Stage(id);
    stage.says(says);
    stage.says('cancel');
    expect(stage.dialogue).toEqual({});
    expect(stage.words).toContain(number);
  });
});

describe('old cards', () => {
  function saved(): { stage: Stage; draft: string } {
    const stage = new Stage('teacher');
    stage.says(concern);
    const draft = stage.draft.id;
    stage.presses({ verb: 'report.form', draft, report: {} });
    expect(stage.presses({ verb: 'report.confirm', draft }).command).toMatchObject({ kind: 'submit' });
    return { stage, draft };
  }

  it('Send pressed again gives the reference and submits nothing', () => {
    const { stage, draft } = saved();
    const { command } = stage.presses({ verb: 'report.confirm', draft });
    expect(command).toBeUndefined();
    expect(stage.words).toContain(draft);
  });

  it('Delete pressed after sending says that it cannot be deleted', () => {
    const { stage, draft } = saved();
    stage.presses({ verb: 'report.cancel', draft });
    expect(stage.words).toContain('cannot delete');
  });

  it('the form sent again after sending offers to add', () => {
    const { stage, draft } = saved();
    stage.presses({ verb: 'report.form', draft, report: { what: 'something else' } });
    expect(stage.verbs).toEqual(['mine.adding']);
  });

  it('a form whose draft was deleted keeps the words in a new draft', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    const old = stage.draft.id;
    stage.says('cancel');
    stage.presses({ verb: 'report.form', draft: old, report: { what: 'typed before the deletion' } });
    expect(stage.draft.report.what).toBe('typed before the deletion');
    expect(stage.draft.id).not.toBe(old);
  });

  it('Send on a draft that is not the open one sends nothing', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    const { command } = stage.presses({ verb: 'report.confirm', draft: 'ZZZZ-ZZZZ' });
    expect(command).toBeUndefined();
    expect(stage.words).toContain('Nothing was sent');
  });
});

describe('what is not a report', () => {
  it.each(['hi', 'help', 'menu', '?'])('"%s" is answered with what can be done', (text) => {
    const stage = new Stage('teacher');
    stage.says(text);
    expect(stage.verbs).toContain('report.start');
  });

  it.each(['asdf', 'nothing much', '🙂'])('"%s" is kept, and one press makes it a report', (text) => {
    const stage = new Stage('teacher');
    stage.says(text);
    expect(stage.dialogue.draft).toBeUndefined();
    expect(stage.verbs[0]).toBe('report.start');
    stage.presses({ verb: 'report.start' });
    expect(stage.draft.report.what).toBe(text);
  });
});

describe('input that goes wrong', () => {
  it('an empty message', () => {
    const stage = new Stage('teacher');
    stage.says('   ');
    expect(stage.words).toContain('no words');
  });

  it('28 KB of text is taken whole', () => {
    const stage = new Stage('teacher');
    const long = `someone was horrible ${'words '.repeat(4_700)}`.trim();
    stage.says(long);
    expect(stage.draft.report.what).toBe(long);
  });

  it('more than can be kept is refused with the figure, and the draft stays as it was', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.says('x'.repeat(longestAnswer + 1));
    expect(stage.words).toContain(String(longestAnswer + 1));
    expect(stage.draft.report.what).toBe(concern);
    stage.says('y'.repeat(longestAnswer - 5));
    expect(stage.draft.report.what).toBe(concern);
  });

  it.each([
    ['emoji', '😢😢😢 she keeps sending me 🔪'],
    ['right-to-left text', 'شخص ما يرسل لي رسائل مخيفة كل يوم'],
    ['markdown', '**he** said [click](https://evil.example) and `horrible` things'],
    ['HTML', '<b>horrible</b> <script>alert(1)</script> things were said'],
    ['a template', '${$root} horrible {reference} {{name}} things were said'],
  ])('%s is kept to the letter', (_, text) => {
    const stage = new Stage('teacher');
    stage.says(text);
    expect(stage.draft.report.what).toBe(text);
  });

  it('a file is refused with the reason, and the words beside it are kept', () => {
    const stage = new Stage('teacher');
    stage.says(concern, 1);
    expect(stage.words).toContain('cannot take files');
    expect(stage.draft.report.what).toBe(concern);
  });

  it('a file alone is refused with the reason', () => {
    const stage = new Stage('teacher');
    stage.says('', 2);
    expect(stage.words).toContain('cannot take files');
    expect(stage.kinds).toEqual(['notice']);
  });

  it('a form that cannot be read leaves the draft as it was, and comes again', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.does({ kind: 'unreadable', verb: 'report.form' });
    expect(stage.kinds).toEqual(['report-form']);
    expect(stage.draft.report.what).toBe(concern);
  });

  it('a form that cannot be read where no draft is', () => {
    const stage = new Stage('teacher');
    stage.does({ kind: 'unreadable', verb: 'report.form' });
    expect(stage.words).toContain('01632 960001');
  });

  it('an edited message adds to the draft and keeps the first words', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.does({ kind: 'edited', text: 'it was year 9' });
    expect(stage.draft.report.what).toBe(`${concern}\nit was year 9`);
    expect(stage.words).toContain('kept the first words');
    stage.does({ kind: 'edited', text: 'i want to kill myself' });
    expect(stage.words).toContain('999');
  });

  it.each(['edited', 'deleted', 'strange', 'unreadable'] as const)('%s without a draft gets a sentence', (kind) => {
    const stage = new Stage('teacher');
    const event = {
      edited: { kind, text: 'x' },
      deleted: { kind },
      strange: { kind, type: 'event' },
      unreadable: { kind, verb: 'unknown' },
    };
    stage.does(event[kind] as Parameters<Stage['does']>[0]);
    expect(stage.words).not.toBe('');
  });

  it('a deleted message is said to be held still', () => {
    const stage = new Stage('teacher');
    stage.says(concern);
    stage.does({ kind: 'deleted' });
    expect(stage.words).toContain('still hold');
  });
});

describe('in a channel', () => {
  it('nothing is taken down and nobody is named', () => {
    const stage = new Stage('dsl');
    stage.does({ kind: 'said', text: `${concern} from Jo`, files: 0 }, 'channel');
    expect(stage.dialogue).toEqual({});
    expect(stage.words).not.toContain('Jo');
  });
});
