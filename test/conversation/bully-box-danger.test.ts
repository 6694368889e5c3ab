import { describe, expect, it } from 'vitest';
import { wording } from '../../src/conversation/wording.ts';
import { ChildStage } from './child-stage.ts';
import { story, told } from './child-story.ts';

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
