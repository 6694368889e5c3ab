import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { all, readCase } from '../../src/app/compose.ts';
import { under } from '../../src/app/rows.ts';
import type { Answers } from '../../src/conversation/press.ts';
import { type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';
import { eventsOf } from '../support/records.ts';
import { harbour } from '../support/school.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  for (const { id } of harbour.people) await house.does(id, { kind: 'joined' });
});
afterAll(() => house.close());

/** Everybody of the school who can open the case now, and everybody who finds it in their list. */
async function knowers(id: string): Promise<{ opened: string; listed: string }> {
  const opened: string[] = [];
  const listed: string[] = [];
  for (const person of harbour.people) {
    const answers = await house.presses(person.id, { verb: 'case.open', case: id });
    if (answers.some(({ view }) => view.kind === 'case-detail')) opened.push(person.id);
    const list = await house.says(person.id, 'cases');
    if (list.some(({ view }) => view.kind === 'case-list' && JSON.stringify(view).includes(id))) listed.push(person.id);
  }
  return { opened: opened.join(' '), listed: listed.join(' ') };
}

describe('whom the reporter says must not know', () => {
  const rows: readonly { keepFrom: string; answers?: Answers; know: string }[] = [
    { keepFrom: 'Dana Sample', know: 'deputy head' },
    { keepFrom: 'the headteacher', know: 'dsl deputy' },
    { keepFrom: 'Dana, Devon and Hedley', know: 'chair' },
    { keepFrom: 'my mum', know: 'dsl deputy head' },
    {
      keepFrom: 'Mr Placeholder',
      answers: { subjects: [{ name: 'Tess Example', kind: 'staff', part: 'alleged' }] },
      know: 'chair',
    },
  ];

  it.each(rows)('$keepFrom: known to $know', async ({ keepFrom, answers, know }) => {
    const id = await report(house, 'pupil', 'somebody was picked on in a game', { ...answers, keepFrom });
    expect(await knowers(id)).toEqual({ opened: know, listed: know });
  });

  it('hears before sending whether Lantern knows them', async () => {
    const { draft } = viewOf(await house.says('teacher', 'report'), 'report-form');
    const keepFrom = 'Dana Sample and Nobody Atall';
    const answered = await house.presses('teacher', {
      verb: 'report.form',
      draft,
      report: { what: 'picked on', keepFrom },
    });
    const words = JSON.stringify(viewOf(answered, 'summary'));
    expect(words).toContain('Dana Sample will not see it.');
    expect(words).toContain('I know nobody at school called “Nobody Atall”');
    await house.presses('teacher', { verb: 'report.cancel', draft });
  });
});

describe('a case restricted to two people', () => {
  it('is opened and listed by them alone, and an assignee who is neither has it no more', async () => {
    const id = await report(house, 'teacher', 'somebody was picked on in a game');
    await house.presses('dsl', { verb: 'case.assign', case: id, to: 'deputy' });
    await house.presses('head', { verb: 'case.restrict', case: id, first: 'me', second: 'dsl', reason: 'delicate' });
    expect(await knowers(id)).toEqual({ opened: 'dsl head', listed: 'dsl head' });
    const found = await readCase(house.store, 'harbour', id);
    expect(found?.current.assignee).toBeUndefined();
    expect(found?.current.route.inChannel).toBe(false);
    const events = await eventsOf(house.store, id);
    expect(events.map(({ event }) => event.kind)).toContain('restricted');
  });

  it.each([
    ['the same person twice', 'me', 'me'],
    ['somebody who may not know it', 'me', 'itsupport'],
    ['nobody', 'me', 'nobody-of-that-name'],
  ])('not to %s', async (_, first, second) => {
    const id = await report(house, 'teacher', 'somebody was picked on in a game');
    const answers = await house.presses('dsl', { verb: 'case.restrict', case: id, first, second, reason: 'x' });
    expect(answers.some(({ view }) => wordsOf(view).includes('two different people'))).toBe(true);
    expect((await readCase(house.store, 'harbour', id))?.current.route.only).toBeUndefined();
  });

  it('can bring in a third by escalating, on the record', async () => {
    const id = await report(house, 'teacher', 'somebody was picked on in a game');
    await house.presses('head', { verb: 'case.restrict', case: id, first: 'me', second: 'dsl', reason: 'delicate' });
    await house.presses('dsl', { verb: 'case.escalate', case: id, to: 'chair', reason: 'needs the chair' });
    expect((await knowers(id)).opened).toBe('dsl head chair');
  });
});

describe('the record of looking', () => {
  it('keeps who listed the open cases', async () => {
    const before = await listings('esafety');
    await house.says('esafety', 'cases');
    expect(await listings('esafety')).toBe(before + 1);
  });

  async function listings(person: string): Promise<number> {
    let count = 0;
    for await (const { value } of all(house.store, 'harbour', under('listed'))) {
      if ((value as { by: { id: string } }).by.id === person) count++;
    }
    return count;
  }
});

describe('those who only mend machines', () => {
  it('read no name, in the words neither', async () => {
    const what = 'a bad site was not blocked today, Robin Ashdown and Mr Specimen saw it on Zebedee’s laptop';
    const subjects = [{ name: 'robin ashdown', kind: 'pupil', part: 'target' }] as const;
    const id = await report(house, 'teacher', what, { subjects: [...subjects] });
    await house.presses('dsl', { verb: 'case.note', case: id, text: 'rang the home of robin, spoke to Mrs Ashdown' });
    const view = viewOf(await house.presses('itsupport', { verb: 'case.open', case: id }), 'case-detail');
    const read = JSON.stringify({ ...view, actions: [] });
    for (const name of ['Robin', 'robin', 'Ashdown', 'Specimen', 'Zebedee', 'Tess', 'Dana']) {
      expect(read).not.toContain(name);
    }
    expect(read).toContain('was not blocked');
  });
});
