import { directionsOf, dot } from './directions.ts';
import type { EverydayWord } from './everyday-words.ts';

/** A way of asking, or what an entry says: its words and the entry it belongs to, by their places. */
export type Example = { readonly words: readonly number[]; readonly entry: number; readonly says: boolean };

/** A school: as many entries, and their examples. */
export type School = { readonly entries: number; readonly examples: readonly Example[] };

/** What to learn from: words by place, everyday ones first, with how much each tells at the start. */
export type Lesson = {
  readonly everyday: readonly EverydayWord[];
  readonly words: readonly string[];
  readonly tells: readonly number[];
  readonly schools: readonly School[];
};

const pace = { turn: 0.02, shift: 0.03 };
/** How sharply the nearest entry is told from the others. */
const sharpness = 12;
/** Pulls a word back to where everyday use has it. */
const pull = 0.8;
const handful = 400;
const rounds = 12;
/** At most this share of a way of asking is left out, so that the rest must do; and this of what an entry says. */
const leftOut = { ask: 0.7, says: 0.75 };

/**
 * Turns everyday points so that ways of asking of one entry lie near each other and away from other entries', and
 * shifts each word a little from there. A word that nobody has written is turned like the others, and so comes near
 * those it is like. Points come with their weight in them; always the same for the same lesson.
 */
export function learnAsks(lesson: Lesson, size: number): readonly Float32Array[] {
  const learner = new Learner(lesson, size);
  for (let round = 0; round < rounds; round++) {
    const loss = lesson.schools.reduce((sum, school) => sum + learner.study(school), 0);
    console.log(`round ${round + 1}: ${loss.toFixed(0)}`);
  }
  return learner.points();
}

/** Adagrad: steps shrink where many were taken. */
class Steps {
  private readonly taken: Float32Array;
  private readonly values: Float32Array;
  private readonly pace: number;

  constructor(values: Float32Array, pace: number) {
    this.values = values;
    this.pace = pace;
    this.taken = new Float32Array(values.length).fill(1e-3);
  }
  step(at: number, slope: number): void {
    const taken = (this.taken[at] ?? 0) + slope * slope;
    this.taken[at] = taken;
    this.values[at] = (this.values[at] ?? 0) - (this.pace * slope) / Math.sqrt(taken);
  }
}

/** What one handful of examples asks for: a turn of all words, and shifts and weights of some. */
type Wishes = {
  readonly turn: Float32Array;
  readonly shifts: Map<number, Float32Array>;
  readonly tells: Map<number, number>;
};

class Learner {
  private readonly everyday: readonly Float32Array[];
  private readonly turn: Float32Array;
  private readonly shift: Float32Array;
  private readonly tells: Float32Array;
  private readonly steps: { readonly turn: Steps; readonly shift: Steps; readonly tells: Steps };
  private readonly random = randomNumbers(7);
  private readonly at: Float32Array[];
  private readonly size: number;

  constructor(lesson: Lesson, size: number) {
    this.size = size;
    this.everyday = lesson.everyday.map(({ point }) => Float32Array.from(unit(point)));
    const [, , ...widest] = directionsOf(
      lesson.everyday.map(({ point }) => point),
      size + 2,
    );
    this.turn = Float32Array.from(widest.flatMap((direction) => [...direction]));
    this.shift = new Float32Array(lesson.words.length * size);
    for (let at = this.everyday.length * size; at < this.shift.length; at++) {
      this.shift[at] = (this.random() - 0.5) / 5;
    }
    this.tells = Float32Array.from(lesson.tells, Math.log);
    this.steps = {
      turn: new Steps(this.turn, pace.turn),
      shift: new Steps(this.shift, pace.shift),
      tells: new Steps(this.tells, pace.shift),
    };
    this.at = lesson.words.map((_, word) => this.pointOf(word));
  }

  /** Every word's point with its weight. */
  points(): readonly Float32Array[] {
    return this.at.map((point, word) => point.map((one) => one * this.weight(word)));
  }

  /** Goes through a school's examples once; what remains wrong is returned. */
  study(school: School): number {
    const order = shuffled(school.examples.length, this.random);
    let loss = 0;
    for (let from = 0; from < order.length; from += handful) {
      const some = order.slice(from, from + handful).flatMap((place) => school.examples[place] ?? []);
      loss += this.studySome(some, school);
    }
    for (const [word, point] of this.at.entries()) point.set(this.pointOf(word));
    return loss;
  }

