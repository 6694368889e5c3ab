import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all } from '../../src/app/compose.ts';
import type { Answer } from '../../src/app/lantern.ts';
import { under } from '../../src/app/rows.ts';
import { systemIds } from '../../src/app/system.ts';
import type { Press } from '../../src/conversation/press.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import { chatOf, type House, openHouse, report, viewOf, wordsOf } from '../support/house.ts';
import { add, game, looksInto, open, openPeopledHouse } from '../support/parties.ts';
import { harbour } from '../support/school.ts';

let house: House;
beforeEach(async () => {
  house = await openPeopledHouse();
});
afterEach(() => house.close());

const { head, shown, opens } = looksInto(() => house);

const [also, came] = [wording['case.guidance-also'], wording['people.came']];
const { headteacher, chairOfGovernors } = harbour.phones;
const movedLine = say('case.moved', { headLabel: headteacher.label, chairLabel: chairOfGovernors.label });

/** The rows of a case that somebody opened, by their labels. */
function rowsOf(answers: readonly Answer[]): Readonly<Record<string, string>> {
  return Object.fromEntries(viewOf(answers, 'case-detail').rows.map(({ label, told }) => [label, told]));
}

describe('somebody of the school who is said to have done it', () => {
  const accusations = [
    {
      story: 'the assignee, by surname',
      who: 'deputy',
      more: { name: 'Mr Specimen', type: 'staff', part: 'alleged' },
      takes: 'head',
    },
    {
      story: 'the safeguarding lead, picked',
      who: 'dsl',
      more: { person: 'dsl', name: '', type: 'unknown', part: 'unknown' },
      takes: 'head',
    },
    {
      story: 'the headteacher by post',
      who: 'head',
      more: { name: '', type: 'headteacher', part: 'alleged' },
      takes: 'chair',
    },
    {
      story: 'a teacher',
      who: 'teacher',
      more: { name: 'Tess Example', type: 'staff', part: 'alleged' },
      takes: 'head',
    },
  ];

  it.each(accusations)('$story: is out at once, and the next in the chain has it', async ({ who, more, takes }) => {
    const id = await report(house, 'pupil', game);
    await house.channel.find(({ to, view }) => to.kind === 'channel' && wordsOf(view).includes(id));
    await house.presses('dsl', { verb: 'case.assign', case: id, to: 'deputy' });
    const by = who === 'deputy' ? 'dsl' : 'deputy';
    const said = await shown(by, add(id, more));
    expect(said).toContain(takes === 'head' ? 'headteacher alone' : 'chair of governors alone');
    const now = await head(id);
    expect(now.route.excluded).toEqual([who]);
    expect(now.assignee).toBeUndefined();
    expect(now.state).toBe('new');
    for (const person of ['dsl', 'deputy', 'head', 'chair', 'teacher', 'itsupport']) {
      expect(`${person}: ${await opens(person, id)}`).toBe(`${person}: ${person === takes}`);
      const listed = (await shown(person, { verb: 'cases.list' })).includes(id);
      expect(`${person}: ${listed}`).toBe(`${person}: ${person === takes}`);
    }
    await house.channel.find(
      ({ to, view }) =>
        to.conversation === chatOf(takes).conversation && wordsOf(view).includes(say('news.handed', { reference: id })),
    );
    const card = await house.channel.find(({ to, how, view }) => {
      return to.kind === 'channel' && how === 'update' && wordsOf(view).includes(wording['case.moved-title']);
    });
    // The same words whomever it is about: neither the case nor who has it now can be read from them.
    expect(card.view).toMatchObject({ title: 'Moved', toldLines: [movedLine], buttons: [] });
    expect(wordsOf(card.view)).not.toContain(id);
  });

  it('whoever takes it reads why it came to them, and what else the words say, as the safeguarding lead did', async () => {
    const id = await report(house, 'pupil', 'a girl is bullied online by her class and somebody hacked her account');
    const before = rowsOf(await house.presses('dsl', open(id)));
    await house.presses('dsl', add(id, { name: 'Tess Example', type: 'staff', part: 'alleged', reason: 'two say so' }));
    const after = rowsOf(await house.presses('head', open(id)));
    expect(before[also]).toMatch(/Cyberbullying|Hacking or malware/);
    expect(after[also]).toBe(before[also]);
    expect(before[came]).toBeUndefined();
    expect(after[came]?.split('\n')).toEqual([
      say('people.came-named', { names: 'Tess Example' }),
      wording['people.came-moved'],
      say('people.came-reason', { reason: 'two say so' }),
    ]);
    await house.presses('head', { verb: 'case.escalate', case: id, to: 'deputy', reason: 'to help' });
    expect(rowsOf(await house.presses('deputy', open(id)))[came]).toBeUndefined();
  });

  it('where nobody is named, and it was never in the channel, why it came says no more than that', async () => {
    const id = await report(house, 'esafety', 'a teacher messages my friend at night and asks for nudes');
    expect(rowsOf(await house.presses('head', open(id)))[came]).toBe(wording['people.came-staff']);
  });

  it('a case that was acknowledged by them stands as new for whoever takes it', async () => {
    const id = await report(house, 'pupil', game);
    await house.presses('deputy', { verb: 'case.acknowledge', case: id });
    await house.presses('dsl', add(id, { person: 'deputy', part: 'alleged' }));
    expect(await head(id)).toMatchObject({ state: 'new' });
    expect((await head(id)).acknowledged).toBeUndefined();
  });

  it('stays out when they are removed or their part changes, until the right person lets them in with a reason', async () => {
    const id = await report(house, 'pupil', game);
    await house.presses('dsl', add(id, { person: 'deputy', part: 'alleged' }));
    const readmit: Press = { verb: 'case.readmit', case: id, person: 'deputy', reason: 'was not in school' };
    expect(await shown('head', readmit)).toContain('still says that they may have done it');
    await house.presses('head', { verb: 'case.party-remove', case: id, party: 'p1', reason: 'not them' });
    expect((await head(id)).route.excluded).toEqual(['deputy']);
    expect(await shown('dsl', readmit)).toContain('This has been recorded');
    await house.presses('head', readmit);
    expect((await head(id)).route.excluded).toEqual([]);
    expect(await opens('deputy', id)).toBe(false);
    await house.presses('head', { verb: 'case.escalate', case: id, to: 'deputy', reason: 'to help' });
    expect(await opens('deputy', id)).toBe(true);
  });

  it('about the headteacher the chair decides, and nobody else can', async () => {
    const id = await report(house, 'pupil', game);
    await house.presses('dsl', add(id, { person: 'head', part: 'alleged' }));
    await house.presses('chair', { verb: 'case.escalate', case: id, to: 'deputy', reason: 'to help' });
    await house.presses('chair', { verb: 'case.party-remove', case: id, party: 'p1', reason: 'not them' });
    const readmit: Press = { verb: 'case.readmit', case: id, person: 'head', reason: 'cleared' };
    expect(await shown('deputy', readmit)).toContain('This has been recorded');
    expect((await head(id)).route.excluded).toEqual(['head']);
    await house.presses('chair', readmit);
    expect((await head(id)).route.excluded).toEqual([]);
  });

  it('hears nothing that was queued for them before', async () => {
    const own = await openHouse();
    const id = await report(own, 'pupil', game);
    // The deputy has never written, so what is for them waits.
    await own.presses('dsl', { verb: 'case.assign', case: id, to: 'deputy' });
    await own.presses('dsl', add(id, { person: 'deputy', part: 'alleged' }));
    await own.says('deputy', 'hello');
    await expect
      .poll(async () => (await waiting(own)).filter((value) => value.includes('deputy')), { timeout: 5_000 })
      .toEqual([]);
    expect(
      own.channel.shown.filter(({ to, view }) => {
        return to.conversation === chatOf('deputy').conversation && wordsOf(view).includes(id);
      }),
    ).toEqual([]);
    await own.close();
  });
});

