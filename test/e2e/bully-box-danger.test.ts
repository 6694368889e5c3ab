import { describe, it } from 'vitest';
import { DemoInBrowser } from './demo-in-browser.ts';

const demo = new DemoInBrowser(27_750);
const referenceIn = (text: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? 'none';

describe('a child who begins with danger', () => {
  it('is met at once, and what comes next is added', async () => {
    const [pupil, dsl] = await Promise.all([demo.open(0), demo.open(2)]);
    await dsl.openChannel('DSL channel');
    await pupil.card('Hello, I am Lantern');
    await pupil.say('report');
    await pupil.say('someone has a knife at school');
    await pupil.picture('62-box-danger-help', await pupil.card('First, please stay safe', '999'));
    const sent = await pupil.card('I have sent this now', 'Where are you now?');
    await pupil.picture('63-box-danger-sent', sent);
    const reference = referenceIn(await sent.innerText());
    await pupil.say('in the toilets by the hall');
    await pupil.picture('64-box-danger-more', await pupil.card('I have added that', 'Did someone do this'));
    const card = await dsl.card(`Case ${reference}`, 'Not finished');
    await dsl.picture('65-box-danger-card', card);
    await dsl.press(card, 'Open');
    await dsl.openChat();
    await dsl.picture('66-box-danger-detail', await dsl.card(`Case ${reference}`, 'in the toilets by the hall'));
    await pupil.picture('67-box-window');
  });
});
