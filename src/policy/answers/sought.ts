import type { Index } from './index-of-asks.ts';
import type { Kin } from './kin.ts';
import type { Language } from './language.ts';
import type { Repair } from './repair.ts';

/** What of a question is to be found: a stem, how much it tells, and what may stand for it. */
export type Sought = {
  readonly stem: string;
  readonly weight: number;
  /** Stems that count for it, how nearly; itself among them. */
  readonly as: ReadonlyMap<string, number>;
};

/** How far a word counts that was guessed from one that nobody knows. */
const guessed = 0.85;

/** What is to be found for a question: its stems, each once, with what may stand for them. */
export function soughtIn(
  spelt: readonly string[],
  language: Language,
  kin: Kin,
  repair: Repair,
  index: Index,
): readonly Sought[] {
  const stems = language.stems(spelt.map((word) => repair(word) ?? word));
  const sure = new Set(language.stems(spelt));
  const found = new Map<string, Map<string, number>>();
  const add = (stem: string, of: string) => {
    const itself = sure.has(stem) ? 1 : guessed;
    const as = found.get(stem) ?? new Map([[stem, itself]]);
    for (const [other, nearness] of kin.get(of) ?? []) raise(as, other, nearness * itself);
    found.set(stem, as);
  };
  for (const stem of stems) add(stem, stem);
  for (const { phrase, at, length } of language.phrases(stems)) {
    for (const stem of stems.slice(at, at + length)) add(stem, phrase);
  }
  return [...found].map(([stem, as]) => ({ stem, weight: index.weigh(stem), as }));
}

function raise(as: Map<string, number>, stem: string, nearness: number): void {
  as.set(stem, Math.max(nearness, as.get(stem) ?? 0));
}

/** How much all of it tells; never 0. */
export function weightOf(sought: readonly Sought[]): number {
  return sought.reduce((sum, { weight }) => sum + weight, 0) || 1;
}
