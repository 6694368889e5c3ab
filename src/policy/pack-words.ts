import type { Pack } from './standing.ts';
import { tokens } from './text.ts';

const found = new WeakMap<Pack, ReadonlySet<string>>();

/** Every word that a pack itself uses, in small letters: none of them says who somebody is. */
export function wordsOf(pack: Pack): ReadonlySet<string> {
  const known = found.get(pack) ?? collect(pack);
  found.set(pack, known);
  return known;
}

function collect({ rules, gaps, lists }: Pack): ReadonlySet<string> {
  const texts = [
    ...rules.flatMap(({ asks, answer, pupil, parent }) => [...asks, answer, pupil, parent]),
    ...gaps.flatMap(({ asks, says }) => [...asks, says]),
    ...Object.values(lists).flat(),
  ];
  return new Set(texts.flatMap((text) => tokens(text).map(({ word }) => word)));
}
