import { describe, expect } from 'vitest';
import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import { casesIn } from '../support/records.ts';
import { labelsOn, type SlackClient, wordsIn } from '../support/slack-client.ts';
import { openSlackHouse, type SlackHouse } from '../support/slack-house.ts';
import { dslRoom, slackId } from '../support/slack-school.ts';
import type { SlackMessage } from '../support/slack-server.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const test = testOn(drivers[0] as (typeof drivers)[number]).extend(
  'house',
  async ({ store }, { onCleanup }): Promise<SlackHouse> => {
    const house = await openSlackHouse(store);
    onCleanup(house.close);
    return house;
  },
);

const isCard = ({ how, channel }: SlackMessage) => how === 'post' && channel === dslRoom;

/** Writes in the chat, fills in the modal, reads it back and sends it; the reference. */
async function reports(teacher: SlackClient, text: string, answers: Record<string, unknown> = {}): Promise<string> {
  expect((await teacher.says(text)).status).toBe(200);
  const offer = await teacher.hears((words) => words.includes('What happened?'));
  await teacher.presses(offer, 'Fill in the form');
  const form = await teacher.sees((words) => words.includes('Who is it about?'));
  const summary = await teacher.submits(form, answers);
  if (!summary.next) throw new Error(`no summary: ${summary.text}`);
  const saved = await teacher.submits(summary.next);
  return /reference is ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(saved.text)?.[1] ?? `no reference in ${saved.text}`;
}

