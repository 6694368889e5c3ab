import { beforeAll, describe, expect, it } from 'vitest';
import { DemoInBrowser } from './demo-in-browser.ts';
import type { PlaygroundPage } from './playground-page.ts';

const demo = new DemoInBrowser(27_550);
const story = 'sumone keeps bein mean 2 me';
const referenceIn = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? 'none';

describe('a child at the bully box', () => {
  let pupil: PlaygroundPage;
  let dsl: PlaygroundPage;

  beforeAll(async () => {
    [pupil, dsl] = await Promise.all([demo.open(0), demo.open(2)]);
    await dsl.card('Hello, I am Lantern');
    await dsl.openChannel('DSL channel');
  });

  /** Presses a button of the card that is newest once these words stand in it: older questions keep their buttons. */
  const press = async (words: string, label: string) => pupil.press(await pupil.newest(words), label);

  it('is welcomed, asked one thing at a time, and sends it with the name shown', async () => {
    const welcome = await pupil.card('Hello, I am Lantern', 'I cannot keep it secret', 'Did something happen');
    await pupil.picture('50-box-welcome', welcome);
    await pupil.press(welcome, 'Yes, I want to tell you');
    const name = await pupil.card('Do you want to show your name?', 'Show my name');
    await pupil.picture('51-box-name', name);
    await pupil.press(name, 'Show my name');
    await pupil.picture('52-box-what', await pupil.card('Spelling does not matter'));
    await pupil.say(story);
    await press('Is anyone hurt', 'No');
    await pupil.newest('Who did it?');
    await pupil.say('tom in 6b');
    await press('Where was it, and when?', 'It was online');
    const summary = await pupil.card('Is this right?', story, 'tom in 6b');
    await pupil.picture('53-box-summary', summary);
    await pupil.press(summary, 'Send it');
    const sent = await pupil.card('It is sent. Your number is');
    await pupil.picture('54-box-sent', sent);
    await pupil.picture('54-box-window');
    const reference = referenceIn(await sent.innerText());
    const card = await dsl.card(`Case ${reference}`);
    expect(await card.innerText()).not.toMatch(/Pip|tom|mean/);
  });

  it('takes it back: it is added, and a person reads it', async () => {
    await pupil.say('i was only joking');
    await pupil.picture('55-box-joke', await pupil.card('You are not in trouble'));
    await pupil.say('how is it going?');
    await pupil.picture('56-box-mine', await pupil.card('What you have told us', 'It has happened again'));
  });

  it('tells again with the name hidden; the story comes first, and the joke before it is sent', async () => {
    const joke = await pupil.card('You are not in trouble', 'I want to tell you something new');
    await pupil.press(joke, 'I want to tell you something new');
    await pupil.newest('Do you want to show your name?');
    await pupil.say('they post mean things about me on snap');
    await press('Do you want to show your name?', 'Hide it unless someone is in danger');
    await pupil.newest('Is anyone hurt');
    await pupil.say('jk');
    const sure = await pupil.card('Do you want to go on?', 'Do not send it');
    await pupil.picture('57-box-sure', sure);
    await pupil.press(sure, 'Do not send it');
    const unsent = await pupil.card('I have not sent it', 'I want to go on');
    await pupil.picture('58-box-not-sent', unsent);
    await pupil.press(unsent, 'I want to go on');
    await press('Is anyone hurt', 'No');
    await press('Who did it?', 'Skip this');
    await pupil.newest('Where was it, and when?');
    await pupil.say('online last night');
    await press('Is this about the same thing', 'Yes');
    const summary = await pupil.card('Is this right?', 'Not shown, unless someone is in danger');
    await pupil.picture('59-box-summary-hidden', summary);
    await pupil.press(summary, 'Send it');
    await pupil.picture('60-box-sent-hidden', await pupil.card('I will hide your name'));
  });

  it('tells of danger: help first, and it is with the team before anything is asked', async () => {
    await pupil.say('i want to die');
    const sent = await pupil.card(/I have added that|I have sent this now/);
    await pupil.picture('61-box-danger-added', sent);
    await pupil.picture('61-box-danger-window');
  });
});
