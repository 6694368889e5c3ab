import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseActions, View } from '../../src/conversation/views.ts';
import { type Cards, loadCards } from '../../src/teams/cards.ts';
import { mostCardBytes, render } from '../../src/teams/render.ts';
import type { Setting } from '../../src/teams/stage.ts';
import { faultsOf, nodes, parts } from '../support/adaptive-card.ts';

const folder = `${import.meta.dirname}/../../cards`;
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.sample.json'))
  .map((file) => file.replace('.sample.json', ''));
const whole = names.filter((name) => name !== 'case-actions');

let cards: Cards;
beforeAll(async () => {
  cards = await loadCards(folder);
});

function json(name: string): unknown {
  return JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8'));
}

function sample(name: string): View {
  return json(`${name}.sample`) as View;
}

const stages: readonly Setting[] = [
  { stage: 'chat', dialogs: true, onlyCards: false },
  { stage: 'channel', dialogs: true, onlyCards: false },
  { stage: 'channel', dialogs: false, onlyCards: false },
  { stage: 'dialog', dialogs: true, onlyCards: true },
];

function cardOf(view: View, setting: Setting = stages[0] as Setting): unknown {
  const [first] = render(cards, view, setting);
  if (first.kind !== 'card') throw new Error('not a card');
  return first.card;
}

it('has a sample beside every template', () => {
  const templates = readdirSync(folder).filter((file) => !file.endsWith('.sample.json'));
  expect(templates).toEqual(names.map((name) => `${name}.json`).sort());
});

describe.each(whole)('the %s card', (name) => {
  it.each(stages)('is an Adaptive Card 1.5 that Teams draws and everybody can use ($stage, $dialogs)', (setting) => {
    expect(faultsOf(cardOf(sample(name), setting))).toEqual([]);
  });

  it('is small enough for a message', () => {
    expect(Buffer.byteLength(JSON.stringify(cardOf(sample(name))))).toBeLessThan(mostCardBytes);
  });

  it('says in a notification what it is', () => {
    const view = sample(name);
    expect(cardOf(view)).toMatchObject({ fallbackText: view.title });
  });

  it('has nothing left to be filled in', () => {
    expect(JSON.stringify(cardOf(sample(name)))).not.toContain('${');
  });
});

const none = { open: null, acknowledge: null, forms: [], menus: [] };

describe('what can be done to a case', () => {
  const detail = sample('case-detail') as Extract<View, { kind: 'case-detail' }>;
  const all = json('case-actions.sample') as CaseActions;
  const buttonsOf = (view: View) =>
    parts(cardOf(view), 'ActionSet')
      .flatMap(({ actions }) => actions as { readonly type: string }[])
      .filter(({ type }) => type !== 'Action.ToggleVisibility');

  it.each<[string, Partial<CaseActions>, readonly string[]]>([
    ['nothing', none, []],
    [
      'all that there is',
      all,
      [
        'Acknowledge',
        'Open',
        'Assign',
        'Note',
        'Told outside',
        'Escalate',
        'Change the kind',
        'Close',
        'People',
        'Keep a record',
      ],
    ],
    ['only a note', { forms: all.forms.filter(({ title }) => title === 'Note') }, ['Note']],
    ['only to be acknowledged', { acknowledge: 'Acknowledge' }, ['Acknowledge']],
  ])('%s', (_name, actions, titles) => {
    const view: View = { ...detail, actions: { ...none, ...actions, caseId: detail.caseId } };
    expect(buttonsOf(view)).toMatchObject(titles.map((title) => ({ title })));
    expect(faultsOf(cardOf(view))).toEqual([]);
  });
});

describe('a place for a card', () => {
  const open = (setting: Setting) =>
    parts(cardOf(sample('case-card'), setting), 'Action.').find(({ title }) => title === 'Open');

  it('opens a dialog from a channel where dialogs may be used', () => {
    expect(open(stages[1] as Setting)).toMatchObject({
      type: 'Action.Submit',
      data: { verb: 'case.open', case: 'K7QF-3MX9', msteams: { type: 'task/fetch' } },
    });
  });

  it('asks the bot where they may not, and in a chat', () => {
    expect(open(stages[2] as Setting)).toMatchObject({ type: 'Action.Execute', verb: 'case.open' });
    expect(open(stages[0] as Setting)).toMatchObject({ type: 'Action.Execute', verb: 'case.open' });
  });

  it.each(whole)('has no Action.Execute in a dialog, which knows none (%s)', (name) => {
    expect(parts(cardOf(sample(name), stages[3] as Setting), 'Action.Execute')).toEqual([]);
  });
});

describe('colour', () => {
  it.each(['immediate', 'high', 'medium', 'low'] as const)('only repeats the words of severity %s', (severity) => {
    const view = { ...sample('case-card'), severity } as View;
    const plain = JSON.stringify(cardOf(view)).replaceAll(/"style":"\w+"/g, '');
    const other = JSON.stringify(cardOf({ ...view, severity: 'low' } as View)).replaceAll(/"style":"\w+"/g, '');
    expect(plain).toBe(other);
    expect(plain).toContain('Immediate: act now');
  });
});

/** Where somebody's own words may stand: none of these renders markdown. */
function mayHoldWords({ key, within }: { key: string; within: Readonly<Record<string, unknown>> }): boolean {
  const type = String(within['type'] ?? '');
  if (type === 'TextRun') return key === 'text';
  if (type.startsWith('Input.')) return key === 'value';
  return type === '' && key === 'title' && 'value' in within;
}

describe("people's own words", () => {
  it.each(names)('are bound in the %s template only where nothing is rendered', (name) => {
    const bound = [...nodes(json(name))].filter(
      ({ key, value }) => typeof value === 'string' && /\$\{[^}]*\btold/i.test(value) && !key.startsWith('$'),
    );
    expect(bound.filter((node) => !mayHoldWords(node))).toEqual([]);
  });

  it.each(whole)('stand in the %s card only where nothing is rendered, and all of them do', (name) => {
    let count = 0;
    const marked = mark(sample(name), () => `mark-${++count}-`) as View;
    const found = [...nodes(cardOf(marked))].filter(
      ({ value }) => typeof value === 'string' && /^mark-\d+-$/.test(value),
    );
    expect(found.filter((node) => !mayHoldWords(node))).toEqual([]);
    expect(new Set(found.map(({ value }) => value)).size).toBe(count);
  });
});

/** The view with every word of a person's replaced, but for the values that are ids of ours. */
function mark(value: unknown, next: () => string, told = false): unknown {
  if (Array.isArray(value)) return value.map((item) => mark(item, next, told));
  if (typeof value === 'string') return told && value !== '' ? next() : value;
  if (typeof value !== 'object' || value === null) return value;
  const fixed = ['kind', 'part', 'place'];
  const entries = Object.entries(value).map(([key, inner]) => {
    const words = (told || key.startsWith('told')) && !fixed.includes(key);
    return [key, key === 'actions' ? inner : mark(inner, next, words)];
  });
  return Object.fromEntries(entries);
}
