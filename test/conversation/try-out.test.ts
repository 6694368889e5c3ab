import { describe, expect, it } from 'vitest';
import { Stage } from './stage.ts';

const concern = 'a girl in year 8 showed me a horrible group chat';

describe('a try-out', () => {
  const tryOut = 'testing testing, just checking that this bot works';

  it('is told that it works, with no form, and is a report after all with one press', () => {
    const stage = new Stage('teacher');
    stage.says(tryOut);
    expect(stage.kinds).toEqual(['notice']);
    expect(stage.words).toContain('It works');
    expect(stage.dialogue.draft).toBeUndefined();
    stage.presses({ verb: 'report.start', words: tryOut });
    expect(stage.draft.report.what).toBe(tryOut);
  });

  it('leaves nothing behind for the next report', () => {
    const stage = new Stage('teacher');
    stage.says(tryOut);
    stage.says(concern);
    expect(stage.draft.report.what).toBe(concern);
  });

  it('of grave words is a report', () => {
    const stage = new Stage('teacher');
    stage.says('just testing this, a boy has a knife in his bag');
    expect(stage.kinds).toEqual(['notice', 'report-form']);
  });
});

describe('thanks for training', () => {
  it('need no form, and nobody is told', () => {
    const stage = new Stage('teacher');
    stage.says('great inset on county lines and extremism');
    expect(stage.kinds).toEqual(['notice']);
    expect(stage.words).toContain('nobody is told');
    expect(stage.dialogue.draft).toBeUndefined();
  });

  it('with a word about a child are a report', () => {
    const stage = new Stage('teacher');
    stage.says('great inset on county lines, a boy in my form carries drugs for men');
    expect(stage.kinds).toContain('report-form');
  });
});
