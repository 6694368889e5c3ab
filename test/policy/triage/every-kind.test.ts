import { describe, expect, it } from 'vitest';
import { categories } from '../../../src/domain/filing.ts';
import { audiences } from '../../../src/policy/vocabulary.ts';
import { blames, promisesSecrecy } from '../../../src/policy/wording-rules.ts';
import { everyDesk, linesOf } from '../../support/triage.ts';

const desks = everyDesk();
const table = desks.flatMap((desk) =>
  categories.flatMap((kind) => audiences.map((who) => [desk.id, kind, who, desk] as const)),
);

describe('Everybody gets advice on every kind of incident, at every school', () => {
  it.each(table)('%s: %s, told by %s', (_, kind, reporter, { pack, triage }) => {
    const text = pack.incidents[kind].examples[0] ?? '';
    const result = triage({ text, reporter });
    expect([result.category, ...result.alsoCategories]).toContain(kind);
    expect(result.advice.do.length).toBeGreaterThanOrEqual(2);
    expect(result.advice.dont.length).toBeGreaterThanOrEqual(1);
    expect(result.advice.evidence).not.toBe('');
    expect(result.route.tell.length).toBeGreaterThanOrEqual(1);
    expect(result.handling.checklist.length).toBeGreaterThanOrEqual(2);
    expect(result.handling.close.length).toBeGreaterThanOrEqual(1);
    expect(result.rules.length).toBeGreaterThanOrEqual(1);
    const lines = linesOf(result);
    expect(lines.filter((line) => /[{}]/.test(line) || promisesSecrecy(line))).toEqual([]);
    if (reporter === 'pupil') expect(lines.filter(blames)).toEqual([]);
  });
});

describe('The floor’s examples are taken for what they are', () => {
  const examples = desks
    .filter(({ id }) => id === 'floor')
    .flatMap(({ pack, triage }) =>
      categories.flatMap((kind) => pack.incidents[kind].examples.map((text) => [kind, text, triage] as const)),
    );

  it.each(examples)('%s: %s', (kind, text, triage) => {
    const result = triage({ text, reporter: 'staff' });
    expect([result.category, ...result.alsoCategories]).toContain(kind);
  });
});
