import { expect } from 'vitest';
import type { Category, Severity } from '../../src/domain/filing.ts';
import type { AboutKind, Audience } from '../../src/policy/vocabulary.ts';
import { everyDesk, handlerLines, linesOf, routeOf } from './triage.ts';

/** What one of the five schools asks of a report, and what Lantern makes of such a report there. */
export type Asked = {
  readonly id: string;
  readonly story: string;
  readonly at: string;
  readonly by: Audience;
  readonly text: string;
  readonly about?: AboutKind;
  readonly kind?: Category;
  readonly severity?: Severity;
  /** On the route, inside school or outside. */
  readonly tell?: readonly string[];
  /** Not on it. */
  readonly spare?: readonly string[];
  /** Read by the reporter before any question. */
  readonly hears?: readonly RegExp[];
  /** Not read by the reporter. */
  readonly silent?: RegExp;
  /** Read by whoever deals with it. */
  readonly guides?: readonly RegExp[];
  /** Bodies that whoever deals with it decides on. */
  readonly considers?: readonly string[];
  readonly helplines?: readonly RegExp[];
  readonly evidence?: 'keep' | 'leave' | 'never';
  readonly sanctions?: readonly string[];
};

const desks = new Map(everyDesk().map((desk) => [desk.id, desk]));

/** Triages the report and looks at everything that the row asks. */
export function isShown(row: Asked): void {
  const { at, by, text, about } = row;
  const result = desks.get(at)?.triage({ text, reporter: by, about });
  if (!result) throw new Error(at);
  const { handling, advice } = result;
  const route = routeOf(result);
  const heard = linesOf(result).join('\n');
  const guidance = [...handlerLines(result), ...handling.close, handling.parents.when].join('\n');
  const helplines = advice.helplines.map(({ title }) => title).join('\n');
  expect(result).toMatchObject({
    ...(row.kind && { category: row.kind }),
    ...(row.severity && { severity: row.severity }),
    ...(row.evidence && { evidence: row.evidence }),
  });
  expect(route).toEqual(expect.arrayContaining([...(row.tell ?? [])]));
  expect(route.filter((role) => row.spare?.includes(role))).toEqual([]);
  for (const words of row.hears ?? []) expect(heard).toMatch(words);
  for (const words of row.guides ?? []) expect(guidance).toMatch(words);
  for (const name of row.helplines ?? []) expect(helplines).toMatch(name);
  if (row.silent) expect(heard).not.toMatch(row.silent);
  expect(Object.keys(handling.consider)).toEqual(expect.arrayContaining([...(row.considers ?? [])]));
  if (row.sanctions) expect(handling.sanctions).toEqual(row.sanctions);
}
