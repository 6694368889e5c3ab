import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say, wording } from '../../src/conversation/wording.ts';
import { plantHidden } from '../support/hidden.ts';
import { hiddenIn, openHiddenHouse, school, what, words } from '../support/hidden-child.ts';
import { chatOf, type House, openHouse, wordsOf } from '../support/house.ts';
import { eventKinds, eventsOf, valuesUnder } from '../support/records.ts';

let house: House;
beforeEach(async () => {
  house = await openHiddenHouse();
});
afterEach(() => house.close());

const { child, press, says, reports, caseNow, hears, settled } = hiddenIn(() => house);

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
