import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DemoInBrowser } from './demo-in-browser.ts';
import type { PlaygroundPage } from './playground-page.ts';

const demo = new DemoInBrowser(27_150, '--with', 'headteacher');
const openTeacher = () => demo.open(1);
const openDsl = () => demo.open(2);
const openHeadteacher = () => demo.open(3);

describe('a teacher reports, and the DSL deals with it', () => {
  let teacher: PlaygroundPage;
  let dsl: PlaygroundPage;
  let reference: string;

  beforeAll(async () => {
    [teacher, dsl] = await Promise.all([openTeacher(), openDsl()]);
    await dsl.card('Hello, I am Lantern');
    await dsl.openChannel('DSL channel');
  });

  it('is welcomed, and given advice and a form that holds the first words', async () => {
    await teacher.picture('01-welcome', await teacher.card('Hello, I am Lantern'));
    await teacher.say('a girl in year 8 showed me a horrible group chat');
    const advice = await teacher.card('If somebody is in danger now, ring 999', 'Please do not');
    await teacher.picture('02-advice', advice);
    await teacher.press(advice, 'Show the rest');
    await teacher.picture('02-advice-unfolded', advice);
    const form = await teacher.card('What happened?', 'Read it back');
    expect(await form.getByLabel('What happened?').inputValue()).toBe(
      'a girl in year 8 showed me a horrible group chat',
    );
    await teacher.picture('02-form', form);
  });

  it('fills it in, reads it back as it was written, and is given a reference', async () => {
    const form = await teacher.card('What happened?');
    await form
      .getByLabel('What happened?')
      .fill('Five girls **mock her** in a horrible group chat.\nOne wrote [nobody likes you](http://evil.example)');
    await teacher.pickDay(form, 'Day it happened', '2026-11-20');
    await teacher.choose(form, 'Time it happened', '9:00 PM');
    await teacher.choose(form, 'Where did it happen?', 'Online only');
    await form.getByLabel('Which app, game or website?').fill('A group chat');
    await form.getByLabel('Name of person 1').fill('Jess Madeup');
    await teacher.choose(form, 'Who is person 1?', 'A pupil');
    await teacher.choose(form, 'What was the part of person 1?', 'It was done to them');
    await teacher.press(form, 'Add evidence and more');
    await form.getByLabel('What evidence is there?').fill('Messages on her phone');
    await form.getByLabel('Who has it?').fill('Jess');
    await form.getByLabel('What has been done already?').fill('I listened and thanked her');
    await teacher.picture('03-form-filled', form);
    await teacher.press(form, 'Read it back');

    const summary = await teacher.card('Is this right?');
    for (const words of [
      'Five girls **mock her** in a horrible group chat.',
      '[nobody likes you](http://evil.example)',
      'Friday 20 November 2026, 21:00',
      'Jess Madeup',
    ]) {
      expect(await summary.innerText()).toContain(words);
    }
    expect(await summary.getByRole('link').count()).toBe(0);
    await teacher.picture('04-summary', summary);
    await teacher.press(summary, 'Send this report');

    const saved = await teacher.card('Saved. Your reference is');
    reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await saved.innerText())?.[0] ?? '';
    await teacher.picture('05-saved', saved);
  });

  it('appears in the channel without a name or a word of the report', async () => {
    const card = await dsl.card(`Case ${reference}`);
    const text = await card.innerText();
    expect(text).toContain('New, nobody has acknowledged it');
    expect(text).not.toMatch(/Jess|Tamsin|mock|group chat/i);
    await dsl.picture('06-case-card', card);
    await dsl.picture('07-channel');
  });

  it('opens for the DSL in her own chat', async () => {
    await dsl.press(await dsl.card(`Case ${reference}`), 'Open');
    await dsl.openChat();
    const detail = await dsl.card(`Case ${reference}`, 'Jess Madeup', 'Opened');
    expect(await detail.innerText()).toContain('[nobody likes you](http://evil.example)');
    await dsl.picture('08-case-detail', detail);
  });

  it.each([
    ['Assign', 'Who takes it?'],
    ['Note', 'Note for the record'],
    ['Escalate', 'To whom?'],
    ['Change the kind', 'How urgent is it?'],
    ['Close', 'Outcome'],
  ])('offers %s with a little form', async (button, label) => {
    const detail = await dsl.card(`Case ${reference}`, 'Jess Madeup');
    await dsl.press(detail, button);
    await detail.getByLabel(label).last().waitFor();
    await dsl.picture(`09-detail-${button.toLowerCase().replaceAll(' ', '-')}`, detail);
    await dsl.press(detail, button);
  });

  it('stands first in the list of open cases', async () => {
    await dsl.say('cases');
    const list = await dsl.card('Open cases', reference);
    await dsl.picture('10-case-list', list);
  });

  it('is acknowledged: the card changes in place, and the teacher is told', async () => {
    await dsl.openChannel('DSL channel');
    await dsl.press(await dsl.card(`Case ${reference}`), 'Acknowledge');
    const card = await dsl.card(`Case ${reference}`, 'by the safeguarding lead');
    await dsl.picture('11-case-card-acknowledged', card);
    const news = await teacher.message(`Your report ${reference} has been acknowledged`);
    await teacher.picture('12-news-acknowledged', news);
    await teacher.picture('12-window-teacher');
    await dsl.picture('12-window-dsl');
  });

  it('is closed: the card says so, and the teacher is told', async () => {
    const card = await dsl.card(`Case ${reference}`);
    await dsl.press(card, 'Close');
    await card.getByLabel('Outcome').fill('Parents met; the group is deleted');
    await card.getByLabel('Who was debriefed?').fill('The two class teachers');
    await card.getByLabel('Lessons learned').fill('none');
    await card.getByLabel('What changes because of it?').fill('nothing');
    await card.getByLabel('Close it although').fill('Jess is at home and her parents were here');
    await dsl.press(card, 'Close the case');
    await dsl.picture('13-case-card-closed', await dsl.card(`Case ${reference}`, 'Reopen'));
    const news = await teacher.message(`Your report ${reference} has been dealt with and is closed`);
    expect(await news.innerText()).not.toContain('Parents met');
    await teacher.picture('14-news-closed', news);
  });

  it('stands among the reports of the teacher, who can add to it', async () => {
    await teacher.say('my reports');
    const reports = await teacher.card('My reports', reference);
    await teacher.picture('15-my-reports', reports);
    await teacher.press(reports, 'Add to it');
    const adding = await teacher.card('What would you like to add?');
    await teacher.picture('16-add-form', adding);
    await adding.getByLabel('What would you like to add?').fill('Her brother was in the group too');
    await teacher.press(adding, 'Add it');
    await teacher.message(`I have added that to ${reference}`);
  });

  it('has no word of its text in the log', () => {
    const log = readFileSync(join(demo.data, 'lantern.log'), 'utf8');
    expect(log).toContain('"msg":"request"');
    expect(log).not.toMatch(/Jess|mock her|nobody likes you|Parents met|brother/);
  });
});

