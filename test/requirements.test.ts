import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const test = z.strictObject({ file: z.string().startsWith('test/'), name: z.string().min(5) });
const row = z.strictObject({
  asks: z.string(),
  shown: z.array(test).default([]),
  /** Tests of a part that is not on this branch yet. */
  later: z.array(test.extend({ part: z.string() })).default([]),
  not: z.string().optional(),
  short: z.string().optional(),
});
const schema = z.strictObject({ ids: z.array(z.string()), rows: z.record(z.string(), row) });

const { ids, rows } = schema.parse(parse(readFileSync('test/requirements.yaml', 'utf8')));
const named = Object.entries(rows).flatMap(([id, { shown }]) =>
  shown.map(({ file, name }) => [id, file, name] as const),
);
const awaited = Object.entries(rows).flatMap(([id, { later }]) => later.map(({ file }) => [id, file] as const));

describe('Every requirement of sections 1 to 9', () => {
  it('is in the list once, in order, and nothing else is', () => {
    expect(Object.keys(rows)).toEqual(ids);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it.each(Object.entries(rows))(
    '%s is either shown by tests or said not to be, with why',
    (_, { shown, later, not }) => {
      expect(shown.length + later.length > 0).toBe(not === undefined);
    },
  );

  it.each(named)('%s is shown in %s by a test called “%s”', (_, file, name) => {
    expect(existsSync(file), `${file} is not there`).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(name);
  });

  it.each(awaited)('%s waits for %s, which is not here yet', (_, file) => {
    expect(existsSync(file), `${file} is here: name it under "shown"`).toBe(false);
  });
});
