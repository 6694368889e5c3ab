import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submit } from '../../src/app/submit.ts';
import { systemClock, systemIds } from '../../src/app/system.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import { emptyReport } from '../../src/domain/report.ts';
import { closing } from '../support/closing.ts';
import { chatOf, type House, openHouse, report, wordsOf } from '../support/house.ts';
import { game, jo, looksInto, open, openPeopledHouse } from '../support/parties.ts';
import { harbourPolicy } from '../support/policies.ts';
import { eventKinds } from '../support/records.ts';
import { harbour, who } from '../support/school.ts';
import { fixedSealer } from '../support/sealer.ts';

let house: House;
beforeEach(async () => {
  house = await openPeopledHouse();
});
afterEach(() => house.close());

const { head, shown, opens } = looksInto(() => house);

function inDays(count: number): string {
  return new Date(Date.now() + count * 86_400_000).toISOString();
}

describe('reports about one event', () => {
  const other = { subjects: [{ ...jo, name: 'jo  INVENTÉD' }] };

  it('are suggested to be linked, linked on both sides, and each keeps its own thread', async () => {
    const [a, b] = [
      await report(house, 'teacher', game, { subjects: [jo] }),
      await report(house, 'pupil', game, other),
    ];
    const detail = await shown('dsl', open(b));
    expect(detail).toContain(wording['people.suggested']);
    expect(detail).toContain(a);
    await house.presses('dsl', {
      verb: 'case.link',
      case: b,
      other: a.toLowerCase().replace('-', ' '),
      why: 'one fight',
    });
    for (const [id, ref] of [
      [a, b],
      [b, a],
    ] as const) {
      const view = await shown('deputy', open(id));
      expect(view).toContain(say('people.tied.linked', { reference: ref }));
      expect(view).toContain('one fight');
      expect(view).not.toContain(wording['people.suggested']);
    }
    expect((await head(a)).reporter.id).toBe('teacher');
    expect((await head(b)).reporter.id).toBe('pupil');
    expect(await shown('dsl', { verb: 'case.link', case: b, other: a, why: 'again' })).toContain('linked already');
  });

  it.each([
    {
      case: 'two kinds of concern',
      first: game,
      second: 'my laptop was stolen from the car',
      more: {},
      offered: false,
    },
    { case: 'one kind of concern', first: game, second: game, more: {}, offered: true },
    {
      case: 'two kinds, but one site',
      first: game,
      second: 'my laptop was stolen from the car',
      more: { site: ' Chatter' },
      offered: true,
    },
  ])('by one teacher on one day are suggested as one event for $case: $offered', async (told) => {
    const a = await report(house, 'teacher', told.first, {
      ...told.more,
      site: told.more.site?.trim().toUpperCase() ?? '',
    });
    const b = await report(house, 'teacher', told.second, told.more);
    const [one, two] = [await head(a), await head(b)];
    expect(one.category === two.category).toBe(told.first === told.second);
    expect((await shown('dsl', open(b))).includes(wording['people.suggested'])).toBe(told.offered);
    expect((await shown('dsl', open(a))).includes(wording['people.suggested'])).toBe(told.offered);
  });

  it('of one kind by one teacher, two days apart, are not suggested as one event', async () => {
    const late = await openHouse({ store: house.store, clock: { ...systemClock, now: () => inDays(2) } });
    try {
      await report(house, 'teacher', game);
      const b = await report(late, 'teacher', game);
      expect(await shown('dsl', open(b))).not.toContain(wording['people.suggested']);
    } finally {
      await late.lantern.stop();
    }
  });

  it('cannot be linked by somebody who may not open both, and it is not said which fails', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Somebody', kind: 'staff', part: 'alleged' }],
    });
    const wording1 = await shown('dsl', { verb: 'case.link', case: a, other: b, why: 'x' });
    const wording2 = await shown('dsl', { verb: 'case.link', case: a, other: 'AAAA-0000', why: 'x' });
    const wording3 = await shown('dsl', { verb: 'case.link', case: a, other: a, why: 'x' });
    // The form comes back with the reference that was typed; all else is the same.
    expect(wording1.replace(b, 'AAAA-0000')).toBe(wording2);
    expect(wording3.replace(`"now":"${a}"`, '"now":"AAAA-0000"')).toBe(wording2);
    expect((await head(b)).links).toBeUndefined();
    expect((await eventKinds(house.store, b)).includes('linked')).toBe(false);
  });

  it('a link to a case that a reader may not open shows them neither its reference nor why', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Somebody', kind: 'staff', part: 'alleged' }],
    });
    await house.presses('head', { verb: 'case.link', case: a, other: b, why: 'the same lesson' });
    expect(await shown('head', open(a))).toContain(b);
    const seen = await shown('dsl', open(a));
    expect(seen).not.toContain(b);
    expect(seen).not.toContain('the same lesson');
  });

  it('whoever may not know of one may not know of the other once they are linked', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Devon Specimen', kind: 'staff', part: 'alleged' }],
    });
    await house.presses('head', { verb: 'case.link', case: a, other: b, why: 'the same lesson' });
    expect((await head(a)).route).toMatchObject({ excluded: ['deputy'], inChannel: false });
    expect(await opens('deputy', a)).toBe(false);
    expect(await opens('head', a)).toBe(true);
  });

  it('two who link at once make one link', async () => {
    const [a, b] = [await report(house, 'teacher', game), await report(house, 'pupil', game)];
    await Promise.all([
      house.presses('dsl', { verb: 'case.link', case: a, other: b, why: 'one fight' }),
      house.presses('deputy', { verb: 'case.link', case: b, other: a, why: 'same fight' }),
      house.presses('head', { verb: 'case.link', case: a, other: b, why: 'the fight' }),
    ]);
    for (const id of [a, b]) {
      const links = (await head(id)).links ?? [];
      expect(links.length).toBe(1);
      expect((await eventKinds(house.store, id)).filter((kind) => kind === 'linked').length).toBe(1);
    }
  });
});