/** What waits to be sent in a house. */
async function waiting(own: House): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { value } of all(own.store, 'harbour', under('due'))) found.push(JSON.stringify(value));
  return found;
}

describe('random people who change random parties', () => {
  const anybody = fc.constantFrom('dsl', 'deputy', 'head', 'chair', 'itsupport', 'teacher');
  const change = fc.record({
    by: anybody,
    kind: fc.constantFrom('add', 'change', 'remove', 'link'),
    person: fc.constantFrom('none', 'dsl', 'deputy', 'head', 'itsupport'),
    part: fc.constantFrom('alleged', 'unknown', 'target', 'bystander'),
    party: fc.constantFrom('p1', 'p2', 'p3'),
  } as const);

  it('never let somebody who is out open, list, trace or count a case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 8 }), async (changes) => {
        const own = { name: `Child ${systemIds.caseId()}`, kind: 'pupil', part: 'target' } as const;
        const id = await report(house, 'pupil', game, { subjects: [own] });
        const later = await report(house, 'teacher', game, { subjects: [own] });
        for (const { by, kind, person, part, party } of changes) {
          const type = 'unknown';
          await house.presses(
            by,
            kind === 'add'
              ? add(id, { person, part, type })
              : kind === 'change'
                ? { verb: 'case.party-change', case: id, party, person, name: '', type, part, reason: 'why' }
                : kind === 'link'
                  ? { verb: 'case.link', case: later, other: id, why: 'why' }
                  : { verb: 'case.party-remove', case: id, party, reason: 'why' },
          );
        }
        const { excluded } = (await head(id)).route;
        for (const out of excluded) {
          expect(await opens(out, id)).toBe(false);
          expect(await shown(out, { verb: 'cases.list' })).not.toContain(id);
          const seen = `${await shown(out, { verb: 'case.chronology', case: later, party: 'p1' })}${await shown(out, open(later))}`;
          expect(seen).not.toContain(id);
          expect(seen).not.toContain(say('people.repeat-named', { nth: '2nd', name: own.name }));
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
