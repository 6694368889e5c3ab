import { describe, expect, it } from 'vitest';
import { wording } from '../../src/conversation/wording.ts';
import { ChildStage } from './child-stage.ts';
import { story, told } from './child-story.ts';

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
