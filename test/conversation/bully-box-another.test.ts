import { describe, expect, it } from 'vitest';
import { wording } from '../../src/conversation/wording.ts';
import { longestAnswer } from '../../src/domain/report.ts';
import { ChildStage } from './child-stage.ts';

const bullied = 'mia keeps bullying me';
const sent = [bullied, '[Hide it]', '[No]', 'mia', '[Skip this]', '[Send it]'] as const;
const friend = 'im worried about my friend she wont eat and posts sad stuff at night';
const slur = 'someone called me the n word in the group chat';

/** A child who has sent a report of bullying. */
function afterSending(...lines: readonly string[]): ChildStage {
  return new ChildStage().play(...sent, ...lines);
}

describe('another worry, soon after a report was sent', () => {
  it.each([friend, slur, 'someone took my login and my teacher is cross'])(
    '"%s": the child is asked whether it is the same, and nothing is sent till then',
    (worry) => {
      const child = afterSending(worry);
      expect(child.words).toContain(wording['pupil.box.again']);
      expect(child.words).toContain(wording['pupil.box.kept']);
      expect(child.labels).toEqual(['Yes', 'No', 'Skip this']);
      expect(child.draft.report.what).toBe(worry);
      expect(child.commands).toHaveLength(1);
    },
  );

  it.each(['yes', '[Yes]'])('is added to the case after "%s", and is a draft no more', (yes) => {
    const child = afterSending(friend, 'she is in year 5', yes);
    const id = child.sent[0]?.id;
    expect(child.commands.at(-1)).toMatchObject({ kind: 'add', case: id, text: `${friend}\nshe is in year 5` });
    expect(child.words).toContain(`I have added that to ${id}`);
    expect(child.dialogue.draft).toBeUndefined();
    expect(child.sent).toHaveLength(1);
  });

  it('is not asked about once more where the child said that it belongs to the case', () => {
    const child = afterSending(slur, 'yes', 'they called me the n word again');
    expect(child.added).toEqual([slur, 'they called me the n word again']);
  });

  it.each(['no', '[No]', 'skip'])('is a report of its own after "%s", with its own choice of the name', (no) => {
    const child = afterSending(friend, no);
    expect(child.words).toContain(wording['pupil.box.name']);
    child.play('show', 'no', 'skip', 'skip');
    expect(child.kinds.at(-1)).toBe('summary');
    child.play('send');
    expect(child.added).toEqual([]);
    expect(child.sent).toMatchObject([
      { hidden: true, report: { what: bullied } },
      { hidden: false, report: { what: friend } },
    ]);
    expect(child.sent[1]).not.toHaveProperty('again');
  });

  it('that is left unanswered waits as any draft does, and is asked about when the child goes on', () => {
    const child = afterSending(friend, '+2 days', 'hi');
    expect(child.words).toContain('I still have what you told me');
    child.play('[I want to go on]');
    expect(child.words).toContain(wording['pupil.box.again']);
    expect(child.play('yes').added).toEqual([friend]);
  });

  it('gets its advice at once', () => {
    expect(JSON.stringify(afterSending(slur).last.replies)).toContain(wording['pupil.advice.title']);
  });

  it('with a plea for secrecy gets the honest answer too', () => {
    expect(afterSending('im worried about my friend. dont tell my mum').words).toContain(wording['pupil.box.family']);
  });

  it('does not take along loose words that the child did not send', () => {
    const child = new ChildStage().play(...sent);
    child.dialogue = { ...child.dialogue, loose: 'something else' };
    child.play(friend, 'yes');
    expect(child.added).toEqual([friend]);
    expect(child.dialogue.loose).toBe('something else');
  });

  it('too long to be added is linked to the case, and no word is lost', () => {
    const long = `${slur} ${'she is in my class '.repeat(longestAnswer)}`.slice(0, longestAnswer - 99).trim();
    const child = afterSending(long, 'yes');
    expect(child.draft).toMatchObject({ again: child.sent[0]?.id, report: { what: long } });
    expect(child.words).toContain(wording['pupil.box.name']);
  });

  it('is asked about after the child pressed the button to add something first', () => {
    const child = afterSending('[Tell us more]', 'she did it in maths', slur);
    expect(child.added).toEqual(['she did it in maths']);
    expect(child.words).toContain(wording['pupil.box.again']);
  });

  it('is asked about after the child added to a report from the list, whose kind is not known here', () => {
    const child = afterSending();
    child.presses({ verb: 'mine.adding', case: 'ABCD-2345' });
    child.play('it was on monday', slur);
    expect(child.added).toEqual(['it was on monday']);
    expect(child.words).toContain(wording['pupil.box.again']);
    expect(child.play('yes').commands.at(-1)).toMatchObject({ kind: 'add', case: 'ABCD-2345', text: slur });
  });
});

describe('a teacher, after a report of another pupil', () => {
  it.each(['my teacher messages me', 'my teacher messages me again', 'teacher touched me', 'sir hits me'])(
    '"%s" never moves the old case: it is danger, so it is a new report at once, with help first',
    (worry) => {
      const child = afterSending(worry);
      expect(child.added).toEqual([]);
      expect(child.sent).toMatchObject([{ report: { what: bullied } }, { report: { what: worry } }]);
      expect(child.words).toMatch(/999[\s\S]*Where are you now/);
    },
  );

  it.each(['my teacher shouts at me', 'mr placeholder keeps bullying me'])(
    '"%s" is added only once the child says that it is the same',
    (worry) => {
      const child = afterSending(worry);
      expect(child.commands).toHaveLength(1);
      expect(child.words).toContain(wording['pupil.box.again']);
      expect(child.play('yes').added).toEqual([worry]);
    },
  );

  it('who may have hurt somebody is asked about danger first, and then whether it is the same', () => {
    const child = afterSending('mr placeholder grabbed my friend');
    expect(child.commands).toHaveLength(1);
    expect(child.words).toContain(wording['pupil.box.danger']);
    child.play('no');
    expect(child.words).toContain(wording['pupil.box.again']);
    expect(child.play('yes').added).toEqual(['mr placeholder grabbed my friend']);
  });

  it('of whom the report was is not asked about', () => {
    const child = new ChildStage().play(bullied, 'hide', 'no', 'my teacher', 'skip', 'send', 'my teacher shouts at me');
    expect(child.added).toEqual(['my teacher shouts at me']);
  });
});

describe('more of the same, soon after a report was sent', () => {
  it.each([
    ['the same kind', 'mia and the others are bullying me in the group chat'],
    ['a short follow-up', 'she pulled my hair'],
    ['once more', 'it happened again'],
    ['words that are only like something else', 'she does it when the teacher is not looking'],
    ['words with one thing in them that may mean anything', 'i have screenshots of it on my phone if you want'],
  ])('%s is added without a question', (_, more) => {
    const child = afterSending(more);
    expect(child.added).toEqual([more]);
    expect(child.dialogue.draft).toBeUndefined();
  });

  it('an answer to what was just asked is added, whatever it tells of', () => {
    const child = afterSending('[Tell us more]', slur);
    expect(child.added).toEqual([slur]);
  });
});
