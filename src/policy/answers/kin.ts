import type { Pack } from '../standing.ts';
import type { Language } from './language.ts';

/** Stems that may stand for another one, and how nearly: 1 would be the same. */
export type Kin = { get(stem: string): ReadonlyMap<string, number> | undefined };

/** Between a word of the thesaurus and one beside it; between two beside the same word. */
const near = { beside: 0.6, together: 0.4 } as const;

/** Reads the thesaurus: each word is kin of all that stand in its line. Whose kin is asked for is found out then. */
export function kinOf(thesaurus: Pack['thesaurus'], language: Language): Kin {
  const places = Object.entries(thesaurus).flatMap(([word, others]) => {
    const line = [word, ...others].map((one) => language.stemsOf(one).join(' '));
    return [...new Set(line)].map((stem) => ({ stem, line }));
  });
  const lines = Map.groupBy(places, ({ stem }) => stem);
  const known = new Map<string, ReadonlyMap<string, number>>();
  return {
    get(stem) {
      const there = lines.get(stem);
      if (!there) return undefined;
      const kin = known.get(stem) ?? kinIn(there, stem);
      known.set(stem, kin);
      return kin;
    },
  };
}

function kinIn(places: readonly { readonly line: readonly string[] }[], stem: string): ReadonlyMap<string, number> {
  const kin = new Map<string, number>();
  for (const { line } of places) {
    for (const [at, one] of line.entries()) {
      if (one !== stem) continue;
      for (const [place, other] of line.entries()) {
        const nearness = at === 0 || place === 0 ? near.beside : near.together;
        if (other !== stem) kin.set(other, Math.max(nearness, kin.get(other) ?? 0));
      }
    }
  }
  return kin;
}
