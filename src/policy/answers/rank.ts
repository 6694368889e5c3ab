import type { Audience } from '../vocabulary.ts';
import type { Entry } from './entries.ts';
import type { Index } from './index-of-asks.ts';
import { lacksNumber, type Wants } from './kind-of-question.ts';
import { type Nearness, nearAsks } from './near-asks.ts';
import { type Sought, weightOf } from './sought.ts';

/** How well an entry meets a question, each from 0 to about 1. */
export type Signals = {
  /** Its nearest way of asking. */
  readonly best: number;
  /** Its next nearest. */
  readonly second: number;
  /** Its third nearest. */
  readonly third: number;
  /** How much of the question is found in its ways of asking, taken together. */
  readonly asksCover: number;
  /** How much of the question is found in what it says. */
  readonly saysCover: number;
  /** How much of the question is found in its name, topic and heading. */
  readonly aboutCover: number;
  /** Plain full-text search. */
  readonly text: number;
  /** Neighbouring words in common with its nearest way of asking. */
  readonly pairs: number;
  /** 1 where it wants the same kind of thing (a number, a person) as its nearest way of asking does. */
  readonly kind: number;
  /** 1 where a number is wanted and it has none. */
  readonly blank: number;
};

/** How much of the question the nearest way of asking has. */
export type Candidate = {
  readonly entry: Entry;
  readonly signals: Signals;
  readonly asked: number;
  readonly score: number;
};

/** How much each signal counts. Fitted on the tuning questions (`bench/policy`). */
const weights: Record<keyof Signals, number> = {
  best: 3.1,
  second: 1,
  third: 3.3,
  asksCover: 5.3,
  saysCover: 1.8,
  aboutCover: 0.5,
  text: 3.1,
  pairs: 1.5,
  kind: 0.4,
  blank: -0.3,
};

const names = Object.keys(weights) as readonly (keyof Signals)[];

/** The school's own rules come before the floor's where both speak to a question; a gap is brief, so it needs less. */
const ahead = { floor: -2.5, gap: 2 };

/** A question, read. */
export type Read = { readonly sought: readonly Sought[]; readonly wanted: Wants; readonly role: Audience };

const none: Nearness = { ask: -1, best: 0, second: 0, third: 0, asked: 0 };

/** Entries that have something of a question, best first. */
export function rank(read: Read, index: Index): readonly Candidate[] {
  const asks = nearAsks(read.sought, index);
  const [asksCover, saysCover, aboutCover] = [index.asksOf, index.saysOf, index.aboutOf].map((where) =>
    coverOf(read.sought, where),
  ) as [Map<number, number>, Map<number, number>, Map<number, number>];
  const text = textOf(read.sought, index);
  const found: Candidate[] = [];
  for (const place of new Set([...asksCover.keys(), ...saysCover.keys()])) {
    const entry = index.entries[place];
    if (!entry?.for.includes(read.role)) continue;
    const near = asks.get(place) ?? none;
    const ask = index.asks[near.ask];
    const signals: Signals = {
      best: near.best,
      second: near.second,
      third: near.third,
      asksCover: asksCover.get(place) ?? 0,
      saysCover: saysCover.get(place) ?? 0,
      aboutCover: aboutCover.get(place) ?? 0,
      text: text.get(place) ?? 0,
      pairs: ask ? pairsIn(ask.stems, read.sought) : 0,
      kind: ask?.wanted === read.wanted ? 1 : 0,
      blank: lacksNumber(read.wanted, entry.says) ? 1 : 0,
    };
    found.push({
      entry,
      signals,
      asked: near.asked,
      score: scoreOf(signals) + (entry.floor ? ahead.floor : 0) + (entry.found.kind === 'gap' ? ahead.gap : 0),
    });
  }
  return found.sort((a, b) => b.score - a.score);
}

/** The weighted sum of the signals. */
function scoreOf(signals: Signals): number {
  let score = 0;
  for (const name of names) score += weights[name] * signals[name];
  return score;
}

function coverOf(
  sought: readonly Sought[],
  where: ReadonlyMap<string, readonly number[]>,
): ReadonlyMap<number, number> {
  const whole = weightOf(sought);
  const cover = new Map<number, number>();
  for (const { weight, as } of sought) {
    const best = new Map<number, number>();
    for (const [stem, nearness] of as) {
      for (const place of where.get(stem) ?? []) best.set(place, Math.max(nearness, best.get(place) ?? 0));
    }
    for (const [place, nearness] of best) cover.set(place, (cover.get(place) ?? 0) + (nearness * weight) / whole);
  }
  return cover;
}

function textOf(sought: readonly Sought[], index: Index): ReadonlyMap<number, number> {
  const results = index.search.search(sought.map(({ stem }) => stem).join('\n'));
  const top = results[0]?.score ?? 1;
  return new Map(results.map(({ id, score }) => [id, score / top]));
}

function pairsIn(stems: readonly string[], sought: readonly Sought[]): number {
  let shared = 0;
  let whole = 0;
  for (let at = 1; at < sought.length; at++) {
    const [one, two] = [sought[at - 1], sought[at]];
    if (!one || !two) continue;
    const weight = one.weight + two.weight;
    whole += weight;
    const place = stems.indexOf(one.stem);
    if (place >= 0 && stems[place + 1] === two.stem) shared += weight;
  }
  return whole > 0 ? shared / whole : 0;
}
