import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytes, chunks } from '../../src/app/cutting.ts';
import type { FormView, NoticeView, SummaryView, View } from '../../src/conversation/views.ts';
import { type Cards, loadCards } from '../../src/teams/cards.ts';
import { paragraphs } from '../../src/teams/paragraphs.ts';
import { readPress } from '../../src/teams/read-press.ts';
import { mostCardBytes, mostTextBytes, type Piece, render } from '../../src/teams/render.ts';
import type { Setting } from '../../src/teams/stage.ts';
import { faultsOf, parts } from '../support/adaptive-card.ts';

const folder = `${import.meta.dirname}/../../cards`;
const chat: Setting = { stage: 'chat', dialogs: true, onlyCards: false };

let cards: Cards;
beforeAll(async () => {
  cards = await loadCards(folder);
});

function sample<Kind extends View['kind']>(name: Kind): Extract<View, { kind: Kind }> {
  return JSON.parse(readFileSync(`${folder}/${name}.sample.json`, 'utf8'));
}

function notice(...toldLines: string[]): NoticeView {
  return { kind: 'notice', title: '', urgent: false, toldLines, sections: [], note: '', buttons: [] };
}

function texts(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
}

function runs(pieces: readonly Piece[]): readonly string[] {
  return parts(pieces, 'TextRun').map(({ text }) => String(text));
}

/** Everything that a person reads of somebody's words, put together. */
function read(pieces: readonly Piece[]): string {
  const following = texts(pieces).map((text) => text.replace(/^\(\d+\/\d+\)\n/, ''));
  return [...runs(pieces), ...following].join('');
}

const hostile = [
  '[click](https://evil.example) **bold** _x_ # heading',
  '<b>x</b><script>alert(1)</script>&amp;',
  '${title} ${1+1} {{name}} $when',
  '<at>Everyone</at> @channel',
  'שלום عربي \u202eevil',
  '👩‍👩‍👧‍👦🏳️‍🌈 é',
  '  leading and trailing  ',
  '=HYPERLINK("https://evil.example")',
];

describe('words that would do something elsewhere', () => {
  it.each(hostile)('stay as they are and do nothing: %s', (words) => {
    const summary: SummaryView = { ...sample('summary'), rows: [{ label: 'What', told: words }] };
    const pieces = render(cards, summary, chat);
    expect(runs(pieces)).toEqual([words]);
    expect(faultsOf(pieces[0].kind === 'card' && pieces[0].card)).toEqual([]);
  });

  it.each(hostile)('stand as they are in the form: %s', (words) => {
    const form = sample('report-form');
    const pieces = render(cards, { ...form, told: { ...form.told, what: words, site: words } }, chat);
    const asked = parts(pieces, 'Input.Text').filter(({ id }) => id === 'what' || id === 'site');
    expect(asked.map(({ value }) => value)).toEqual([words, words]);
  });

  it.each(hostile)('are plain text where a few lines are no card: %s', (words) => {
    const [first] = render(cards, notice('Kept:', words), chat);
    expect(first).toEqual({ kind: 'text', text: `Kept:\n\n${words}` });
  });
});

describe('line breaks', () => {
  it.each([
    ['one line', 'a', [['a', 'None']]],
    [
      'two lines',
      'a\nb',
      [
        ['a', 'None'],
        ['b', 'None'],
      ],
    ],
    [
      'a blank line, as a gap',
      'a\r\n\r\nb',
      [
        ['a', 'None'],
        ['b', 'Medium'],
      ],
    ],
    ['blank lines around', '\n\na\n\n', [['a', 'None']]],
    ['nothing', '', [['–', 'None']]],
    ['spaces', ' \n ', [['–', 'None']]],
  ])('show %s', (_name, told, expected) => {
    expect(paragraphs(told).map(({ told, spacing }) => [told, spacing])).toEqual(expected);
  });
});

describe('a notice', () => {
  it.each<[string, Partial<NoticeView>, Piece['kind']]>([
    ['of a few lines is plain text', {}, 'text'],
    ['with a title is a card', { title: 'Help' }, 'card'],
    ['that is urgent is a card', { urgent: true }, 'card'],
    ['with a button is a card', { buttons: [{ label: 'Help', press: { verb: 'help' }, style: 'default' }] }, 'card'],
  ])('%s', (_name, more, kind) => {
    expect(render(cards, { ...notice('One.', 'Two.'), ...more }, chat)[0].kind).toBe(kind);
  });

  it('is a card where nothing else can be shown', () => {
    expect(render(cards, notice('One.'), { ...chat, onlyCards: true })[0].kind).toBe('card');
  });
});

const long = 'Long words, then more. '.repeat(1_700);
const lines = 'a line\n'.repeat(5_000);
const hebrew = 'שלום '.repeat(7_000);
const families = '👩‍👩‍👧‍👦'.repeat(3_000);

