import { describe, expect } from 'vitest';
import { readCase } from '../../src/app/compose.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import type { Case } from '../../src/domain/case.ts';
import { type ChannelHouse, channels } from '../support/channel-drivers.ts';
import { casesIn, eventKinds } from '../support/records.ts';
import { harbour } from '../support/school.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const platforms = channels.flatMap((channel) =>
  drivers.filter(({ name }) => name === 'SQLite').map((store) => ({ channel, store })),
);

const fight = 'somebody was picked on in a game and filmed';
const jo = { s0name: 'Jo Invented', s0kind: 'pupil', s0part: 'target' };

const ask = (whom: 'headteacher' | 'chairOfGovernors') => harbour.phones[whom].label;

/** Somebody reports, to the end; the reference. */
async function reports(house: ChannelHouse, id: string, text: string, answers = {}): Promise<string> {
  const person = house.party(id);
  await person.says(text);
  const words = await (await (await person.offered()).readBack(answers)).send();
  return /([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(words)?.[1] ?? `no reference in ${words}`;
}

/** The names of answers on each platform: Teams has every form on one card. */
function named(channel: string, verb: string, answers: Readonly<Record<string, string>>) {
  if (channel === 'Slack') return answers;
  const camel = (text: string) => text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [camel(`${verb}-${id}`), value]));
}

describe.each(platforms)('$channel.name on $store.name: the people of a case', ({ channel, store: driver }) => {
  const test = testOn(driver).extend('house', async ({ store }, { onCleanup }): Promise<ChannelHouse> => {
    const house = await channel.open(store);
    onCleanup(house.close);
    return house;
  });
  const fields = (verb: string, answers: Readonly<Record<string, string>>) => named(channel.name, verb, answers);

  test('three reports of one event: linked, merged, and out of sight of whoever they come to accuse', async ({
    house,
    store,
  }) => {
    const head = async (id: string) => (await readCase(store, 'harbour', id))?.current as Case;
    for (const id of ['dsl', 'deputy', 'head']) {
      await house.party(id).says('hello');
      await house.party(id).hears(wording['welcome.title']);
    }
    const [dsl, deputy, headteacher] = [house.party('dsl'), house.party('deputy'), house.party('head')];
    const a = await reports(house, 'teacher', fight, jo);
    const b = await reports(house, 'esafety', fight, jo);
    const c = await reports(house, 'teacher', fight, jo);

    const card = await house.card(c);
    await card.says(say('people.repeat-value', { nth: '3rd' }));
    expect(house.room()).not.toMatch(/Jo|Invented/);

    const linked = await dsl.fillsIn(
      b,
      wording['people.link'],
      wording['people.link-submit'],
      fields('link', { other: a.toLowerCase(), why: 'one fight' }),
    );
    expect(linked).toContain(say('people.tied.linked', { reference: a }));
    expect((await head(a)).links).toEqual([{ other: b, how: 'linked', why: 'one fight' }]);

    const merged = await dsl.fillsIn(
      c,
      wording['people.merge'],
      wording['people.merge-submit'],
      fields('merge', { other: a, why: 'told twice' }),
    );
    expect(merged).toContain(say('people.tied.merged-into', { reference: a }));
    expect(await head(c)).toMatchObject({ state: 'closed', mergedInto: a });
    expect((await casesIn(store)).map(({ reporter }) => reporter.id).toSorted()).toEqual([
      'esafety',
      'teacher',
      'teacher',
    ]);

    const chronology = await dsl.fillsIn(
      a,
      wording['people.chronology'],
      wording['people.chronology-submit'],
      fields('chronology', { party: 'p1' }),
    );
    for (const words of [wording['people.chronology-title'], a, b, c, wording['people.state.double']]) {
      expect(chronology).toContain(words);
    }

    const said = await dsl.fillsIn(
      b,
      wording['people.add'],
      wording['people.add-submit'],
      fields('party-add', {
        person: 'deputy',
        name: '',
        type: 'staff',
        part: 'alleged',
        reason: 'two pupils say so',
      }),
    );
    expect(said).toContain('with the headteacher alone');
    expect((await head(b)).route).toMatchObject({ excluded: ['deputy'], inChannel: false });
    const opened = await headteacher.opensFrom(say('news.handed', { reference: b }));
    expect(opened).toContain('two pupils say so');
    expect(opened).toContain('Jo Invented');
    expect(opened).toContain(wording['people.came']);
    expect(opened).toContain(say('people.came-reason', { reason: 'two pupils say so' }));
    await deputy.says('cases');
    expect(await deputy.hears(wording['cases.title'])).not.toContain(b);
    expect(await eventKinds(store, b)).toContain('party-added');
    await expect
      .poll(() => house.room())
      .toContain(say('case.moved', { headLabel: ask('headteacher'), chairLabel: ask('chairOfGovernors') }));
    expect(house.room()).not.toMatch(/Jo|Invented|Devon|two pupils/);
  });

  test('times are corrected, and what cannot be is said at the form', async ({ house, store }) => {
    await house.party('dsl').says('hello');
    const id = await reports(house, 'teacher', fight, jo);
    const times = (answers: Readonly<Record<string, string>>) =>
      house
        .party('dsl')
        .fillsIn(id, wording['people.times-form'], wording['people.times-form-submit'], fields('times', answers));
    expect(await times({ occurredOn: '2999-01-01', reason: 'register' })).toContain('has not come yet');
    const detail = await times({ occurredOn: '2026-01-05', occurredAt: '12:30', reason: 'register' });
    expect(detail).toContain('Monday 5 January 2026, 12:30');
    expect((await readCase(store, 'harbour', id))?.current.times).toMatchObject({ occurredOn: '2026-01-05' });
  });
});
