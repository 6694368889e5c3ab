import { type Audience, audiences } from '../vocabulary.ts';
import type { Entry } from './entries.ts';
import type { Index } from './index-of-asks.ts';
import { likenessesTo } from './likenesses.ts';
import { nearAsksIn, nearestWith, overlapIn } from './near-asks.ts';
import type { Read } from './read.ts';
import { type Near, type Signals, signalsFor } from './signals.ts';
import { weightOf } from './sought.ts';
import { askedSpace } from './space.ts';
import { weigher } from './weigh.ts';
import fitted from './weights.json' with { type: 'json' };

/** An entry that may be meant. A score is the logarithm of odds: of two, the one that is 1 higher is 2.7 times likelier. */
export type Candidate = { readonly entry: Entry; readonly signals: Signals; readonly score: number };

const weigh = weigher(fitted.entry);

/** No more entries than this are looked at closely. */
const shortlist = 40;

/** An entry that shares no word with a question must be this much alike to it. */
const akin = 0.3;

/** Ranks entries that whoever asks may meet, best first. */
export function ranker(index: Index): (read: Read) => readonly Candidate[] {
  const lookFor = signalsFor(index);
  const nearestOf = nearestIn(index);
  return (read) => {
    const look = lookFor(read);
    return nearestOf(read)
      .flatMap((near): Candidate[] => {
        const entry = index.entries[near.entry];
        if (!entry) return [];
        const signals = look(near, entry);
        return [{ entry, signals, score: weigh(signals) }];
      })
      .sort((a, b) => b.score - a.score);
  };
}

/** An entry that may come to the shortlist, and how promising it is before anybody looks closely. */
type Rough = { readonly near: Near; readonly about: number };

/** Finds those worth a closer look, by words and by meaning. */
function nearestIn(index: Index): (read: Read) => readonly Near[] {
  const asksNear = nearAsksIn(index);
  const coverOf = overlapIn(index, 'entries');
  const likenesses = likenessesTo(
    index.meanings.map(({ asked }) => asked),
    askedSpace.size,
  );
  const forRole = placesByRole(index.entries);
  return ({ sought, meaning, role }) => {
    const covers = coverOf(sought);
    const whole = weightOf(sought);
    const likeness = likenesses(meaning);
    const nearAsks = asksNear(sought);
    const foremost = new Float64Array(shortlist).fill(Number.NEGATIVE_INFINITY);
    const bar = () => foremost[shortlist - 1] as number;
    const all: Rough[] = [];
    for (const entry of forRole[role] ?? []) {
      const [asked, cover] = [likeness[entry] ?? 0, (covers[2 * entry] ?? 0) / whole];
      if (cover === 0 && asked <= akin) continue;
      const most = nearestWith(cover);
      if (roughly(most, most, most, asked) < bar()) continue;
      const asks = nearAsks(entry);
      const about = roughly(asks.best, asks.second, asks.third, asked);
      insert(about, foremost);
      all.push({ near: { entry, asked, cover, ...asks }, about });
    }
    return all
      .filter(({ about }) => about >= bar())
      .sort((a, b) => b.about - a.about)
      .slice(0, shortlist)
      .map(({ near }) => near);
  };
}

/** How promising an entry is by its nearest ways of asking and its meaning. */
function roughly(best: number, second: number, third: number, asked: number): number {
  return 2 * best + second + third + 2 * asked;
}

/** Puts a number among the greatest, which stand in order, and the least of them falls out. */
function insert(one: number, top: Float64Array): void {
  let at = top.length - 1;
  if (one <= (top[at] as number)) return;
  for (; at > 0 && (top[at - 1] as number) < one; at--) top[at] = top[at - 1] as number;
  top[at] = one;
}

/** Places of the entries that each may meet. */
function placesByRole(entries: readonly Entry[]): Readonly<Record<string, readonly number[]>> {
  const placesFor = (role: Audience) => entries.flatMap((entry, place) => (entry.for.includes(role) ? [place] : []));
  return Object.fromEntries(audiences.map((role) => [role, placesFor(role)]));
}
