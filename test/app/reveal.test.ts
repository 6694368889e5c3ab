import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say, wording } from '../../src/conversation/wording.ts';
import { closing } from '../support/closing.ts';
import { agree, hiddenIn, openHiddenHouse, quilla, reveal, traces, what, words } from '../support/hidden-child.ts';
import { type House, wordsOf } from '../support/house.ts';
import { eventKinds } from '../support/records.ts';

let house: House;
beforeEach(async () => {
  house = await openHiddenHouse();
});
afterEach(() => house.close());

const { press, says, reports, caseNow, hears, rowsNaming } = hiddenIn(() => house);

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
