import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Press } from '../../src/conversation/press.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import { closing } from '../support/closing.ts';
import { plantHidden } from '../support/hidden.ts';
import { hiddenIn, openHiddenHouse, reveal, traces, words } from '../support/hidden-child.ts';
import { type House, wordsOf } from '../support/house.ts';
import { harbour } from '../support/school.ts';

let house: House;
let logged: string[];
beforeEach(async () => {
  logged = [];
  const line = (fields: object, message: string) => void logged.push(JSON.stringify({ fields, message }));
  house = await openHiddenHouse({ info: line, warn: line, error: line });
});
afterEach(() => house.close());

const { press, says, reports, caseNow, hears, settled, rowsNaming } = hiddenIn(() => house);

describe('whose name is hidden', () => {
  it('is named in no row but their own, no list, no view and no message to anybody, and in no log', async () => {
    const id = await reports({ subjects: [{ name: 'Somebody Else', kind: 'pupil', part: 'alleged' }] });
    const shown: string[] = [];
    const presses: readonly Press[] = [
      { verb: 'case.open', case: id },
      { verb: 'case.acknowledge', case: id },
      { verb: 'forms.open', case: id, group: 'people' },
      { verb: 'case.reply', case: id, text: 'thank you for telling us' },
      { verb: 'cases.list' },
      { verb: 'own.thread', case: id },
      { verb: 'own.show-name', case: id },
      { verb: 'mine.show-name', case: id },
      { verb: 'mine.answering', case: id, reply: 1 },
    ];
    for (const person of harbour.people) {
      for (const one of presses) {
        for (const where of ['chat', 'channel'] as const) {
          shown.push(...(await house.presses(person.id, one, where)).map(({ view }) => wordsOf(view)));
        }
      }
    }
    await press({ verb: 'own.thread', case: id });
    await says('no, it goes on');
    await press({ verb: 'mine.is-answer', case: id, reply: (await caseNow(id)).thread?.last ?? 0 });
    await press({ verb: 'mine.add', case: id, text: 'and again' });
    await press({ verb: 'case.open', case: id });
    await house.presses('dsl', { ...reveal, case: id });
    await hears(wording['talk.reveal-asked-title'], 'deputy');
    // Before anything is delivered, and after.
    expect(await rowsNaming(traces)).toEqual([]);
    await settled();
    expect(await rowsNaming(traces)).toEqual([]);
    expect(shown.join('\n')).not.toMatch(traces);
    const others = house.channel.shown.filter(({ to }) => to.conversation !== 'a:hidden-one');
    expect(others.map(({ view }) => wordsOf(view)).join('\n')).not.toMatch(traces);
    expect(logged.join('\n')).not.toMatch(traces);
    const current = await caseNow(id);
    expect(current.reporter).toMatchObject({ name: '', roles: ['pupil'] });
    expect(shown.join('\n')).toContain(say('talk.reporter-hidden', { role: 'pupil' }));
    const sealed = JSON.stringify(await house.store.get('harbour', `sealed:${id}`));
    expect(sealed).not.toMatch(traces);
  });

  it('is somebody else on every case', async () => {
    const one = await caseNow(await reports());
    const other = await caseNow(await reports());
    expect(one.reporter.id).toMatch(/^sealed\./);
    expect(other.reporter.id).not.toBe(one.reporter.id);
  });

  it('has their reports in their own list as they stand, though nobody else knows whose they are', async () => {
    const id = await reports();
    await house.presses('dsl', closing(id, { outcome: 'spoke to all', lessons: 'none' }));
    expect(words(await says('my reports'))).toContain(wording['pupil.mine.state.closed']);
    await hears(say('pupil.news.closed', { reference: id }));
    await house.presses('dsl', { verb: 'case.reply', case: id, text: 'is it better now?' });
    expect(words(await says('my reports'))).toContain(wording['talk.thread-new']);
    await press({ verb: 'own.thread', case: id });
    const list = words(await press({ verb: 'mine.list' }));
    expect(list).toContain(wording['talk.thread']);
    expect(list).not.toContain(wording['talk.thread-new']);
    expect(list).toContain(wording['talk.show-name']);
  });

  it('stays hidden for a member of staff only as far as a child’s: staff are shown', async () => {
    const draft = await plantHidden(house.store, 'teacher', { what: 'a girl told me about a horrible group chat' });
    await house.presses('teacher', { verb: 'report.confirm', draft });
    expect((await caseNow(draft)).reporter).toMatchObject({ id: 'teacher', name: 'Tess Example' });
  });
});
