import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../src/policy/pattern.ts';
import { findPattern } from '../../../src/policy/pattern-match.ts';
import { tokens } from '../../../src/policy/text.ts';
import { matcherOf, patternsOf, spansOf } from '../../../src/policy/triage/matcher.ts';
import { floorDesk } from '../../support/triage.ts';

const { pack } = floorDesk;
const sources = [
  ...new Set(
    Object.values(pack.incidents).flatMap(({ signs: { strong, likely, hint } }) => [...strong, ...likely, ...hint]),
  ),
];
const matcher = matcherOf(patternsOf(sources, pack.lists), sources);

describe('Many patterns at once find what each finds alone', () => {
  it.each(pack.reports.filter((_, place) => place % 12 === 0).map(({ text }) => text))('%s', (text) => {
    const words = tokens(text);
    const scanned = matcher.scan(words.map(({ word, sentence }) => ({ forms: [word], sentence })));
    const alone = sources.filter((source) => {
      const result = parsePattern(source, pack.lists);
      return result.kind === 'pattern' && findPattern(result.pattern, words).length > 0;
    });
    const together = sources.filter((source) => {
      const ready = matcher.ready(source);
      return ready !== undefined && spansOf(ready, scanned).length > 0;
    });
    expect(together).toEqual(alone);
  });
});
