import type { PackSource } from '../pack.ts';
import { type Problem, warning } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { fold, tokens } from '../text.ts';
import { type Place, patternsOf, places } from './pattern-places.ts';

/** What somebody means who types a word; undefined for one that is read as it is. */
type Meant = (word: string) => string | undefined;

/**
 * Words that spellings turn into several before a pattern sees them: `gonna` is read as `going to`. What a pattern has
 * right behind such a word then stands a word further on, so it is never found.
 */
export function checkSpellings(own: PackSource, pack: Pack): readonly Problem[] {
  const several = new Map(
    Object.entries(pack.spellings)
      .map(([typed, meant]) => [fold(typed), tokens(meant).map(({ word }) => word)] as const)
      .filter(([, meant]) => meant.length > 1),
  );
  const plain = [...several.keys()].filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
  // Packs have tens of thousands of patterns, and few have such a word.
  const perhaps = new RegExp(`(?:^|[\\s/_-])(?:${plain.join('|')})[\\s/_-]`, 'iu');
  return readPlaces(own).flatMap(({ path, source }) => {
    if (!perhaps.test(source)) return [];
    const lost = new Set<string>();
    const better = respelt(source, (word) => {
      const meant = several.get(fold(word));
      if (meant) lost.add(`“${word}” is read as “${meant.join(' ')}”`);
      return meant?.join('_');
    });
    const why = [...lost].join(', ');
    return why === '' ? [] : [warning(path, `${why}, and never found before another word: write “${better}”`)];
  });
}

/** Topics are left out: they are shown by the words of a question as it was typed. */
function readPlaces(own: PackSource): readonly Place[] {
  return [
    ...patternsOf(own).filter(({ path: [part] }) => part !== 'topics'),
    ...Object.entries(own.lists).flatMap(([name, words]) => places(['lists', name], words)),
  ];
}

/** A pattern with what is meant in place of such words. */
function respelt(source: string, meant: Meant): string {
  const row = (said: string) =>
    said
      .split(' ')
      .map((part, at, parts) => respeltPart(part, isWord(parts[at + 1]), meant))
      .join(' ');
  return source.split(' + ').map(row).join(' + ');
}

function isWord(part: string | undefined): boolean {
  return part !== undefined && part !== '..';
}

/** One place of a pattern, which any of some choices may fill. `isFollowed`: another word stands right behind it. */
function respeltPart(part: string, isFollowed: boolean, meant: Meant): string {
  const choices = part.split('/').map((choice) => respeltChoice(choice, isFollowed, meant));
  if (choices.join('/') === part) return part;
  const [only = '', ...others] = new Set(choices);
  return others.length > 0 ? [only, ...others].join('/') : only.replaceAll('_', ' ');
}

function respeltChoice(choice: string, isFollowed: boolean, meant: Meant): string {
  return choice.replaceAll(/[^_-]+/g, (word, at: number) => {
    const isLast = at + word.length === choice.length;
    return (isLast && !isFollowed ? undefined : meant(word)) ?? word;
  });
}
