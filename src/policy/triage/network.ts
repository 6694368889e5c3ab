import { type Category, categories, type Severity, severities } from '../../domain/filing.ts';
import type { Features } from './features.ts';

/** What a report can turn out to be: one of the categories, and one of the severities. */
const outcomes = [...categories, ...severities] as const;

/** Millions of weights, each by its step: a report needs some ten thousand from all over, and a byte is soon read. */
export type Weights = {
  readonly steps: Int8Array;
  /** What a step is worth; the first is that of -128. */
  readonly worth: Float64Array;
};

/** Weights of which each step is a root, in 1/127 of the widest root, so that small ones keep digits. */
export function weightsOf(steps: Int8Array, widest: number): Weights {
  return { steps, worth: Float64Array.from({ length: 256 }, (_, at) => worthOf(at - 128, widest)) };
}

/** What a step is worth. */
export function worthOf(step: number, widest: number): number {
  return (step * Math.abs(step) * widest) / 127 ** 2;
}

/**
 * What lessons taught: a network with one hidden layer, which learns what words mean together, beside weights that lead
 * straight from features to outcomes.
 */
export type Network = {
  /** The row of each feature. */
  readonly rows: ReadonlyMap<string, number>;
  /** How many hidden units there are. */
  readonly hidden: number;
  /** A row for each feature: a weight for each hidden unit, then one for each outcome. */
  readonly weights: Weights;
  /** The same for what all reports have in common. */
  readonly base: Float32Array;
  /** From each hidden unit to each outcome. */
  readonly out: Float32Array;
};

/** A report to learn from. `also`: how grave it may be as well. */
export type Lesson = {
  readonly category: Category;
  readonly severity: Severity;
  readonly also?: Severity | undefined;
  readonly features: Features;
};

/** How likely each category and each severity is, in the order of the domain; each adds up to 1. */
export type Shares = { readonly categories: Float64Array; readonly severities: Float64Array };

/** What a school's own lessons add to what was learnt before: for each feature, a weight for each outcome. */
export type Added = ReadonlyMap<string, Float64Array>;

const width = outcomes.length;

/** How likely each outcome is for a report. Plain loops: this runs for every report and every question. */
export function sharesOf(features: Features, network: Network, added?: Added): Shares {
  const { rows, hidden, base, out } = network;
  const { steps, worth } = network.weights;
  const length = hidden + width;
  const sums = Float64Array.from(base);
  for (const [name, much] of features) {
    const own = added?.get(name);
    if (own)
      for (let at = 0; at < width; at++) sums[hidden + at] = (sums[hidden + at] as number) + (own[at] as number) * much;
    const row = rows.get(name);
    if (row === undefined) continue;
    const from = row * length;
    for (let at = 0; at < length; at++)
      sums[at] = (sums[at] as number) + (worth[(steps[from + at] as number) + 128] as number) * much;
  }
  const powers = sums.slice(hidden);
  for (let unit = 0; unit < hidden; unit++) {
    const lit = sums[unit] as number;
    if (lit <= 0) continue;
    for (let at = 0; at < width; at++) powers[at] = (powers[at] as number) + lit * (out[unit * width + at] as number);
  }
  return {
    categories: evened(powers.subarray(0, categories.length)),
    severities: evened(powers.subarray(categories.length)),
  };
}

/** Powers as shares of 1. */
function evened(powers: Float64Array): Float64Array {
  const highest = Math.max(...powers);
  const shares = powers.map((power) => Math.exp(power - highest));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / whole);
}

const rounds = 25;
const pace = 0.3;
/** What is known already of a word is changed by so much of what a new word learns: one report is little beside thousands. */
const knownPace = 0.1;
/** A lesson is learnt once its category and its severity are as likely as this. */
const learnt = 0.6;

/**
 * Learns a school's own lessons in addition to what was learnt before, which stays as it is: above all the words that
 * are new, and no more than it takes.
 */
export function add(lessons: readonly Lesson[], network: Network): Added {
  const added = new Map<string, Float64Array>();
  for (const { features } of lessons) for (const name of features.keys()) added.set(name, new Float64Array(width));
  for (let round = 0; round < rounds; round++) for (const lesson of lessons) teach(lesson, network, added);
  return added;
}

function teach({ category, severity, features }: Lesson, network: Network, added: Added): void {
  const shares = sharesOf(features, network, added);
  const likely = [...shares.categories, ...shares.severities];
  const wanted = outcomes.map((outcome) => (outcome === category || outcome === severity ? 1 : 0));
  const off = wanted.map((one, at) => one - (likely[at] ?? 0));
  if (off.every((one, at) => wanted[at] === 0 || one <= 1 - learnt)) return;
  for (const [name, much] of features) {
    const own = added.get(name);
    const step = pace * (network.rows.has(name) ? knownPace : 1) * much;
    if (own) for (let at = 0; at < width; at++) own[at] = (own[at] ?? 0) + step * (off[at] ?? 0);
  }
}
