import type { PackSource } from '../pack.ts';
import type { SignsSource } from '../parts/incident.ts';
import type { Path } from '../problem.ts';

/** A pattern, and where it stands in a pack. */
export type Place = { readonly path: Path; readonly source: string };

/** Every pattern of a pack; the words of lists are none. */
export function patternsOf(own: PackSource): readonly Place[] {
  return [...eachPattern(own)];
}

function* eachPattern(own: PackSource): Iterable<Place> {
  for (const [name, topic] of Object.entries(own.topics)) yield* places(['topics', name, 'words'], topic?.words);
  for (const [name, incident] of Object.entries(own.incidents)) {
    if (!incident) continue;
    yield* signs(['incidents', name, 'signs'], incident.signs);
    for (const [key, one] of Object.entries(incident.cases)) {
      yield* places(['incidents', name, 'cases', key, 'words'], one?.words);
      yield* places(['incidents', name, 'cases', key, 'unless'], one?.unless);
    }
  }
  for (const [name, request] of Object.entries(own.requests)) {
    yield* signs(['requests', name, 'signs'], request?.signs);
    for (const [key, one] of Object.entries(request?.cases ?? {})) {
      yield* places(['requests', name, 'cases', key, 'words'], one?.words);
    }
  }
  for (const [name, alarm] of Object.entries(own.alarms)) {
    yield* places(['alarms', name, 'words'], alarm?.words);
    yield* places(['alarms', name, 'unless'], alarm?.unless);
  }
  for (const [name, one] of Object.entries(own.accused)) {
    yield* places(['accused', name, 'words'], one?.words);
    yield* places(['accused', name, 'unless'], one?.unless);
  }
  const deeds = own.deeds.map((deed) => deed.replaceAll(/<(?:accused|whose)>/g, 'somebody'));
  yield* places(['deeds'], deeds);
  for (const [name, one] of Object.entries(own.sanctions)) {
    yield* places(['sanctions', name, 'words'], one?.words);
    yield* places(['sanctions', name, 'unless'], one?.unless);
  }
  for (const [name, one] of Object.entries(own.cues)) yield* places(['cues', name], one);
}

function* signs(path: Path, said: SignsSource | undefined): Iterable<Place> {
  for (const [strength, sources] of Object.entries(said ?? {})) {
    if (strength !== 'about') yield* places([...path, strength], sources);
  }
}

/** Patterns of a list of a pack, each with its place. */
export function places(path: Path, sources: readonly string[] = []): readonly Place[] {
  return sources.map((source, index) => ({ path: [...path, index], source }));
}
