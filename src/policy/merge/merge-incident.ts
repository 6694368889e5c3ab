import { type Category, categories, severities } from '../../domain/filing.ts';
import type { AccusedSource, IncidentSource } from '../parts/incident.ts';
import type { Accused, Alarm, Case, IncidentType, Parents, TypedReport } from '../standing.ts';
import type { AboutKind } from '../vocabulary.ts';
import {
  adviceOf,
  allOf,
  clausesIn,
  clausesOf,
  firstOf,
  type Layer,
  mapOfAll,
  type Part,
  parts,
  signsOf,
} from './layers.ts';

type Said = readonly Part<IncidentSource>[];

/**
 * A kind of incident from all layers: lists are added up, so that nothing the floor demands can go; what stands alone
 * is the uppermost layer's word. What no layer says is blank or the safest there is; `missingIn` names it.
 */
export function mergeIncident(category: Category, layers: readonly Layer[]): IncidentType {
  const said = parts(layers, ({ incidents }) => incidents[category]);
  return {
    category,
    ids: said.map(({ layer }) => `${layer.id}.${category}`),
    title: firstOf(said, ({ title }) => title) ?? '',
    what: firstOf(said, ({ what }) => what) ?? '',
    c: firstOf(said, ({ c }) => c) ?? 'conduct',
    severity: firstOf(said, ({ severity }) => severity) ?? 'immediate',
    least: firstOf(
      said.filter(({ layer }) => layer !== layers.at(-1)),
      ({ severity }) => severity,
    ),
    ...recognition(category, said),
    ...route(said),
    ...guidance(said),
    clauses: clausesOf(said),
  };
}

function recognition(category: Category, said: Said) {
  return {
    signs: signsOf(said, ({ signs }) => signs),
    examples: allOf(said, ({ examples }) => examples),
    cases: said.flatMap(({ layer, said: { cases } }) => casesOf(layer, category, cases)),
  };
}

function route(said: Said) {
  return {
    tell: allOf(said, ({ tell }) => tell),
    outside: mapOfAll(said, ({ outside }) => outside),
    consider: mapOfAll(said, ({ consider }) => consider),
    keepFrom: allOf(said, ({ keepFrom }) => keepFrom),
    mutes: allOf(said, ({ mutes }) => mutes),
    slip: firstOf(said, ({ slip }) => slip) ?? false,
  };
}

function guidance(said: Said) {
  return {
    do: adviceOf(said, (one) => one.do),
    dont: adviceOf(said, (one) => one.dont),
    handler: allOf(said, ({ handler }) => handler),
    evidence: firstOf(said, ({ evidence }) => evidence) ?? { rule: 'never' as const, staff: '', pupil: '', parent: '' },
    parents: parentsOf(said),
    helplines: allOf(said, ({ helplines }) => helplines),
    deadlines: deadlinesOf(said),
    sanctions: sanctionsOf(said),
    close: allOf(said, ({ close }) => close),
  };
}

function casesOf(layer: Layer, category: Category, cases: IncidentSource['cases']): Case[] {
  return Object.entries(cases).flatMap(([name, one]) => {
    if (!one) return [];
    const { clause, ...rest } = one;
    return [{ ...rest, id: `${layer.id}.${category}.${name}`, from: layer.id, clauses: clausesIn(layer, clause) }];
  });
}

function parentsOf(said: Said): Parents {
  const spoken = said.flatMap(({ layer, said: { parents } }) => (parents ? [{ layer, said: parents }] : []));
  return {
    by: firstOf(spoken, ({ by }) => by) ?? ['dsl'],
    notBy: allOf(spoken, ({ notBy }) => notBy),
    hold: spoken.some((part) => part.said.hold),
    when: firstOf(spoken, ({ when }) => when || undefined) ?? '',
  };
}

function deadlinesOf(said: Said): IncidentType['deadlines'] {
  const byName = new Map(
    said
      .toReversed()
      .flatMap(({ layer, said: one }) =>
        Object.entries(one.deadlines).flatMap(([name, deadline]) =>
          deadline ? [[name, { ...deadline, id: `${layer.id}.${name}`, from: layer.id }] as const] : [],
        ),
      ),
  );
  return [...byName.values()];
}

/** Care that comes first anywhere comes first. */
function sanctionsOf(said: Said): IncidentType['sanctions'] {
  const all = said.map((part) => part.said.sanctions);
  return all.includes('none') ? 'none' : [...new Set(all.flatMap((one) => (Array.isArray(one) ? one : [])))];
}

/** The alarms of all layers. */
export function mergeAlarms(layers: readonly Layer[]): Alarm[] {
  return layers.flatMap((layer) =>
    Object.entries(layer.source.alarms).flatMap(([name, alarm]) => {
      if (!alarm) return [];
      const { clause, ...rest } = alarm;
      return [{ ...rest, id: `${layer.id}.${name}`, from: layer.id, clauses: clausesIn(layer, clause) }];
    }),
  );
}

/** Where reports about such a person go. */
export function mergeAccused(kind: AboutKind, layers: readonly Layer[]): Accused {
  const said = parts(layers, ({ accused }) => accused[kind]);
  return {
    kind,
    ids: said.map(({ layer }) => `${layer.id}.about-${kind}`),
    why: firstOf(said, ({ why }) => why) ?? '',
    words: [...allOf(said, ({ words }) => words), ...deedsOf(said, layers)],
    unless: allOf(said, ({ unless }) => unless),
    tell: allOf(said, ({ tell }) => tell),
    keeps: allOf(said, ({ keeps }) => keeps),
    outside: mapOfAll(said, ({ outside }) => outside),
    consider: mapOfAll(said, ({ consider }) => consider),
    keepFrom: allOf(said, ({ keepFrom }) => keepFrom),
    handler: allOf(said, ({ handler }) => handler),
    do: adviceOf(said, (one) => one.do),
    dont: adviceOf(said, (one) => one.dont),
    clauses: clausesOf(said),
  };
}

/** What accuses anybody, said of this person; a deed whose person no layer names accuses nobody. */
function deedsOf(said: readonly Part<AccusedSource>[], layers: readonly Layer[]): readonly string[] {
  const names = { '<accused>': firstOf(said, ({ who }) => who), '<whose>': firstOf(said, ({ whose }) => whose) };
  return layers.flatMap(({ source: { deeds } }) =>
    deeds.flatMap((deed) => {
      const open = Object.entries(names).filter(([name]) => deed.includes(name));
      if (open.length === 0 || open.some(([, own]) => own === undefined)) return [];
      return [open.reduce((source, [name, own = '']) => source.replaceAll(name, own), deed)];
    }),
  );
}

/** The made-up reports of all layers. */
export function mergeReports(layers: readonly Layer[]): TypedReport[] {
  return layers.flatMap(({ source: { reports } }) =>
    categories.flatMap((category) =>
      severities.flatMap((severity) =>
        (reports[category]?.[severity] ?? []).map((text) => ({ category, severity, text })),
      ),
    ),
  );
}
