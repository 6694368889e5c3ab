import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { all, readCase } from '../../src/app/compose.ts';
import type { Answer } from '../../src/app/lantern.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Address, TurnBody } from '../../src/conversation/turn.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import type { Case } from '../../src/domain/case.ts';
import type { KnownPerson, School } from '../../src/domain/school.ts';
import { closing } from '../support/closing.ts';
import { plantHidden } from '../support/hidden.ts';
import { chatOf, type House, openHouse, type Shown, wordsOf } from '../support/house.ts';
import { eventKinds, eventsOf, valuesUnder } from '../support/records.ts';
import { harbour } from '../support/school.ts';

/** A made-up child whose name and ids stand nowhere else. */
const quilla: KnownPerson = {
  id: 'zq-quill',
  name: 'Quilla Zephyrine',
  roles: ['pupil'],
  address: 'zq-quill@harbour.example',
  objectId: '00000000-0000-4000-8000-7a712d717569',
};
const traces = /quilla|zephyrine|zq-quill|7a712d717569/i;
const school: School = { ...harbour, people: [...harbour.people, quilla] };
const what = 'they keep posting mean things about me';

let house: House;
let logged: string[];
beforeEach(async () => {
  logged = [];
  const line = (fields: object, message: string) => void logged.push(JSON.stringify({ fields, message }));
  house = await openHouse({ school, log: { info: line, warn: line, error: line } });
  for (const { id } of harbour.people) await house.does(id, { kind: 'joined' });
  await child({ kind: 'joined' });
});
afterEach(() => house.close());

function child(body: TurnBody, address: Address = chatOf('hidden-one')): Promise<readonly Answer[]> {
  return house.lantern.turn({ ...house.turn('pupil', body), person: quilla, address });
}

const press = (what: Press): Promise<readonly Answer[]> => child({ kind: 'pressed', press: what });
const says = (text: string): Promise<readonly Answer[]> => child({ kind: 'said', text, files: 0 });
const words = (answers: readonly Answer[]): string => answers.map(({ view }) => wordsOf(view)).join('\n');

/** The child reports under a hidden name. */
async function reports(more: object = {}): Promise<string> {
  const draft = await plantHidden(house.store, quilla.id, { what, ...more });
  await press({ verb: 'report.confirm', draft });
  return draft;
}

async function caseNow(id: string): Promise<Case> {
  const found = await readCase(house.store, 'harbour', id);
  if (!found) throw new Error(`no case ${id}`);
  return found.current;
}

/** The next thing in the child's own chat, or in somebody's, with these words in it. */
function hears(text: string, chat = 'hidden-one'): Promise<Shown> {
  return house.channel.find(({ to, view }) => to.conversation === `a:${chat}` && wordsOf(view).includes(text));
}

/** Once nothing waits to be sent. */
async function settled(): Promise<void> {
  await expect.poll(() => valuesUnder(house.store, 'due'), { timeout: 10_000 }).toEqual([]);
}

/** Rows that belong to a person and not to a case, and the one that says who it is. */
const own = /^(?:conv|person|mine|sealed):/;

async function rowsNaming(pattern: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { key, value } of all(house.store, 'harbour', { from: '', to: '~~' })) {
    if (!own.test(key) && pattern.test(key + JSON.stringify(value))) found.push(key);
  }
  return found;
}

const reveal = { verb: 'case.reveal', reason: 'must speak with them', because: 'talk' } as const;
const agree = { verb: 'case.reveal-answer', answer: 'agree', text: '' } as const;

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

