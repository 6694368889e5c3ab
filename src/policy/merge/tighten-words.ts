import { type Category, categories } from '../../domain/filing.ts';
import type { PackSource } from '../pack.ts';
import { error, type Problem } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { fold, tokens } from '../text.ts';
import { asTyped } from '../triage/as-typed.ts';
import { sourcesOf } from '../triage/prepare-words.ts';
import { scoreOf } from '../triage/score.ts';
import { taken } from './compare.ts';

/** Where a pack's words would keep the floor from recognising what it must. */
export function loosenedWords(own: PackSource, floor: PackSource, merged: Pack): readonly Problem[] {
  return [
    ...hiddenExamples(own, floor, merged),
    ...grownLists(own, floor),
    ...Object.keys(own.cues).map((cue) => error(['cues', cue], 'only the floor may list these')),
    ...respelt(own, floor),
    ...excused(own),
  ];
}

/** A report that the floor must recognise is passed over because of what the pack ignores. */
function hiddenExamples(own: PackSource, floor: PackSource, merged: Pack): readonly Problem[] {
  return categories.flatMap((category) => {
    const ignore = own.incidents[category]?.signs.ignore ?? [];
    if (ignore.length === 0) return [];
    const { signs } = merged.incidents[category];
    const before = { ...signs, ignore: floor.incidents[category]?.signs.ignore ?? [] };
    const read = asTyped(sourcesOf(signs), merged.lists);
    const texts = textsOf(floor, category).map((text) => ({ text, searched: read(text) }));
    return ignore.flatMap((pattern, index) => {
      const after = { ...before, ignore: [...before.ignore, pattern] };
      const lost = texts.find(({ searched }) => scoreOf(before, searched).score > scoreOf(after, searched).score);
      return lost
        ? [
            error(
              ['incidents', category, 'signs', 'ignore', index],
              `would pass over what the floor must see: “${lost.text}”`,
            ),
          ]
        : [];
    });
  });
}

/** The floor's examples, and its plain signs read as if somebody had typed them. */
function textsOf(floor: PackSource, category: Category): readonly string[] {
  const said = floor.incidents[category];
  const signs = [...(said?.signs.strong ?? []), ...(said?.signs.likely ?? [])];
  return [
    ...(said?.examples ?? []),
    ...signs.filter((sign) => /^[\p{L}\p{N} *]+$/u.test(sign)).map((sign) => sign.replaceAll('*', '')),
  ];
}

/** Lists by which every text is read, whatever pattern speaks of them. */
const readBy: readonly string[] = ['small', 'english', 'plain', 'well-spelt'];

/** Lists that the floor uses to let something pass must not grow. */
function grownLists(own: PackSource, floor: PackSource): readonly Problem[] {
  const lenient = [
    ...Object.values(floor.incidents).flatMap((said) => [
      ...(said?.signs.ignore ?? []),
      ...Object.values(said?.cases ?? {}).flatMap((one) => one?.unless ?? []),
    ]),
    ...Object.values(floor.alarms).flatMap((one) => one?.unless ?? []),
    ...Object.values(floor.accused).flatMap((one) => one?.unless ?? []),
    ...Object.values(floor.cues).flatMap((patterns) => patterns ?? []),
  ];
  return taken(own.lists, floor.lists)
    .filter((name) => readBy.includes(name) || lenient.some((pattern) => pattern.includes(`<${name}>`)))
    .map((name) => error(['lists', name], 'adds to a list by which the floor lets things pass'));
}

/** Words by which the floor recognises something must stay what they are. */
function respelt(own: PackSource, floor: PackSource): readonly Problem[] {
  const needed = new Set(
    categories.flatMap((category) => textsOf(floor, category)).flatMap((text) => tokens(text).map(({ word }) => word)),
  );
  return Object.entries(own.spellings)
    .filter(([typed, meant]) => needed.has(fold(typed)) && floor.spellings[typed] !== meant)
    .map(([typed]) => error(['spellings', typed], 'is a word by which the floor recognises a report'));
}

/** Who is accused, and of what by whatever name, is not for a school to explain away. */
function excused({ accused }: PackSource): readonly Problem[] {
  return Object.entries(accused).flatMap(([kind, one]) => {
    const said = { unless: one?.unless.length, who: one?.who, whose: one?.whose };
    const given = Object.entries(said).filter(([, is]) => is);
    return given.map(([name]) => error(['accused', kind, name], 'only the floor may list these'));
  });
}
