import type { RuleSource } from '../parts/rule.ts';
import type { Gap, PolicyDocument, RequestType, Rule, Sanction } from '../standing.ts';
import { type Audience, audiences } from '../vocabulary.ts';
import { allOf, clausesIn, clausesOf, firstOf, type Layer, mapOfAll, parts, signsOf } from './layers.ts';

/** All rules: the school's own, then those of the floor that it does not answer itself. */
export function mergeRules(layers: readonly Layer[], documents: Readonly<Record<string, PolicyDocument>>): Rule[] {
  const taken = new Set<string>();
  return layers.flatMap((layer) =>
    Object.entries(layer.source.rules).flatMap(([name, said]) => {
      if (!said || taken.has(name)) return [];
      taken.add(name);
      return [ruleOf(name, said, layer, layers, documents)];
    }),
  );
}

function ruleOf(
  name: string,
  { clause, for: whom, ...said }: RuleSource,
  layer: Layer,
  layers: readonly Layer[],
  documents: Readonly<Record<string, PolicyDocument>>,
): Rule {
  const clauses = clausesIn(layer, clause);
  const document = documents[clauses[0]?.document ?? ''];
  return {
    ...said,
    id: `${layer.id}.${name}`,
    from: layer.id,
    for: askersOf({ for: whom, pupil: said.pupil }),
    pupilAsks: said.pupilAsks ?? said.asks[0] ?? name,
    clauses,
    approved: said.approved ?? document?.approved ?? '',
    reviewBy: said.reviewBy ?? document?.reviewBy ?? '',
    owner: said.owner ?? ownerOf(said.topic, layers),
    related: said.related.map((other) => fullId(other, layers)),
  };
}

/** Who may ask: as the rule says; else every adult, and pupils where there is an answer for them. */
export function askersOf({ for: whom, pupil }: Pick<RuleSource, 'for' | 'pupil'>): readonly Audience[] {
  const said = whom ?? audiences.filter((one) => one !== 'pupil');
  return pupil === '' ? said : [...new Set([...said, 'pupil' as const])];
}

/** The rule's id with the pack that has it: the school's own before the floor's. */
function fullId(name: string, layers: readonly Layer[]): string {
  const layer = layers.find(({ source }) => source.rules[name]) ?? layers[0];
  return `${layer?.id ?? ''}.${name}`;
}

function ownerOf(topic: string, layers: readonly Layer[]): Rule['owner'] {
  const said = parts(layers, ({ topics }) => topics[topic]);
  return firstOf(said, ({ owner }) => owner) ?? layers[0]?.source.pack.owner ?? 'dsl';
}

/** What the policy is known not to answer. */
export function mergeGaps(layers: readonly Layer[]): Gap[] {
  return layers.flatMap((layer) =>
    Object.entries(layer.source.gaps).flatMap(([name, said]) =>
      said ? [{ ...said, id: `${layer.id}.${name}`, from: layer.id, owner: ownerOf(said.topic, layers) }] : [],
    ),
  );
}

/** A request from all layers; who decides is the school's word alone, for a request is nobody's emergency. */
export function mergeRequest(name: string, layers: readonly Layer[]): RequestType {
  const said = parts(layers, ({ requests }) => requests[name]);
  const pupil = firstOf(said, (one) => one.pupil) ?? '';
  return {
    id: name,
    ids: said.map(({ layer }) => `${layer.id}.${name}`),
    title: firstOf(said, ({ title }) => title) ?? '',
    category: firstOf(said, ({ category }) => category) ?? 'other',
    for: [...askersOf({ for: firstOf(said, (one) => one.for) ?? [...audiences], pupil })],
    signs: signsOf(said, ({ signs }) => signs),
    examples: allOf(said, ({ examples }) => examples),
    tell: firstOf(said, ({ tell }) => tell) ?? [],
    cases: mapOfAll(said, ({ cases }) => cases),
    answer: firstOf(said, ({ answer }) => answer) ?? '',
    pupil,
    needs: allOf(said, ({ needs }) => needs),
    handler: allOf(said, ({ handler }) => handler),
    clauses: clausesOf(said),
  };
}

/** The school's sanctions; the floor has none. */
export function mergeSanctions(layers: readonly Layer[]): Record<string, Sanction> {
  const all = layers.toReversed().flatMap((layer) =>
    Object.entries(layer.source.sanctions).flatMap(([name, said]) => {
      if (!said) return [];
      const { clause, ...rest } = said;
      return [
        [name, { ...rest, id: `${layer.id}.${name}`, from: layer.id, clauses: clausesIn(layer, clause) }] as const,
      ];
    }),
  );
  return Object.fromEntries(all);
}