  private studySome(some: readonly Example[], { entries, examples }: School): number {
    const meanings = new Map(examples.map((one) => [one, unit(this.sum(one.words))]));
    const middles = Array.from({ length: entries }, () => new Float32Array(this.size));
    for (const [{ entry }, meaning] of meanings) addTo(middles[entry], meaning, 1);
    const around = middles.map(unit);
    const wishes: Wishes = { turn: new Float32Array(this.turn.length), shifts: new Map(), tells: new Map() };
    let loss = 0;
    for (const one of some) {
      const others = middles[one.entry]?.slice() ?? new Float32Array(this.size);
      addTo(others, meanings.get(one) ?? others, -1);
      loss += this.tryOne(one, around.with(one.entry, unit(others)), wishes);
    }
    this.follow(wishes);
    return loss;
  }

  /** Softmax over entries, with part of the words left out. */
  private tryOne({ words, entry, says }: Example, around: readonly Float32Array[], wishes: Wishes): number {
    const out = says ? leftOut.says : leftOut.ask * this.random();
    const left = words.filter(() => this.random() > out);
    const used = left.length > 0 ? left : words.slice(0, 1);
    const sum = this.sum(used);
    const length = Math.sqrt(dot(sum, sum)) || 1e-6;
    const meaning = sum.map((one) => one / length);
    const odds = around.map((middle) => Math.exp(sharpness * (dot(middle, meaning) - 1)));
    const whole = odds.reduce((all, one) => all + one, 0);
    const slope = new Float32Array(this.size);
    for (const [place, middle] of around.entries()) {
      addTo(slope, middle, sharpness * ((odds[place] ?? 0) / whole - (place === entry ? 1 : 0)));
    }
    const along = dot(meaning, slope);
    this.wish(
      used,
      slope.map((one, at) => (one - (meaning[at] ?? 0) * along) / length),
      wishes,
    );
    return -Math.log((odds[entry] ?? 0) / whole);
  }

  private wish(words: readonly number[], slope: Float32Array, { turn, shifts, tells }: Wishes): void {
    const everyday = new Float32Array(this.everyday[0]?.length ?? 0);
    for (const word of words) {
      const weight = this.weight(word);
      const shift = shifts.get(word) ?? new Float32Array(this.size);
      addTo(shift, slope, weight);
      shifts.set(word, shift);
      tells.set(word, (tells.get(word) ?? 0) + weight * dot(this.at[word] ?? slope, slope));
      addTo(everyday, this.everyday[word], weight);
    }
    for (const [row, one] of slope.entries()) {
      const from = row * everyday.length;
      for (const [at, other] of everyday.entries()) turn[from + at] = (turn[from + at] ?? 0) + one * other;
    }
  }

  private follow({ turn, shifts, tells }: Wishes): void {
    for (const [word, slopes] of shifts) {
      const back = this.everyday[word] ? pull : 0;
      for (const [at, slope] of slopes.entries()) {
        const place = word * this.size + at;
        this.steps.shift.step(place, slope + back * (this.shift[place] ?? 0));
      }
    }
    for (const [word, slope] of tells) this.steps.tells.step(word, slope);
    for (const [at, slope] of turn.entries()) this.steps.turn.step(at, slope);
    for (const word of shifts.keys()) this.at[word]?.set(this.pointOf(word));
  }

  private pointOf(word: number): Float32Array {
    const everyday = this.everyday[word];
    return Float32Array.from({ length: this.size }, (_, row) => {
      const shift = this.shift[word * this.size + row] ?? 0;
      if (!everyday) return shift;
      return shift + dot(this.turn.subarray(row * everyday.length, (row + 1) * everyday.length), everyday);
    });
  }

  private weight(word: number): number {
    return Math.exp(this.tells[word] ?? 0);
  }

  private sum(words: readonly number[]): Float32Array {
    const sum = new Float32Array(this.size);
    for (const word of words) addTo(sum, this.at[word], this.weight(word));
    return sum;
  }
}

function addTo(sum: Float32Array | undefined, other: Float32Array | undefined, times: number): void {
  if (!sum || !other) return;
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + times * (other[at] ?? 0);
}

function unit<Points extends Float32Array | Float64Array>(point: Points): Points {
  const length = Math.sqrt(dot(point, point)) || 1e-6;
  return point.map((one) => one / length) as Points;
}

function shuffled(count: number, random: () => number): readonly number[] {
  return Array.from({ length: count }, (_, place) => ({ place, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ place }) => place);
}

/** Numbers from 0 to 1, always the same ones. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}
