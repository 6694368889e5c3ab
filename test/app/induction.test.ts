import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { key } from '../../src/app/rows.ts';
import { systemClock } from '../../src/app/system.ts';
import type { Progress } from '../../src/conversation/induction/progress.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { type House, openHouse, wordsOf } from '../support/house.ts';
import { answering, cardIn, goOn, pressAt, stepsOn } from '../support/induction.ts';
import { harbourPolicy, policyNamed } from '../support/policies.ts';
import { who } from '../support/school.ts';

const lbbd = policyNamed('lbbd');
const { pack } = lbbd;
const document = 'lbbd.staff-agreement';

/** The same policy with another edition of the staff's agreement. */
function edition(version: string): Policy {
  const agreed = pack.documents['staff-agreement'];
  if (!agreed?.agreement) throw new Error('no agreement');
  const changed = { ...agreed, agreement: { ...agreed.agreement, version } };
  return { ...lbbd, pack: { ...pack, documents: { ...pack.documents, 'staff-agreement': changed } } };
}

const firstDay = '2026-11-20T09:00:00.000Z';
let file: string;
let now: string;
let house: House;

/** A process on the records of this test, perhaps with a newer policy. */
async function open(policy = lbbd): Promise<void> {
  const clock = { ...systemClock, now: () => now };
  house = await openHouse({ store: sqliteStore({ file }), policy, clock });
}

beforeEach(async () => {
  file = join(mkdtempSync(join(tmpdir(), 'induction-')), 'lantern.sqlite');
  now = firstDay;
  await open();
});
afterEach(() => house.close());

async function row(id = 'teacher'): Promise<Progress | undefined> {
  return (await house.store.get('harbour', key.induction(id)))?.value as Progress | undefined;
}

async function welcome(id = 'teacher') {
  return cardIn(await house.does(id, { kind: 'joined' }));
}

async function openCard(id = 'teacher') {
  return cardIn(await house.presses(id, { verb: 'induction.open' }));
}

/** How the title says where somebody is. */
const at = (number: number) => `Induction: ${number} of 21`;

describe('a new teacher', () => {
  it('is offered induction with the first words, and by typing it', async () => {
    const hello = await welcome();
    expect(hello.toldLines.at(-1)).toContain('induction is still to do');
    expect(hello.buttons.at(-1)).toMatchObject({ label: 'Start your induction', press: { verb: 'induction.open' } });
    expect(cardIn(await house.says('teacher', 'Induction!')).title).toBe(at(1));
    expect(await row()).toBeUndefined();
  });

  it('reads each rule once, in order, with its clause, and a question where it has one', async () => {
    const read: string[] = [];
    let card = await openCard();
    for (let number = 1; number <= 20; number++) {
      expect(card.title).toBe(at(number));
      expect(card.note).toContain('From');
      const [step] = stepsOn(card);
      if (step?.verb !== 'induction.next') throw new Error(`no step on ${card.title}`);
      read.push(step.rule);
      expect(card.sections).toHaveLength(step.choice === undefined ? 1 : 2);
      card = cardIn(await house.presses('teacher', answering(card, pack, true)));
    }
    expect(new Set(read).size).toBe(20);
    expect(read.slice(0, 8).every((id) => id.startsWith('floor.'))).toBe(true);
    expect(card.title).toBe('Last part: Staff Acceptable Use Agreement');
  });

  it('ends with the agreement, point by point, honest about what is missing', async () => {
    const card = await goOn(house, 'teacher', pack, 20);
    expect(card.sections[0]?.toldLines).toHaveLength(8);
    expect(card.toldLines.join(' ')).toContain('its text is not part of the document');
    expect(card.note).toContain('2019-09');
    expect(await row()).not.toHaveProperty('finishedAt');
    const [accept] = await house.presses('teacher', { verb: 'induction.accept', document, version: '2019-09' });
    expect(accept).toMatchObject({ replaces: true, view: { title: 'Your induction is finished' } });
    expect(accept && wordsOf(accept.view)).toContain('version 2019-09, on 20 Nov 2026');
  });

  it('leaves person, document, version and time in the store', async () => {
    await goOn(house, 'teacher', pack);
    const { id, name, roles } = who('teacher');
    const kept = await row();
    expect(kept).toMatchObject({ person: { id, name, roles }, pack: 'lbbd', begun: firstDay, finishedAt: firstDay });
    expect(kept?.accepted).toEqual([
      { document, title: 'Staff Acceptable Use Agreement', version: '2019-09', at: firstDay },
    ]);
    expect(kept?.read).toHaveLength(20);
    expect(kept?.read.filter(({ right }) => right === false)).toEqual([]);
    expect(kept?.read.filter(({ right }) => right).length).toBeGreaterThan(10);
  });

  it('goes on from another device where it was left, also after a restart', async () => {
    await goOn(house, 'teacher', pack, 5);
    await house.close();
    await open();
    expect((await welcome()).buttons.at(-1)?.label).toBe('Go on with your induction');
    const card = cardIn(await pressAt(house, 'teacher', { verb: 'induction.open' }, 'a:at-home'));
    expect(card.title).toBe(at(6));
    const next = await pressAt(house, 'teacher', answering(card, pack, true), 'a:at-home');
    expect(cardIn(next).title).toBe(at(7));
    expect((await openCard()).title).toBe(at(7));
  });

  it('is not asked again on the next day', async () => {
    await goOn(house, 'teacher', pack);
    await house.close();
    now = '2026-11-21T08:00:00.000Z';
    await open();
    const hello = await welcome();
    expect(wordsOf(hello)).not.toMatch(/induction|agreement/i);
    expect(cardIn(await house.says('teacher', 'induction')).title).toBe('Your induction is finished');
  });
});

