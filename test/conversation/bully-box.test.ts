import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/dialogue.ts';
import { wording } from '../../src/conversation/wording.ts';
import { harbourInYear } from '../support/school-year.ts';
import { ChildStage } from './child-stage.ts';

const story = 'sumone keeps bein mean 2 me';

/** Tells a story to the summary, with the name shown. */
const told = [story, '[Show my name]', '[No]', '[Skip this]', '[Skip this]'] as const;

describe('the first words', () => {
  it.each([
    { first: 'hi', kept: '' },
    { first: 'help', kept: '' },
    { first: 'hello', kept: '' },
    { first: '😢', kept: '😢' },
    { first: 'idk', kept: 'idk' },
    { first: '...', kept: '...' },
    { first: 'jk', kept: 'jk' },
  ])('"$first" is met kindly with whether something happened, and kept', ({ first, kept }) => {
    const child = new ChildStage().play(first);
    expect(child.words).toContain(wording['pupil.box.start']);
    expect(child.labels).toContain(wording['pupil.box.start.yes']);
    expect(child.dialogue.loose ?? '').toBe(kept);
    expect(child.commands).toEqual([]);
  });

  it.each([
    story,
    'tom is calling me names',
    'شخص ما يرسل لي رسائل مخيفة كل يوم',
    '**he** said [click](https://evil.example) and was mean',
    '${$root} {reference} {{name}} they are mean to me',
  ])('"%s" is a story, kept to the letter, and not sent', (first) => {
    const child = new ChildStage().play(first);
    expect(child.draft.report.what).toBe(first);
    expect(child.words).toContain(wording['pupil.box.kept']);
    expect(child.commands).toEqual([]);
  });

  it.each([
    ['a greeting', ['hi']],
    ['a story', [story]],
    ['a smiley and yes', ['😢', 'yes']],
    ['the button of an old welcome', ['[Yes, I want to tell you]']],
  ])(
    'from %s a child hears who reads it, that the chat keeps it and that it cannot be secret, before it is asked for more',
    (_, lines) => {
      const child = new ChildStage();
      child.does({ kind: 'joined' });
      child.dialogue = {};
      child.heard.length = 0;
      child.play(...lines);
      const words = JSON.stringify(child.heard);
      expect(words).toContain('the safeguarding lead and the people who help them');
      expect(words).toMatch(/school’s chat also keeps/);
      expect(words).toContain('I cannot keep it secret if someone may get hurt. No one can.');
      expect(words).toContain('0800 1111');
      expect(words).toContain('999');
    },
  );

  it('that are a story can go no further, by a button in the same answer', () => {
    const child = new ChildStage().play(story);
    expect(child.labels).toEqual([
      'Show my name',
      'Hide it unless someone is in danger',
      wording['pupil.box.not-send'],
    ]);
  });

  it('of somebody who is not sure get time and somebody to talk to', () => {
    const child = new ChildStage().play('hi', 'idk');
    expect(child.words).toContain(wording['pupil.box.start.hard']);
    expect(child.words).toContain('0800 1111');
    expect(child.play('mean').draft.report.what).toBe('mean');
  });

  it('that say nothing happened leave the door open', () => {
    const child = new ChildStage().play('hi', 'nope');
    expect(child.words).toContain(wording['pupil.box.start.fine']);
  });

  it('that are a question about the rules are answered, and begin nothing', () => {
    const child = new ChildStage().play('what is childlines number?');
    expect(child.words).toContain('0800 1111');
    expect(child.dialogue.draft).toBeUndefined();
  });
});

