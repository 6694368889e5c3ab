import type { Alarm, Case, Pack } from '../standing.ts';
import { fold } from '../text.ts';
import { type Matcher, matcherOf } from './matcher.ts';
import { prepareWords, sourcesAbroad, sourcesIn } from './prepare-words.ts';
import { type ReadText, textReader } from './read-text.ts';

/** A circumstance of a kind of incident, or an alarm. */
export type Rule = Case | Alarm;

/** All that a pack knows of words, read once. */
export type Lexicon = {
  readonly matcher: Matcher;
  /** Looks for what alarms know of other languages. */
  readonly abroad: Matcher;
  readonly read: ReadText;
  readonly isEnglish: (word: string) => boolean;
  /** Words that may stand between a no and what it denies. */
  readonly small: ReadonlySet<string>;
  /** Lists of words that mean something alike, each as a pattern. */
  readonly families: readonly string[];
  /** Circumstances and alarms, by the patterns that show them. */
  readonly rulesBySource: ReadonlyMap<string, readonly Rule[]>;
};

/** Lists of words by how they are used, which say nothing about what a report is of. */
const ofAnyReport: readonly string[] = ['english', 'small', 'plain', 'well-spelt', 'training', 'teaching', 'taught'];

/** All that a pack knows of words; most of it may have been found out before. */
export function lexiconOf(pack: Pack, prepared = prepareWords(pack)): Lexicon {
  const matcher = matcherOf(prepared.patterns, sourcesIn(pack));
  const known = new Set(prepared.known);
  const english = new Set((pack.lists['english'] ?? []).map(fold));
  return {
    matcher,
    abroad: matcherOf(prepared.abroad, sourcesAbroad(pack)),
    read: textReader(pack, known, matcher.slots),
    isEnglish: (word) => english.has(word) || known.has(word) || matcher.slots.closed.has(word),
    small: new Set((pack.lists['small'] ?? []).map(fold)),
    families: Object.keys(pack.lists).flatMap((name) => (ofAnyReport.includes(name) ? [] : [`<${name}>`])),
    rulesBySource: bySource(pack),
  };
}

/** Plain loops: there are tens of thousands of patterns, and this runs at every start. */
function bySource({ incidents, alarms }: Pack): ReadonlyMap<string, readonly Rule[]> {
  const shown = new Map<string, Rule[]>();
  for (const rule of [...Object.values(incidents).flatMap(({ cases }) => cases), ...alarms]) {
    for (const source of rule.words) {
      const there = shown.get(source);
      if (there) there.push(rule);
      else shown.set(source, [rule]);
    }
  }
  return shown;
}
