import type { PackSource } from '../pack.ts';
import type { AdviceSource, SignsSource } from '../parts/incident.ts';
import type { Clause } from '../standing.ts';

/** A pack that is to be laid upon another. Layers are listed with the school's own first, the floor last. */
export type Layer = { readonly id: string; readonly source: PackSource };

/** What one layer says about one thing. */
export type Part<Said> = { readonly layer: Layer; readonly said: Said };

/** What the layers say about a thing; those that say nothing are left out. */
export function parts<Said>(
  layers: readonly Layer[],
  pick: (source: PackSource) => Said | undefined,
): readonly Part<Said>[] {
  return layers.flatMap((layer) => {
    const said = pick(layer.source);
    return said === undefined ? [] : [{ layer, said }];
  });
}

/** The uppermost layer's word on something. */
export function firstOf<Said, Value>(
  said: readonly Part<Said>[],
  pick: (one: Said) => Value | undefined,
): Value | undefined {
  return said.map((part) => pick(part.said)).find((value) => value !== undefined);
}

/** What all layers say, the floor's first, each once. */
export function allOf<Said, Value>(said: readonly Part<Said>[], pick: (one: Said) => readonly Value[]): Value[] {
  return [...new Set(said.toReversed().flatMap((part) => pick(part.said)))];
}

/** What all layers say by key; where two speak of one key, the upper layer's words. */
export function mapOfAll<Said, Value>(
  said: readonly Part<Said>[],
  pick: (one: Said) => Readonly<Partial<Record<string, Value>>>,
): Record<string, Value> {
  return Object.assign({}, ...said.toReversed().map((part) => pick(part.said)));
}

/** Every key under which any layer says something. */
export function keysOf(layers: readonly Layer[], pick: (source: PackSource) => object): string[] {
  return [...new Set(layers.toReversed().flatMap(({ source }) => Object.keys(pick(source))))];
}

/** All lines, the floor's first. */
export function adviceOf<Said>(said: readonly Part<Said>[], pick: (one: Said) => AdviceSource): AdviceSource {
  return {
    staff: allOf(said, (one) => pick(one).staff),
    pupil: allOf(said, (one) => pick(one).pupil),
    parent: allOf(said, (one) => pick(one).parent),
  };
}

/** All patterns. */
export function signsOf<Said>(said: readonly Part<Said>[], pick: (one: Said) => SignsSource): SignsSource {
  return {
    strong: allOf(said, (one) => pick(one).strong),
    likely: allOf(said, (one) => pick(one).likely),
    hint: allOf(said, (one) => pick(one).hint),
    ignore: allOf(said, (one) => pick(one).ignore),
    about: allOf(said, (one) => pick(one).about),
  };
}

/** A layer's clauses, with its main document named where none is. */
export function clausesIn(layer: Layer, clauses: readonly Clause[]): Clause[] {
  const main = Object.keys(layer.source.documents)[0] ?? '';
  return clauses.map(({ document, section }) => ({ document: document || main, section }));
}

/** The clauses of all layers, the school's own first. */
export function clausesOf<Said extends { readonly clause: readonly Clause[] }>(said: readonly Part<Said>[]): Clause[] {
  return said.flatMap(({ layer, said: { clause } }) => clausesIn(layer, clause));
}