describe('the whole path', () => {
  it.each([
    ['hi', 'pupil.box.start'],
    ['[Yes]', 'pupil.box.name'],
    ['[Hide it]', 'pupil.box.what'],
    [story, 'pupil.box.danger'],
    ['[No]', 'pupil.box.who'],
    ['[Skip this]', 'pupil.box.where'],
  ] as const)('is one question at a time: %s, then %s', (line, asked) => {
    const lines = ['hi', '[Yes]', '[Hide it]', story, '[No]', '[Skip this]'];
    const child = new ChildStage().play(...lines.slice(0, lines.indexOf(line) + 1));
    const questions = ['start', 'name', 'what', 'danger', 'who', 'where'] as const;
    const found = questions.filter((one) =>
      child.last.replies.some((reply) => isAsked(reply, wording[`pupil.box.${one}`])),
    );
    expect(found.map((one) => `pupil.box.${one}`)).toEqual([asked]);
  });

  it.each([
    { named: '[Show my name]', hidden: false },
    { named: 'yes', hidden: false },
    { named: 'u can say its me', hidden: false },
    { named: 'show', hidden: false },
    { named: '[Hide it]', hidden: true },
    { named: 'hidden', hidden: true },
    { named: 'dont show my name', hidden: true },
    { named: "don't say it's me", hidden: true },
    { named: 'anonymous pls', hidden: true },
    { named: 'no', hidden: true },
    { named: 'idk', hidden: true },
  ])('with the name by "$named" sends hidden: $hidden', ({ named, hidden }) => {
    const child = new ChildStage().play(story, named, 'no', 'no one', 'skip', 'send it');
    expect(child.sent).toMatchObject([{ report: { what: story }, hidden }]);
    expect(child.words).toContain(`Your number is ${child.sent[0]?.id}`);
    if (hidden) expect(child.words).toContain(wording['pupil.box.name.hidden-for-you']);
  });

  it.each([
    { hours: 'open', now: '2026-11-23T09:30:00.000Z', shut: false },
    { hours: 'shut', now: '2026-11-21T12:00:00.000Z', shut: true },
  ])('gives Childline and 999 once on the card that it is sent, while school is $hours', ({ now, shut }) => {
    const child = new ChildStage();
    child.now = now;
    child.school = harbourInYear;
    const card = child
      .play(story, 'show', 'no', 'no one', 'skip', 'send it')
      .heard.find(({ title }) => title.includes('Your number'));
    const words = [card?.title, ...(card?.toldLines ?? [])].join('\n');
    expect(words).toContain(child.sent[0]?.id ?? 'none');
    expect(words.includes('School is shut now')).toBe(shut);
    expect([words.match(/0800 1111/g)?.length, words.match(/999/g)?.length]).toEqual([1, 1]);
  });

  it('takes who and where in the child’s words', () => {
    const child = new ChildStage().play(story, 'show', 'no', 'tom in 6b', 'at lunch in the playground', 'yes');
    expect(child.sent).toMatchObject([
      {
        report: {
          subjects: [{ name: 'tom in 6b', kind: 'pupil', part: 'alleged' }],
          site: 'at lunch in the playground',
          place: 'in-school',
        },
      },
    ]);
  });

  it.each([
    { who: 'mr placeholder', kind: 'staff', reads: 'Only the chair of governors' },
    { who: 'the headteacher', kind: 'headteacher', reads: 'Only the chair of governors' },
    { who: 'my maths teacher', kind: 'staff', reads: 'Only the headteacher' },
    { who: 'dana sample', kind: 'staff', reads: 'Only the headteacher' },
  ])('never lets "$who" read about themselves', ({ who, kind, reads }) => {
    const child = new ChildStage().play(story, 'show', 'no', who, 'skip');
    expect(child.draft.report.subjects).toMatchObject([{ kind }]);
    expect(summary(child)).toContain(reads);
  });

  it('asks which grown-up it was, so that they do not get to read it', () => {
    const child = new ChildStage().play(story, 'show', 'no', '[A grown-up at school]');
    expect(child.words).toContain(wording['pupil.box.who.which']);
    child.play('placeholder', 'skip');
    expect(child.draft.report.subjects).toEqual([{ name: 'placeholder', kind: 'staff', part: 'alleged' }]);
  });

  it('keeps a grown-up whom the child wants kept out away', () => {
    const child = new ChildStage().play(`${story}. dont tell mrs sample`);
    expect(child.held).toContain('"keepFrom":"mrs sample"');
  });

  it('reads back the child’s own words, and sends nothing by itself', () => {
    const child = new ChildStage().play(...told);
    expect(child.kinds.at(-1)).toBe('summary');
    expect(child.labels).toEqual(['Send it', 'Change it', wording['pupil.box.not-send']]);
    expect(child.commands).toEqual([]);
  });

  it('can be changed, and what was written before stays', () => {
    const child = new ChildStage().play(story, 'show', 'no', 'tom', 'skip', '[Change it]', '[Who did it]', 'tim');
    expect(child.draft.report.subjects).toMatchObject([{ name: 'tim' }]);
    expect(child.draft.report.what).toContain('First I wrote: tom');
    child.play('[Change it]', '[What happened]', 'and he took my bag', '[Change it]', '[My name]', 'hide', '[Send it]');
    expect(child.sent).toMatchObject([
      { hidden: true, report: { what: expect.stringContaining('and he took my bag') } },
    ]);
  });

  it('takes several messages in a row, whatever was asked', () => {
    const child = new ChildStage().play(story, 'she is in year 5', 'it started on monday');
    expect(child.draft.report.what).toBe(`${story}\nshe is in year 5\nit started on monday`);
    expect(child.words).toContain(wording['pupil.box.name']);
  });

  it('answers a question about the rules on the way, and keeps it', () => {
    const child = new ChildStage().play(story, 'what is childlines number?');
    expect(child.draft.report.what).toContain('childlines number');
    expect(child.words).toContain(wording['pupil.box.name']);
  });

  it.each(['dont tell anyone', 'please dont tell my mum', 'will you tell my mum'])(
    '"%s" gets the honest answer, and is kept',
    (plea) => {
      const child = new ChildStage().play(story, plea);
      expect(child.words).toContain('I cannot keep it secret');
      expect(child.draft.report.what).toContain(plea);
    },
  );
});

