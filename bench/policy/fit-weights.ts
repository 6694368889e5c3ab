type Numbers = Readonly<Record<string, number>>;

/** How much each signal of an entry counts, and each of there being nothing. */
export type Weights = { readonly entry: Numbers; readonly nothing: Numbers };

/** A question with all that may be meant; `right` is 0 for what is wrong, up to 1. */
export type Case = {
  readonly policy: string;
  readonly answerable: boolean;
  readonly entries: readonly { readonly signals: Numbers; readonly gap: boolean; readonly right: number }[];
  readonly nothing: Numbers;
};

const rounds = 200;
const pace = 0.1;
/** Keeps weights small that little speaks for. */
const shrink = 0.0003;

/** How likely each entry is meant, and nothing. */
export function probabilities(one: Case, weights: Weights): { entries: readonly number[]; nothing: number } {
  const scores = one.entries.map(({ signals }) => sum(signals, weights.entry));
  const none = sum(one.nothing, weights.nothing);
  const most = Math.max(none, ...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const whole = odds.reduce((all, each) => all + each, Math.exp(none - most));
  return { entries: odds.map((each) => each / whole), nothing: Math.exp(none - most) / whole };
}

/**
 * Softmax regression: the weights near `start` under which what is right is likeliest. It must start where “nothing
 * here” has a chance, or all that is to be refused is left to the gaps.
 */
export function fitWeights(cases: readonly Case[], start: Weights): Weights {
  const weights = { entry: { ...start.entry }, nothing: { ...start.nothing } };
  const [entry, nothing] = [new Adam(weights.entry), new Adam(weights.nothing)];
  for (let round = 1; round <= rounds; round++) {
    const slopes = { entry: zeros(Object.keys(start.entry)), nothing: zeros(Object.keys(start.nothing)) };
    for (const one of cases) addSlopes(one, weights, slopes);
    entry.step(slopes.entry, cases.length, round);
    nothing.step(slopes.nothing, cases.length, round);
  }
  return { entry: rounded(weights.entry), nothing: rounded(weights.nothing) };
}

type Sums = Record<string, number>;

function addSlopes(one: Case, weights: Weights, slopes: { entry: Sums; nothing: Sums }): void {
  const chances = probabilities(one, weights);
  const wantNothing = one.answerable ? 0 : 1;
  const right =
    one.entries.reduce((all, each, at) => all + each.right * (chances.entries[at] ?? 0), 0) +
    wantNothing * chances.nothing;
  if (right === 0) return;
  for (const [at, each] of one.entries.entries()) {
    const chance = chances.entries[at] ?? 0;
    add(slopes.entry, each.signals, chance - (each.right * chance) / right);
  }
  add(slopes.nothing, one.nothing, chances.nothing - (wantNothing * chances.nothing) / right);
}

/** Steps that fit each weight's own scale. */
class Adam {
  private readonly weights: Sums;
  private readonly mean: Sums;
  private readonly square: Sums;

  constructor(weights: Sums) {
    this.weights = weights;
    this.mean = zeros(Object.keys(weights));
    this.square = zeros(Object.keys(weights));
  }

  step(slopes: Sums, count: number, round: number): void {
    for (const name of Object.keys(this.weights)) {
      const weight = this.weights[name] ?? 0;
      const slope = (slopes[name] ?? 0) / count + shrink * weight;
      const mean = 0.9 * (this.mean[name] ?? 0) + 0.1 * slope;
      const square = 0.99 * (this.square[name] ?? 0) + 0.01 * slope * slope;
      this.mean[name] = mean;
      this.square[name] = square;
      this.weights[name] =
        weight - (pace * (mean / (1 - 0.9 ** round))) / (Math.sqrt(square / (1 - 0.99 ** round)) + 1e-8);
    }
  }
}

function sum(signals: Numbers, weights: Numbers): number {
  let all = 0;
  for (const name in weights) all += (weights[name] ?? 0) * (signals[name] ?? 0);
  return all;
}

function add(sums: Sums, signals: Numbers, times: number): void {
  if (Math.abs(times) < 1e-7) return;
  for (const name in sums) sums[name] = (sums[name] ?? 0) + times * (signals[name] ?? 0);
}

function zeros(names: readonly string[]): Sums {
  return Object.fromEntries(names.map((name) => [name, 0]));
}

function rounded(weights: Numbers): Numbers {
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Number(weight.toFixed(3))]));
}
