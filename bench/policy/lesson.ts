import { type Entry, entriesOf } from '../../src/policy/answers/entries.ts';
import { type Language, languageOf } from '../../src/policy/answers/language.ts';
import type { Pack } from '../../src/policy/standing.ts';
import type { EverydayWord } from './everyday-words.ts';
import type { Example, Lesson, School } from './learn-asks.ts';

/** A lesson, and which entries of each school are rules of its own. */
export type AskedLesson = Lesson & { readonly own: readonly (readonly number[])[] };

/** Words that say little tell this much of what they would. */
const small = 0.4;

/** Makes a lesson of the schools' packs, with the everyday words that `everyday` has beside those that are written. */
export function lessonOf(
  packs: readonly Pack[],
  everyday: (written: Iterable<string>) => readonly EverydayWord[],
): AskedLesson {
  const schools = packs
    .filter(({ head, rules }) => !head.base && rules.some(({ from }) => from === head.id))
    .filter(({ head }) => head.id !== 'template')
    .map((pack) => ({ pack, language: languageOf(pack), entries: entriesOf(pack) }));
  const written = new Set(
    schools.flatMap(({ language, entries }) =>
      entries.flatMap(({ asks, says }) => [...asks, says].flatMap(language.spell)),
    ),
  );
  const known = everyday(written);
  const places = new Map(known.map(({ stem }, place) => [stem, place]));
  const lessons = schools.map(({ language, entries }) => schoolOf(entries, language, places));
  const smallWords = new Set(schools.flatMap(({ pack, language }) => language.stems(pack.lists['small-words'] ?? [])));
  return {
    everyday: known,
    words: [...places.keys()],
    tells: tellsOf([...places.keys()], known, lessons, smallWords),
    schools: lessons,
    own: schools.map(({ entries }) =>
      entries.flatMap(({ found, floor }, place) => (found.kind === 'rule' && !floor ? [place] : [])),
    ),
  };
}

/** A school's examples; words without an everyday point get places behind the others. */
function schoolOf(entries: readonly Entry[], language: Language, places: Map<string, number>): School {
  const place = (stem: string) => {
    const there = places.get(stem) ?? places.size;
    places.set(stem, there);
    return there;
  };
  const example = (text: string, entry: number, says: boolean): Example => {
    return { words: [...new Set(language.stems(language.spell(text)))].map(place), entry, says };
  };
  const examples = entries.flatMap(({ asks, says }, entry) => [
    ...asks.map((ask) => example(ask, entry, false)),
    example(says, entry, true),
  ]);
  return { entries: entries.length, examples: examples.filter(({ words }) => words.length > 0) };
}

/** How much a word tells: the less, the more ways of asking have it; one that none has, the more often it is said. */
function tellsOf(
  words: readonly string[],
  everyday: readonly EverydayWord[],
  schools: readonly School[],
  smallWords: ReadonlySet<string>,
): readonly number[] {
  const asks = schools.flatMap(({ examples }) => examples.filter(({ says }) => !says));
  const holders = new Map<number, number>();
  for (const ask of asks) for (const word of ask.words) holders.set(word, (holders.get(word) ?? 0) + 1);
  const talk = everyday.reduce((sum, { often }) => sum + often, 0);
  return words.map((stem, place) => {
    const held = holders.get(place) ?? 0;
    const rare = Math.log(1 + asks.length / (1 + held));
    const said = everyday[place]?.often ?? 0;
    const tells = held > 0 ? rare : Math.min(rare, Math.log(1 + talk / (20 * said + 1)));
    return Math.max(0.02, (tells ** 1.5 * (smallWords.has(stem) ? small : 1)) / 10);
  });
}
