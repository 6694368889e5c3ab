import type { Index } from './index-of-asks.ts';
import type { Kin } from './kin.ts';
import type { Language } from './language.ts';
import type { Meant, Repair } from './repair.ts';

/** What of a question is to be found: a stem, how much it tells, and what may stand for it. */
export type Sought = {
  readonly stem: string;
  readonly weight: number;
  /** Stems that count for it, how nearly; itself among them. */
  readonly as: ReadonlyMap<string, number>;
};

type Found = Map<string, Map<string, number>>;

/** What is to be found for a question: its stems, each once, with what may stand for them. */
export function soughtIn(
  spelt: readonly string[],
  language: Language,
  kin: Kin,
  repair: Repair,
  index: Index,
): readonly Sought[] {
  const guesses = spelt.map((word) => repair(word));
  const typed = language.stems(spelt);
  const likely = language.stems(spelt.map((word, at) => guesses[at]?.[0]?.word ?? word));
  const found: Found = new Map();
  for (const [at, stem] of likely.entries()) {
    const nearness = guesses[at]?.[0]?.nearness ?? 1;
    const as = add(found, stem, nearness, kin.get(stem));
    for (const [other, near] of others(typed[at], guesses[at], language)) raise(as, other, near);
  }
  for (const { phrase, at, length } of language.phrases(likely)) {
    for (const stem of likely.slice(at, at + length)) add(found, stem, 1, kin.get(phrase));
  }
  return [...found].map(([stem, as]) => ({ stem, weight: index.weigh(stem), as }));
}

/** A guessed word may have been right as it was typed, or another word. */
function others(typed: string | undefined, guesses: readonly Meant[] = [], language: Language): [string, number][] {
  const [, ...less] = guesses;
  const also = less.map(({ word, nearness }): [string, number] => [language.stems([word])[0] ?? word, nearness]);
  return guesses.length > 0 && typed !== undefined ? [[typed, 1], ...also] : also;
}

function add(found: Found, stem: string, nearness: number, kin: ReadonlyMap<string, number> = new Map()) {
  const as = found.get(stem) ?? new Map([[stem, nearness]]);
  for (const [other, near] of kin) raise(as, other, near * nearness);
  found.set(stem, as);
  return as;
}

function raise(as: Map<string, number>, stem: string, nearness: number): void {
  as.set(stem, Math.max(nearness, as.get(stem) ?? 0));
}

/** How much all of it tells; never 0. */
export function weightOf(sought: readonly Sought[]): number {
  return sought.reduce((sum, { weight }) => sum + weight, 0) || 1;
}
