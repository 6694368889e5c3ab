import type { SignsSource } from '../parts/incident.ts';
import type { Alarm, Pack } from '../standing.ts';
import { type Patterns, patternsOf } from './matcher.ts';
import { wellSpelt } from './well-spelt.ts';

/** What takes long to find out about a pack's words. Plain data, so that it can be kept. */
export type PreparedWords = {
  readonly patterns: Patterns;
  /** Those for texts in other languages, which are kept apart: they are no spelling of any English word. */
  readonly abroad: Patterns;
  /** Words that are spelt as they are meant. */
  readonly known: readonly string[];
};

/** Whether an alarm looks for words of other languages. */
export function isAbroad({ reads, words }: Pick<Alarm, 'reads' | 'words'>): boolean {
  return words.length > 0 && reads.includes('foreign');
}

/** Reads every pattern and every word of a pack. */
export function prepareWords(pack: Pack): PreparedWords {
  return {
    patterns: patternsOf(sourcesIn(pack), pack.lists),
    abroad: patternsOf(sourcesAbroad(pack), pack.lists),
    known: [...wellSpelt(pack)],
  };
}

/** Every pattern of a pack, each once. */
export function sourcesIn(pack: Pack): readonly string[] {
  const sources = new Set<string>();
  for (const list of listsIn(pack)) for (const source of list) sources.add(source);
  return [...sources];
}

/** The same of what alarms know of other languages. */
export function sourcesAbroad({ alarms }: Pick<Pack, 'alarms'>): readonly string[] {
  return [...new Set(alarms.filter(isAbroad).flatMap(({ words, unless }) => [...words, ...unless]))];
}

/** Every pattern of some signs. */
export function sourcesOf({ strong, likely, hint, ignore }: Omit<SignsSource, 'about'>): readonly string[] {
  return [...strong, ...likely, ...hint, ...ignore];
}

/** The lists they are in: whole lists, since there are tens of thousands of patterns, and this runs at every start. */
function* listsIn(pack: Pack): Iterable<readonly string[]> {
  const { cues, incidents, alarms, accused, requests, sanctions, lists } = pack;
  for (const one of Object.values(cues)) yield one ?? [];
  for (const { signs, cases } of Object.values(incidents)) {
    yield sourcesOf(signs);
    for (const { words, unless } of cases) yield* [words, unless];
  }
  for (const one of alarms) if (!isAbroad(one)) yield* [one.words, one.unless];
  for (const one of Object.values(accused)) yield* [one?.words ?? [], one?.unless ?? []];
  for (const { signs, cases } of requests) {
    yield sourcesOf(signs);
    for (const one of Object.values(cases)) yield one?.words ?? [];
  }
  for (const { words, unless } of Object.values(sanctions)) yield* [words, unless];
  yield Object.keys(lists).map((name) => `<${name}>`);
}
