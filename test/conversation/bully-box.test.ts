import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/dialogue.ts';
import { wording } from '../../src/conversation/wording.ts';
import { harbourInYear } from '../support/school-year.ts';
import { ChildStage } from './child-stage.ts';
import { story, told } from './child-story.ts';

describe('the first words', () => {
  it.each([
    { first: 'hi', kept: '' },
    { first: 'help', kept: '' },
    { first: 'hello', kept: '' },
    { first: '😢', kept: '😢' },
    { first: 'idk', kept: 'idk' },
    { first: '...', kept: '...' },
    { first: 'jk', kept: 'jk' },
    { first: 'i loved the assembly on bullying', kept: 'i loved the assembly on bullying' },
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
