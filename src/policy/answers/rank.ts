import type { Entry } from './entries.ts';
import type { Index } from './index-of-asks.ts';
import { alike } from './meaning.ts';
import { nearAsks } from './near-asks.ts';
import type { Read } from './read.ts';
import { type Near, type Signals, signalsFor } from './signals.ts';
import { weigh } from './weigh.ts';
import fitted from './weights.json' with { type: 'json' };

/** An entry that may be meant. A score is the logarithm of odds: of two, the one that is 1 higher is 2.7 times likelier. */
export type Candidate = { readonly entry: Entry; readonly signals: Signals; readonly score: number };

/** No more entries than this are looked at closely. */
const shortlist = 40;

/** An entry that shares no word with a question must be this much alike to it. */
const akin = 0.3;

/** Entries that whoever asks may meet, best first. */
export function rank(read: Read, index: Index): readonly Candidate[] {
  const look = signalsFor(read, index);
  return nearestOf(read, index)
    .flatMap((near): Candidate[] => {
      const entry = index.entries[near.entry];
      if (!entry) return [];
      const signals = look(near, entry);
      return [{ entry, signals, score: weigh(signals, fitted.entry) }];
    })
    .sort((a, b) => b.score - a.score);
}

/** Those worth a closer look, by words and by meaning. */
function nearestOf(read: Read, index: Index): readonly Near[] {
  const words = nearAsks(read.sought, index);
  const all: { readonly near: Near; readonly about: number }[] = [];
  for (let place = 0; place < index.entries.length; place++) {
    if (!index.entries[place]?.for.includes(read.role)) continue;
    const asked = alike(read.meaning, index.meanings[place]?.asked ?? read.meaning);
    const best = words.best[place] ?? 0;
    if (best === 0 && asked <= akin) continue;
    const [ask, second, third] = [words.ask[place] ?? 0, words.second[place] ?? 0, words.third[place] ?? 0];
    const near = { entry: place, ask, best, second, third, asked };
    all.push({ near, about: roughly(near) });
  }
  return all
    .sort((a, b) => b.about - a.about)
    .slice(0, shortlist)
    .map(({ near }) => near);
}

/** How promising an entry is, before anybody looks closely. */
function roughly({ best, second, third, asked }: Near): number {
  return 2 * best + second + third + 2 * asked;
}