function expectAllOf(view: View, told: readonly string[]): void {
  const pieces = render(cards, view, chat);
  for (const piece of pieces) {
    const size = piece.kind === 'card' ? bytes(piece.card) : bytes(piece.text);
    expect(size).toBeLessThanOrEqual(piece.kind === 'card' ? mostCardBytes : mostTextBytes + 50);
  }
  const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');
  const all = withoutSpace(read(pieces));
  const missing = told.filter((words) => !all.includes(withoutSpace(words)));
  expect(missing.map((words) => words.slice(0, 40))).toEqual([]);
  expect(pieces.length).toBeGreaterThan(1);
  expect(faultsOf(pieces[0].kind === 'card' && pieces[0].card)).toEqual([]);
}

describe('more words than a card can hold', () => {
  it.each([
    ['long words', long],
    ['many lines', lines],
    ['right-to-left words', hebrew],
    ['emoji of many parts', families],
    ['one word without an end', 'x'.repeat(40_000)],
  ])('are all there, in order: %s', (_name, what) => {
    const summary = sample('summary');
    expectAllOf({ ...summary, rows: [...summary.rows, { label: 'Done already', told: what }] }, [what]);
  });

  it('of a case are all there', () => {
    const detail = sample('case-detail');
    const rows = ['What happened', 'Evidence', 'Done'].map((label) => ({ label, told: `${label}: ${long}` }));
    const history = Array.from({ length: 150 }, (_, at) => ({
      when: `day ${at}`,
      told: `Note ${at}. ${'n'.repeat(200)}`,
    }));
    expectAllOf(
      { ...detail, rows, history },
      [...rows, ...history].map(({ told }) => told),
    );
  });

  it('say which part of how many each message is', () => {
    const summary = sample('summary');
    const pieces = render(cards, { ...summary, rows: [{ label: 'What', told: long }] }, chat);
    expect(JSON.stringify(pieces[0])).toContain(`(1/${pieces.length})`);
    expect(texts(pieces).map((text) => text.split('\n')[0])).toEqual(
      pieces.slice(1).map((_, at) => `(${at + 2}/${pieces.length})`),
    );
  });

  it('become several plain messages where they are no card', () => {
    const pieces = render(cards, notice(long), chat);
    expect(pieces.length).toBeGreaterThan(1);
    expect(read(pieces)).toBe(long);
  });

  it('keep the buttons of the card', () => {
    const summary = sample('summary');
    const [first] = render(cards, { ...summary, rows: [{ label: 'What', told: long }] }, chat);
    expect(parts(first, 'Action.Execute').map(({ verb }) => verb)).toEqual(
      summary.buttons.map(({ press }) => press.verb),
    );
  });

  it('in lists become several cards', () => {
    const list = sample('case-list');
    const cases = Array.from({ length: 100 }, (_, at) => ({ ...list.cases[0], reference: `case ${at}` }));
    const pieces = render(cards, { ...list, cases } as View, chat);
    expect(pieces.every((piece) => piece.kind === 'card' && bytes(piece.card) <= mostCardBytes)).toBe(true);
    for (const { reference } of cases) expect(JSON.stringify(pieces)).toContain(`"${reference}"`);
    expect(pieces.map((piece) => piece.kind === 'card' && piece.title)[0]).toBe(`Open cases (1/${pieces.length})`);
  });
});

/** What comes back when the form is sent as it stands: clients leave empty inputs out. */
function sentBack(piece: Piece): Record<string, unknown> {
  const inputs = parts(piece, 'Input.').filter(({ value }) => value !== undefined);
  const submit = parts(piece, 'Action.Execute').find(({ verb }) => verb === 'report.form');
  return { ...(submit?.['data'] as object), ...Object.fromEntries(inputs.map(({ id, value }) => [id, value])) };
}

function reportFrom(view: FormView): unknown {
  const pressed = readPress(sentBack(render(cards, view, chat)[0]));
  return pressed.kind === 'pressed' && 'report' in pressed.press ? pressed.press.report : pressed;
}