describe('a check question', () => {
  /** The card of the first step that has one. */
  async function firstQuestion() {
    let card = await openCard();
    while (stepsOn(card).length === 1) card = cardIn(await house.presses('teacher', answering(card, pack, true)));
    return card;
  }

  it('has letters as buttons and its answers in the lines', async () => {
    const { buttons, sections } = await firstQuestion();
    const letters = buttons.map(({ label }) => label);
    expect(letters).toEqual(['A', 'B', 'C', 'D', 'E'].slice(0, letters.length));
    expect(
      sections
        .at(-1)
        ?.toldLines.slice(1)
        .map((line) => line[0]),
    ).toEqual(letters);
  });

  it('answered wrongly is told the right answer, kept as wrong, and goes on', async () => {
    const card = await firstQuestion();
    const next = cardIn(await house.presses('teacher', answering(card, pack, false)));
    expect(next.toldLines[0]).toMatch(/^Not quite\. The answer is: /);
    expect(next.title).not.toBe(card.title);
    expect((await row())?.read.at(-1)).toMatchObject({ right: false });
  });

  it('cannot be mended by pressing the old card again', async () => {
    const card = await firstQuestion();
    const wrong = cardIn(await house.presses('teacher', answering(card, pack, false)));
    const before = await row();
    expect(cardIn(await house.presses('teacher', answering(card, pack, true)))).toEqual(wrong);
    expect(await row()).toEqual(before);
  });

  it.each([{ choice: 99 }, {}])('is not passed by a forged answer: %o', async (choice) => {
    const card = await firstQuestion();
    const [press] = stepsOn(card);
    if (press?.verb !== 'induction.next') throw new Error('no step');
    const answer = await house.presses('teacher', { verb: press.verb, rule: press.rule, ...choice });
    expect(cardIn(answer).title).toBe(card.title);
  });
});

describe('a card that is out of date', () => {
  it('of a step long done is answered with where they are now', async () => {
    const [old] = stepsOn(await openCard());
    await goOn(house, 'teacher', pack, 3);
    const before = await row();
    const card = cardIn(await house.presses('teacher', old as Press));
    expect(card).toMatchObject({ title: at(4), toldLines: ['That card is out of date. This is where you are now.'] });
    expect(await row()).toEqual(before);
  });

  it.each<Press>([
    { verb: 'induction.next', rule: 'lbbd.nothing' },
    { verb: 'induction.accept', document, version: '2019-09' },
  ])('or forged, skips nothing: %o', async (press) => {
    expect(cardIn(await house.presses('teacher', press)).title).toBe(at(1));
    expect(await row()).toBeUndefined();
  });

  it('of another edition of the agreement accepts nothing', async () => {
    await goOn(house, 'teacher', pack, 20);
    const card = cardIn(await house.presses('teacher', { verb: 'induction.accept', document, version: '2018' }));
    expect(card.title).toContain('Staff Acceptable Use Agreement');
    expect((await row())?.accepted).toEqual([]);
  });
});

