import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCase } from '../../src/app/compose.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { CaseFormView } from '../../src/conversation/views.ts';
import { say, wording } from '../../src/conversation/wording.ts';
import { closing } from '../support/closing.ts';
import { type House, openHouse, report, viewOf } from '../support/house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
  for (const id of ['dsl', 'deputy', 'head', 'pupil']) await house.does(id, { kind: 'joined' });
});
afterEach(() => house.close());

const told = 'some girls call a boy names in a group chat';
const jo = { name: 'Jo Invented', kind: 'pupil', part: 'target' } as const;

/** What stands in a form's fields, by field. */
function standsIn({ form }: CaseFormView): Readonly<Record<string, string>> {
  return Object.fromEntries(form.fields.map(({ id, now }) => [id, now]));
}

type Story = {
  readonly story: string;
  readonly press: (id: string) => Press;
  readonly says: (reference: string) => string;
};

const stories: readonly Story[] = [
  {
    story: 'closing',
    press: (id) => closing(id, { outcome: 'both have talked', day: '2026-11-19', anyway: '' }),
    says: (reference) => say('case.unready', { reference, missing: wording['missing.parents'] }),
  },
  {
    story: 'a note of blanks',
    press: (id) => ({ verb: 'case.note', case: id, text: '  ' }),
    says: (reference) => say('case.invalid.empty', { reference }),
  },
  {
    story: 'a kind that it has already',
    press: (id) => ({
      verb: 'case.refile',
      case: id,
      category: 'cyberbullying',
      severity: 'medium',
      reason: 'it is that',
    }),
    says: (reference) => say('case.invalid.same', { reference }),
  },
  {
    story: 'a person without a name',
    press: (id) => ({
      verb: 'case.party-add',
      case: id,
      person: 'none',
      name: '',
      type: 'unknown',
      part: 'bystander',
      reason: 'was there',
    }),
    says: (reference) => say('case.invalid.empty', { reference }),
  },
  {
    story: 'times to come',
    press: (id) => ({
      verb: 'case.times',
      case: id,
      occurredOn: '2999-01-01',
      occurredAt: '12:30',
      noticedOn: '',
      noticedAt: '',
      reason: 'the register',
    }),
    says: (reference) => say('case.invalid.day-to-come', { reference }),
  },
  {
    story: 'a tie to no case',
    press: (id) => ({ verb: 'case.link', case: id, other: 'AAAA-0000', why: 'one fight' }),
    says: (reference) => say('case.invalid.other-case', { reference }),
  },
];

describe('a little form that was refused', () => {
  it.each(stories)('stands there again with what was typed, and says what is wrong: $story', async (one) => {
    const id = await report(house, 'teacher', told, { subjects: [jo], category: 'cyberbullying' });
    const before = (await readCase(house.store, 'harbour', id))?.current;
    const press = one.press(id);
    const [answer, ...others] = await house.presses('dsl', press);
    expect(others).toEqual([]);
    const view = viewOf(answer ? [answer] : [], 'case-form');
    const { verb, case: _, ...typed } = press as Extract<Press, { verb: 'case.note' }>;
    expect(view.problem).toBe(one.says(id));
    expect(view.form.press).toEqual({ verb, case: id });
    expect(standsIn(view)).toEqual(typed);
    expect(answer?.replaces).toBe(false);
    expect((await readCase(house.store, 'harbour', id))?.current).toEqual(before);
  });

  it('in the channel is the presser’s own, and the way back is the card', async () => {
    const id = await report(house, 'teacher', told, { subjects: [jo] });
    const answers = await house.presses('dsl', closing(id, { anyway: '', lessons: 'ask sooner' }), 'channel');
    expect(standsIn(viewOf(answers, 'case-form'))).toMatchObject({ lessons: 'ask sooner' });
    const [back] = viewOf(answers, 'case-form').menus;
    const card = await house.presses('dsl', back?.press as Press, 'channel');
    expect(card.map(({ view, replaces }) => [view.kind, replaces])).toEqual([['case-card', true]]);
    expect(JSON.stringify(house.channel.shown.filter(({ to }) => to.kind === 'channel'))).not.toContain('ask sooner');
  });

  it('is not shown to somebody who may not know the case', async () => {
    const id = await report(house, 'teacher', told, { subjects: [jo] });
    const answers = await house.presses('pupil', { verb: 'case.note', case: id, text: '  ' });
    expect(answers.map(({ view }) => view.kind)).toEqual(['notice']);
  });

  it('makes no sense any more once the case is closed: the words alone say so', async () => {
    const id = await report(house, 'teacher', told, { subjects: [jo] });
    await house.presses('dsl', closing(id));
    const [answer] = await house.presses('dsl', {
      verb: 'case.party-add',
      case: id,
      person: 'none',
      name: '',
      type: 'unknown',
      part: 'unknown',
      reason: 'x',
    });
    expect(answer?.view).toMatchObject({ kind: 'notice', toldLines: [say('case.too-late.closed', { reference: id })] });
  });
});