describe('the report form', () => {
  it('comes back as it was shown', () => {
    const form = sample('report-form');
    expect(reportFrom(form)).toEqual(form.told);
  });

  it('shows what is too long to be edited, and leaves it as it is', () => {
    const form = sample('report-form');
    const view = { ...form, told: { ...form.told, what: long, done: hebrew } };
    expectAllOf(view, [long, hebrew]);
    const { what, done, ...others } = form.told;
    expect(reportFrom(view)).toEqual(others);
  });

  it('can still be sent when every answer is as long as it may be', () => {
    const form = sample('report-form');
    const most = 'x'.repeat(40_000);
    const [first] = render(cards, { ...form, told: { ...form.told, what: most, evidence: most, done: most } }, chat);
    expect(bytes(first.kind === 'card' && first.card)).toBeLessThanOrEqual(mostCardBytes);
    expect(parts(first, 'Action.Execute').map(({ verb }) => verb)).toEqual(['report.form', 'report.cancel']);
  });

  it.each([
    [0, ['s0'], 's0add'],
    [1, ['s0'], 's0add'],
    [2, ['s0', 's1'], 's1add'],
    [4, ['s0', 's1', 's2', 's3'], undefined],
  ])('with %i people shows the rows %j and offers the next by %s', (count, rows, button) => {
    const form = sample('report-form');
    const subjects = Array.from(
      { length: count },
      (_, at) => ({ name: `n${at}`, kind: 'pupil', part: 'unknown' }) as const,
    );
    const pieces = render(cards, { ...form, told: { ...form.told, subjects } }, chat);
    const people = parts(pieces, 'Container').filter(({ id, isVisible }) => /^s\d$/.test(String(id)) && isVisible);
    expect(people.map(({ id }) => id)).toEqual(rows);
    const offered = parts(people, 'ActionSet').filter(({ isVisible }) => isVisible);
    expect(offered.map(({ id }) => id)).toEqual(button ? [button] : []);
  });

  it('offers another person until there are four', () => {
    const pieces = render(cards, sample('report-form'), chat);
    const rows = parts(pieces, 'Container').filter(({ id }) => /^s\d$/.test(String(id)));
    const toggles = parts(rows, 'Action.ToggleVisibility').map(({ targetElements }) => targetElements);
    const target = (elementId: string, isVisible: boolean) => ({ elementId, isVisible });
    expect(toggles).toEqual([1, 2, 3].map((next) => [target(`s${next}`, true), target(`s${next - 1}add`, false)]));
    const hidden = parts(pieces, 'Container').filter(({ id, isVisible }) => id && !isVisible);
    expect(parts(hidden, 'ActionSet').map(({ id, isVisible }) => [id, isVisible])).toEqual([['s2add', true]]);
  });

  it.each([
    { told: {}, problem: '', folded: true },
    { told: { evidence: 'a message' }, problem: '', folded: false },
    { told: {}, problem: 'Please say what happened.', folded: false },
  ])('folds the questions that can wait away: $folded, with $told and "$problem"', ({ told, problem, folded }) => {
    const empty = { noticedOn: '', noticedAt: '', evidence: '', evidenceHolder: '', done: '' };
    const form = sample<'report-form'>('report-form');
    const pieces = render(cards, { ...form, problem, told: { ...form.told, ...empty, ...told } }, chat);
    const [more] = parts(pieces, 'Container').filter(({ id }) => id === 'more');
    const [button] = parts(pieces, 'ActionSet').filter(({ id }) => id === 'moreAdd');
    expect([more?.isVisible, button?.isVisible]).toEqual([!folded, folded]);
  });

  it('says first what to put right', () => {
    const [first] = render(cards, { ...sample('report-form'), problem: 'Please say what happened.' }, chat);
    expect(parts(first, 'TextBlock')[0]).toMatchObject({ text: 'Please say what happened.' });
  });
});

describe('a little form that was refused', () => {
  const form = () => sample('case-form');
  const filled = (answers: readonly string[]) => {
    const view = form();
    const fields = view.form.fields.map((field, at) => ({ ...field, now: answers[at] ?? '' }));
    return { ...view, form: { ...view.form, fields } };
  };
  const inputs = (pieces: readonly Piece[]) => parts(pieces, 'Input.Text').map(({ value }) => value);

  it('stands open, with the problem, its button and the way back', () => {
    const pieces = render(cards, form(), chat);
    expect(pieces.map(({ kind }) => kind)).toEqual(['card']);
    expect(parts(pieces, 'TextBlock').map(({ text }) => text)).toContain(form().problem);
    expect(parts(pieces, 'Action.Execute').map(({ title }) => title)).toEqual(['Close the case', 'Back to the case']);
    expect(parts(pieces, 'Action.ShowCard')).toEqual([]);
  });

  it.each(hostile)('has what was typed as it stands: %s', (words) => {
    expect(inputs(render(cards, filled([words]), chat))).toEqual([words, undefined]);
  });

  it('has the longest answers as text below, so that nothing is lost and the card can be sent', () => {
    const most = 'x'.repeat(40_000);
    const pieces = render(cards, filled([most, 'ask sooner']), chat);
    const [first] = pieces;
    expect(bytes(first.kind === 'card' && first.card)).toBeLessThanOrEqual(mostCardBytes);
    expect(inputs(pieces)).toEqual([undefined, 'ask sooner']);
    expect(read(pieces)).toContain(most);
    expect(read(pieces)).toContain('What was the outcome?');
  });
});

describe('cutting', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 400 });

  it('loses nothing, keeps to the limit, and never cuts inside a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 300 }), (text, most) => {
        const found = chunks(text, most);
        expect(found.join('')).toBe(text);
        for (const chunk of found) expect(chunk.isWellFormed()).toBe(true);
        for (const chunk of found) expect(bytes(chunk)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('comes to an end with a character that is longer than the limit', () => {
    const zalgo = `a${'\u0301'.repeat(500)}`;
    expect(chunks(zalgo, 50).join('')).toBe(zalgo);
  });
});
