import { beforeAll, describe, it } from 'vitest';
import { DemoInBrowser } from './demo-in-browser.ts';
import type { PlaygroundPage } from './playground-page.ts';

const demo = new DemoInBrowser(27_850, '--with', 'deputy');
const referenceIn = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? 'none';

describe('a child whose name is hidden', () => {
  let pupil: PlaygroundPage;
  let dsl: PlaygroundPage;
  let deputy: PlaygroundPage;
  let reference: string;

  beforeAll(async () => {
    [pupil, dsl, deputy] = await Promise.all([demo.open(0), demo.open(2), demo.open(5)]);
    await Promise.all([pupil, dsl, deputy].map((one) => one.card('Hello, I am Lantern')));
  });

  it('tells, and sends it without the name', async () => {
    await pupil.say('sumone keeps bein mean 2 me');
    await pupil.press(await pupil.card('Do you want to show your name?'), 'Hide it unless someone is in danger');
    await pupil.press(await pupil.newest('Is anyone hurt'), 'No');
    await pupil.press(await pupil.newest('Who did it?'), 'Skip this');
    await pupil.press(await pupil.newest('Where was it, and when?'), 'It was online');
    await pupil.press(await pupil.card('Is this right?'), 'Send it');
    reference = referenceIn(await (await pupil.card('It is sent. Your number is')).innerText());
  });

  it('is written to by somebody who does not know who they are', async () => {
    await dsl.say('cases');
    await dsl.press(await dsl.card('Open cases', reference), 'Open');
    const detail = await dsl.card(`Case ${reference}`, 'What has happened');
    await dsl.picture('80-talk-case', detail);
    await dsl.press(detail, 'Reply');
    await detail.getByRole('textbox').first().fill('Thank you for telling us. Are you all right?');
    await dsl.picture('81-talk-reply', detail);
    await dsl.press(detail, 'Send it');
    await pupil.picture('82-talk-heard', await pupil.card('Are you all right?'));
  });

  it('answers in the same chat, and the answer stands in the case', async () => {
    await pupil.say('yes but it still happens at lunch');
    await pupil.press(await pupil.card('Is what you wrote your answer'), 'Yes, send it');
    await pupil.card('I have sent your answer');
    await dsl.say('cases');
    await dsl.press(await dsl.card('Open cases', reference), 'Open');
    await dsl.picture('83-talk-answered', await dsl.card(`Case ${reference}`, 'yes but it still happens at lunch'));
  });

  it('is known once two agree, and is told who knows and why', async () => {
    await dsl.press(await dsl.card(`Case ${reference}`, 'yes but it still happens at lunch'), 'People');
    const people = await dsl.card(`Case ${reference}: people`);
    await dsl.press(people, 'Reveal who reported');
    await people.getByRole('textbox', { name: 'Why do you need to know' }).last().fill('I want to speak with them');
    await dsl.picture('84-talk-reveal', people);
    await dsl.press(people, 'Ask for agreement');
    const asked = await deputy.card('May it be known who reported?', reference);
    await deputy.picture('85-talk-asked', asked);
    await deputy.press(asked, 'Agree');
    await pupil.picture('86-talk-told', await pupil.card('We know now that it was you who told us'));
    await dsl.say('cases');
    await dsl.press(await dsl.card('Open cases', reference), 'Open');
    await dsl.picture('87-talk-known', await dsl.card(`Case ${reference}`, 'Pip Placeholder'));
  });

  it('says a week later that it goes on, and it stands in the same case', async () => {
    await demo.startAgain(7);
    [pupil, dsl] = await Promise.all([demo.open(0), demo.open(2)]);
    await pupil.say('my reports');
    await pupil.press(await pupil.card(reference, 'It has happened again'), 'Tell us more');
    await pupil.newest('Your first words stay');
    await pupil.say('it is happening again this week');
    await pupil.picture('88-talk-week-later', await pupil.card(`I have added that to ${reference}`));
    await dsl.say('cases');
    await dsl.press(await dsl.card('Open cases', reference), 'Open');
    await dsl.picture('89-talk-week-later-case', await dsl.card(reference, 'it is happening again this week'));
  });
});
