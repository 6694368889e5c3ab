import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { under } from '../../src/app/rows.ts';
import { signed } from '../support/slack-client.ts';
import { openSlackHouse, type SlackHouse } from '../support/slack-house.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const test = testOn(drivers[0] as (typeof drivers)[number]).extend(
  'house',
  async ({ store }, { onCleanup }): Promise<SlackHouse> => {
    const house = await openSlackHouse(store);
    onCleanup(house.close);
    return house;
  },
);

const seconds = () => Math.floor(Date.now() / 1_000);
const json = 'application/json';

describe('a request is refused with 401', () => {
  test.for<[string, (body: string) => Record<string, string>]>([
    ['without a signature', () => ({})],
    ['with a bad signature', (body) => ({ ...signed(body), 'x-slack-signature': `v0=${'0'.repeat(64)}` })],
    ['with half a signature', (body) => ({ ...signed(body), 'x-slack-signature': 'v0=00' })],
    ['signed with another secret', (body) => signed(body, seconds(), 'f'.repeat(32))],
    ['whose body was changed', (body) => signed(`${body} `)],
    ['that is 301 s old', (body) => signed(body, seconds() - 301)],
    ['from 302 s in the future', (body) => signed(body, seconds() + 302)],
    ['with a time that is none', (body) => ({ ...signed(body), 'x-slack-request-timestamp': 'now' })],
    ['whose time was changed', (body) => ({ ...signed(body), 'x-slack-request-timestamp': String(seconds() - 5) })],
  ])('%s', async ([, headers], { house }) => {
    const teacher = house.person('teacher');
    const body = JSON.stringify(teacher.message('a horrible group chat'));
    expect((await teacher.send(body, json, headers(body))).status).toBe(401);
    expect(house.slack.calls).toEqual([]);
  });
});

describe('a signed request', () => {
  test('of 299 s ago, or ahead, is taken', async ({ house }) => {
    const teacher = house.person('teacher');
    for (const offset of [-299, 299]) {
      const body = JSON.stringify(teacher.message('hello'));
      expect((await teacher.send(body, json, signed(body, seconds() + offset))).status).toBe(200);
    }
  });

  test('that sets up the address is answered with its challenge', async ({ house }) => {
    const answer = await house.person('teacher').json({ type: 'url_verification', challenge: 'abc', token: 'x' });
    expect(answer).toMatchObject({ status: 200, body: { challenge: 'abc' } });
  });

  test('that only looks whether the address is there is answered', async ({ house }) => {
    expect((await house.person('teacher').form({ ssl_check: '1', token: 'x' })).status).toBe(200);
  });

  test.for(['null', '[]', '[1]', '"text"', '12', 'true', '{}', '', '{', '{"event":null}', '{"type":"event_callback"}'])(
    'of %s is refused, and nothing falls over',
    async (body, { house }) => {
      const teacher = house.person('teacher');
      for (const type of [json, 'application/x-www-form-urlencoded', 'text/plain', '']) {
        expect((await teacher.send(body, type)).status).toBe(400);
      }
      expect((await teacher.form({ payload: body })).status).toBe(400);
      expect((await teacher.says('hello')).status).toBe(200);
    },
  );

  test('with a charset in its type is taken', async ({ house }) => {
    const teacher = house.person('teacher');
    const body = JSON.stringify(teacher.message('hello'));
    expect((await teacher.send(body, 'application/json; charset=utf-8')).status).toBe(200);
    const form = new URLSearchParams({ payload: JSON.stringify(teacher.submission(await form_(teacher))) }).toString();
    expect((await teacher.send(form, 'application/x-www-form-urlencoded; charset=utf-8')).status).toBe(200);
  });

  test('of another workspace is refused', async ({ house }) => {
    const teacher = house.person('teacher');
    expect((await teacher.json({ ...teacher.message('hello'), team_id: 'TOTHER' })).status).toBe(403);
  });

  test('of our own bot, of Slackbot or of another app is passed over', async ({ house }) => {
    const teacher = house.person('teacher');
    for (const more of [{ user: 'UBOT00000' }, { user: 'USLACKBOT' }, { bot_id: 'B1' }, { subtype: 'channel_topic' }]) {
      expect((await teacher.says('hello', more)).status).toBe(200);
    }
    expect(house.slack.calls).toEqual([]);
  });

  test('that is too large is refused', async ({ house }) => {
    const teacher = house.person('teacher');
    expect((await teacher.send('x'.repeat(3_000_000), json)).status).toBe(413);
  });
});