describe('in Slack', () => {
  test('a teacher reports in a modal, the DSL opens, notes and closes in modals, and the teacher hears of it', async ({
    house,
  }) => {
    const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
    const reference = await reports(teacher, 'a girl in year 8 showed me a horrible group chat', {
      s0name: 'Jo Invented',
      s0kind: 'pupil',
      s0part: 'target',
      site: 'WhatsApp',
      done: 'told her mum',
    });
    const [kept] = await casesIn(house.store);
    expect(kept?.id).toBe(reference);
    expect(kept?.report).toMatchObject({
      what: 'a girl in year 8 showed me a horrible group chat',
      site: 'WhatsApp',
      subjects: [{ name: 'Jo Invented', kind: 'pupil', part: 'target' }],
      done: 'told her mum',
    });
    await teacher.hears((words) => words.includes(reference));

    const card = await house.slack.message(isCard);
    expect(wordsIn(card)).toContain(reference);
    expect(JSON.stringify(card)).not.toMatch(/Jo Invented|WhatsApp|horrible|Tess/);

    await dsl.presses(card, 'Open');
    const detail = await dsl.sees((words) => words.includes('Jo Invented'));
    expect(wordsIn(detail)).toContain('WhatsApp');

    await dsl.pressesIn(detail, 'Note');
    const note = await dsl.sees((words) => words.includes('Note'));
    expect(note.how).toBe('push');
    expect((await dsl.submits(note, { text: 'rang home' })).text).toBe('{}');
    const noted = await dsl.sees((words) => words.includes('rang home'));
    expect(noted.id).toBe(detail.id);

    await dsl.pressesIn(noted, wording['talk.reply']);
    const reply = await dsl.sees((words) => words.includes(wording['talk.reply-text']));
    expect((await dsl.submits(reply, { text: 'thank you, I have it' })).text).toBe('{}');
    const replied = await dsl.sees((words) => words.includes(say('case.done.reply', { reference })));
    expect(replied.id).toBe(detail.id);
    await teacher.hears((words) => words.includes('thank you, I have it'));

    await dsl.presses(card, 'Acknowledge');
    await teacher.hears((words) => words.includes('has been acknowledged'));
    const acknowledged = await house.slack.message(({ how, ts }) => how === 'update' && ts === card.ts);
    expect(wordsIn(acknowledged)).toContain('by the safeguarding lead');

    await dsl.presses(acknowledged, 'Close');
    const closing = await dsl.sees((words) => words.includes('Close'));
    expect(
      (
        await dsl.submits(closing, {
          outcome: 'spoke to all',
          debrief: 'all',
          lessons: 'none',
          changes: 'none',
          anyway: 'told her mum',
        })
      ).status,
    ).toBe(200);
    await dsl.overhears((words) => words.includes('it is closed'));
    await teacher.hears((words) => words.includes('is closed'));
    const last = await house.slack.message(
      ({ how, blocks }) => how === 'update' && JSON.stringify(blocks).includes('Reopen'),
    );
    expect(JSON.stringify(last)).not.toMatch(/spoke to all|rang home/);

    await teacher.says('my reports');
    expect(wordsIn(await teacher.hears((words) => words.includes('My reports')))).toMatch(/Closed/);
    expect(
      house.slack.messages
        .filter(({ channel }) => channel === dslRoom)
        .map(wordsIn)
        .join(),
    ).not.toMatch(/Dana|Tess/);
  });

  test('somebody without the role is refused by a message that they alone see, and it is recorded', async ({
    house,
  }) => {
    const [teacher, pupil] = [house.person('teacher'), house.person('pupil')];
    const reference = await reports(teacher, 'a horrible group chat was going round');
    const card = await house.slack.message(isCard);
    for (const label of ['Open', 'Acknowledge', 'Note', 'Close', 'Assign', 'Escalate']) {
      await pupil.presses(card, label);
      expect(await pupil.overhears()).toMatchObject({ how: 'ephemeral', channel: dslRoom });
    }
    const [kept] = await casesIn(house.store);
    expect(kept).toMatchObject({ id: reference, state: 'new' });
    const kinds: string[] = [];
    for await (const { value } of all(house.store, 'harbour', under('event', reference))) {
      kinds.push((value as { event: { kind: string } }).event.kind);
    }
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(6);
    expect(house.slack.views.filter(({ user }) => user === slackId('pupil'))).toEqual([]);
  });

  test('slash commands are answered where they were typed, to that person alone', async ({ house }) => {
    const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
    await teacher.types('/report', 'a horrible group chat was going round');
    const form = await teacher.sees((words) => words.includes('Who is it about?'));
    expect(wordsIn(form)).toContain('a horrible group chat was going round');
    const summary = await teacher.submits(form);
    await teacher.submits(summary.next ?? form);

    await dsl.types('/cases');
    const list = await dsl.overhears((words) => words.includes('Open cases'));
    expect(list).toMatchObject({ how: 'respond', channel: 'C0ELSEWHERE', only: slackId('dsl') });
    await dsl.presses(list, 'Open');
    await dsl.sees((words) => words.includes('horrible group chat'));

    await teacher.types('/cases');
    await teacher.overhears((words) => words.includes('does not list cases'));
    await teacher.types('/ask', 'who is the safeguarding lead?');
    await teacher.overhears((words) => words.length > 10);
  });

  test('a message is reported by where it is and whose it is, without its words or files', async ({ house }) => {
    const teacher = house.person('teacher');
    await teacher.pointsAt(slackId('pupil'));
    const form = await teacher.sees((words) => words.includes('Who is it about?'));
    expect(wordsIn(form)).toContain('Pip Example');
    expect(wordsIn(form)).toContain('https://harbour.slack.com/archives/C0ELSEWHERE/p1763700009000100');
    expect(JSON.stringify(form)).not.toContain('the message itself');
  });

  test('a day to come is told beside its field, and what was typed stays', async ({ house }) => {
    const teacher = house.person('teacher');
    await teacher.types('/report', 'a horrible group chat');
    const form = await teacher.sees();
    const answer = await teacher.submits(form, { occurredOn: '2999-01-01' });
    expect(answer.body).toMatchObject({
      response_action: 'errors',
      errors: { occurredOn: expect.stringContaining('not come') },
    });
    const empty = await teacher.submits(form, { what: '' });
    expect(empty.body).toMatchObject({ response_action: 'errors', errors: { what: expect.any(String) } });
    expect((await teacher.submits(form)).next).toBeDefined();
  });

  test('without a modal a report is written and sent in messages', async ({ house }) => {
    const teacher = house.person('teacher');
    house.slack.script({ kind: 'error', method: 'views.open', error: 'expired_trigger_id', times: 9 });
    await teacher.says('report');
    await teacher.presses(await teacher.hears((words) => words.includes('Your report')), 'Fill in the form');
    await teacher.says('a horrible group chat was going round');
    const offer = await teacher.hears((words) => words.includes('a horrible group chat'));
    await teacher.presses(offer, 'Read it back');
    const summary = await teacher.hears((words) => words.includes('Is this right?'));
    await teacher.presses(summary, 'Send this report');
    await teacher.hears((words) => words.includes('Your reference is'));
    expect(await casesIn(house.store)).toHaveLength(1);
  });

  test('the home tab shows the ways in, and to the DSL the open cases as they now stand', async ({ house }) => {
    const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
    await dsl.json(dsl.event({ type: 'app_home_opened', tab: 'home', channel: dsl.chat }));
    const empty = await dsl.sees((words) => words.includes('no open cases'));
    expect(empty.type).toBe('home');
    const reference = await reports(teacher, 'a horrible group chat was going round');
    const full = await dsl.sees((words) => words.includes(reference));
    await dsl.pressesIn(full, 'Open');
    await dsl.sees((words) => words.includes('horrible group chat'));
    await teacher.json(teacher.event({ type: 'app_home_opened', tab: 'home', channel: teacher.chat }));
    const own = await teacher.sees((words) => words.includes('Hello'));
    await teacher.pressesIn(own, 'Report a concern');
    await teacher.sees((words) => words.includes('Who is it about?'));
  });

  test('whoever opens the chat for the first time is told what Lantern is, and not again', async ({ house }) => {
    const pupil = house.person('pupil');
    const opens = () => pupil.json(pupil.event({ type: 'app_home_opened', tab: 'messages', channel: pupil.chat }));
    await opens();
    expect(wordsIn(await pupil.hears())).toContain(wording['pupil.welcome.secret']);
    await opens();
    expect(house.slack.messages.filter(({ channel }) => channel === pupil.chat)).toHaveLength(1);
  });

  test('a message reported while a report is open joins it in words', async ({ house, store }) => {
    const teacher = house.person('teacher');
    await teacher.types('/report', 'a horrible group chat was going round');
    await teacher.sees();
    await teacher.pointsAt(slackId('pupil'));
    const form = await teacher.sees();
    expect(wordsIn(form)).toContain('It is about a message by Pip Example: https://harbour.slack.com/archives/');
    const { next } = await teacher.submits(form);
    await teacher.submits(next ?? form);
    const [kept] = await casesIn(store);
    expect(kept?.report.what).toMatch(/^a horrible group chat was going round\nIt is about a message by Pip Example/);
  });

  test('a question is answered where it was typed, with its clause, and can be judged there', async ({ house }) => {
    const teacher = house.person('teacher');
    await teacher.types('/ask', 'who is the designated safeguarding lead?');
    const answer = await teacher.overhears();
    expect(answer).toMatchObject({ how: 'respond', only: slackId('teacher') });
    expect(labelsOn(answer.blocks).length).toBeGreaterThan(0);
    expect((await teacher.presses(answer, labelsOn(answer.blocks)[0] ?? '')).status).toBe(200);
    await teacher.overhears();
  });

  test('an induction is gone through in the chat', async ({ house }) => {
    const teacher = house.person('teacher');
    await teacher.says('induction');
    const first = await teacher.hears();
    expect((await teacher.presses(first, labelsOn(first.blocks)[0] ?? '')).status).toBe(200);
    await house.slack.message(({ how, ts }) => how === 'update' && ts === first.ts);
  });
});
