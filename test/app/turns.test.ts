import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, readCase } from '../../src/app/compose.ts';
import { hashOf } from '../../src/app/record.ts';
import { under } from '../../src/app/rows.ts';
import { type Store, StoreFault } from '../../src/app/store.ts';
import { type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';
import { eventsOf } from '../support/records.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

async function count(...parts: readonly string[]): Promise<number> {
  let rows = 0;
  for await (const _ of all(house.store, 'harbour', under(...parts))) rows++;
  return rows;
}

describe('the same event delivered again', () => {
  it('three times at once: one case, and the same answer to each', async () => {
    const { draft } = viewOf(await house.says('teacher', 'a horrible group chat was going round'), 'report-form');
    await house.presses('teacher', { verb: 'report.form', draft, report: {} });
    const confirm = house.turn('teacher', { kind: 'pressed', press: { verb: 'report.confirm', draft } });
    const answers = await Promise.all([1, 2, 3].map(() => house.lantern.turn(confirm)));
    expect(answers.map((one) => one.map(({ view }) => view))).toEqual(
      Array(3).fill(answers[0]?.map(({ view }) => view)),
    );
    expect(wordsOf(answers[0]?.[0]?.view as never)).toContain(draft);
    expect(await count('case')).toBe(1);
    expect(await count('event', draft)).toBeGreaterThanOrEqual(1);
    const card = await house.channel.find(({ view }) => view.kind === 'case-card');
    expect(house.channel.shown.filter(({ how, to }) => how === 'post' && to.kind === card.to.kind).length).toBe(1);
  });

  it('words are taken once', async () => {
    const turn = house.turn('teacher', { kind: 'said', text: 'there was a horrible group chat', files: 0 });
    await house.lantern.turn(turn);
    const again = await house.lantern.turn(turn);
    expect(viewOf(again, 'report-form').told.what).toBe('there was a horrible group chat');
  });

  it('two presses of Send, as two events, make one case', async () => {
    const { draft } = viewOf(await house.says('teacher', 'a horrible group chat was going round'), 'report-form');
    await house.presses('teacher', { verb: 'report.form', draft, report: {} });
    const both = await Promise.all([1, 2].map(() => house.presses('teacher', { verb: 'report.confirm', draft })));
    for (const answers of both) expect(wordsOf(viewOf(answers, 'notice'))).toContain(draft);
    expect(await count('case')).toBe(1);
  });

  it('keeps no words of a report in the mark of a seen event', async () => {
    await report(house, 'teacher', 'a horrible group chat with zebracrossing in it');
    for await (const row of all(house.store, 'harbour', under('seen'))) {
      expect(JSON.stringify(row.value)).not.toContain('zebracrossing');
    }
  });
});

describe('two people at the same case', () => {
  it('acknowledging in the same instant: one wins, the other is told who', async () => {
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    const answers = await Promise.all(
      ['dsl', 'deputy'].map((person) => house.presses(person, { verb: 'case.acknowledge', case: id }, 'channel')),
    );
    const told = answers.map((one) => viewKinds(one)).toSorted();
    expect(told).toEqual(['case-card', 'notice']);
    const found = await readCase(house.store, 'harbour', id);
    const winner = found?.current.acknowledged?.by.name ?? 'nobody';
    const loser = answers.find((one) => viewKinds(one) === 'notice') ?? [];
    expect(viewOf(loser, 'notice').toldLines.join()).toContain(winner);
    expect(await acknowledgements(id)).toBe(1);
  });

  it('twenty notes at once are all kept, in one unbroken chain', async () => {
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    const notes = Array.from({ length: 20 }, (_, n) => `note ${n}`);
    await Promise.all(notes.map((text) => house.presses('dsl', { verb: 'case.note', case: id, text })));
    const events = await eventsOf(house.store, id);
    const kept = events.flatMap(({ event }) => (event.kind === 'noted' ? [event.text] : []));
    expect(kept.toSorted()).toEqual(notes.toSorted());
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    for (const [index, { hash, ...rest }] of events.entries()) {
      expect(rest.previous).toBe(events[index - 1]?.hash ?? '');
      expect(hashOf(id, rest)).toBe(hash);
    }
  });
});

function viewKinds(answers: Awaited<ReturnType<House['presses']>>): string {
  return answers.map(({ view }) => view.kind).join();
}

async function acknowledgements(id: string): Promise<number> {
  return (await eventsOf(house.store, id)).filter(({ event }) => event.kind === 'acknowledged').length;
}

describe('what a turn costs', () => {
  it.each([
    { turn: 'an ordinary one', say: 'help' },
    { turn: 'one that submits a report', say: '' },
  ])('$turn is one point read and one transaction', async ({ say }) => {
    const { draft } = viewOf(await house.says('teacher', 'a horrible group chat was going round'), 'report-form');
    await house.presses('teacher', { verb: 'report.form', draft, report: {} });
    await house.lantern.stop();
    const calls: string[] = [];
    const counted = await openHouse({ store: counting(house.store, calls) });
    await counted.lantern.stop();
    calls.length = 0;
    if (say) await counted.says('teacher', say);
    else await counted.presses('teacher', { verb: 'report.confirm', draft });
    expect(calls).toEqual(['get', 'commit']);
  });
});

/** The same store, noting what it is asked. */
function counting(store: Store, calls: string[]): Store {
  return {
    open: async () => undefined,
    close: async () => undefined,
    get(...args) {
      calls.push('get');
      return store.get(...args);
    },
    list(...args) {
      calls.push('list');
      return store.list(...args);
    },
    commit(...args) {
      calls.push('commit');
      return store.commit(...args);
    },
  };
}

describe('when the store fails', () => {
  it('the turn rejects, and the words for it say that nothing is saved and whom to ring', async () => {
    const broken: Store = {
      ...counting(house.store, []),
      commit: () => Promise.reject(new StoreFault('test', 'commit', new Error('disk full'))),
    };
    const failing = await openHouse({ store: broken });
    const turn = failing.turn('teacher', { kind: 'said', text: 'a horrible group chat', files: 0 });
    await expect(failing.lantern.turn(turn)).rejects.toThrow(StoreFault);
    const words = wordsOf(failing.lantern.notSaved(turn));
    expect(words).toContain('NOT saved');
    expect(words).toContain('01632 960001');
    await failing.lantern.stop();
  });

  it('after the save, the person is not told that it is lost', async () => {
    const id = await report(house, 'teacher', 'a horrible group chat was going round');
    let reads = 0;
    const flaky: Store = {
      ...counting(house.store, []),
      get: (...args) => (++reads > 1 ? Promise.reject(new StoreFault('test', 'get', 0)) : house.store.get(...args)),
    };
    const failing = await openHouse({ store: flaky });
    await failing.lantern.stop();
    reads = 0;
    const answers = await failing.presses('dsl', { verb: 'case.open', case: id });
    expect(wordsOf(viewOf(answers, 'notice'))).toContain('is saved');
  });
});