/** Whether a notice with buttons puts this question. */
function isAsked({ message }: Reply, question: string): boolean {
  if (!('notice' in message) || message.notice.buttons.length === 0) return false;
  return message.notice.title === question || message.notice.sections.some(({ title }) => title === question);
}

function summary(child: ChildStage): string {
  return JSON.stringify(child.summary);
}

describe('danger', () => {
  it.each(['i want to die', 'someone has a knife at school', 'a man online wants to meet me', 'my dad hits me'])(
    '"%s" is met at once: help first, and it is sent, unfinished, before anything is asked',
    (words) => {
      const child = new ChildStage().play(words);
      expect(child.last.command).toMatchObject({
        kind: 'submit',
        unfinished: true,
        draft: { report: { what: words } },
      });
      const [first, second] = child.heard;
      expect(first).toMatchObject({ urgent: true });
      expect(JSON.stringify(first)).toMatch(/999.*0800 1111/);
      expect(JSON.stringify(second)).toContain(wording['pupil.box.sent-now.person']);
      expect(JSON.stringify(second)).toContain(child.sent[0]?.id);
      expect(child.words).toContain(wording['pupil.box.sent-now.mistake']);
    },
  );

  it('is heard in the middle of the path too, with all that was said before', () => {
    const child = new ChildStage().play('😢', story, 'hidden', 'i want to die');
    expect(child.sent).toMatchObject([{ hidden: true, report: { what: `😢\n${story}\ni want to die` } }]);
    expect(child.words).toContain(wording['pupil.box.sent-now.hidden']);
  });

  it.each(['yes', '[Yes]', 'yes my arm is bleeding', 'yh'])(
    '"%s" to whether anyone is hurt sends it at once',
    (yes) => {
      const child = new ChildStage().play(story, 'show', yes);
      expect(child.last.command).toMatchObject({
        kind: 'submit',
        unfinished: true,
        draft: { report: { danger: true } },
      });
    },
  );

  it.each(['no', 'ok', 'im fine', 'idk', 'nope', '👎'])('"%s" does not', (no) => {
    expect(new ChildStage().play(story, 'show', no).commands).toEqual([]);
  });

  it('a few words that only might mean it are asked about first', () => {
    const child = new ChildStage().play('he hits me');
    expect(child.words).toContain(wording['pupil.box.danger']);
    expect(child.commands).toEqual([]);
    expect(child.play('yes').last.command).toMatchObject({ kind: 'submit', unfinished: true });
  });

  it('what is said next is added to the same case, each answer confirmed', () => {
    const child = new ChildStage().play('i want to die', 'in the toilets', 'tom', 'its because of school');
    const [sent] = child.sent;
    expect(child.commands.slice(1)).toEqual([
      {
        kind: 'add',
        case: sent?.id,
        text: 'Where they are now: in the toilets',
        about: { subjects: [], keepFrom: '' },
      },
      {
        kind: 'add',
        case: sent?.id,
        text: 'Who did it: tom',
        about: { subjects: [{ name: 'tom', kind: 'unknown', part: 'alleged' }], keepFrom: '' },
      },
      { kind: 'add', case: sent?.id, text: 'its because of school', about: { subjects: [], keepFrom: '' } },
    ]);
    expect(child.words).toContain(`I have added that to ${sent?.id}`);
    expect(child.dialogue.draft).toBeUndefined();
  });

  it('questions after it can be skipped', () => {
    const child = new ChildStage().play('i want to die', '[Skip this]', 'no one');
    expect(child.words).toContain(wording['pupil.box.done-now']);
    expect(child.commands).toHaveLength(1);
  });

  it('"help" after it says that it is sent, and whom to ring', () => {
    const child = new ChildStage().play('i want to die', 'help');
    expect(child.words).toContain('999');
    expect(child.words).toContain(child.sent[0]?.id ?? 'none');
  });

  it('of the kind that was sent is added to it, with help first and where the child is asked', () => {
    const child = new ChildStage().play('i want to die', 'skip', 'no one', 'im going to kill myself tonight');
    expect(child.added).toEqual(['im going to kill myself tonight']);
    expect(child.sent).toHaveLength(1);
    expect(child.words).toMatch(/999[\s\S]*I have added that[\s\S]*Where are you now/);
  });

  it('of another kind than what was sent is a new report, sent at once, with help first', () => {
    const child = new ChildStage().play(...told, 'send', 'i want to die');
    expect(child.added).toEqual([]);
    expect(child.sent).toMatchObject([{ report: { what: story } }, { report: { what: 'i want to die' } }]);
    expect(child.last.command).toMatchObject({ kind: 'submit', unfinished: true });
    expect(child.words).toMatch(/999[\s\S]*Where are you now/);
    expect(child.play('in the toilets').commands.at(-1)).toMatchObject({ kind: 'add', case: child.sent[1]?.id });
  });

  it('of another kind keeps the name as the child just chose it', () => {
    const child = new ChildStage().play(story, '[Hide it]', 'no', 'skip', 'skip', 'send', 'i want to die');
    expect(child.sent).toMatchObject([{ hidden: true }, { hidden: true }]);
    expect(child.words).toContain(wording['pupil.box.sent-now.hidden']);
  });

  it('names nobody of the school who is accused among those who read it', () => {
    const child = new ChildStage().play('mr placeholder touched me');
    expect(child.sent).toMatchObject([{ report: { subjects: [{ name: 'mr placeholder', kind: 'staff' }] } }]);
    expect(child.words).toContain('The headteacher will not see it');
  });
});

