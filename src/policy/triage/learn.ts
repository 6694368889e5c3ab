import type { Category, Severity } from '../../domain/filing.ts';
import type { Features } from './features.ts';

/** What a report can turn out to be. */
export type Kind = { readonly category: Category; readonly severity: Severity };

/** A report to learn from. */
export type Lesson = Kind & { readonly features: Features };

/** What lessons taught: how much each feature speaks for each kind. */
export type Learnt = {
  readonly kinds: readonly Kind[];
  /** How many lessons there were of each kind. */
  readonly often: readonly number[];
  /** The row of each feature. */
  readonly rows: ReadonlyMap<string, number>;
  /** A row for each feature, in it a weight for each kind. */
  readonly weights: Float32Array;
};

const rounds = 25;
const pace = 0.3;
const slowing = 0.1;
const forgetting = 0.003;

type Row = { readonly at: readonly number[]; readonly much: readonly number[]; readonly kind: number };

/**
 * Learns which features speak for which kind: multinomial logistic regression by gradient descent. The same lessons
 * always give the same weights; nothing is drawn by lot. Lessons that come to something learnt before are added to it.
 */
export function learn(lessons: readonly Lesson[], before: Learnt = nothing): Learnt {
  const kinds = [...new Map([...before.kinds, ...lessons].map((one) => [nameOf(one), one])).values()].map(plain);
  const rows = new Map(before.rows);
  for (const name of worthKnowing(lessons)) if (!rows.has(name)) rows.set(name, rows.size);
  const often = kinds.map(
    (kind, place) => (before.often[place] ?? 0) + lessons.filter((one) => nameOf(one) === nameOf(kind)).length,
  );
  const learnt = { kinds, often, rows, weights: widened(before, kinds.length, rows.size) };
  const places = new Map(kinds.map((kind, index) => [nameOf(kind), index]));
  const taught = lessons.map((one) => ({ ...rowOf(one.features, rows), kind: places.get(nameOf(one)) ?? 0 }));
  for (let round = 0; round < rounds; round++) teach(taught, learnt, round);
  return learnt;
}

const nothing: Learnt = { kinds: [], often: [], rows: new Map(), weights: new Float32Array() };

/** How likely each kind is for a report, in the order of `kinds`; the shares add up to 1. */
export function sharesOf(features: Features, learnt: Learnt): Float64Array {
  return weigh(rowOf(features, learnt.rows), learnt);
}

/** All features, save pairs of words that stand together in one lesson only; they would teach nothing else. */
function worthKnowing(lessons: readonly Lesson[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { features } of lessons) for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count > 1 || !name.includes(' ') ? [name] : []));
}

function nameOf({ category, severity }: Kind): string {
  return `${category}/${severity}`;
}

function plain({ category, severity }: Kind): Kind {
  return { category, severity };
}

/** The same weights with room for more kinds and features. */
function widened({ kinds, rows, weights }: Learnt, width: number, length: number): Float32Array {
  const wider = new Float32Array(width * length);
  for (let row = 0; row < rows.size; row++) {
    wider.set(weights.subarray(row * kinds.length, (row + 1) * kinds.length), row * width);
  }
  return wider;
}

function rowOf(features: Features, rows: Learnt['rows']): Omit<Row, 'kind'> {
  const row: { readonly at: number[]; readonly much: number[] } = { at: [], much: [] };
  for (const [name, much] of features) {
    const place = rows.get(name);
    if (place === undefined) continue;
    row.at.push(place);
    row.much.push(much);
  }
  return row;
}

/** One round over all lessons, in an order that mixes the kinds. Plain loops: this runs a hundred million times. */
function teach(lessons: readonly Row[], learnt: Learnt, round: number): void {
  const { kinds, weights } = learnt;
  const width = kinds.length;
  const step = pace / (1 + round * slowing);
  for (let turn = 0; turn < lessons.length; turn++) {
    const lesson = lessons[(turn * 7919 + round * 31) % lessons.length];
    if (!lesson) continue;
    const off = weigh(lesson, learnt).map((share, kind) => (kind === lesson.kind ? 1 - share : -share));
    for (let place = 0; place < lesson.at.length; place++) {
      const much = lesson.much[place] ?? 0;
      const from = (lesson.at[place] ?? 0) * width;
      for (let kind = 0; kind < width; kind++) {
        const weight = weights[from + kind] ?? 0;
        weights[from + kind] = weight + step * ((off[kind] ?? 0) * much - forgetting * weight);
      }
    }
  }
}

function weigh({ at, much }: Omit<Row, 'kind'>, { kinds, weights }: Learnt): Float64Array {
  const width = kinds.length;
  const powers = new Float64Array(width);
  for (let place = 0; place < at.length; place++) {
    const from = (at[place] ?? 0) * width;
    const times = much[place] ?? 0;
    for (let kind = 0; kind < width; kind++) powers[kind] = (powers[kind] ?? 0) + (weights[from + kind] ?? 0) * times;
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
