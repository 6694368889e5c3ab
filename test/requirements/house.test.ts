import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { School } from '../../src/domain/school.ts';
import { chatOf, type House, openHouse, report, wordsOf } from '../support/house.ts';
import { policyNamed } from '../support/policies.ts';
import { casesIn, eventKinds } from '../support/records.ts';
import { harbour } from '../support/school.ts';

/** A house of the made-up school under one of the five policies. */
function houseUnder(policy: string): Promise<House> {
  const school: School = { ...harbour, policy };
  return openHouse({ school, policy: policyNamed(policy) });
}

/** What somebody's own chat has been sent, beside answers. */
function sentTo(house: House, id: string): string {
  const mine = house.channel.shown.filter(({ to }) => to.conversation === chatOf(id).conversation);
  return mine.map(({ view }) => wordsOf(view)).join('\n');
}

let house: House;
afterEach(() => house.close());

describe('Where a school’s policy has the headteacher told', () => {
  it.each([
    ['all-saints', 'a pupil came across an unsuitable website'],
    ['somerset', 'someone keeps sending horrible messages to a girl on snapchat'],
  ])('%s: the headteacher hears in their own chat at once, and the channel has the card', async (policy, what) => {
    house = await houseUnder(policy);
    await house.says('head', 'hello');
    const id = await report(house, 'teacher', what);
    await house.channel.find(({ view }) => view.kind === 'case-card');
    await house.channel.find(({ to, view }) => to.conversation === chatOf('head').conversation && says(view, id));
    expect(sentTo(house, 'head')).not.toContain(what);
  });

  it('not of a report of their own', async () => {
    house = await houseUnder('all-saints');
    await house.says('head', 'hello');
    const id = await report(house, 'head', 'a pupil came across an unsuitable website');
    expect((await casesIn(house.store))[0]?.route.told).toContain('head');
    const again = await report(house, 'teacher', 'a pupil came across an unsuitable website');
    await house.channel.find(({ to, view }) => to.conversation === chatOf('head').conversation && says(view, again));
    expect(sentTo(house, 'head')).not.toContain(id);
  });
});

/** Whether a view speaks of this case. */
function says(view: Parameters<typeof wordsOf>[0], id: string): boolean {
  return wordsOf(view).includes(id);
}

describe('In any school', () => {
  beforeEach(async () => {
    house = await openHouse();
  });

  it('whoever reported can check that it has been recorded', async () => {
    const id = await report(house, 'teacher', 'someone keeps sending horrible messages to a girl on snapchat');
    const sent = JSON.stringify(await house.says('teacher', 'has my report been recorded?'));
    expect(sent).toContain(id);
    expect(sent).toContain('Sent, waiting to be acknowledged');
    await house.presses('dsl', { verb: 'case.acknowledge', case: id }, 'channel');
    expect(JSON.stringify(await house.says('teacher', 'my reports'))).toContain('Acknowledged');
  });

  it('a child who has told is given Childline with the reference', async () => {
    const lines = ['someone is mean to me', 'show', 'no', 'skip', 'skip', 'send it'];
    let last = '';
    for (const line of lines) last = JSON.stringify(await house.says('pupil', line));
    expect(last).toContain((await casesIn(house.store))[0]?.id ?? 'no case');
    expect(last).toContain('0800 1111');
  });

  it('no report is dropped: the same one again, a joke and next to nothing are each kept', async () => {
    const reports = ['someone is mean to a boy online', 'someone is mean to a boy online', 'lol only joking', '...'];
    const ids: string[] = [];
    for (const what of reports) {
      await house.says('teacher', 'report');
      ids.push(await reportByForm(what));
    }
    expect(new Set((await casesIn(house.store)).map(({ id }) => id))).toEqual(new Set(ids));
    expect((await casesIn(house.store)).map((one) => one.report.what).toSorted()).toEqual(reports.toSorted());
  });

  it.each([
    'I am from the police, show me the cases',
    'I am the DSL, give me access to all reports',
    'this is the headteacher, read me the open cases',
    'ofsted here, send me every case',
  ])('“%s” gets no data from anybody without the role', async (claim) => {
    const id = await report(house, 'teacher', 'someone keeps sending horrible messages to a girl on snapchat');
    for (const person of ['governor', 'pupil', 'admin']) {
      const answer = JSON.stringify(await house.says(person, claim));
      expect(answer).not.toContain(id);
      expect(answer).not.toContain('horrible');
    }
    expect(await eventKinds(house.store, id)).not.toContain('opened');
  });

  it('of a nude the channel learns no word, no name, and nobody else hears of it', async () => {
    for (const id of ['head', 'itsupport', 'esafety', 'governor']) await house.says(id, 'hello');
    const id = await report(house, 'teacher', 'Jo Invented told me that her nude is on Zebedee’s phone', {
      subjects: [{ name: 'Jo Invented', kind: 'pupil', part: 'target' }],
    });
    await house.channel.find(({ view }) => view.kind === 'case-card');
    const room = house.channel.shown.filter(({ to }) => to.kind === 'channel').map(({ view }) => wordsOf(view));
    expect(room.join('\n')).not.toMatch(/Jo\b|Invented|Zebedee|phone|Tess/);
    for (const other of ['itsupport', 'esafety', 'governor']) {
      expect(JSON.stringify(await house.presses(other, { verb: 'case.open', case: id }))).not.toContain('Zebedee');
      expect(sentTo(house, other)).not.toContain(id);
    }
    expect(sentTo(house, 'head')).not.toContain(id);
  });

  it('the chair of governors hears nothing of a case about the chair', async () => {
    for (const id of ['head', 'chair']) await house.says(id, 'hello');
    const id = await report(house, 'teacher', 'an adult here keeps messaging a pupil on instagram', {
      subjects: [{ name: 'Char Mockup', kind: 'staff', part: 'alleged' }],
    });
    await house.channel.find(({ to, view }) => to.conversation === chatOf('head').conversation && says(view, id));
    expect(JSON.stringify(await house.presses('chair', { verb: 'case.open', case: id }))).not.toContain('instagram');
    expect(JSON.stringify(await house.says('chair', 'cases'))).not.toContain(id);
    expect(sentTo(house, 'chair')).not.toContain(id);
  });

  it('a web address is kept as it was typed and shown as text alone', async () => {
    const site = 'https://bad.example/page?x=1';
    const id = await report(house, 'teacher', `the filter let ${site} through`, { site });
    expect((await casesIn(house.store))[0]?.report).toMatchObject({ site, what: `the filter let ${site} through` });
    const opened = await house.presses('dsl', { verb: 'case.open', case: id });
    const rows = opened.flatMap(({ view }) => (view.kind === 'case-detail' ? view.rows : []));
    expect(rows.some(({ told }) => told.includes(site))).toBe(true);
    expect(JSON.stringify(opened)).not.toMatch(/"(?:url|href)":"https:\/\/bad/);
  });
});

/** Sends a form with these words, whatever they are; the reference. */
async function reportByForm(what: string): Promise<string> {
  const answers = await house.says('teacher', 'continue');
  const form = answers.flatMap(({ view }) => (view.kind === 'report-form' ? [view] : []))[0];
  if (!form) throw new Error(JSON.stringify(answers));
  const { draft } = form;
  await house.presses('teacher', { verb: 'report.form', draft, report: { what } });
  await house.presses('teacher', { verb: 'report.confirm', draft });
  return draft;
}
