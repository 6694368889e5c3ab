import { describe, expect } from 'vitest';
import type { School } from '../../src/domain/school.ts';
import { type Answers, type ChannelHouse, channels } from '../support/channel-drivers.ts';
import { casesIn, valuesUnder } from '../support/records.ts';
import { harbour } from '../support/school.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

type Story = {
  readonly story: string;
  /** Who is away by then. */
  readonly away?: string;
  readonly reporter: string;
  readonly what: string;
  readonly answers?: Answers;
  /** Who may open it and finds it in their list; nobody else does. */
  readonly know: readonly string[];
  /** Whether its card stands in the DSL channel. */
  readonly channel: boolean;
  readonly school?: (school: School) => School;
};

/** Miserden's e-safety lead is also the one who looks after data (requirements R007). */
function combined(school: School): School {
  const people = school.people.map((person) =>
    person.id === 'esafety' ? { ...person, roles: [...person.roles, 'data-protection' as const] } : person,
  );
  return { ...school, people };
}

const accused = (s0name: string, s0kind = 'staff') => ({ s0name, s0kind, s0part: 'alleged' });
const worry = 'something worries me about a grown-up here';

const stories: readonly Story[] = [
  {
    story: 'the headteacher is accused',
    reporter: 'teacher',
    what: worry,
    answers: accused('', 'headteacher'),
    know: ['chair'],
    channel: false,
  },
  {
    story: 'the safeguarding lead is accused',
    reporter: 'teacher',
    what: worry,
    answers: accused('', 'dsl'),
    know: ['head'],
    channel: false,
  },
  {
    story: 'a deputy is accused by name',
    reporter: 'teacher',
    what: worry,
    answers: accused('Mr Specimen'),
    know: ['head'],
    channel: false,
  },
  {
    story: 'a deputy is accused while the safeguarding lead is away',
    away: 'dsl',
    reporter: 'teacher',
    what: worry,
    answers: accused('Mr Specimen'),
    know: ['head'],
    channel: false,
  },
  {
    story: 'a technician is the subject',
    reporter: 'teacher',
    what: 'a bad site was not blocked, I think on purpose',
    answers: accused('Ike Fixture'),
    know: ['head'],
    channel: false,
  },
  {
    story: 'the reporter is also the subject',
    reporter: 'deputy',
    what: 'I sent a pupil a private message and should not have',
    answers: accused('Devon Specimen'),
    know: ['head'],
    channel: false,
  },
  {
    story: 'a person with two roles is the subject',
    reporter: 'teacher',
    what: 'my laptop was stolen from the car',
    answers: accused('Esme Pattern'),
    know: ['head'],
    channel: false,
    school: combined,
  },
  {
    story: 'a person with two roles must not know, says the reporter',
    reporter: 'teacher',
    what: 'my laptop was stolen from the car',
    answers: { keepFrom: 'Esme Pattern' },
    know: ['dsl', 'deputy', 'head', 'itsupport', 'dataprot'],
    channel: false,
    school: combined,
  },
  {
    story: 'the safeguarding lead must not know, says the reporter',
    reporter: 'teacher',
    what: 'a girl in year 8 showed me a horrible group chat',
    answers: { keepFrom: 'Dana Sample' },
    know: ['deputy', 'head'],
    channel: false,
  },
  {
    story: 'nobody is kept out',
    reporter: 'teacher',
    what: 'a girl in year 8 showed me a horrible group chat',
    know: ['dsl', 'deputy', 'head'],
    channel: true,
  },
];

const everybody = harbour.people.map(({ id }) => id);
const detail = 'What has happened';

/** A report by chat and form, to the end; its reference. */
async function reports(house: ChannelHouse, { reporter, what, answers }: Story): Promise<string> {
  const person = house.party(reporter);
  await person.says(what);
  const saved = await (await (await person.offered()).readBack(answers)).send();
  return /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(saved)?.[1] ?? `no reference in ${saved}`;
}

const platforms = channels.flatMap((channel) => drivers.map((store) => ({ channel, store })));

describe.each(platforms)('who may know, on $channel.name and $store.name:', ({ channel, store: driver }) => {
  const test = testOn(driver);

  test.for(stories)('$story', async (story, { store }) => {
    const house = await channel.open(store, story.school);
    try {
      for (const id of everybody) await house.party(id).says('hello');
      if (story.away !== undefined) {
        await house.party(story.away).says('I am away until Monday');
        await house.party(story.away).hears('You are down as away until');
      }
      const reference = await reports(house, story);
      const [kept] = await casesIn(store);
      expect(kept?.id).toBe(reference);
      const opened: string[] = [];
      const listed: string[] = [];
      for (const id of everybody) {
        const person = house.party(id);
        if ((await person.forges({ verb: 'case.open', case: reference })).includes(detail)) opened.push(id);
        if ((await person.forges({ verb: 'cases.list' })).includes(reference)) listed.push(id);
      }
      expect({ opened: opened.toSorted(), listed: listed.toSorted() }).toEqual({
        opened: story.know.toSorted(),
        listed: story.know.toSorted(),
      });
      await expect.poll(() => valuesUnder(store, 'due'), { timeout: 20_000 }).toEqual([]);
      const outsiders = everybody.filter((id) => !story.know.includes(id) && id !== story.reporter);
      expect(outsiders.filter((id) => house.party(id).chat().includes(reference))).toEqual([]);
      expect(house.room().includes(reference)).toBe(story.channel);
    } finally {
      await house.close();
    }
  });
});
