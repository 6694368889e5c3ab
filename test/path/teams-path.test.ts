import { describe, expect, vi } from 'vitest';
import { key, under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import { dialog } from '../support/activities.ts';
import { closingInputs } from '../support/closing.ts';
import type { Call } from '../support/connector.ts';
import { casesIn, eventKinds } from '../support/records.ts';
import { drivers, testOn } from '../support/store-drivers.ts';
import { buttonData, cardIn, cardOn, inputsOf, type TeamsClient, wordsOf } from '../support/teams-client.ts';
import { openWholeHouse, type WholeHouse } from '../support/whole-house.ts';

const channel = '19:dsl@thread.tacv2';
const isChannelCard = ({ how, conversation }: Call) => how === 'create' && conversation.startsWith(channel);

/** A teacher writes, fills in the form and sends; the reference. */
async function reports(teacher: TeamsClient, text: string, inputs: Record<string, unknown> = {}): Promise<string> {
  expect(await teacher.says(text)).toBe(200);
  const form = cardOn(await teacher.hears((words) => words.includes('What happened?')));
  const summary = cardIn(await teacher.presses(form, 'Read it back', { ...inputsOf(form), ...inputs }));
  const saved = cardIn(await teacher.presses(summary, 'Send this report'));
  return /reference is ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(JSON.stringify(saved))?.[1] ?? 'no reference';
}

async function sortedKinds(store: Store, id: string): Promise<readonly string[]> {
  return (await eventKinds(store, id)).toSorted();
}

describe.each(drivers)('through the real CloudAdapter over HTTP, on $name', (driver) => {
  const test = testOn(driver).extend('house', async ({ store }, { onCleanup }): Promise<WholeHouse> => {
    const house = await openWholeHouse(store);
    onCleanup(house.close);
    return house;
  });

  test('a teacher reports, the DSL opens, acknowledges and closes, and the teacher hears of it', async ({ house }) => {
    const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
    await dsl.says('hello');
    await dsl.hears((words) => words.includes('Open cases'));

    const reference = await reports(teacher, 'a girl in year 8 showed me a horrible group chat', {
      s0name: 'Jo Invented',
      s0kind: 'pupil',
      s0part: 'target',
      site: 'WhatsApp',
      done: 'told her mum',
    });
    const [kept] = await casesIn(house.store);
    expect(kept?.report).toMatchObject({
      what: 'a girl in year 8 showed me a horrible group chat',
      site: 'WhatsApp',
      subjects: [{ name: 'Jo Invented', kind: 'pupil', part: 'target' }],
      done: 'told her mum',
    });

    const posted = await house.connector.next(isChannelCard);
    expect(wordsOf(posted)).toContain(reference);
    expect(wordsOf(posted)).not.toMatch(/Jo Invented|WhatsApp|horrible|Tess/);

    const card = cardOn(posted);
    await dsl.presses(card, 'Open', {}, channel);
    const detail = cardOn(await dsl.hears((words) => words.includes('Jo Invented')));
    expect(JSON.stringify(detail)).toContain('WhatsApp');

    const acknowledged = cardIn(await dsl.presses(card, 'Acknowledge', {}, channel));
    expect(JSON.stringify(acknowledged)).toContain('Acknowledged');
    await teacher.hears((words) => words.includes('has been acknowledged'));

    await dsl.presses(acknowledged, 'Close the case', closingInputs('spoke to all'), channel);
    await teacher.hears((words) => words.includes('is closed'));
    const last = await house.connector.next(
      ({ how, conversation, activity }) =>
        how === 'update' && conversation.startsWith(channel) && JSON.stringify(activity).includes('Reopen'),
    );
    expect(wordsOf(last)).not.toMatch(/spoke to all/);

    await teacher.says('my reports');
    const mine = await teacher.hears((words) => words.includes('My reports'));
    expect(wordsOf(mine)).toMatch(/Closed/);
  });

  test('a teacher goes through induction on one card, which changes in place, and is not asked again', async ({
    house,
  }) => {
    const teacher = house.person('teacher');
    await teacher.says('hello');
    const hello = cardOn(await teacher.hears((words) => words.includes('Start your induction')));
    await teacher.presses(hello, 'Start your induction');
    let card = cardOn(await teacher.hears((words) => words.includes('Induction: 1 of 8')));
    for (let step = 1; step <= 8; step++) {
      expect(JSON.stringify(card)).toContain(`Induction: ${step} of 8`);
      const label = JSON.stringify(card).includes('A question to check') ? 'B' : 'I have read this';
      card = cardIn(await teacher.presses(card, label));
    }
    expect(JSON.stringify(card)).toContain('Your induction is finished');
    const row = await house.store.get('harbour', key.induction('teacher'));
    expect(row?.value).toMatchObject({ person: { id: 'teacher' }, pack: 'floor', finishedAt: expect.any(String) });
    await teacher.says('hi');
    expect(wordsOf(await teacher.hears((words) => words.includes('I am Lantern')))).not.toContain('induction');
  });

  test('the same activity delivered three times at once makes one case and one card', async ({ house }) => {
    const teacher = house.person('teacher');
    await teacher.says('a horrible group chat was going round');
    const form = cardOn(await teacher.hears((words) => words.includes('What happened?')));
    const summary = cardIn(await teacher.presses(form, 'Read it back', inputsOf(form)));
    const send = teacher.press(summary, 'Send this report');
    const answers = await Promise.all([1, 2, 3].map(async () => (await teacher.post(send)).text()));
    expect(new Set(answers).size).toBe(1);
    expect(await casesIn(house.store)).toHaveLength(1);
    await house.connector.next(isChannelCard);
    await expect.poll(async () => (await house.store.list('harbour', { ...under('due'), limit: 1 })).rows).toEqual([]);
    expect(house.connector.done.filter(isChannelCard)).toHaveLength(1);
  });

  test('two who acknowledge in the same instant: one wins, the other is told who', async ({ house }) => {
    await reports(house.person('teacher'), 'a horrible group chat was going round');
    const card = cardOn(await house.connector.next(isChannelCard));
    const answers = await Promise.all(
      ['dsl', 'deputy'].map((id) => house.person(id).presses(card, 'Acknowledge', {}, channel)),
    );
    const words = answers.map((answer) => JSON.stringify(answer.value));
    const loser = words.findIndex((text) => text.includes('acknowledged it first'));
    expect(loser).not.toBe(-1);
    expect(words[loser]).toContain(loser === 0 ? 'Devon Specimen' : 'Dana Sample');
    expect(words[1 - loser]).not.toContain('first');
  });

  test('the connector says 500, then nothing, then 429: every card arrives, one for each case', async ({ house }) => {
    const teacher = house.person('teacher');
    const drafts: string[] = [];
    for (const n of [1, 2, 3]) {
      await teacher.says(`a horrible group chat number ${n}`);
      const form = cardOn(await teacher.hears((words) => words.includes('What happened?')));
      const summary = cardIn(await teacher.presses(form, 'Read it back', inputsOf(form)));
      house.connector.script({ kind: 'status', status: 500 }, { kind: 'silence' });
      house.connector.script({ kind: 'status', status: 429, headers: { 'retry-after': '1' } });
      const saved = cardIn(await teacher.presses(summary, 'Send this report'));
      drafts.push(/reference is ([0-9A-Z-]{9})/.exec(JSON.stringify(saved))?.[1] ?? '');
      await house.connector.next((call) => isChannelCard(call) && wordsOf(call).includes(drafts.at(-1) ?? '?'));
    }
    const cards = house.connector.done.filter(isChannelCard).map(wordsOf);
    expect(cards).toHaveLength(3);
    for (const draft of drafts) expect(cards.filter((words) => words.includes(draft))).toHaveLength(1);
  });

  test('a planted phrase is nowhere in the logs, whatever goes wrong', async ({ house, store, home }) => {
    const printed: unknown[] = [];
    const spies = (['log', 'info', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words) => printed.push(...words)),
    );
    const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
    await dsl.says('hello');
    house.connector.script({ kind: 'status', status: 500 });
    const id = await reports(teacher, 'a horrible group chat was going round about zebracrossing', {
      s0name: 'zebracrossing',
      done: 'zebracrossing',
    });
    const card = cardOn(await house.connector.next((call) => isChannelCard(call) && wordsOf(call).includes(id)));
    await dsl.presses(card, 'Open', {}, channel);
    const detail = cardOn(await dsl.hears((words) => words.includes('zebracrossing')));
    house.connector.script(
      { kind: 'status', status: 400 },
      { kind: 'silence' },
      { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
    );
    await dsl.presses(detail, 'Save the note', { noteText: 'zebracrossing' });
    await dsl.presses(detail, 'Close the case', closingInputs('zebracrossing'));
    await teacher.presses({ type: 'Action.Execute', title: 'x', data: { verb: 'zebracrossing' } }, 'x');
    await teacher.post({ ...teacher.press(card, 'Open'), type: 'zebracrossing' });
    await home.outage();
    await teacher.says('zebracrossing again');
    await store.close();
    await teacher.says('zebracrossing once more');
    for (const spy of spies) spy.mockRestore();
    expect(house.logged.some((line) => line.includes('a turn is not saved'))).toBe(true);
    expect([...house.logged, ...printed.map(String)].join('\n')).not.toMatch(/zebracrossing|Tess Example|Dana Sample/);
  });
});

describe('in Teams itself, which has dialogs', () => {
  const test = testOn(drivers[0] as (typeof drivers)[number]).extend(
    'house',
    async ({ store }, { onCleanup }): Promise<WholeHouse> => {
      const house = await openWholeHouse(store, true);
      onCleanup(house.close);
      return house;
    },
  );

  test('Open shows the detail in a dialog that leaves nothing in any chat, and each opening is an event', async ({
    house,
  }) => {
    const dsl = house.person('dsl');
    const id = await reports(house.person('teacher'), 'a horrible group chat was going round about zebracrossing');
    const card = cardOn(await house.connector.next(isChannelCard));
    const opened = await dsl.post(dialog(dsl.place, 'task/fetch', buttonData(card, 'Open'), channel));
    const shown = (await opened.json()) as { task: { type: string; value: { card: { content: unknown } } } };
    expect(shown.task.type).toBe('continue');
    expect(JSON.stringify(shown)).toContain('zebracrossing');

    const note = { ...buttonData(shown.task.value.card.content, 'Save the note'), noteText: 'rang home' };
    const noted = await (await dsl.post(dialog(dsl.place, 'task/submit', note, channel))).text();
    expect(noted).toContain('rang home');

    const teacher = house.person('teacher');
    const refused = await teacher.post(dialog(teacher.place, 'task/fetch', buttonData(card, 'Open'), channel));
    expect(await refused.text()).toMatch(/recorded/);

    const expected = ['delivered', 'noted', 'opened', 'refused', 'reported'];
    await expect.poll(() => sortedKinds(house.store, id)).toEqual(expected);
    const elsewhere = house.connector.done.filter((call) => wordsOf(call).includes('rang home'));
    expect(elsewhere).toEqual([]);
  });
});

describe('forged presses', () => {
  const test = testOn(drivers[0] as (typeof drivers)[number]).extend(
    'house',
    async ({ store }, { onCleanup }): Promise<WholeHouse> => {
      const house = await openWholeHouse(store);
      onCleanup(house.close);
      return house;
    },
  );

  test('another case’s id, a closed case and too many fields change nothing, and each gets a sentence', async ({
    house,
  }) => {
    const teacher = house.person('teacher');
    const dsl = house.person('dsl');
    const own = await reports(teacher, 'a horrible group chat was going round');
    const other = await reports(dsl, 'another horrible group chat was going round');
    const card = cardOn(await house.connector.next((call) => isChannelCard(call) && wordsOf(call).includes(own)));
    const before = await casesIn(house.store);

    const note = buttonData(card, 'Save the note');
    const forged = [
      { ...note, verb: 'mine.add', case: other, addText: 'mine?' },
      { ...note, case: 'ZZZZ-9999', noteText: 'x' },
      { ...note, case: other, noteText: 'x', extra: 'y' },
      { ...note, case: { $ne: '' }, noteText: 'x' },
      { ...note, verb: 'case.reopen', reopenReason: 'x' },
    ];
    for (const data of forged) {
      const answer = await teacher.presses({ type: 'Action.Execute', title: 'x', data }, 'x', {}, channel);
      expect(`${JSON.stringify(data)} ${JSON.stringify(answer.value)}`).toMatch(/recorded|could not read/);
    }
    const after = await casesIn(house.store);
    expect(after.map(({ state, report }) => ({ state, report }))).toEqual(
      before.map(({ state, report }) => ({ state, report })),
    );
  });
});
