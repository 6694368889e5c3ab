import { describe, expect } from 'vitest';
import { all } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import type { RecordedEvent } from '../../src/domain/case.ts';
import { type Answers, type ChannelHouse, channels } from '../support/channel-drivers.ts';
import { casesIn } from '../support/records.ts';
import { sealedDrivers, testOn } from '../support/store-drivers.ts';

const platforms = channels.flatMap((channel) => sealedDrivers.map((store) => ({ channel, store })));

/** What happened to a case and who did it, but for what Lantern itself records of its deliveries. */
async function historyOf(store: Store, id: string): Promise<readonly string[]> {
  const told: string[] = [];
  for await (const { value } of all(store, 'harbour', under('event', id))) {
    const { by, event } = value as RecordedEvent;
    if (by) told.push(`${by.id} ${event.kind}`);
  }
  return told;
}

/** A teacher reports, to the end; the reference. */
async function reports(house: ChannelHouse, id: string, text: string, answers: Answers = {}): Promise<string> {
  const person = house.party(id);
  await person.says(text);
  const words = await (await (await person.offered()).readBack(answers)).send();
  return /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(words)?.[1] ?? `no reference in ${words}`;
}

const chat = 'a girl in year 8 showed me a horrible group chat';
const answers = { s0name: 'Jo Invented', s0kind: 'pupil', s0part: 'target', site: 'WhatsApp', done: 'told her mum' };

describe.each(platforms)(
  '$channel.name on $store.name keeps the contract of channels:',
  ({ channel, store: driver }) => {
    const test = testOn(driver).extend('house', async ({ store }, { onCleanup }): Promise<ChannelHouse> => {
      const house = await channel.open(store);
      onCleanup(house.close);
      return house;
    });

    test('a report is read back, saved with every answer, and put in front of the team without a name', async ({
      house,
      store,
    }) => {
      const teacher = house.party('teacher');
      await teacher.says(chat);
      const read = await (await teacher.offered()).readBack(answers);
      for (const words of [wording['summary.title'], wording['route.safeguarding'], chat, 'Jo Invented', 'WhatsApp']) {
        expect(read.words).toContain(words);
      }
      const saved = await read.send();
      const [kept] = await casesIn(store);
      const reference = kept?.id ?? 'none';
      for (const words of [say('saved.title', { reference }), wording['saved.next'], wording['saved.add']]) {
        expect(saved).toContain(words);
      }
      expect(kept).toMatchObject({
        state: 'new',
        category: 'cyberbullying',
        reporter: { id: 'teacher' },
        report: {
          what: chat,
          site: 'WhatsApp',
          subjects: [{ name: 'Jo Invented', kind: 'pupil', part: 'target' }],
          done: 'told her mum',
        },
      });
      const card = await house.card(reference);
      expect(card.words()).toContain(wording['case.state.new']);
      expect(house.room()).not.toMatch(/Jo Invented|WhatsApp|horrible|Tess/);
      expect(await historyOf(store, reference)).toEqual(['teacher reported']);
    });

    test('whoever leaves and comes back finds the report as it was, and can still send it', async ({
      house,
      store,
    }) => {
      const teacher = house.party('teacher');
      await teacher.says(chat);
      await teacher.offered();
      await teacher.says('hello');
      await teacher.pressesOn(wording['draft.waiting'].slice(0, 40), wording['button.continue']);
      const form = await teacher.offered();
      expect(form.words).toContain(chat);
      await (await form.readBack()).send();
      const cases = await casesIn(store);
      expect(cases.map(({ report }) => report.what)).toEqual([chat]);
    });

    test('whoever has no role is refused, learns nothing, and it is on the record', async ({ house, store }) => {
      const reference = await reports(house, 'teacher', chat, answers);
      const card = await house.card(reference);
      const refusal = wording['case.refused'].slice(0, 60);
      for (const words of [
        await card.acknowledges('pupil'),
        await card.opens('pupil'),
        await card.notes('pupil', 'let me in'),
        await card.closes('pupil', 'a', 'b'),
      ]) {
        expect(words).toContain(refusal);
        expect(words).not.toMatch(/Jo Invented|horrible/);
      }
      expect(await casesIn(store)).toMatchObject([{ state: 'new' }]);
      expect(await historyOf(store, reference)).toEqual(['teacher reported', ...Array(4).fill('pupil refused')]);
    });

    test('of two who acknowledge at once one is first, and the other is told who', async ({ house, store }) => {
      const reference = await reports(house, 'teacher', chat);
      const card = await house.card(reference);
      const people = { dsl: 'Dana Sample', deputy: 'Devon Specimen' } as const;
      const ids = ['dsl', 'deputy'] as const;
      const words = await Promise.all(ids.map((id) => card.acknowledges(id)));
      const loser = words.findIndex((text) => text.includes('acknowledged it first'));
      const winner = ids[1 - loser] ?? 'dsl';
      expect(words[loser]).toContain(say('case.too-late.acknowledged', { reference, name: people[winner] }));
      expect(words[1 - loser]).toContain(wording['case.state.acknowledged']);
      expect(await casesIn(store)).toMatchObject([{ state: 'acknowledged', acknowledged: { by: { id: winner } } }]);
      expect(await historyOf(store, reference)).toEqual(['teacher reported', `${winner} acknowledged`]);
      await house.party('teacher').hears(say('news.acknowledged', { reference }));
    });

    test('a case is opened, noted and closed, and its reporter hears of it', async ({ house, store }) => {
      const [teacher, dsl] = [house.party('teacher'), house.party('dsl')];
      await dsl.says('hello');
      await dsl.hears(wording['welcome.title']);
      const reference = await reports(house, 'teacher', chat, answers);
      const card = await house.card(reference);
      const detail = await card.opens('dsl');
      for (const words of [chat, 'Jo Invented', 'WhatsApp', 'Tess Example', wording['case.history']]) {
        expect(detail).toContain(words);
      }
      expect(await card.notes('dsl', 'rang home')).toContain(say('case.done.note', { reference }));
      await card.closes('dsl', 'spoke to all', 'none');
      await card.says(wording['case.state.closed']);
      await teacher.hears(say('news.closed', { reference }));
      expect(house.room()).not.toMatch(/spoke to all|rang home|Dana|Tess/);
      expect(await casesIn(store)).toMatchObject([
        { state: 'closed', closed: { outcome: 'spoke to all', lessons: 'none' } },
      ]);
      expect(await historyOf(store, reference)).toEqual(['teacher reported', 'dsl opened', 'dsl noted', 'dsl closed']);
      expect(await card.closes('deputy', 'again', 'again').catch(String)).toMatch(/no button|closed, so nothing/);
    });

    test('whom a report about staff is for is told in their own chat, and nobody else', async ({ house, store }) => {
      const head = house.party('head');
      await head.says('hello');
      await head.hears(wording['welcome.title']);
      const reference = await reports(house, 'teacher', 'a coach keeps messaging a boy at night', {
        s0kind: 'staff',
        s0part: 'alleged',
      });
      const opened = await head.opensFrom(say('news.private', { reference }));
      expect(opened).toContain('a coach keeps messaging a boy at night');
      expect(await historyOf(store, reference)).toEqual(['teacher reported', 'head opened']);
      expect(house.room()).not.toContain(reference);
    });

    test('somebody who asks for what their role has not is told so', async ({ house }) => {
      const teacher = house.party('teacher');
      await teacher.says('cases');
      await teacher.hears(wording['case.refused-list']);
      await teacher.says('my reports');
      await teacher.hears(wording['mine.none']);
    });
  },
);
