import type { Category, Severity } from '../../domain/filing.ts';
import type { Features } from './features.ts';

/** What a report can turn out to be. */
export type Kind = { readonly category: Category; readonly severity: Severity };

/** A report to learn from. */
export type Lesson = Kind & { readonly features: Features };

/** How likely each kind is for a report; the shares add up to 1. */
export type Shares = readonly { readonly kind: Kind; readonly share: number }[];

/** Tells kinds from features. */
export type Model = (features: Features) => Shares;

const rounds = 25;
const pace = 0.3;
const slowing = 0.1;
const forgetting = 0.003;

type Weights = { readonly index: ReadonlyMap<string, number>; readonly values: Float64Array; readonly width: number };
type Row = { readonly at: Int32Array; readonly much: Float64Array; readonly kind: number };

/**
 * Learns which features speak for which kind: multinomial logistic regression by gradient descent. The same lessons
 * always give the same model; nothing is drawn by lot.
 */
export function learn(lessons: readonly Lesson[]): Model {
  const kinds = [...new Map(lessons.map((one) => [nameOf(one), one])).values()];
  const places = new Map(kinds.map((kind, index) => [nameOf(kind), index]));
  const index = new Map(repeated(lessons).map((name, place) => [name, place]));
  const weights: Weights = { index, values: new Float64Array(index.size * kinds.length), width: kinds.length };
  const rows = lessons.map((one) => ({ ...rowOf(one.features, index), kind: places.get(nameOf(one)) ?? 0 }));
  for (let round = 0; round < rounds; round++) teach(rows, weights, round);
  return (features) => {
    const shares = sharesOf(rowOf(features, index), weights);
    return kinds.map(({ category, severity }, at) => ({ kind: { category, severity }, share: shares[at] ?? 0 }));
  };
}

/** Features of more than one lesson; what stands in one alone teaches nothing. */
function repeated(lessons: readonly Lesson[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { features } of lessons) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count > 1 ? [name] : []));
}

function nameOf({ category, severity }: Kind): string {
  return `${category}/${severity}`;
}

function rowOf(features: Features, index: ReadonlyMap<string, number>): Omit<Row, 'kind'> {
  const known = [...features].filter(([name]) => index.has(name));
  return {
    at: Int32Array.from(known, ([name]) => index.get(name) ?? 0),
    much: Float64Array.from(known, ([, much]) => much),
  };
}

/** One round over all lessons, in an order that mixes the kinds. Plain loops: this runs a hundred million times. */
function teach(rows: readonly Row[], weights: Weights, round: number): void {
  const { values, width } = weights;
  const step = pace / (1 + round * slowing);
  for (let turn = 0; turn < rows.length; turn++) {
    const row = rows[(turn * 7919 + round * 31) % rows.length];
    if (!row) continue;
    const off = sharesOf(row, weights).map((share, kind) => (kind === row.kind ? 1 - share : -share));
    for (let place = 0; place < row.at.length; place++) {
      const much = row.much[place] ?? 0;
      const from = (row.at[place] ?? 0) * width;
      for (let kind = 0; kind < width; kind++) {
        const value = values[from + kind] ?? 0;
        values[from + kind] = value + step * ((off[kind] ?? 0) * much - forgetting * value);
      }
    }
  }
}

function sharesOf({ at, much }: Omit<Row, 'kind'>, { values, width }: Weights): Float64Array {
  const powers = new Float64Array(width);
  for (let place = 0; place < at.length; place++) {
    const from = (at[place] ?? 0) * width;
    const weight = much[place] ?? 0;
    for (let kind = 0; kind < width; kind++) powers[kind] = (powers[kind] ?? 0) + (values[from + kind] ?? 0) * weight;
  }
  const highest = Math.max(...powers);
  let whole = 0;
  for (let kind = 0; kind < width; kind++) {
    powers[kind] = Math.exp((powers[kind] ?? 0) - highest);
    whole += powers[kind] ?? 0;
  }
  for (let kind = 0; kind < width; kind++) powers[kind] = (powers[kind] ?? 0) / whole;
  return powers;
}
