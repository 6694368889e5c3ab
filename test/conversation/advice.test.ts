import { describe, expect, it } from 'vitest';
import { adviceView } from '../../src/conversation/present/advice.ts';
import { suggestionFor } from '../../src/conversation/suggestion.ts';
import type { NoticeView, Section } from '../../src/conversation/views.ts';
import { emptyReport } from '../../src/domain/report.ts';
import { Stage } from './stage.ts';

function adviceTo(
  id: string,
  what: string,
): { view: NoticeView; wanted: { do: readonly string[]; dont: readonly string[] } } {
  const world = new Stage(id).world();
  const suggestion = suggestionFor(world, { ...emptyReport, what });
  return { view: adviceView(world, suggestion), wanted: suggestion.triage.advice };
}

function linesOf(sections: readonly Section[]): readonly string[] {
  return sections.flatMap(({ toldLines }) => toldLines.map((line) => line.replace(/^\W+/, '')));
}

describe('advice to an adult', () => {
  const bullying =
    'the year 8 girls are bullying one of my form in a group chat, nasty messages every night, and they got into her account and put her address on a fake page';

  it('shows what comes first, and folds the rest below it without losing a line', () => {
    const { view, wanted } = adviceTo('teacher', bullying);
    const open = view.sections.filter(({ folded }) => !folded);
    expect(view.unfold).toBe('Show the rest');
    expect(linesOf(open)).toEqual(expect.arrayContaining([...wanted.do.slice(0, 5), ...wanted.dont.slice(0, 5)]));
    expect(linesOf(open).length).toBeLessThanOrEqual(11);
    expect(linesOf(view.sections)).toEqual(expect.arrayContaining([...wanted.do, ...wanted.dont]));
  });

  it('folds nothing that must not be done with a picture of a child', () => {
    const { view, wanted } = adviceTo('teacher', 'a boy in my form has a naked photo of a girl on his phone');
    expect(wanted.dont.length).toBeGreaterThan(5);
    expect(linesOf(view.sections.slice(0, 1))).toEqual(wanted.dont);
    expect(view.sections[0]?.folded).toBeUndefined();
  });

  it('says how to reach everybody who can help', () => {
    const { view } = adviceTo('teacher', 'got a fishy email with a link, i clicked it and typed my password in');
    const help = linesOf(view.sections.filter(({ title }) => title === 'Who else can help'));
    expect(help).toContainEqual(
      expect.stringMatching(/^The National Cyber Security Centre: report@phishing\.gov\.uk\. /),
    );
    for (const line of help) expect(line).toMatch(/^[^:]+: \S*[\d@.]/);
  });

  it('says above the form that it comes first', () => {
    const here = new Stage('teacher');
    here.says(bullying);
    expect(here.kinds).toEqual(['notice', 'report-form']);
    expect(here.last.replies.at(-1)?.message).toMatchObject({ news: expect.stringContaining('message above') });
    here.says('it is about her hair');
    expect(here.last.replies.at(-1)?.message).toMatchObject({ news: expect.not.stringContaining('message above') });
  });
});

describe('advice to a child', () => {
  it('is short, and folds nothing', () => {
    const { view } = adviceTo('pupil', 'they all send me horrible messages on snap every night');
    expect(view.sections.filter(({ folded }) => folded)).toEqual([]);
  });
});