describe('a double', () => {
  it('is closed into the other case, its reporter keeps their thread, and it can be opened again', async () => {
    const [a, b] = [await report(house, 'teacher', game, { subjects: [jo] }), await report(house, 'pupil', game)];
    await house.presses('dsl', { verb: 'case.merge', case: b, other: a, why: 'the same fight' });
    expect(await head(b)).toMatchObject({ state: 'closed', mergedInto: a });
    expect(await head(a)).toMatchObject({ state: 'new' });
    expect(await shown('dsl', open(a))).toContain(say('people.tied.merged-here', { reference: b }));
    expect(await shown('dsl', open(b))).toContain(say('people.tied.merged-into', { reference: a }));
    expect(await shown('dsl', { verb: 'cases.list' })).not.toContain(b);
    // For the child it is being dealt with, until the other case is closed.
    expect(await shown('pupil', { verb: 'mine.list' })).not.toContain(say('pupil.mine.state.closed'));
    await house.presses('pupil', { verb: 'mine.add', case: b, text: 'it was in the lunch hall' });
    expect(await eventKinds(house.store, b)).toContain('added');
    await house.presses('dsl', closing(a, { outcome: 'settled', lessons: 'none' }));
    expect(await shown('pupil', { verb: 'mine.list' })).toContain(say('pupil.mine.state.closed'));
    await house.channel.find(
      ({ to, view }) =>
        to.conversation === chatOf('pupil').conversation &&
        wordsOf(view).includes(say('pupil.news.closed', { reference: b })),
    );

    await house.presses('dsl', { verb: 'case.reopen', case: b, reason: 'another day after all' });
    expect((await head(b)).mergedInto).toBeUndefined();
    expect(await eventKinds(house.store, a)).toContain('split-off');
    expect(await shown('dsl', open(a))).toContain(say('people.tied.linked', { reference: b }));
    expect(await shown('dsl', { verb: 'cases.list' })).toContain(b);
  });

  it('of a private case cannot go on where more people know it; the other way round it becomes as private', async () => {
    const a = await report(house, 'teacher', game, { subjects: [jo] });
    const b = await report(house, 'pupil', 'a teacher worries me', {
      subjects: [{ name: 'Devon Specimen', kind: 'staff', part: 'alleged' }],
    });
    expect(await shown('head', { verb: 'case.merge', case: b, other: a, why: 'same' })).toContain('fewer people');
    expect((await head(b)).state).toBe('new');
    await house.presses('head', { verb: 'case.merge', case: a, other: b, why: 'same' });
    expect((await head(a)).route).toMatchObject({ inChannel: false, roles: ['headteacher'], excluded: ['deputy'] });
    expect(await opens('dsl', a)).toBe(false);
  });
});

describe('a report that it happened again', () => {
  it('is found from the case before and leads back to it', async () => {
    const before = await report(house, 'pupil', game);
    const policy = harbourPolicy;
    const desk = { school: harbour, ids: systemIds, sealer: fixedSealer, now: systemClock.now() };
    const again = {
      id: 'ZZZZ-0001',
      report: { ...emptyReport, what: game },
      begun: desk.now,
      touched: desk.now,
      stage: 'form',
      added: [],
      again: before,
    } as const;
    const { writes } = submit(desk, { school: harbour, policy, person: who('pupil') }, again);
    expect(await house.store.commit('harbour', writes)).toEqual({ kind: 'committed' });
    expect(await shown('dsl', open(before))).toContain(say('people.tied.again-since', { reference: again.id }));
    expect(await shown('dsl', open(again.id))).toContain(say('people.tied.again-after', { reference: before }));
  });
});
