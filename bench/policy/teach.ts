import { categories, severities } from '../../src/domain/filing.ts';
import { type Lesson, type Network, weightsOf } from '../../src/policy/triage/network.ts';
import { inSteps } from './steps.ts';

/** How a network is taught. All are tried on files that the network was not taught by: `npm run bench:triage`. */
const networks = 2;
const hidden = 64;
const rounds = 10;
const batch = 128;
const pace = 0.003;
/** Of a report's features, this share is left out each time it is read, so that none is relied on alone. */
const unread = 0.2;
/** The same for hidden units. */
const unlit = 0.5;
/** How much of what is wanted is given to all categories alike. */
const doubt = 0.05;
/** What a second severity counts beside the first. */
const second = 0.4;
/** Features of fewer lessons are not learnt. */
const fewest = 3;

const width = categories.length + severities.length;
const length = hidden + width;

type Row = {
  readonly at: Uint32Array;
  readonly much: Float32Array;
  readonly wanted: Float32Array;
};

/** A network with weights as they were taught. */
type Taught = Omit<Network, 'weights'> & { readonly weights: Float32Array };

/** A network that is ready to judge; its weights are in steps, as they are kept. */
export function teach(lessons: readonly Lesson[]): Network {
  const one = taught(lessons);
  const { steps, widest } = inSteps(one.weights);
  return { ...one, weights: weightsOf(steps, widest) };
}

/**
 * Teaches by gradient descent (Adam, with dropout), and gives the mean of several networks, which is steadier than any
 * of them. The same lessons always give the same: what is drawn by lot is drawn from the same seeds.
 */
export function taught(lessons: readonly Lesson[]): Taught {
  return meanOf(Array.from({ length: networks }, (_, place) => taughtFrom(lessons, place)));
}

/** One network with all hidden units of several, which says what they say on average. */
function meanOf(all: readonly Taught[]): Taught {
  const [{ rows } = { rows: new Map<string, number>() }] = all;
  const units = hidden * all.length;
  const joined = new Float32Array(rows.size * (units + width));
  const base = new Float32Array(units + width);
  const out = new Float32Array(units * width);
  for (const [place, one] of all.entries()) {
    const add = (from: Float32Array, start: number, to: Float32Array, end: number) => {
      to.set(from.subarray(start, start + hidden), end + place * hidden);
      for (let k = 0; k < width; k++) {
        to[end + units + k] = (to[end + units + k] ?? 0) + (from[start + hidden + k] ?? 0) / all.length;
      }
    };
    for (let row = 0; row < rows.size; row++) add(one.weights, row * length, joined, row * (units + width));
    add(one.base, 0, base, 0);
    out.set(
      one.out.map((weight) => weight / all.length),
      place * hidden * width,
    );
  }
  return { rows, hidden: units, weights: joined, base, out };
}

function taughtFrom(lessons: readonly Lesson[], seed: number): Taught {
  const names = worthKnowing(lessons);
  const rows = new Map(names.map((name, row) => [name, row]));
  const all = lessons.map((one) => rowOf(one, rows));
  const draw = lots(20_26 + seed);
  const weights = new Learning(names.length * length, (at) => (at % length < hidden ? (draw() - 0.5) * 0.17 : 0));
  const base = new Learning(length, () => 0);
  const out = new Learning(hidden * width, () => (draw() - 0.5) * 0.35);
  const learner = { weights, base, out };
  let turn = 0;
  for (let round = 0; round < rounds; round++) {
    const step = pace * (1 - round / rounds);
    const order = shuffled(all, draw);
    for (let from = 0; from < order.length; from += batch) {
      for (const row of order.slice(from, from + batch)) study(row, learner, draw);
      turn++;
      for (const one of Object.values(learner)) one.step(step, batch, turn);
    }
  }
  return { rows, hidden, weights: weights.values, base: base.values, out: out.values };
}

function worthKnowing(lessons: readonly Lesson[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { features } of lessons) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count >= fewest ? [name] : []));
}

function rowOf({ features, category, severity, also }: Lesson, rows: ReadonlyMap<string, number>): Row {
  const known = [...features].filter(([name]) => rows.has(name));
  const wanted = new Float32Array(width).fill(doubt / categories.length, 0, categories.length);
  const place = categories.indexOf(category);
  wanted[place] = (wanted[place] ?? 0) + 1 - doubt;
  const whole = also ? 1 + second : 1;
  wanted[categories.length + severities.indexOf(severity)] = 1 / whole;
  if (also) wanted[categories.length + severities.indexOf(also)] = second / whole;
  const at = Uint32Array.from(known, ([name]) => (rows.get(name) ?? 0) * length);
  return { at, much: Float32Array.from(known, ([, much]) => much), wanted };
}

