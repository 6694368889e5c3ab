import type { Pack } from '../standing.ts';
import type { Language } from './language.ts';

/** Stems that may stand for another one, and how nearly: 1 would be the same. */
export type Kin = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Between a word of the thesaurus and one beside it; between two beside the same word. */
const near = { beside: 0.6, together: 0.4 } as const;

/** Reads the thesaurus: each word is kin of all that stand in its line. */
export function kinOf(thesaurus: Pack['thesaurus'], language: Language): Kin {
  const kin = new Map<string, Map<string, number>>();
  for (const [word, others] of Object.entries(thesaurus)) {
    const line = [word, ...others].map((one) => language.stems(language.spell(one)).join(' '));
    for (const [at, one] of line.entries()) {
      for (const [place, other] of line.entries()) {
        if (one !== other) relate(kin, one, other, at === 0 || place === 0 ? near.beside : near.together);
      }
    }
  }
  return kin;
}

function relate(kin: Map<string, Map<string, number>>, one: string, other: string, nearness: number): void {
  const of = kin.get(one) ?? new Map<string, number>();
  kin.set(one, of.set(other, Math.max(nearness, of.get(other) ?? 0)));
}
