import { categories } from '../../domain/filing.ts';
import type { PackSource } from '../pack.ts';
import type { SignsSource } from '../parts/incident.ts';
import { type Lists, parsePattern, phrasesOf } from '../pattern.ts';
import { findPattern } from '../pattern-match.ts';
import { error, type Path, type Problem } from '../problem.ts';
import { enough, readPatterns, readSigns, recognise } from '../recognise.ts';
import type { Pack } from '../standing.ts';
import { tokens } from '../text.ts';

/** Patterns that cannot be read, and examples that they do not recognise. */
export function checkPatterns(own: PackSource, pack: Pack): readonly Problem[] {
  return [
    ...[...patternsOf(own)].flatMap((one) => readable(one, pack.lists)),
    ...lists(own),
    ...examples(own, pack),
    ...swallowed(own, pack),
  ];
}

type Place = { readonly path: Path; readonly source: string };

function readable({ path, source }: Place, lists: Lists): readonly Problem[] {
  const result = parsePattern(source, lists);
  return result.kind === 'broken' ? [error(path, `“${source}” ${result.why}`)] : [];
}

function lists({ lists }: PackSource): readonly Problem[] {
  return Object.entries(lists).flatMap(([name, words]) =>
    (words ?? []).flatMap((word, index) => {
      const path: Path = ['lists', name, index];
      if (/[<>+]|\.\./.test(word)) return [error(path, `“${word}” must be plain words; only patterns combine them`)];
      return phrasesOf(word).flatMap((source) => readable({ path, source }, {}));
    }),
  );
}

function* patternsOf(own: PackSource): Iterable<Place> {
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
  for (const [name, one] of Object.entries(own.sanctions)) yield* places(['sanctions', name, 'words'], one?.words);
  for (const [name, one] of Object.entries(own.cues)) yield* places(['cues', name], one);
}

function* signs(path: Path, said: SignsSource | undefined): Iterable<Place> {
  for (const [strength, sources] of Object.entries(said ?? {})) {
    if (strength !== 'about') yield* places([...path, strength], sources);
  }
}

function* places(path: Path, sources: readonly string[] = []): Iterable<Place> {
  for (const [index, source] of sources.entries()) yield { path: [...path, index], source };
}

function examples(own: PackSource, pack: Pack): readonly Problem[] {
  return [
    ...categories.flatMap((name) =>
      tried(['incidents', name], own.incidents[name]?.examples, pack.incidents[name].signs, pack),
    ),
    ...pack.requests.flatMap(({ id, signs: said }) => tried(['requests', id], own.requests[id]?.examples, said, pack)),
    ...Object.entries(own.alarms).flatMap(([name, alarm]) => triedAlarm(['alarms', name], alarm, pack)),
  ];
}

function tried(path: Path, texts: readonly string[] | undefined, said: SignsSource, pack: Pack): readonly Problem[] {
  if (!texts?.length) return [];
  const ready = readSigns(said, pack.lists);
  return texts.flatMap((text, index) =>
    recognise(ready, tokens(text)).score < enough ? [unrecognised([...path, 'examples', index], text)] : [],
  );
}

function triedAlarm(path: Path, alarm: PackSource['alarms'][string], pack: Pack): readonly Problem[] {
  const ready = readPatterns(alarm?.words ?? [], pack.lists);
  return (alarm?.examples ?? []).flatMap((text, index) => {
    const words = tokens(text);
    const found = ready.some((pattern) => findPattern(pattern, words).length > 0);
    return found ? [] : [unrecognised([...path, 'examples', index], text)];
  });
}

function unrecognised(path: Path, text: string): Problem {
  return error(path, `is not recognised by the words above it: “${text}”`);
}

/** A request must not take a report for a wish. */
function swallowed(own: PackSource, pack: Pack): readonly Problem[] {
  const reports = categories
    .flatMap((category) => pack.incidents[category].examples)
    .map((text) => ({ text, words: tokens(text) }));
  return Object.entries(own.requests).flatMap(([name, said]) =>
    (['strong', 'likely'] as const).flatMap((strength) =>
      (said?.signs[strength] ?? []).flatMap((source, index) => {
        const [pattern] = readPatterns([source], pack.lists);
        const report = pattern && reports.find(({ words }) => findPattern(pattern, words).length > 0);
        const path: Path = ['requests', name, 'signs', strength, index];
        return report ? [error(path, `would take a report for a request: “${report.text}”`)] : [];
      }),
    ),
  );
}
