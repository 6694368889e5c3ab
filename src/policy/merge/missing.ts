import { categories } from '../../domain/filing.ts';
import type { IncidentSource } from '../parts/incident.ts';
import { error, type Path, type Problem } from '../problem.ts';
import { adviceAudiences, routeRoles } from '../vocabulary.ts';
import { keysOf, type Layer, type Part, parts } from './layers.ts';

/** What no layer says although every pack must have it. Paths are those of the upper layer. */
export function missingIn(layers: readonly Layer[]): readonly Problem[] {
  return [
    ...categories.flatMap((category) =>
      missingInIncident(
        ['incidents', category],
        parts(layers, ({ incidents }) => incidents[category]),
      ),
    ),
    ...missingInMaps(layers),
    ...missingDanger(layers),
  ];
}

const musts: Readonly<Record<string, (said: IncidentSource) => boolean>> = {
  title: ({ title }) => title !== undefined,
  what: ({ what }) => what !== undefined,
  c: ({ c }) => c !== undefined,
  severity: ({ severity }) => severity !== undefined,
  tell: ({ tell }) => tell.length > 0,
  evidence: ({ evidence }) => evidence !== undefined,
  parents: ({ parents }) => parents !== undefined,
  handler: ({ handler }) => handler.length > 0,
  close: ({ close }) => close.length > 0,
  signs: ({ signs }) => signs.strong.length + signs.likely.length > 0,
  ...Object.fromEntries(
    adviceAudiences.flatMap((who) => [
      [`do for ${who}`, (said: IncidentSource) => said.do[who].length > 0],
      [`dont for ${who}`, (said: IncidentSource) => said.dont[who].length > 0],
    ]),
  ),
};

function missingInIncident(path: Path, said: readonly Part<IncidentSource>[]): readonly Problem[] {
  if (said.length === 0)
    return [error(['incidents'], `has nothing for ${String(path[1])}; all twenty categories are needed`)];
  return Object.entries(musts)
    .filter(([, holds]) => !said.some((part) => holds(part.said)))
    .map(([name]) => error(path, `has no ${name}`));
}

function missingInMaps(layers: readonly Layer[]): readonly Problem[] {
  const lacking = (
    map: 'contacts' | 'helplines' | 'requests',
    names: readonly string[],
    field: 'title' | 'answer' | 'tell',
  ) =>
    names
      .filter((name) => !parts(layers, (source) => entry(source[map], name)?.[field]).length)
      .map((name) => error([map, name], `has no ${field}`));
  const requests = keysOf(layers, (source) => source.requests);
  return [
    ...lacking(
      'contacts',
      routeRoles.filter((role) => layers.some(({ source }) => source.contacts[role])),
      'title',
    ),
    ...lacking(
      'helplines',
      keysOf(layers, ({ helplines }) => helplines),
      'title',
    ),
    ...lacking('requests', requests, 'title'),
    ...lacking('requests', requests, 'answer'),
    ...lacking('requests', requests, 'tell'),
  ];
}

function entry(map: object, name: string): Readonly<Record<string, unknown>> | undefined {
  return (map as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>)[name];
}

function missingDanger(layers: readonly Layer[]): readonly Problem[] {
  return adviceAudiences
    .filter((who) => layers.every(({ source }) => source.danger[who].length === 0))
    .map((who) => error(['danger'], `says nothing to ${who}: what to do in danger comes before anything else`));
}
