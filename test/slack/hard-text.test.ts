import { describe, expect } from 'vitest';
import { casesIn, eventsOf } from '../support/records.ts';
import { type SlackClient, wordsIn } from '../support/slack-client.ts';
import { openSlackHouse, type SlackHouse } from '../support/slack-house.ts';
import { dslRoom } from '../support/slack-school.ts';
import type { SlackView } from '../support/slack-server.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const test = testOn(drivers[0] as (typeof drivers)[number]).extend(
  'house',
  async ({ store }, { onCleanup }): Promise<SlackHouse> => {
    const house = await openSlackHouse(store);
    onCleanup(house.close);
    return house;
  },
);

const hard: readonly (readonly [string, string])[] = [
  ['a channel ping', '<!channel> <!here> <!everyone> horrible'],
  ['a mention', '<@U123> and <#C123> horrible'],
  ['a link that lies', '<https://evil|click here> https://evil.example/?a=1&b=2 horrible'],
  ['markup', '*bold* _it_ ~no~ `code` ```block``` > quote\n• list :tada: horrible'],
  ['entities', '&amp; &lt;!channel&gt; &amp;lt; " \' \\ </script> {0} ${x} horrible'],
  ['right-to-left text', 'horrible قال لي كلاما مؤذيا \u202e reversed \u202c עברית'],
  ['300 emoji', `horrible ${'👩‍👩‍👧‍👦😀'.repeat(150)}`],
  ['12,000 characters', `horrible ${'word & <b> '.repeat(1_100)}`.slice(0, 12_000).trim()],
  ['12,000 characters without a space', `horrible ${'ą'.repeat(11_990)}`],
];

/** As much as a short field takes, with no character cut in two. */
const short = (text: string) =>
  [...new Intl.Segmenter().segment(text.slice(0, 290))]
    .slice(0, -1)
    .map((one) => one.segment)
    .join('')
    .trim();

/** Everything of a case that its modal shows, page by page. */
async function read(dsl: SlackClient, first: SlackView): Promise<string> {
  let words = '';
  for (let view = first; ; ) {
    words += texts(view);
    if (!JSON.stringify(view.blocks).includes('"Show more"')) return words;
    await dsl.pressesIn(view, 'Show more');
    view = await dsl.sees();
  }
}

/** The texts of the sections, put together again as they were cut. */
function texts({ blocks }: { readonly blocks: SlackView['blocks'] }): string {
  return blocks.map((block) => (block['text'] as { text?: string } | undefined)?.text ?? '').join('');
}

describe.each(hard)('%s in every field that a person can fill', (_name, text) => {
  test('pings nobody, fails nothing and loses nothing', { timeout: 20_000 }, async ({ house, store }) => {
    const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
    expect((await teacher.types('/report', text)).status).toBe(200);
    const form = await teacher.sees((words) => words.includes('Who is it about?'));
    const tiny = short(text);
    const {
      status,
      next,
      text: body,
    } = await teacher.submits(form, {
      site: tiny,
      s0name: tiny,
      s0kind: 'pupil',
      s0part: 'target',
      evidence: text,
      evidenceHolder: tiny,
      done: text,
    });
    expect(status).toBe(200);
    // Too long for a modal, it is read back in messages.
    if (next) await teacher.submits(next);
    else {
      expect(body).toContain('clear');
      await teacher.presses(await teacher.hears((words) => words.includes('Change something')), 'Send this report');
    }
    await teacher.hears((words) => words.includes('Your reference is'));
    const [kept] = await casesIn(store);
    if (!kept) throw new Error('no case');
    expect(kept.report).toMatchObject({ what: text, site: tiny, evidence: text, evidenceHolder: tiny, done: text });
    expect(kept.report.subjects[0]?.name).toBe(tiny);

    const card = await house.slack.message(({ channel, only }) => channel === dslRoom && only === undefined);
    for (const [label, answers] of [
      ['Note', { text }],
      ['Escalate', { to: 'head', reason: text }],
      ['Change the kind', { category: 'copyright', severity: 'low', reason: text }],
      ['Close', { outcome: text, debrief: text, lessons: text, changes: text, anyway: text }],
    ] as const) {
      await dsl.presses(card, label);
      const answer = await dsl.submits(await dsl.sees(), answers);
      expect([answer.status, answer.text]).toEqual([200, expect.stringMatching(/^(\{\})?$/)]);
    }
    const closed = await house.slack.message(
      (one) => one.channel === dslRoom && one.only === undefined && wordsIn(one).includes('Reopen'),
    );
    await dsl.presses(closed, 'Reopen');
    expect((await dsl.submits(await dsl.sees(), { reason: text })).status).toBe(200);
    await teacher.says('my reports');
    await teacher.presses(await teacher.hears((words) => words.includes('My reports')), 'Add to it');
    const adding = await teacher.sees((words) => words.includes('What would you like to add?'));
    expect((await teacher.submits(adding, { text })).text).toContain('It is saved');

    const events = (await eventsOf(store, kept.id)).map(({ event }) => event);
    for (const event of [
      { kind: 'noted', text },
      { kind: 'escalated', reason: text },
      { kind: 'refiled', reason: text },
      { kind: 'closed', outcome: text, lessons: text },
      { kind: 'reopened', reason: text },
      { kind: 'added', text },
    ]) {
      expect(events).toContainEqual(expect.objectContaining(event));
    }
    await dsl.presses(card, 'Open');
    const shown = await read(dsl, await dsl.sees());
    const times = shown.split(text).length - 1;
    expect(times).toBeGreaterThanOrEqual(8);
    expect(shown).toContain(tiny);

    await dsl.types('/ask', text);
    await dsl.overhears();
    expect((await teacher.says(text)).status).toBe(200);
    const forAll = house.slack.messages.filter(({ channel, only }) => channel === dslRoom && only === undefined);
    expect(forAll.map(wordsIn).join('\n')).not.toContain('horrible');
    expect(house.slack.breaches).toEqual([]);
  });

  test('also in a question for a person, and in its answer', { timeout: 20_000 }, async ({ house }) => {
    const [teacher, owners] = [house.person('teacher'), ['head', 'dsl', 'esafety'].map((id) => house.person(id))];
    for (const one of owners) await one.says('hello');
    const question = `when is the next inset day? ${text}`.slice(0, 400);
    await teacher.says(`ask ${question}`);
    const answered = await teacher.hears((words) => words.includes('Ask a person, with my name'));
    await teacher.presses(answered, 'Ask a person, with my name');
    const owner = await Promise.any(
      owners.map(async (one) => {
        const passed = await one.hears((words) => words.includes('A question about the policy'));
        return { one, passed };
      }),
    );
    await owner.one.presses(owner.passed, 'Answer');
    const form = await owner.one.sees((words) => words.includes('Your answer'));
    expect((await owner.one.submits(form, { text })).status).toBe(200);
    await teacher.hears((words) => words.includes('You asked'));
    expect(house.slack.breaches).toEqual([]);
  });
});
