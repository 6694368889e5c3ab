import type { Pack } from '../standing.ts';
import { fold } from '../text.ts';
import { knownWords } from './known-words.ts';
import { type Matcher, matcherOf, type Ready } from './matcher.ts';
import { type ReadText, textReader } from './read-text.ts';

/** All that a pack knows of words, read once. */
export type Lexicon = {
  readonly matcher: Matcher;
  readonly read: ReadText;
  readonly isEnglish: (word: string) => boolean;
  /** Words that may stand between a no and what it denies. */
  readonly small: ReadonlySet<string>;
  /** Lists of words that mean something alike. */
  readonly families: readonly Ready[];
};

/** Lists that say nothing about what a report is of. */
const idle: readonly string[] = ['english', 'small', 'plain', 'well-spelt'];

/** Reads every pattern of a pack. */
export function lexiconOf(pack: Pack): Lexicon {
  const matcher = matcherOf(patternsIn(pack), pack.lists);
  const known = knownWords(pack);
  const english = new Set((pack.lists['english'] ?? []).map(fold));
  return {
    matcher,
    read: textReader(pack, known, matcher.slots),
    isEnglish: (word) => english.has(word) || known.has(word) || matcher.slots.closed.has(word),
    small: new Set((pack.lists['small'] ?? []).map(fold)),
    families: Object.keys(pack.lists).flatMap((name) =>
      idle.includes(name) ? [] : (matcher.ready(`<${name}>`) ?? []),
    ),
  };
}

function* patternsIn(pack: Pack): Iterable<string> {
  const { cues, incidents, alarms, accused, requests, sanctions, lists } = pack;
  for (const one of Object.values(cues)) yield* one ?? [];
  for (const { signs, cases } of Object.values(incidents)) {
    yield* [...signs.strong, ...signs.likely, ...signs.hint, ...signs.ignore];
    for (const one of cases) yield* [...one.words, ...one.unless];
  }
  for (const one of alarms) yield* [...one.words, ...one.unless];
  for (const one of Object.values(accused)) yield* [...(one?.words ?? []), ...(one?.unless ?? [])];
  for (const { signs, cases } of requests) {
    yield* [...signs.strong, ...signs.likely, ...signs.hint, ...signs.ignore];
    for (const one of Object.values(cases)) yield* one?.words ?? [];
  }
  for (const one of Object.values(sanctions)) yield* one.words;
  for (const name of Object.keys(lists)) yield `<${name}>`;
}
