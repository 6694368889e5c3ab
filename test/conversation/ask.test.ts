import { describe, expect, it } from 'vitest';
import { policyNamed } from '../support/policies.ts';
import { Stage } from './stage.ts';

const somerset = policyNamed('somerset');
const stage = (id = 'teacher') => new Stage(id, somerset);
const password = 'how often do we change our passwords';

describe('a question to the policy', () => {
  it.each([
    ['put as one', `${password}?`],
    ['begun like one', password],
    ['after the word', 'ask passwords how often changed'],
  ])('%s is answered with its clause', (_, text) => {
    const here = stage();
    here.says(text);
    expect(here.words).toContain('60 days');
    expect(here.words).toContain('From: E-safety policy, “Technical Infrastructure”.');
    expect(here.verbs).toEqual(expect.arrayContaining(['ask.right', 'ask.wrong', 'ask.person', 'ask.rule']));
    expect(here.dialogue.draft).toBeUndefined();
  });

  it('may follow the word alone', () => {
    const here = stage();
    here.says('ask');
    here.says('passwords how often changed');
    expect(here.words).toContain('60 days');
    expect(here.dialogue.asking).toBeUndefined();
  });

  it('that the policy is silent on meets an honest no, and is logged', () => {
    const here = stage();
    const { command } = here.says('when is the next inset day?');
    expect(here.words).toContain('The policy does not say.');
    expect(here.verbs[0]).toBe('ask.person');
    expect(command).toMatchObject({ kind: 'log-question', why: 'unanswered', question: 'when is the next inset day?' });
  });

  it('leads to another by a press', () => {
    const here = stage();
    here.says(`${password}?`);
    const rule = somerset.pack.rules.find(({ for: audience }) => audience.includes('staff'));
    here.presses({ verb: 'ask.rule', rule: rule?.id ?? '' });
    expect(here.words).toContain(rule?.clauses[0]?.section);
    here.presses({ verb: 'ask.rule', rule: 'somerset.gone' });
    expect(here.words).toContain('cannot find that any more');
  });

  it('that was answered badly is logged once, and a person is offered', () => {
    const here = stage();
    here.says(`${password}?`);
    const wrong = { verb: 'ask.wrong', question: `${password}?`, rule: 'somerset.staff-password-60-days' } as const;
    expect(here.presses(wrong).command).toMatchObject({ kind: 'log-question', why: 'unhelpful', rule: wrong.rule });
    expect(here.verbs).toEqual(['ask.person']);
    expect(here.presses(wrong).command).toBeUndefined();
    expect(here.presses({ ...wrong, verb: 'ask.right' }).command).toBeUndefined();
  });

  it('goes to a person once, however often it is pressed', () => {
    const here = stage();
    const press = { verb: 'ask.person', question: 'when is the next inset day?' } as const;
    expect(here.presses(press).command).toMatchObject({ kind: 'pass-on', question: press.question });
    expect(here.presses(press).command).toBeUndefined();
    expect(here.words).toContain('already sent');
  });
});

describe('a question behind which somebody may need help', () => {
  it('meets help first, and one press makes it a report', () => {
    const here = stage();
    const text = 'what do I do if a girl shows me a naked photo of herself?';
    here.says(text);
    expect(here.words.split('\n')[1]).toContain('999');
    expect(here.words).toMatch(/Do not view, copy/);
    expect(here.words.indexOf('Please do not')).toBeLessThan(here.words.indexOf('Please do this'));
    expect(here.verbs[0]).toBe('report.start');
    here.presses({ verb: 'report.start' });
    expect(here.draft.report.what).toBe(text);
  });

  it('begins a report for a child, so that nothing said is lost', () => {
    const here = stage('pupil');
    const { command } = here.says('should i die?? i want to kill myself');
    expect(command).toMatchObject({
      kind: 'submit',
      draft: { report: { what: expect.stringContaining('kill myself') } },
    });
    expect(here.words).toContain('999');
  });
});

describe('a child’s question', () => {
  it.each(['can teachers read my messages', 'can i bring my phone to school?'])('“%s” accuses nobody', (text) => {
    const here = stage('pupil');
    here.says(text);
    expect(here.dialogue.draft).toBeUndefined();
  });

  it('that the rules do not answer can become a report with its words', () => {
    const here = stage('pupil');
    here.says('can i bring my phone to school?');
    expect(here.verbs).toEqual(expect.arrayContaining(['ask.person', 'report.start']));
    here.presses({ verb: 'report.start' });
    expect(here.draft.report.what).toBe('can i bring my phone to school?');
  });

  it('names no helpline in words for adults', () => {
    const here = stage('pupil');
    here.says('someone keeps sending me horrible stuff');
    here.presses({ verb: 'report.confirm', draft: here.draft.id });
    expect(here.words).toContain('Childline: 0800 1111');
    expect(here.words).not.toContain('platform');
  });
});

describe('with a report open', () => {
  it('words are the report’s, but for those after `ask`', () => {
    const here = stage();
    here.says('a girl in year 8 showed me a horrible group chat');
    here.says('was that wrong?');
    expect(here.draft.report.what).toContain('was that wrong?');
    here.says(`${password}?`);
    expect(here.draft.report.what).toContain(password);
    expect(here.words).toContain('60 days');
    here.says(`ask ${password}`);
    expect(here.words).toContain('60 days');
    expect(here.draft.report.what).not.toContain('ask');
  });
});

describe('small talk', () => {
  it.each(['thanks', 'ok', 'is this private?', 'are you a robot'])('"%s" begins nothing', (text) => {
    const here = stage('pupil');
    here.says(text);
    expect(here.dialogue.draft).toBeUndefined();
    expect(here.verbs).toContain('report.start');
  });

  it('“is this private?” promises nothing', () => {
    const here = stage('pupil');
    here.says('is this private?');
    expect(here.words).toContain('cannot keep it secret if someone may get hurt');
  });
});