/** All weights of a network that is being taught. */
type Learner = { readonly weights: Learning; readonly base: Learning; readonly out: Learning };

/**
 * Reads a lesson once, and notes down in which direction every weight should change. Plain loops here and below: a
 * billion steps.
 */
function study({ at, much, wanted }: Row, learner: Learner, draw: () => number): void {
  const read = Float32Array.from(much, (one) => (draw() < unread ? 0 : one / (1 - unread)));
  const sums = summed(at, read, learner);
  const lit = Float64Array.from(sums.subarray(0, hidden), (sum) =>
    sum > 0 && draw() >= unlit ? sum / (1 - unlit) : 0,
  );
  const powers = powersOf(sums, lit, learner);
  const slopes = new Float64Array(length);
  slope(powers, wanted, 0, categories.length, slopes);
  slope(powers, wanted, categories.length, width, slopes);
  backThroughHidden(lit, slopes, learner);
  for (let k = 0; k < length; k++) learner.base.note(k, slopes[k] ?? 0);
  for (let place = 0; place < at.length; place++) {
    const times = read[place] ?? 0;
    if (times === 0) continue;
    const from = at[place] ?? 0;
    for (let k = 0; k < length; k++) learner.weights.note(from + k, (slopes[k] ?? 0) * times);
  }
}

/** What the features that are read bring to each hidden unit and straight to each outcome. */
function summed(at: Uint32Array, read: Float32Array, { weights, base }: Learner): Float64Array {
  const sums = Float64Array.from(base.values);
  for (let place = 0; place < at.length; place++) {
    const times = read[place] ?? 0;
    if (times === 0) continue;
    const from = at[place] ?? 0;
    for (let k = 0; k < length; k++) sums[k] = (sums[k] ?? 0) + (weights.values[from + k] ?? 0) * times;
  }
  return sums;
}

function powersOf(sums: Float64Array, lit: Float64Array, { out }: Learner): Float64Array {
  const powers = sums.slice(hidden);
  for (let unit = 0; unit < hidden; unit++) {
    const much = lit[unit] ?? 0;
    if (much === 0) continue;
    for (let k = 0; k < width; k++) powers[k] = (powers[k] ?? 0) + much * (out.values[unit * width + k] ?? 0);
  }
  return powers;
}

/** From how far the outcomes are off to how far the hidden units are, both in `slopes`. */
function backThroughHidden(lit: Float64Array, slopes: Float64Array, { out }: Learner): void {
  for (let unit = 0; unit < hidden; unit++) {
    const much = lit[unit] ?? 0;
    if (much === 0) continue;
    let back = 0;
    for (let k = 0; k < width; k++) {
      const off = slopes[hidden + k] ?? 0;
      back += off * (out.values[unit * width + k] ?? 0);
      out.note(unit * width + k, off * much);
    }
    slopes[unit] = back / (1 - unlit);
  }
}

/** How far each share of some outcomes is off, into `slopes`. */
function slope(powers: Float64Array, wanted: Float32Array, from: number, to: number, slopes: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = from; k < to; k++) highest = Math.max(highest, powers[k] ?? 0);
  let whole = 0;
  for (let k = from; k < to; k++) whole += Math.exp((powers[k] ?? 0) - highest);
  for (let k = from; k < to; k++) {
    slopes[hidden + k] = Math.exp((powers[k] ?? 0) - highest) / whole - (wanted[k] ?? 0);
  }
}

/** Weights that are being learnt. */
class Learning {
  readonly values: Float32Array;
  private readonly slopes: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;

  constructor(size: number, start: (at: number) => number) {
    this.values = Float32Array.from({ length: size }, (_, at) => start(at));
    this.slopes = new Float32Array(size);
    this.mean = new Float32Array(size);
    this.square = new Float32Array(size);
  }

  note(at: number, slope: number): void {
    this.slopes[at] = (this.slopes[at] ?? 0) + slope;
  }

  /** Follows what was noted, and forgets it. */
  step(pace: number, count: number, turn: number): void {
    const { values, slopes, mean, square } = this;
    const [first, other] = [1 - 0.9 ** turn, 1 - 0.999 ** turn];
    for (let at = 0; at < values.length; at++) {
      const slope = (slopes[at] ?? 0) / count;
      const m = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      const s = 0.999 * (square[at] ?? 0) + 0.001 * slope * slope;
      mean[at] = m;
      square[at] = s;
      slopes[at] = 0;
      if (m !== 0) values[at] = (values[at] ?? 0) - (pace * (m / first)) / (Math.sqrt(s / other) + 1e-8);
    }
  }
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
function lots(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<One>(all: readonly One[], draw: () => number): readonly One[] {
  return all
    .map((one) => ({ one, lot: draw() }))
    .toSorted((a, b) => a.lot - b.lot)
    .map(({ one }) => one);
}
