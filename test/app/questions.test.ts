import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoggedQuestion } from '../../src/app/questions.ts';
import { under } from '../../src/app/rows.ts';
import { chatOf, type House, openHouse, viewOf, wordsOf } from '../support/house.ts';
import { valuesUnder } from '../support/records.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const question = 'when does Jayden get a new locker?';
const askPerson = { verb: 'ask.person', question } as const;

function log(): Promise<readonly LoggedQuestion[]> {
  return valuesUnder(house.store, 'asked');
}

/** Passes the question on; its id, and who was asked. */
async function passedOn(): Promise<{ readonly id: string; readonly owner: string }> {
  const answers = await house.presses('teacher', askPerson);
  expect(wordsOf(viewOf(answers, 'notice'))).toContain('I have sent your question');
  const { to, view } = await house.channel.find(({ view }) => wordsOf(view).includes('question.replying'));
  const press = view.kind === 'notice' ? view.buttons[0]?.press : undefined;
  if (press?.verb !== 'question.replying') throw new Error('no question');
  return { id: press.question, owner: to.conversation.slice(2) };
}

describe('a question for a person', () => {
  beforeEach(async () => {
    for (const { id } of ['head', 'dsl', 'itsupport', 'dataprot', 'esafety'].map((id) => ({ id }))) {
      await house.does(id, { kind: 'joined' });
    }
  });

  it('reaches its owner, whose answer comes back in the same chat, by role', async () => {
    const { id, owner } = await passedOn();
    const form = viewOf(await house.presses(owner, { verb: 'question.replying', question: id }), 'add-form');
    expect(form.press).toEqual({ verb: 'question.reply', question: id });
    await house.presses(owner, { verb: 'question.reply', question: id, text: 'Ask at the office.' });
    const heard = await house.channel.find(({ view }) => wordsOf(view).includes('Ask at the office.'));
    expect(heard.to).toEqual(chatOf('teacher'));
    expect(wordsOf(heard.view)).toContain(question);
    expect(wordsOf(heard.view)).not.toMatch(/Hedley|Dana|Esme|Ike|Dee/);
  });

  it('can be kept as a draft, once, without names', async () => {
    const { id, owner } = await passedOn();
    await house.presses(owner, { verb: 'question.reply', question: id, text: 'Ask Tess at the office.' });
    await house.presses(owner, { verb: 'question.keep', question: id });
    await house.presses(owner, { verb: 'question.keep', question: id });
    expect(await log()).toMatchObject([
      { why: 'draft', question: 'when does […] get a new locker?', answer: 'Ask […] at the office.' },
    ]);
  });

  it('is nobody else’s to read, to answer or to keep', async () => {
    const { id } = await passedOn();
    for (const verb of ['question.replying', 'question.keep'] as const) {
      const answers = await house.presses('governor', { verb, question: id });
      expect(wordsOf(viewOf(answers, 'notice'))).toContain('cannot find that question');
    }
    const forged = await house.presses('governor', { verb: 'question.reply', question: id, text: 'forged' });
    expect(wordsOf(viewOf(forged, 'notice'))).toContain('cannot find that question');
    expect(house.channel.shown.some(({ view }) => wordsOf(view).includes('forged'))).toBe(false);
    expect(await log()).toEqual([]);
  });

  it('is not answered twice by a double press, nor with nothing', async () => {
    const { id, owner } = await passedOn();
    const press = { verb: 'question.reply', question: id, text: 'Ask at the office.' } as const;
    await Promise.all([house.presses(owner, press), house.presses(owner, press)]);
    await house.presses(owner, { ...press, text: '  ' });
    await house.channel.find(({ view }) => wordsOf(view).includes('Ask at the office.'));
    const { rows } = await house.store.list('harbour', { ...under('question'), limit: 10 });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.value).toMatchObject({ answers: [{ text: press.text }] });
  });
});

describe('the log of what the policy did not answer', () => {
  it('has the question and who asks in general, and nobody’s name', async () => {
    await house.says('teacher', question);
    await house.presses('pupil', { verb: 'ask.wrong', question: 'can pip have a go', rule: 'floor.childline' });
    const lines = await log();
    expect(lines).toMatchObject([
      { why: 'unanswered', question: 'when does […] get a new locker?', audience: 'staff' },
      { why: 'unhelpful', question: 'can […] have a go', audience: 'pupil', rule: 'floor.childline' },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Jayden|pip|Tess|Example/i);
  });
});
