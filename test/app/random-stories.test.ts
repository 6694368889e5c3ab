import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Press } from '../../src/conversation/press.ts';
import { closing } from '../support/closing.ts';
import { chatOf, type House, openHouse, report, wordsOf } from '../support/house.ts';
import { valuesUnder } from '../support/records.ts';
import { harbour } from '../support/school.ts';

/** Who must not know, and how the story says so: found here by hand, not by the code under test. */
type Secret = { readonly of: string; readonly report: Extract<Press, { verb: 'report.form' }>['report'] };

const subject = (name: string, kind: 'staff' | 'headteacher' | 'dsl', part: 'alleged' | 'unknown' = 'alleged') => ({
  subjects: [{ name, kind, part }],
});

const secrets: readonly Secret[] = [
  { of: '', report: {} },
  { of: 'dsl', report: subject('', 'dsl') },
  { of: 'head', report: subject('', 'headteacher') },
  { of: 'head', report: subject('Mr Placeholder', 'staff') },
  { of: 'deputy', report: subject('Devon Specimen', 'staff', 'unknown') },
  { of: 'itsupport', report: subject('Ike Fixture', 'staff') },
  { of: 'esafety', report: subject('Miss Pattern', 'staff') },
  { of: 'chair', report: subject('Char Mockup', 'staff') },
  { of: 'teacher', report: subject('Tess Example', 'staff') },
  { of: 'dsl', report: { keepFrom: 'Dana Sample' } },
  { of: 'dsl deputy', report: { keepFrom: 'Dana and the deputy, Devon' } },
  { of: 'head', report: { keepFrom: 'the headteacher' } },
  { of: 'itsupport', report: { keepFrom: 'Ike Fixture' } },
];

const people = harbour.people.map(({ id }) => id);
const anybody = fc.constantFrom(...people);
const reporter = fc.constantFrom('teacher', 'dsl', 'head', 'deputy', 'itsupport', 'chair');

type Act = (id: string) => { readonly by: string; readonly press: Press };
const acts: readonly fc.Arbitrary<Act>[] = [
  anybody.map((by) => (id) => ({ by, press: { verb: 'case.acknowledge', case: id } })),
  anybody.map((by) => (id) => ({ by, press: { verb: 'case.note', case: id, text: 'a note' } })),
  anybody.map((by) => (id) => ({ by, press: closing(id) })),
  anybody.map((by) => (id) => ({ by, press: { verb: 'case.reopen', case: id, reason: 'again' } })),
  fc.tuple(anybody, anybody).map(([by, to]) => (id) => ({ by, press: { verb: 'case.assign', case: id, to } })),
  fc.tuple(anybody, anybody).map(([by, to]) => (id) => ({
    by,
    press: { verb: 'case.escalate', case: id, to, reason: 'why' },
  })),
  fc.tuple(anybody, anybody, anybody).map(([by, first, second]) => (id) => ({
    by,
    press: { verb: 'case.restrict', case: id, first, second, reason: 'why' },
  })),
];

const story = fc.record({
  reporter,
  secret: fc.constantFrom(...secrets),
  words: fc.constantFrom('somebody was picked on in a game', 'a bad site was not blocked', 'my laptop was stolen'),
  acts: fc.array(fc.oneof(...acts), { maxLength: 6 }),
});

/** What one person has been shown of a case by messages in their own chat. */
function heardOf(house: House, person: string, id: string): readonly string[] {
  const own = house.channel.shown.filter(({ to }) => to.conversation === chatOf(person).conversation);
  return own.map(({ view }) => wordsOf(view)).filter((words) => words.includes(id));
}

async function knows(house: House, person: string, id: string): Promise<readonly string[]> {
  const opened = await house.presses(person, { verb: 'case.open', case: id });
  const listed = await house.says(person, 'cases');
  const forms = await house.presses(person, { verb: 'forms.open', case: id, group: 'work' });
  return [
    ...(opened.some(({ view }) => view.kind === 'case-detail') ? ['opens'] : []),
    ...(listed.some(({ view }) => wordsOf(view).includes(id)) ? ['lists'] : []),
    ...(forms.some(({ view }) => view.kind === 'case-forms') ? ['sees its forms'] : []),
  ];
}

it('200 random stories: whoever must not know never does', async () => {
  const house = await openHouse();
  for (const id of people) await house.does(id, { kind: 'joined' });
  const kept: { readonly person: string; readonly id: string; readonly reporter: string }[] = [];
  await fc.assert(
    fc.asyncProperty(story, async ({ reporter: by, secret, words, acts: all }) => {
      const id = await report(house, by, words, secret.report);
      for (const act of all) {
        const { by: actor, press } = act(id);
        await house.presses(actor, press);
      }
      for (const person of secret.of.split(' ').filter((one) => one !== '')) {
        expect(await knows(house, person, id)).toEqual([]);
        kept.push({ person, id, reporter: by });
      }
    }),
    { numRuns: 200 },
  );
  await expect.poll(() => valuesUnder(house.store, 'due'), { timeout: 30_000 }).toEqual([]);
  const heard = kept.filter(({ person, id, reporter: by }) => person !== by && heardOf(house, person, id).length > 0);
  expect(heard).toEqual([]);
  const caseworkers = kept.filter(({ person }) => person !== 'teacher').map(({ id }) => id);
  const inChannel = house.channel.shown.filter(({ to }) => to.kind === 'channel').map(({ view }) => wordsOf(view));
  expect(caseworkers.filter((id) => inChannel.some((words) => words.includes(id)))).toEqual([]);
  expect(kept.length).toBeGreaterThan(100);
  await house.close();
}, 120_000);
