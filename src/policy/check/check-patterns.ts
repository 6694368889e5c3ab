import { categories } from '../../domain/filing.ts';
import type { PackSource } from '../pack.ts';
import type { SignsSource } from '../parts/incident.ts';
import { type Lists, parsePattern, phrasesOf } from '../pattern.ts';
import { error, type Path, type Problem } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { asTyped } from '../triage/as-typed.ts';
import { isSaid } from '../triage/context.ts';
import { sourcesOf } from '../triage/prepare-words.ts';
import { enough, scoreOf } from '../triage/score.ts';
import { type Place, patternsOf, places } from './pattern-places.ts';

/** Patterns that cannot be read, and examples that they do not recognise. */
export function checkPatterns(own: PackSource, pack: Pack): readonly Problem[] {
  return [
    ...patternsOf(own).flatMap((one) => readable(one, pack.lists)),
    ...lists(own),
    ...examples(own, pack),
    ...swallowed(own, pack),
  ];
}

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

/** Texts that a pack says are recognised by some signs. */
type Tried = { readonly path: Path; readonly texts: readonly string[]; readonly signs: SignsSource };

/** Read as they are typed: what must be mended first is no good example. */
function examples(own: PackSource, pack: Pack): readonly Problem[] {
  const tried = [...triedIn(own, pack)].filter(({ texts }) => texts.length > 0);
  if (tried.length === 0) return [];
  const read = asTyped([...new Set(tried.flatMap(({ signs: sought }) => sourcesOf(sought)))], pack.lists);
  return tried.flatMap(({ path, texts, signs: sought }) =>
    texts.flatMap((text, index) =>
      scoreOf(sought, read(text)).score < enough
        ? [error([...path, 'examples', index], `is not recognised by the words above it: “${text}”`)]
        : [],
    ),
  );
}

function* triedIn(own: PackSource, pack: Pack): Iterable<Tried> {
  for (const name of categories) {
    yield {
      path: ['incidents', name],
      texts: own.incidents[name]?.examples ?? [],
      signs: pack.incidents[name].signs,
    };
  }
  for (const { id, signs: sought } of pack.requests) {
    yield { path: ['requests', id], texts: own.requests[id]?.examples ?? [], signs: sought };
  }
  for (const [name, alarm] of Object.entries(own.alarms)) {
    const { examples: texts = [], words: strong = [] } = alarm ?? {};
    yield { path: ['alarms', name], texts, signs: { strong, likely: [], hint: [], ignore: [], about: [] } };
  }
}

/** A request must not take a report for a wish. */
function swallowed(own: PackSource, pack: Pack): readonly Problem[] {
  const wishes = Object.entries(own.requests).flatMap(([name, request]) => [
    ...places(['requests', name, 'signs', 'strong'], request?.signs.strong),
    ...places(['requests', name, 'signs', 'likely'], request?.signs.likely),
  ]);
  if (wishes.length === 0) return [];
  const read = asTyped([...new Set(wishes.map(({ source }) => source))], pack.lists);
  const reports = categories
    .flatMap((category) => pack.incidents[category].examples)
    .map((text) => ({ text, searched: read(text) }));
  return wishes.flatMap(({ path, source }) => {
    const report = reports.find(({ searched }) => isSaid([source], searched));
    return report ? [error(path, `would take a report for a request: “${report.text}”`)] : [];
  });
}