describe('a question', () => {
  it('is answered with its clause; one the policy is silent on goes to a person, whose answer comes back', async () => {
    const [teacher, headteacher] = await Promise.all([openTeacher(), openHeadteacher()]);
    await Promise.all([teacher.card('Hello, I am Lantern'), headteacher.card('Hello, I am Lantern')]);
    // What waited for them comes now; the Playground empties a form that stands open when another message comes.
    await headteacher.message('There is a new case');
    const asked = [
      'can i email parents from my own account?',
      'how often do we change our passwords',
      'do we need permission to put a childs photo on the website?',
      'what do I do if a website that pupils need is blocked?',
    ];
    for (const [index, question] of asked.entries()) {
      await teacher.say(question);
      await teacher.picture(`40-answer-${index}`, await teacher.newest('From: '));
    }
    await teacher.say('when is the next inset day?');
    const no = await teacher.newest('The policy does not say');
    await teacher.picture('41-not-in-policy', no);
    await teacher.press(no, 'Ask a person, with my name');
    await teacher.picture('42-passed-on', await teacher.message('I have sent your question'));
    const question = await headteacher.card('A question about the policy', 'inset day');
    await headteacher.picture('43-question', question);
    await headteacher.press(question, 'Answer');
    const form = await headteacher.card('Your answer');
    await form.getByLabel('Your answer').fill('It is in the staff calendar.');
    await headteacher.picture('44-answering', form);
    await headteacher.press(form, 'Send the answer');
    await headteacher.press(await headteacher.card('Your answer is sent'), 'Keep as a draft rule');
    await headteacher.message('I have kept it');
    await teacher.picture(
      '45-answered',
      await teacher.card('An answer to your question', 'It is in the staff calendar.'),
    );
  });

  it('about nudes meets help first', async () => {
    const teacher = await openTeacher();
    await teacher.card('Hello, I am Lantern');
    await teacher.say('what do I do if a girl shows me a naked photo of herself?');
    await teacher.picture('46-help-first', await teacher.card('First, some help'));
    await teacher.say('a boy in my form has a naked photo of a girl on his phone');
    await teacher.picture('47-nudes-advice', await teacher.card('First, do this now', 'Please do not'));
    await teacher.picture('48-nudes-form', await teacher.card('What happened?', 'Read it back'));
  });
});

describe('a report about a member of staff', () => {
  it('comes to the headteacher alone', async () => {
    const [teacher, headteacher, dsl] = await Promise.all([openTeacher(), openHeadteacher(), openDsl()]);
    await headteacher.card('Hello, I am Lantern');
    await dsl.openChannel('DSL channel');
    await teacher.card('Hello, I am Lantern');
    await teacher.say('a teaching assistant has been messaging pupils privately');
    const form = await teacher.card('What happened?', 'Read it back');
    await form.getByLabel('Name of person 1').fill('Sam Sampleton');
    await teacher.choose(form, 'Who is person 1?', 'A member of staff');
    await teacher.press(form, 'Read it back');
    const summary = await teacher.card('It will go to the headteacher alone');
    await teacher.picture('30-staff-summary', summary);
    await teacher.press(summary, 'Send this report');
    const saved = await teacher.card('Saved. Your reference is');
    const reference = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await saved.innerText())?.[0] ?? 'none';
    const detail = await headteacher.card(reference);
    await headteacher.picture('31-headteacher', detail);
    await headteacher.picture('32-headteacher-window');
    expect(await dsl.page.getByText(reference).count()).toBe(0);
  });
});
