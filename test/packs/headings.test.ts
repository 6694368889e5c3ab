import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPack } from '../../src/packs/read-pack.ts';
import { citesOf } from '../../src/policy/check/walk.ts';
import type { PackSource } from '../../src/policy/pack.ts';

/** Every heading of every document, by school; taken from the documents and not from the packs. */
const documents: Record<string, string[]> = parse(readFileSync('test/packs/headings.yaml', 'utf8'));

describe.each(Object.entries(documents))('The document of %s', (school, headings) => {
  const source = sourceOf(school);

  it('has all its headings in the pack, in order', () => {
    expect(listed(source).map(({ heading }) => heading)).toEqual(headings);
  });

  it.each(headings)('has a rule for “%s”, or a reason for none', (heading) => {
    const reason = listed(source).find((one) => one.heading === heading)?.none ?? '';
    const cited = citesOf(source).some(({ clause }) => clause.section === heading);
    expect(cited || reason !== '').toBe(true);
  });

  it('has no heading that is both spoken of and excused', () => {
    const cited = new Set(citesOf(source).map(({ clause }) => clause.section));
    expect(listed(source).filter(({ heading, none }) => none && cited.has(heading))).toEqual([]);
  });
});

function sourceOf(school: string): PackSource {
  const result = readPack(`policies/${school}`);
  if (result.kind === 'broken') throw new Error(result.complaints.map(({ message }) => message).join('\n'));
  return result.source;
}

function listed({ sections }: PackSource) {
  return Object.values(sections).flatMap((headings) => headings ?? []);
}