describe('only joking', () => {
  it.each([
    'jk',
    'i was only joking',
    'lol jk',
    'dont send it',
    "don't send it",
    'just kidding',
    'it was a joke',
    'i made it up',
  ])('"%s" before sending closes nothing: it is kept, and the child is asked', (words) => {
    const child = new ChildStage().play(story, 'show', words);
    expect(child.draft.report.what).toBe(story);
    expect(child.dialogue.loose).toBe(words);
    expect(child.words).toContain(wording['pupil.box.sure.kind']);
    expect(child.labels).toEqual([wording['pupil.box.go-on'], wording['pupil.box.not-send']]);
  });

  it('goes with the report where the child goes on', () => {
    const child = new ChildStage().play(story, 'show', 'jk', '[Go on]', 'no', 'skip', 'skip', 'send');
    expect(child.sent[0]?.report.what).toBe(`${story}\njk`);
  });

  it('is not sent where the child says so, and nothing is lost', () => {
    const child = new ChildStage().play(story, 'jk', 'no');
    expect(child.words).toContain(wording['pupil.box.not-sent']);
    expect(child.words).toContain('0800 1111');
    expect(child.draft.report.what).toBe(story);
    expect(child.commands).toEqual([]);
  });

  it('after sending it is added, and a person reads it', () => {
    const child = new ChildStage().play(...told, 'send', 'i was only joking');
    expect(child.added).toEqual(['i was only joking']);
    expect(child.words).toContain('You are not in trouble');
  });

  it('even days after', () => {
    expect(new ChildStage().play(...told, 'send', '+3 days', 'i made it up').added).toEqual(['i made it up']);
  });

  it.each(['he said it was only a joke but it made me sad', 'its not a joke', 'they play jokes on me'])(
    '"%s" is a story',
    (words) => {
      expect(new ChildStage().play(words).draft.report.what).toBe(words);
    },
  );

  it.each(['lol im going to kill myself jk', 'jk i want to die'])(
    '"%s" is not heard as one, and sent at once',
    (words) => {
      const child = new ChildStage().play(words);
      expect(child.commands).toHaveLength(1);
      expect(child.sent[0]?.report.what).toBe(words);
      expect(JSON.stringify(child.heard)).toContain('999');
    },
  );
});

