import { type Category, categories } from '../domain/filing.ts';
import { adviceOf, allOf, keysOf, type Layer, mapOfAll, parts } from './merge/layers.ts';
import { mergeAccused, mergeAlarms, mergeIncident, mergeReports } from './merge/merge-incident.ts';
import { mergeContact, mergeDocuments, mergeHelpline } from './merge/merge-people.ts';
import { mergeGaps, mergeRequest, mergeRules, mergeSanctions } from './merge/merge-rules.ts';
import { missingIn } from './merge/missing.ts';
import { loosened } from './merge/tighten.ts';
import type { PackSource } from './pack.ts';
import { phrasesOf } from './pattern.ts';
import type { Problem } from './problem.ts';
import type { Pack } from './standing.ts';
import { aboutKinds, routeRoles } from './vocabulary.ts';

/** A pack as it stands, and where it says less than the floor demands or leaves something out. */
export type Merged = { readonly pack: Pack; readonly problems: readonly Problem[] };

/**
 * Lays a school's pack upon the floor (rule: a pack can only tighten). Problems name places in the school's pack. With
 * no floor beneath it, the pack is the floor itself and must be complete.
 */
export function mergePack(own: PackSource, floor: PackSource | undefined): Merged {
  const layers = [own, ...(floor ? [floor] : [])].map((source): Layer => ({ id: source.pack.id, source }));
  const pack = standing(own, layers);
  return { pack, problems: [...(floor ? loosened(own, floor, pack) : []), ...missingIn(layers)] };
}

function standing(own: PackSource, layers: readonly Layer[]): Pack {
  const documents = mergeDocuments(layers);
  const whole = parts(layers, (source) => source);
  return {
    head: own.pack,
    sources: Object.fromEntries(layers.map(({ id, source }) => [id, source.pack.source])),
    documents,
    sections: mapOfAll(whole, ({ sections }) => sections),
    topics: mapOfAll(whole, ({ topics }) => topics),
    contacts: byKey(
      routeRoles.filter((role) => layers.some(({ source }) => source.contacts[role])),
      (role) => mergeContact(role, layers),
    ),
    helplines: byKey(
      keysOf(layers, ({ helplines }) => helplines),
      (name) => mergeHelpline(name, layers),
    ),
    rules: mergeRules(layers, documents),
    gaps: mergeGaps(layers),
    danger: adviceOf(whole, ({ danger }) => danger),
    incidents: byKey(categories, (category) => mergeIncident(category, layers)) as Record<
      Category,
      Pack['incidents'][Category]
    >,
    alarms: mergeAlarms(layers),
    accused: byKey(
      aboutKinds.filter((kind) => layers.some(({ source }) => source.accused[kind])),
      (kind) => mergeAccused(kind, layers),
    ),
    reports: mergeReports(layers),
    requests: keysOf(layers, ({ requests }) => requests).map((name) => mergeRequest(name, layers)),
    sanctions: mergeSanctions(layers),
    ...language(layers),
  };
}

/** Words that all layers know. */
function language(layers: readonly Layer[]): Pick<Pack, 'lists' | 'cues' | 'thesaurus' | 'spellings'> {
  const whole = parts(layers, (source) => source);
  return {
    lists: byKey(
      keysOf(layers, ({ lists }) => lists),
      (name) => allOf(whole, ({ lists }) => (lists[name] ?? []).flatMap(phrasesOf)),
    ),
    cues: mapOfAll(whole, ({ cues }) => cues),
    thesaurus: byKey(
      keysOf(layers, ({ thesaurus }) => thesaurus),
      (name) => allOf(whole, ({ thesaurus }) => thesaurus[name] ?? []),
    ),
    spellings: mapOfAll(whole, ({ spellings }) => spellings),
  };
}

function byKey<Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, make(key)]));
}
