import { describe, expect, it } from 'vitest';
import { DemoInBrowser } from './demo-in-browser.ts';
import type { PlaygroundPage } from './playground-page.ts';

const demo = new DemoInBrowser(27_350);
const openTeacher = () => demo.open(1);

describe('a new teacher', () => {
  it('asks five questions; the policy is silent on one, and says so', async () => {
    const teacher = await openTeacher();
    await teacher.picture('50-new-teacher', await teacher.card('Hello, I am Lantern', 'induction'));
    for (const [question, answer] of [
      ['can i email parents from my own account?', 'From: E-safety policy'],
      ['how often do we change our passwords?', '60 days'],
      ['do we need permission to put a childs photo on the website?', 'Permission is sought'],
      ['when is the next inset day?', 'The policy does not say'],
      ['what do I do if a website that pupils need is blocked?', 'Senior Leadership Team'],
    ] as const) {
      await teacher.say(question);
      await teacher.newest(answer);
    }
    await teacher.picture('51-five-questions');
  });

  it('goes through induction, leaves and goes on, and accepts the agreement', async () => {
    const first = await openTeacher();
    await first.press(await first.card('Hello, I am Lantern'), 'Start your induction');
    await first.picture('52-induction', await first.newest('Induction: 1 of'));
    await goOn(first, 3);
    await first.page.close();

    const teacher = await openTeacher();
    await teacher.press(await teacher.card('Hello, I am Lantern'), 'Go on with your induction');
    await teacher.picture('53-induction-again', await teacher.newest('Induction: 4 of'));
    await goOn(teacher, Number.POSITIVE_INFINITY);
    const agreement = await teacher.newest('I have read and accept it');
    await teacher.picture('54-agreement', agreement);
    await teacher.press(agreement, 'I have read and accept it');
    await teacher.picture('55-finished', await teacher.newest('Your induction is finished'));
  });

  it('comes back the next day and is not asked again', async () => {
    await demo.startAgain(1);
    const teacher = await openTeacher();
    const welcome = await teacher.card('Hello, I am Lantern');
    await teacher.picture('56-next-day', welcome);
    expect(await welcome.innerText()).not.toMatch(/induction/i);
    await teacher.say('induction');
    await teacher.newest('Your induction is finished');
  });
});

/** Reads so many steps, or all of them, and answers what is asked with the first letter. */
async function goOn(teacher: PlaygroundPage, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const card = await teacher.newest('Induction: ');
    const title = await card.getByText(/^Induction: \d+ of \d+$/).innerText();
    const buttons = await card.getByRole('button').allInnerTexts();
    if (buttons.includes('A')) await teacher.picture(`53-check-${step}`, card);
    await teacher.press(card, buttons.includes('A') ? 'A' : 'I have read this');
    await card.filter({ hasNotText: title }).waitFor();
    if (await card.filter({ hasText: 'I have read and accept it' }).count()) return;
  }
}