describe('not sending', () => {
  it('keeps the words; they can go on, or delete them, asked twice', () => {
    const child = new ChildStage().play(...told, '[Do not send it]');
    expect(child.labels).toEqual([wording['pupil.box.send-after-all'], wording['pupil.box.delete']]);
    child.play('[Delete my words]');
    expect(child.draft.report.what).toBe(story);
    child.play('[Yes, delete them]');
    expect(child.dialogue.draft).toBeUndefined();
    expect(child.words).toContain('0800 1111');
  });

  it.each(['cancel', 'delete it'])('"%s" asks first', (words) => {
    const child = new ChildStage().play(story, words);
    expect(child.words).toContain(wording['pupil.box.delete.ask']);
    expect(child.play('no').draft.report.what).toBe(story);
  });

  it('"ok" deletes nothing and shows no name: it may only mean that it was read', () => {
    expect(new ChildStage().play(story, 'cancel', 'ok').draft.report.what).toBe(story);
    expect(new ChildStage().play(story, 'ok').draft.hidden).toBeUndefined();
  });

  it.each(['stop', 'never mind'])('"%s" asks what is meant', (words) => {
    expect(new ChildStage().play(story, words).words).toContain(wording['pupil.box.sure']);
  });
});

describe('coming back', () => {
  it('to a draft left half-way: it is greeted, not scolded, and goes on where it was', () => {
    const child = new ChildStage().play(story, 'hidden', '+2 days', 'hi');
    expect(child.words).toContain('That is fine.');
    child.play('[I want to go on]');
    expect(child.words).toContain(wording['pupil.box.danger']);
    expect(child.draft).toMatchObject({ hidden: true, report: { what: story } });
  });

  it('with new words while something is unsent: asked where they belong; together', () => {
    const child = new ChildStage().play(story, 'show', '+2 days', 'they took my bag', '[Yes, the same thing]');
    expect(child.draft.report.what).toBe(`${story}\nthey took my bag`);
  });

  it('or as something new, and the older is kept and offered afterwards', () => {
    const child = new ChildStage().play(story, 'show', '+2 days', 'they took my bag', 'no');
    expect(child.draft.report.what).toBe('they took my bag');
    expect(child.dialogue.box?.aside?.report.what).toBe(story);
    child.play('show', 'no', 'skip', 'skip', 'send');
    expect(child.words).toContain('You also told me something');
    child.play('yes');
    expect(child.draft.report.what).toBe(story);
  });

  it('a week after a report is asked whether it is about the same, and linked', () => {
    const child = new ChildStage().play(...told, 'send', '+7 days', 'they took my bag', 'hidden', 'no', 'skip', 'skip');
    expect(child.words).toContain(wording['pupil.box.again']);
    child.play('yes', 'send');
    expect(child.sent).toMatchObject([{ hidden: false }, { hidden: true, again: child.sent[0]?.id }]);
  });

  it('who says that it happened again is not asked', () => {
    const child = new ChildStage().play(...told, 'send', '+7 days', 'it happened again, they took my bag');
    expect(child.draft.again).toBe(child.sent[0]?.id);
    expect(JSON.stringify(child.heard)).toContain('I cannot keep it secret');
  });

  it('by the button begins a linked report', () => {
    const child = new ChildStage().play(...told, 'send');
    const id = child.sent[0]?.id ?? '';
    child.presses({ verb: 'mine.again', case: id });
    expect(child.words).toContain(wording['pupil.box.again.sorry']);
    child.play('show', 'he pushed me');
    expect(child.draft).toMatchObject({ again: id, report: { what: 'he pushed me' } });
  });

  it('to add: the next words are added to that report, even with something unsent', () => {
    const child = new ChildStage().play(...told, 'send', '+1 days', 'he pushed me over');
    const id = child.sent[0]?.id ?? '';
    child.presses({ verb: 'mine.adding', case: id });
    child.play('she did it in maths');
    expect(child.commands.at(-1)).toMatchObject({ kind: 'add', case: id, text: 'she did it in maths' });
  });

  it.each(['how is it going?', 'any news', 'my reports', 'has anyone read it'])(
    '"%s" shows how it is going',
    (words) => {
      const child = new ChildStage().play(...told, 'send', words);
      expect(child.kinds).toEqual(['my-reports']);
    },
  );
});

