import { describe, expect, it, onTestFinished } from 'vitest';
import { openKeyRing } from '../../src/app/keys/open-key-ring.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import { type ChannelHouse, channels } from '../support/channel-drivers.ts';
import { disks, textsIn } from '../support/kept-bytes.ts';
import { casesIn } from '../support/records.ts';
import { harbour } from '../support/school.ts';
import { sealKey, testWrapper } from '../support/sealer.ts';

const told = {
  what: 'a horrible group chat was going round about Zebedee Quillfeather and the purple bicycle shed',
  subject: 'Zebedee Quillfeather',
  site: 'Snapgobbler',
  evidence: 'a screenshot on an orange tablet',
  holder: 'Wilhelmina Butterworth',
  done: 'walked with him to the nurse',
  note: 'telephoned his grandmother in Skegness',
  outcome: 'apologised over hot chocolate',
  lessons: 'move the lamp post nearer',
  question: 'who empties the dishwasher of the axolotl?',
  unsent: 'somebody hid my trombone again and laughed',
};

/** What people wrote, and who they are. */
const words = [
  ...Object.values(told),
  'Zebedee',
  'Quillfeather',
  'axolotl',
  'trombone',
  ...harbour.people.flatMap(({ name, address = '', objectId = '' }) => [name, address, objectId]),
  '@harbour.example',
];
/** What would say what a case is about, or whose a chat is. */
const more = ['cyberbullying', 'bystander', 'serviceUrl', '19:dsl@thread', 'C0SAFEGUARD', 'Childline', '01632 960001'];

/** A case from its report to its end, a question, and a report that is never sent. */
async function story(house: ChannelHouse): Promise<void> {
  const [teacher, dsl] = [house.party('teacher'), house.party('dsl')];
  await dsl.says('hello');
  await dsl.hears(wording['welcome.title']);
  await teacher.says(told.what);
  const form = await teacher.offered();
  const read = await form.readBack({
    s0name: told.subject,
    s0kind: 'pupil',
    s0part: 'target',
    site: told.site,
    evidence: told.evidence,
    evidenceHolder: told.holder,
    done: told.done,
  });
  const reference = /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(await read.send())?.[1] ?? 'none';
  const card = await house.card(reference);
  await card.acknowledges('dsl');
  await card.opens('dsl');
  await card.notes('dsl', told.note);
  await card.closes('dsl', told.outcome, told.lessons);
  await card.says(wording['case.state.closed']);
  await teacher.hears(say('news.closed', { reference }));
  await teacher.says(`ask ${told.question}`);
  await teacher.pressesOn(wording['ask.person'], wording['ask.person']);
  await teacher.hears(wording['ask.passed-on'].slice(0, 24));
  const pupil = house.party('pupil');
  await pupil.says(told.unsent);
  await pupil.hears(wording['pupil.box.name']);
}

const platforms = channels.flatMap((channel) => disks.map((disk) => ({ channel, disk })));

describe.each(platforms)('what $channel.name leaves on $disk.name', ({ channel, disk }) => {
  /** The story on the store as it is, or on a sealed one. */
  async function play(sealed: boolean) {
    const kept = await disk.build();
    onTestFinished(kept.remove);
    await kept.store.open();
    const ring = await openKeyRing(kept.store, sealed ? ['harbour'] : [], [testWrapper()]);
    const store = sealed ? sealedStore(kept.store, ring) : kept.store;
    const house = await channel.open(store);
    const room = await story(house)
      .then(() => house.room())
      .finally(house.close);
    const [saved] = await casesIn(store);
    const files = await kept.bytes();
    await kept.store.close();
    return { saved, files, room, logged: house.logged() };
  }

  it('is in plain words where nothing is sealed, so the search finds them', async () => {
    const { files } = await play(false);
    const found = textsIn(Buffer.concat([...files.values()]), words);
    expect(found).toEqual(expect.arrayContaining(Object.values(told)));
    expect(found).toContain('Tess Example');
  });

  it('says no word of anybody, in no file, in no line of the log and in no message of the channel', async () => {
    const { files, saved, room, logged } = await play(true);
    expect(saved).toMatchObject({ state: 'closed', report: { what: told.what, evidenceHolder: told.holder } });
    const all = Buffer.concat([...files.values()]);
    expect(all.length).toBeGreaterThan(10_000);
    expect(all.includes(saved?.id ?? 'none')).toBe(true);
    for (const [name, bytes] of files) {
      expect([name, textsIn(bytes, [...words, ...more, sealKey])]).toEqual([name, []]);
    }
    // Nor in the channel that all of the team reads.
    expect(room).toContain(saved?.id);
    expect(textsIn(Buffer.from(room), words)).toEqual([]);
    expect(logged).not.toBe('');
    expect(textsIn(Buffer.from(logged), [...words, sealKey])).toEqual([]);
  });
});

describe('the search for planted texts', () => {
  const text = told.subject;
  const from = (...parts: readonly (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part)));
  it.each([
    ['UTF-8', from('xx', text)],
    ['capitals', from('xx', text.toUpperCase())],
    ['UTF-16', from('x', Buffer.from(text, 'utf16le'))],
    ['hexadecimal', from(Buffer.from(text).toString('hex'))],
    ...[0, 1, 2].map((n): [string, Buffer] => [
      `base64, ${n} bytes in`,
      from('{"s":"', Buffer.from(`${'x'.repeat(n)}${text} and more`).toString('base64')),
    ]),
  ])('finds them in %s', (_, bytes) => {
    expect(textsIn(bytes, [text, 'not there'])).toEqual([text]);
  });
});