describe('the same press', () => {
  it('delivered three times at once is one step with one answer', async () => {
    const card = await openCard();
    const turn = house.turn('teacher', { kind: 'pressed', press: answering(card, pack, true) });
    const answers = await Promise.all([1, 2, 3].map(() => house.lantern.turn(turn)));
    expect(answers.map((one) => cardIn(one).title)).toEqual([at(2), at(2), at(2)]);
    expect((await row())?.read).toHaveLength(1);
  });

  it('as two presses of the last button is one acceptance', async () => {
    await goOn(house, 'teacher', pack, 20);
    const press: Press = { verb: 'induction.accept', document, version: '2019-09' };
    const answers = await Promise.all([1, 2].map(() => house.presses('teacher', press)));
    expect(answers.map((one) => cardIn(one).title)).toEqual(Array(2).fill('Your induction is finished'));
    expect((await row())?.accepted).toHaveLength(1);
  });
});

describe('an acceptance', () => {
  async function comeBack(day: string, policy = lbbd) {
    await goOn(house, 'teacher', pack);
    await house.close();
    now = day;
    await open(policy);
    return welcome();
  }

  it.each([
    ['of an older version', '2026-11-21T09:00:00.000Z', '2026-12'],
    ['older than the cycle', '2027-11-20T09:00:01.000Z', '2019-09'],
  ])('%s is asked for again, and the first stays on the record', async (_, day, version) => {
    const hello = await comeBack(day, version === '2019-09' ? lbbd : edition(version));
    expect(hello.buttons.at(-1)?.label).toBe('Read the agreement');
    const card = await openCard();
    expect(card.title).toBe('To accept again: Staff Acceptable Use Agreement');
    await house.presses('teacher', { verb: 'induction.accept', document, version });
    const kept = await row();
    expect(kept?.accepted.map((one) => [one.version, one.at])).toEqual([
      ['2019-09', firstDay],
      [version, day],
    ]);
    expect(kept?.finishedAt).toBe(firstDay);
    expect(wordsOf(await welcome())).not.toMatch(/agreement/i);
  });

  it('on the last day of its cycle still stands', async () => {
    expect(wordsOf(await comeBack('2027-11-20T09:00:00.000Z'))).not.toMatch(/agreement/i);
  });
});

describe('a changed pack', () => {
  it('keeps what was read by its rule, and asks for what is new', async () => {
    await goOn(house, 'teacher', pack, 8);
    await house.close();
    await open(policyNamed('miserden'));
    expect((await openCard()).title).toBe('Induction: 9 of 21');
    expect((await row())?.pack).toBe('lbbd');
  });

  it('does not send anybody back who had finished', async () => {
    await goOn(house, 'teacher', pack);
    await house.close();
    await open(harbourPolicy);
    expect(wordsOf(await welcome())).not.toMatch(/induction/i);
  });
});

describe('induction is for', () => {
  it.each(['governor', 'itsupport', 'head', 'admin', 'chair'])('the %s too', async (id) => {
    expect((await openCard(id)).title).toMatch(/^Induction: 1 of 2/);
  });

  it('no pupil: not offered, refused kindly, and nothing is kept', async () => {
    expect(wordsOf(await welcome('pupil'))).not.toMatch(/induction/i);
    for (const answers of [
      await house.says('pupil', 'induction'),
      await house.presses('pupil', { verb: 'induction.open' }),
      await house.presses('pupil', { verb: 'induction.next', rule: pack.rules[0]?.id ?? '' }),
      await house.presses('pupil', { verb: 'induction.accept', document, version: '2019-09' }),
    ]) {
      expect(cardIn(answers).toldLines[0]).toContain('grown-ups who work here');
    }
    expect(await row('pupil')).toBeUndefined();
  });

  it('nobody in a channel, where others read', async () => {
    const answers = await house.presses('teacher', { verb: 'induction.open' }, 'channel');
    expect(wordsOf(cardIn(answers))).not.toContain('Induction');
  });
});