async function form_(teacher: ReturnType<SlackHouse['person']>) {
  await teacher.types('/report', 'something');
  return teacher.sees();
}

/** Anything that JSON can say in the place of a value. */
const anything = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    '',
    ' ',
    '<!channel>',
    '__proto__',
    'U0',
    'C0',
    'constructor',
    [],
    {},
  ),
  fc.string(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
);

/** One place in a value, found by a number, with something else in it; or gone. */
function mutated(value: unknown, at: number, what: unknown, gone: boolean): unknown {
  const paths = pathsOf(value);
  const path = paths[at % paths.length] ?? [];
  const copy = structuredClone(value) as Record<string, unknown>;
  let node: Record<string, unknown> = copy;
  for (const step of path.slice(0, -1)) node = node[step] as Record<string, unknown>;
  const last = path.at(-1);
  if (last === undefined) return what;
  if (gone) delete node[last];
  else node[last] = what;
  return copy;
}

function pathsOf(value: unknown, here: readonly string[] = []): readonly string[][] {
  if (typeof value !== 'object' || value === null) return [[...here]];
  return [
    [...here],
    ...Object.keys(value).flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...here, key])),
  ];
}

describe('10,000 payloads that Slack never sent, each signed', () => {
  test('crash nothing, are answered with no fault, and make no case', { timeout: 600_000 }, async ({ house }) => {
    const [teacher, dsl] = [house.person('teacher'), house.person('dsl')];
    await teacher.types('/report', 'a horrible group chat was going round');
    const form = await teacher.sees();
    await teacher.says('hello');
    const hello = await teacher.hears();
    const payloads: readonly object[] = [
      teacher.message('my reports'),
      teacher.event({ type: 'app_home_opened', tab: 'home', channel: teacher.chat }),
      teacher.event({ type: 'app_mention', channel: 'C0DSLROOM', text: 'hello', ts: '1763700000.000100' }),
      teacher.press(hello, 'Help'),
      teacher.submission(form, { site: 'a game' }),
      dsl.event({ type: 'member_joined_channel', channel: 'C0DSLROOM', user: 'UBOT00000' }),
    ];
    const seen = new Map<number, number>();
    const one = fc.tuple(
      fc.constantFrom(...payloads),
      fc.array(fc.tuple(fc.nat(), anything, fc.boolean()), { minLength: 1, maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 50, maxLength: 50 }), async (many) => {
        const odd = many.map(([payload, changes]) =>
          changes.reduce((value: unknown, [at, what, gone]) => mutated(value, at, what, gone), payload),
        );
        const answers = await Promise.all(
          odd.map((one, n) => ('event' in (many[n]?.[0] ?? {}) ? teacher.json(one) : teacher.payload(one))),
        );
        for (const { status } of answers) seen.set(status, (seen.get(status) ?? 0) + 1);
        const faulty = odd.filter((_, n) => ![200, 400, 403].includes(answers[n]?.status ?? 0));
        if (faulty.length > 0) throw new Error(`${JSON.stringify(faulty[0])}\n${house.logged.slice(-3).join('')}`);
      }),
      { numRuns: 200, endOnFailure: true },
    );
    console.info('answered', Object.fromEntries(seen));
    expect((await house.store.list('harbour', { ...under('case'), limit: 1 })).rows).toEqual([]);
    await teacher.says('my reports');
    await teacher.hears((words) => words.includes('My reports'));
  });
});
