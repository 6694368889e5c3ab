import type { Audience } from '../vocabulary.ts';
import type { Entry } from './entries.ts';
import type { Index } from './index-of-asks.ts';
import type { Wants } from './kind-of-question.ts';
import { alike, meaningOf } from './meaning.ts';
import { type Nearness, nearAsks, overlap } from './near-asks.ts';
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
  readonly cover: number;
  /** How alike its words and the question's are by what people ask with them. */
  readonly meaning: number;
  /** Neighbouring words in common with its nearest way of asking. */
  readonly pairs: number;
  /** 1 where it wants the same kind of thing (a number, a person) as its nearest way of asking does. */
  readonly kind: number;
};

/** An entry that may be meant. */
export type Candidate = { readonly entry: Entry; readonly signals: Signals; readonly score: number };

/** How much each signal counts. Fitted on the tuning questions (`bench/policy`). */
const weights: Readonly<Record<keyof Signals, number>> = {
  best: 4.2,
  second: 3.1,
  third: 4.2,
  cover: 7.5,
  meaning: 4,
  pairs: 2.9,
  kind: 0.9,
};
const names = Object.keys(weights) as readonly (keyof Signals)[];

/** The school's own rules come before the floor's where both speak to a question; a gap is brief, so it needs less. */
const ahead = { floor: -1.2, gap: 0.8 };

/** A question, read. */
export type Read = { readonly sought: readonly Sought[]; readonly wanted: Wants; readonly role: Audience };

/** No more entries than this are looked at closely. */
const shortlist = 40;

/** Entries whose ways of asking have something of a question, best first. */
export function rank(read: Read, index: Index): readonly Candidate[] {
  const near = nearAsks(read.sought, index).filter(({ entry }) => index.entries[entry]?.for.includes(read.role));
  const first = near.sort((a, b) => roughly(b) - roughly(a)).slice(0, shortlist);
  const look = closeLook(read, index);
  return first.flatMap((one) => look(one)).sort((a, b) => b.score - a.score);
}

function roughly({ best, second, third }: Nearness): number {
  return weights.best * best + weights.second * second + weights.third * third;
}

/** Weighs an entry that is near, with all signals. */
function closeLook({ sought, wanted }: Read, index: Index): (near: Nearness) => readonly Candidate[] {
  const whole = weightOf(sought);
  const cover = overlap(sought, index.asksOf, index.entries.length, index.weigh).found;
  const stems = sought.map(({ stem }) => stem);
  const meant = meaningOf(stems, index.weigh);
  return ({ entry: place, ask: nearest, best, second, third }) => {
    const entry = index.entries[place];
    const ask = index.asks[nearest];
    if (!entry || !ask) return [];
    const signals: Signals = {
      best,
      second,
      third,
      cover: (cover[place] ?? 0) / whole,
      meaning: alike(meant, index.meanings[place] ?? meant),
      pairs: pairsIn(ask.stems, sought),
      kind: ask.wanted === wanted ? 1 : 0,
    };
    return [{ entry, signals, score: scoreOf(signals) + headStart(entry) }];
  };
}

function headStart({ floor, found }: Entry): number {
  return (floor ? ahead.floor : 0) + (found.kind === 'gap' ? ahead.gap : 0);
}

/** The weighted sum of the signals. */
function scoreOf(signals: Signals): number {
  let score = 0;
  for (const name of names) score += weights[name] * signals[name];
  return score;
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
