import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DemoInBrowser } from './demo-in-browser.ts';
import type { PlaygroundPage } from './playground-page.ts';

const demo = new DemoInBrowser(27_650);

describe('the DSL keeps the record of a case', () => {
  let dsl: PlaygroundPage;
  let reference: string;

  beforeAll(async () => {
    const [teacher, opened] = await Promise.all([demo.open(1), demo.open(2)]);
    dsl = opened;
    await dsl.card('Hello, I am Lantern');
    await teacher.say('a girl in year 8 showed me a horrible group chat');
    await teacher.press(await teacher.card('What happened?', 'Read it back'), 'Read it back');
    await teacher.press(await teacher.card('Is this right?'), 'Send this report');
    const saved = await teacher.card('Saved. Your reference is');
    reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await saved.innerText())?.[0] ?? '';
    await dsl.openChat();
    await dsl.say('cases');
    await dsl.press(await dsl.card('Open cases', reference), 'Open');
  });

  /** Opens the menu from the case, and the form in it. */
  async function opens(form: string): Promise<Locator> {
    await dsl.press(await dsl.card(`Case ${reference}`, 'What has happened'), 'Keep a record');
    const menu = await dsl.card(`Case ${reference}: keep a record`);
    await dsl.press(menu, form);
    return menu;
  }

  /** The Playground may draw a card anew, which closes a form that is open in it. */
  async function fillsIn(detail: Locator): Promise<string> {
    const last = detail.getByLabel('What changes because of it?');
    if (!(await last.isVisible())) await dsl.press(detail, 'Close');
    await detail.getByLabel('Outcome').fill('The group is deleted');
    await detail.getByLabel('Who was debriefed?').fill('Both class teachers');
    await detail.getByLabel('Lessons learned').fill('none');
    await last.fill('nothing');
    return last.inputValue();
  }

  it('finds every form behind one button', async () => {
    await dsl.picture('70-case', await dsl.card(`Case ${reference}`, 'What has happened'));
    const menu = await opens('Start an investigation');
    await menu.getByLabel('Which one computer is used?').waitFor();
    await dsl.picture('71-record-menu', menu);
  });

  it('starts an investigation by two at one computer', async () => {
    const menu = await dsl.card(`Case ${reference}: keep a record`);
    await menu.getByLabel('Which one computer is used?').fill('Laptop 4 in the safeguarding office');
    await dsl.press(menu, 'Start it');
    await dsl.card(`Case ${reference}`, 'Open since', 'Laptop 4');
  });

  it.each([
    ['Record a check', 'What was checked?'],
    ['Halt the investigation', 'Why is it halted?'],
    ['Seen by accident', 'Who saw it?'],
    ['Register evidence', 'Who holds it?'],
    ['Told outside', 'Name of the person spoken to'],
    ['Parents told', 'Whose parents or carers?'],
    ['Sanction', 'What was decided, and by whom?'],
  ])('is offered %s with its questions', async (form, question) => {
    const menu = await opens(form);
    await menu.getByLabel(question).last().waitFor();
    await dsl.picture(`72-record-${form.toLowerCase().replaceAll(' ', '-')}`, menu);
    await dsl.press(menu, 'Back to the case');
    await dsl.card(`Case ${reference}`, 'What has happened');
  });

  it('is told what is missing before it is closed', async () => {
    const detail = await dsl.card(`Case ${reference}`, 'What has happened');
    await expect.poll(() => fillsIn(detail), { timeout: 20_000 }).toBe('nothing');
    expect(await detail.innerText()).toContain('Still missing');
    await dsl.press(detail, 'Close the case');
    await dsl.picture('74-not-closed', await dsl.message('it is not closed. Still missing'));
  });
});
