import type { Category, Severity } from '../../domain/case.ts';
import type { Features } from './features.ts';

/** What a report can turn out to be. */
export type Kind = { readonly category: Category; readonly severity: Severity };

/** A report to learn from. */
export type Lesson = Kind & { readonly features: Features };

/** How likely each kind is for a report; the shares add up to 1. */
export type Shares = readonly { readonly kind: Kind; readonly share: number }[];

/** Tells kinds from features. */
export type Model = (features: Features) => Shares;

const rounds = 20;
const pace = 0.3;
const slowing = 0.1;
const forgetting = 0.001;

type Weights = { readonly index: ReadonlyMap<string, number>; readonly values: Float64Array; readonly width: number };
type Row = { readonly at: readonly number[]; readonly much: readonly number[]; readonly kind: number };

/**
 * Learns which features speak for which kind: multinomial logistic regression by gradient descent. The same lessons
 * always give the same model; nothing is drawn by lot.
 */
export function learn(lessons: readonly Lesson[]): Model {
  const kinds = [...new Map(lessons.map((one) => [nameOf(one), one])).values()];
  const places = new Map(kinds.map((kind, index) => [nameOf(kind), index]));
  const index = new Map<string, number>();
  for (const { features } of lessons)
    for (const name of features.keys()) if (!index.has(name)) index.set(name, index.size);
  const weights: Weights = { index, values: new Float64Array(index.size * kinds.length), width: kinds.length };
  const rows = lessons.map((one) => ({ ...rowOf(one.features, index), kind: places.get(nameOf(one)) ?? 0 }));
  for (let round = 0; round < rounds; round++) teach(rows, weights, round);
  return (features) => {
    const shares = sharesOf(rowOf(features, index), weights);
    return kinds.map(({ category, severity }, at) => ({ kind: { category, severity }, share: shares[at] ?? 0 }));
  };
}

function nameOf({ category, severity }: Kind): string {
  return `${category}/${severity}`;
}

function rowOf(features: Features, index: ReadonlyMap<string, number>): Omit<Row, 'kind'> {
  const known = [...features].filter(([name]) => index.has(name));
  return { at: known.map(([name]) => index.get(name) ?? 0), much: known.map(([, much]) => much) };
}

/** One round over all lessons, in an order that mixes the kinds. */
function teach(rows: readonly Row[], weights: Weights, round: number): void {
  const { values, width } = weights;
  const step = pace / (1 + round * slowing);
  for (let turn = 0; turn < rows.length; turn++) {
    const row = rows[(turn * 7919 + round * 31) % rows.length];
    if (!row) continue;
    const shares = sharesOf(row, weights);
    for (const [place, feature] of row.at.entries()) {
      const much = row.much[place] ?? 0;
      for (let kind = 0; kind < width; kind++) {
        const off = (kind === row.kind ? 1 : 0) - (shares[kind] ?? 0);
        const at = feature * width + kind;
        values[at] = (values[at] ?? 0) + step * (off * much - forgetting * (values[at] ?? 0));
      }
    }
  }
}

function sharesOf({ at, much }: Omit<Row, 'kind'>, { values, width }: Weights): Float64Array {
  const sums = new Float64Array(width);
  for (const [place, feature] of at.entries()) {
    for (let kind = 0; kind < width; kind++) {
      sums[kind] = (sums[kind] ?? 0) + (values[feature * width + kind] ?? 0) * (much[place] ?? 0);
    }
  }
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const whole = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / whole);
}