describe('messages between the two sides', () => {
  it('go to the child’s own chat by role, come back, and show when they were delivered and read', async () => {
    const id = await reports();
    await house.presses('dsl', { verb: 'case.reply', case: id, text: 'are you safe at home?' });
    const message = await hears('are you safe at home?');
    const view = wordsOf(message.view);
    expect(view).toContain(
      say('pupil.talk.from', { role: 'safeguarding lead', school: 'Harbour School', reference: id }),
    );
    expect(view).not.toContain('Dana');
    await settled();
    const detail = async () => words(await house.presses('dsl', { verb: 'case.open', case: id }));
    expect(await detail()).toMatch(/sent [^,]+, [\d:]+, delivered [^,]+, [\d:]+"/);
    const { last = 0 } = (await caseNow(id)).thread ?? {};
    expect(words(await press({ verb: 'own.read', case: id, reply: last }))).toContain(wording['pupil.talk.read-done']);
    expect(await detail()).toMatch(/delivered [^,]+, [\d:]+, read /);
    await press({ verb: 'own.read', case: id, reply: last });
    await press({ verb: 'own.thread', case: id });
    expect((await eventKinds(house.store, id)).filter((kind) => kind === 'read')).toHaveLength(1);

    const form = words(await press({ verb: 'mine.answering', case: id, reply: last }));
    expect(form).toContain(wording['pupil.talk.answer-label']);
    const answer = { verb: 'mine.answer', case: id, reply: last, text: 'yes I am' } as const;
    expect(words(await press(answer))).toContain(say('pupil.talk.answered', { reference: id }));
    await press(answer);
    expect((await eventKinds(house.store, id)).filter((kind) => kind === 'answered')).toHaveLength(1);
    expect(await detail()).toContain('yes I am');
    await expect
      .poll(() =>
        house.channel.shown.some(({ view }) => wordsOf(view).includes(say('news.answered', { reference: id }))),
      )
      .toBe(true);
    const thread = words(await press({ verb: 'own.thread', case: id }));
    const order = [what, 'are you safe at home?', 'yes I am'].map((text) => thread.indexOf(text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('what is typed next is kept and offered as the answer', async () => {
    const id = await reports();
    await house.presses('dsl', { verb: 'case.reply', case: id, text: 'can we talk tomorrow?' });
    await hears('can we talk tomorrow?');
    expect(words(await says('ok'))).toContain(wording['pupil.talk.is-answer-kept']);
    expect(words(await says('after lunch'))).toContain(wording['talk.is-answer-yes']);
    const sent = words(await press({ verb: 'mine.is-answer', case: id, reply: 1 }));
    expect(sent).toContain(say('pupil.talk.answered', { reference: id }));
    const events = await eventsOf(house.store, id);
    expect(events.findLast(({ event }) => event.kind === 'answered')?.event).toMatchObject({ text: 'ok\nafter lunch' });
    expect(words(await press({ verb: 'mine.is-answer', case: id, reply: 1 }))).toContain(
      wording['pupil.talk.nothing-kept'],
    );
  });

  it.each(['chat', 'channel'] as const)('are acknowledged in words to whoever sends one from a %s', async (where) => {
    const id = await reports();
    const answers = await house.presses('dsl', { verb: 'case.reply', case: id, text: 'are you there?' }, where);
    const told = answers.filter(({ view }) => view.kind === 'notice').map(({ view }) => wordsOf(view));
    expect(told).toEqual([expect.stringContaining(say('case.done.reply', { reference: id }))]);
    const noted = await house.presses('dsl', { verb: 'case.note', case: id, text: 'rang home' }, 'chat');
    expect(noted.map(({ view }) => view.kind)).toEqual(['case-detail']);
    await hears('are you there?');
  });

  it('what is typed next and is no answer is taken as if it were said now', async () => {
    const id = await reports();
    await house.presses('dsl', { verb: 'case.reply', case: id, text: 'can we talk tomorrow?' });
    await hears('can we talk tomorrow?');
    await says('somebody stole my bike as well');
    await press({ verb: 'mine.no-answer' });
    expect(JSON.stringify(await valuesUnder(house.store, 'conv'))).toContain('somebody stole my bike as well');
    expect(await eventKinds(house.store, id)).not.toContain('answered');
    expect(words(await press({ verb: 'mine.no-answer' }))).toContain(wording['pupil.talk.nothing-kept']);
  });

  it('danger in what is typed next goes to those who work the case at once', async () => {
    const id = await reports();
    await house.presses('dsl', { verb: 'case.reply', case: id, text: 'how are you today?' });
    await hears('how are you today?');
    const answered = words(await says('i want to kill myself tonight'));
    expect(answered).toContain('0800 1111');
    expect(answered).toContain(say('pupil.talk.answered-now', { reference: id }));
    expect(await caseNow(id)).toMatchObject({ severity: 'immediate' });
  });

  it('staff reporters get and give them too, and no other may read or answer', async () => {
    const id = await (async () => {
      const draft = await plantHidden(house.store, 'teacher', { what: 'a girl told me about a horrible group chat' });
      await house.presses('teacher', { verb: 'report.confirm', draft });
      return draft;
    })();
    await house.presses('head', { verb: 'case.reply', case: id, text: 'which class is she in?' });
    const view = wordsOf((await hears('which class is she in?', 'teacher')).view);
    expect(view).toContain(say('talk.from', { role: 'headteacher', school: 'Harbour School', reference: id }));
    const reply = (await caseNow(id)).thread?.last ?? 0;
    for (const who of ['dsl', 'pupil', 'governor']) {
      const shown = [
        await house.presses(who, { verb: 'own.thread', case: id }),
        await house.presses(who, { verb: 'own.read', case: id, reply }),
        await house.presses(who, { verb: 'mine.answer', case: id, reply, text: 'me me me' }),
        await house.presses(who, { verb: 'mine.answering', case: id, reply }),
      ];
      expect(shown.map(words).join('\n')).not.toMatch(/which class|me me me|What would you like to answer/);
    }
    await house.presses('teacher', { verb: 'mine.answer', case: id, reply, text: 'in 8b' });
    expect((await caseNow(id)).thread).toEqual({ last: reply, read: reply });
  });

  it('nobody who is kept out may write, and technicians read none of it', async () => {
    const id = await reports({ subjects: [{ name: 'Devon Specimen', kind: 'staff', part: 'alleged' }] });
    const refused = words(await house.presses('deputy', { verb: 'case.reply', case: id, text: 'be quiet' }));
    expect(refused).toContain('This has been recorded');
    const lost = await reports({ what: 'somebody stole my laptop', category: 'device-loss' });
    await house.presses('dsl', { verb: 'case.reply', case: lost, text: 'where was it stolen from?' });
    const seen = words(await house.presses('itsupport', { verb: 'case.open', case: lost }));
    expect(seen).toContain(wording['event.words-hidden']);
    expect(seen).not.toContain('where was it stolen from?');
  });

  it('the threads of two reports stay apart', async () => {
    const [one, other] = [await reports(), await reports()];
    await house.presses('dsl', { verb: 'case.reply', case: one, text: 'about the first' });
    await house.presses('dsl', { verb: 'case.reply', case: other, text: 'about the second' });
    const thread = words(await press({ verb: 'own.thread', case: one }));
    expect(thread).toContain('about the first');
    expect(thread).not.toContain('about the second');
  });

  it('one that cannot be delivered is said to those who work the case, and shown there', async () => {
    const late = await openHouse({ school: { ...school, undeliveredAfterMinutes: 0 } });
    try {
      await late.does('dsl', { kind: 'joined' });
      await late.does('teacher', { kind: 'joined' });
      const draft = await plantHidden(late.store, 'teacher', { what: 'a girl told me about a horrible group chat' });
      await late.presses('teacher', { verb: 'report.confirm', draft });
      await late.presses('dsl', { verb: 'case.acknowledge', case: draft });
      await expect.poll(() => valuesUnder(late.store, 'due'), { timeout: 10_000 }).toEqual([]);
      // The card is drawn again too, since something was done: whichever comes first.
      late.channel.answers = [
        { kind: 'later', why: 'away' },
        { kind: 'later', why: 'away' },
      ];
      await late.presses('dsl', { verb: 'case.reply', case: draft, text: 'are you there?' });
      await late.channel.find(({ view }) =>
        wordsOf(view).includes(say('news.reply-undelivered', { reference: draft })),
      );
      await late.channel.find(({ view }) => wordsOf(view).includes('are you there?'));
      await expect.poll(() => eventKinds(late.store, draft)).toContain('reply-delivered');
      expect(await eventKinds(late.store, draft)).toContain('reply-undelivered');
    } finally {
      await late.close();
    }
  });

  it('reach somebody who has gone to another chat since', async () => {
    const id = await reports();
    await child({ kind: 'said', text: 'hello', files: 0 }, chatOf('other-one'));
    await house.presses('dsl', { verb: 'case.reply', case: id, text: 'are you there?' });
    await hears('are you there?', 'other-one');
    const asked = await child({ kind: 'said', text: 'yes here', files: 0 }, chatOf('other-one'));
    expect(words(asked)).toContain(wording['talk.is-answer-yes']);
  });
});

describe('word that somebody has read it', () => {
  const read = (reference: string) => say('pupil.news.acknowledged', { reference });
  const acknowledges = (id: string) => house.presses('dsl', { verb: 'case.acknowledge', case: id });

  it('comes to a child when their case is acknowledged', async () => {
    const id = await reports();
    await acknowledges(id);
    await hears(read(id));
  });

  it('does not come after a reply, which has told them so', async () => {
    const id = await reports();
    await house.presses('dsl', { verb: 'case.reply', case: id, text: 'are you there?' });
    await hears('are you there?');
    await acknowledges(id);
    await settled();
    expect((await caseNow(id)).state).toBe('acknowledged');
    expect(house.channel.shown.map(({ view }) => wordsOf(view)).join()).not.toContain(read(id));
  });
});

describe('revealing who reported', () => {
  it('takes two: the second is asked in their own chat, and the child is told who knows and why', async () => {
    const id = await reports();
    await house.presses('dsl', { ...reveal, case: id });
    expect((await caseNow(id)).reporter.name).toBe('');
    const request = await hears(wording['talk.reveal-asked-title'], 'deputy');
    expect(wordsOf(request.view)).toContain('must speak with them');
    expect(wordsOf(request.view)).not.toContain(what);
    const { ask = '' } = (await caseNow(id)).reveal ?? {};
    const own = words(await house.presses('dsl', { ...agree, case: id, ask }));
    expect(own).toContain(say('case.invalid.own-request', { reference: id }));
    const agreed = words(await house.presses('deputy', { ...agree, case: id, ask }));
    expect(agreed).toContain(say('talk.agreed', { reference: id }));
    expect(await caseNow(id)).toMatchObject({ reporter: { id: quilla.id, name: quilla.name } });
    const told = wordsOf((await hears(wording['pupil.talk.revealed-title'])).view);
    for (const part of ['safeguarding lead', 'deputy safeguarding lead', wording['pupil.talk.because.talk']]) {
      expect(told).toContain(part);
    }
    expect(told).not.toMatch(/Dana|Devon/);
    await hears(say('news.reveal-agreed', { reference: id }), 'dsl');
    const detail = words(await house.presses('dsl', { verb: 'case.open', case: id }));
    expect(detail).toContain(quilla.name);
    expect(detail).not.toContain('sealed.');
    const stale = words(await house.presses('head', { ...agree, case: id, ask }));
    expect(stale).toContain(say('case.too-late.name-shown', { reference: id }));
    // They are the same reporter as before, to themselves as well.
    await press({ verb: 'mine.add', case: id, text: 'one thing more' });
    expect(await eventKinds(house.store, id)).toContain('added');
    expect(words(await says('my reports'))).toContain(id);
  });

  it('of two who agree at once one is first', async () => {
    const id = await reports();
    await house.presses('dsl', { ...reveal, case: id });
    const { ask = '' } = (await caseNow(id)).reveal ?? {};
    const [one, other] = await Promise.all(
      ['deputy', 'head'].map(async (who) => words(await house.presses(who, { ...agree, case: id, ask }))),
    );
    const both = `${one}\n${other}`;
    expect(both).toContain(say('talk.agreed', { reference: id }));
    expect(both).toContain(say('case.too-late.name-shown', { reference: id }));
    expect((await eventKinds(house.store, id)).filter((kind) => kind === 'revealed')).toHaveLength(1);
  });

  it('a double press asks once and agrees once', async () => {
    const id = await reports();
    await house.presses('dsl', { ...reveal, case: id });
    await house.presses('dsl', { ...reveal, case: id });
    expect((await eventKinds(house.store, id)).filter((kind) => kind === 'reveal-asked')).toHaveLength(1);
  });

  it('is not done where the second person does not agree, and may be asked again', async () => {
    const id = await reports();
    await house.presses('dsl', { ...reveal, case: id });
    const { ask = '' } = (await caseNow(id)).reveal ?? {};
    expect(words(await house.presses('deputy', { verb: 'reveal.refusing', case: id, ask }))).toContain(
      wording['talk.reveal-refuse-label'],
    );
    await house.presses('deputy', { ...agree, case: id, ask, answer: 'refuse', text: 'she was promised' });
    await hears(say('news.reveal-refused', { reference: id }), 'dsl');
    expect((await caseNow(id)).reporter.name).toBe('');
    const stale = words(await house.presses('head', { ...agree, case: id, ask }));
    expect(stale).toContain(say('case.too-late.reveal-answered', { reference: id }));
    await house.presses('dsl', { ...reveal, case: id, reason: 'it got worse' });
    expect((await caseNow(id)).reveal).toMatchObject({ reason: 'it got worse' });
    expect(await rowsNaming(traces)).toEqual([]);
  });

  it('needs one alone where somebody is in danger, and the others are told at once', async () => {
    const id = await reports({ danger: true });
    await house.presses('dsl', { ...reveal, case: id, because: 'safe-you' });
    expect(await caseNow(id)).toMatchObject({ severity: 'immediate', reporter: { name: quilla.name } });
    await hears(say('news.revealed-alone', { reference: id }), 'deputy');
    await hears(say('news.revealed-alone', { reference: id }), 'head');
    await hears(wording['pupil.talk.because.safe-you']);
  });

  it('the child shows their name, after being asked whether they mean it', async () => {
    const id = await reports();
    const offer = words(await press({ verb: 'mine.show-name', case: id }));
    expect(offer).toContain(say('pupil.talk.show-name-ask', { reference: id }));
    expect((await caseNow(id)).reporter.name).toBe('');
    expect(words(await press({ verb: 'mine.keep-hidden' }))).toContain(wording['talk.kept-hidden']);
    await press({ verb: 'own.show-name', case: id });
    expect(words(await press({ verb: 'own.show-name', case: id }))).toContain(
      say('pupil.talk.show-name-already', { reference: id }),
    );
    expect((await caseNow(id)).reporter).toMatchObject({ name: quilla.name });
    expect((await eventKinds(house.store, id)).filter((kind) => kind === 'name-shown')).toHaveLength(1);
    await house.presses('dsl', closing(id, { outcome: 'o', lessons: 'l' }));
    expect(words(await says('my reports'))).toContain(wording['pupil.mine.state.closed']);
  });
});