describe('what goes wrong', () => {
  it('a file is refused kindly, and the words beside it are kept', () => {
    const child = new ChildStage();
    child.says(story, 1);
    expect(child.words).toContain('You are not in trouble');
    expect(child.draft.report.what).toBe(story);
  });

  it('an edited message keeps both; a deleted one is still held, and that is said', () => {
    const child = new ChildStage().play(story);
    child.does({ kind: 'edited', text: 'tom keeps being mean to me' });
    expect(child.draft.report.what).toBe(`${story}\ntom keeps being mean to me`);
    child.does({ kind: 'deleted' });
    expect(child.words).toContain(wording['pupil.deleted.draft']);
    expect(child.draft.report.what).toContain(story);
  });

  it('an edited message after sending is added to it', () => {
    const child = new ChildStage().play(...told, 'send');
    child.does({ kind: 'edited', text: 'tom did it' });
    expect(child.added).toEqual(['tom did it']);
  });

  it('28 KB of text is taken whole; what is too long is refused and said to be', () => {
    const long = `they are mean to me ${'words '.repeat(4_700)}`.trim();
    const child = new ChildStage().play(long);
    expect(child.held).toContain(long);
    const other = new ChildStage().play(story, 'x'.repeat(39_999));
    expect(other.words).toContain(wording['pupil.too-long']);
    expect(other.draft.report.what).toBe(story);
  });

  it('an old button changes nothing, and the question that waits is asked again', () => {
    const child = new ChildStage().play(story, 'show', 'no');
    child.presses({ verb: 'box.answer', draft: child.draft.id, to: 'where', answer: 'online' });
    expect(child.words).toContain(wording['pupil.box.old-button']);
    expect(child.words).toContain(wording['pupil.box.who']);
    child.presses({ verb: 'box.answer', draft: 'ZZZZ-ZZZZ', to: 'name', answer: 'hide' });
    expect(child.draft.hidden).toBe(false);
  });

  it('a pressed button becomes what was chosen', () => {
    const child = new ChildStage().play(story);
    child.chooses('Show my name');
    expect(child.last.replies[0]).toMatchObject({ replaces: true });
    expect(child.words).toContain('You chose: Show my name');
  });

  it('Send pressed twice sends once', () => {
    const child = new ChildStage().play(...told, '[Send it]', '[Send it]');
    expect(child.sent).toHaveLength(1);
    expect(child.words).toContain(child.sent[0]?.id ?? 'none');
  });

  it('the form of before is not shown any more, and what an old one holds is kept', () => {
    const child = new ChildStage().play(story);
    child.presses({
      verb: 'report.form',
      draft: child.draft.id,
      report: { what: `${story} a lot`, site: 'a game' },
      seen: 1,
    });
    expect(child.draft.report).toMatchObject({ what: `${story} a lot`, site: 'a game' });
    expect(child.kinds).not.toContain('report-form');
    const other = new ChildStage();
    other.presses({ verb: 'report.form', draft: 'ABCD-EFGH', report: { what: 'they are mean to me' } });
    expect(other.draft.report.what).toBe('they are mean to me');
  });

  it.each(['unreadable', 'strange'] as const)('%s gets a sentence', (kind) => {
    const child = new ChildStage().play(story);
    child.does(kind === 'strange' ? { kind, type: 'event' } : { kind, verb: 'report.form' });
    expect(child.words).not.toBe('');
    expect(child.draft.report.what).toBe(story);
  });

  it('in a channel nothing is taken down', () => {
    const child = new ChildStage();
    child.does({ kind: 'said', text: 'i want to die', files: 0 }, 'channel');
    expect(child.dialogue).toEqual({});
  });
});
