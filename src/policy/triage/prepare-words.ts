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
  return [...new Set(patternsIn(pack))];
}

/** The same of what alarms know of other languages. */
export function sourcesAbroad({ alarms }: Pick<Pack, 'alarms'>): readonly string[] {
  return [...new Set(alarms.filter(isAbroad).flatMap(({ words, unless }) => [...words, ...unless]))];
}

/** Every pattern of some signs. */
export function sourcesOf({ strong, likely, hint, ignore }: Omit<SignsSource, 'about'>): readonly string[] {
  return [...strong, ...likely, ...hint, ...ignore];
}

function* patternsIn(pack: Pack): Iterable<string> {
  const { cues, incidents, alarms, accused, requests, sanctions, lists } = pack;
  for (const one of Object.values(cues)) yield* one ?? [];
  for (const { signs, cases } of Object.values(incidents)) {
    yield* sourcesOf(signs);
    for (const one of cases) yield* [...one.words, ...one.unless];
  }
  for (const one of alarms) if (!isAbroad(one)) yield* [...one.words, ...one.unless];
  for (const one of Object.values(accused)) yield* [...(one?.words ?? []), ...(one?.unless ?? [])];
  for (const { signs, cases } of requests) {
    yield* sourcesOf(signs);
    for (const one of Object.values(cases)) yield* one?.words ?? [];
  }
  for (const one of Object.values(sanctions)) yield* [...one.words, ...one.unless];
  for (const name of Object.keys(lists)) yield `<${name}>`;
}
