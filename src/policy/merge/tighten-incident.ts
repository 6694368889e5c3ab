import type { Category } from '../../domain/filing.ts';
import type { PackSource } from '../pack.ts';
import { minutesIn } from '../parts/atoms.ts';
import type { IncidentSource } from '../parts/incident.ts';
import { error, type Path, type Problem } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { evidenceRules } from '../vocabulary.ts';
import { isBelow, taken } from './compare.ts';

type Pair = { readonly mine: IncidentSource; readonly floor: IncidentSource; readonly path: Path };

/** Where a pack's incidents ask for less than the floor's. */
export function loosenedIncidents(own: PackSource, floor: PackSource, merged: Pack): readonly Problem[] {
  return taken(own.incidents, floor.incidents).flatMap((name) => {
    const category = name as Category;
    const [mine, theirs] = [own.incidents[category], floor.incidents[category]];
    if (!mine || !theirs) return [];
    const pair: Pair = { mine, floor: theirs, path: ['incidents', category] };
    return [
      ...severity(pair),
      ...cases(pair),
      ...evidence(pair),
      ...parents(pair),
      ...deadlines(pair),
      ...sanctions(pair),
      ...barred(pair, merged.incidents[category].keepFrom),
    ];
  });
}

function severity({ mine, floor, path }: Pair): readonly Problem[] {
  const problems: Problem[] = [];
  if (mine.severity && floor.severity && isBelow(mine.severity, floor.severity)) {
    problems.push(error([...path, 'severity'], `is ${mine.severity}; the floor asks for ${floor.severity} at least`));
  }
  if (mine.c && mine.c !== floor.c) {
    problems.push(error([...path, 'c'], `is ${mine.c}; every school counts this as ${floor.c}`));
  }
  return problems;
}

function cases({ mine, floor, path }: Pair): readonly Problem[] {
  return Object.keys(mine.cases).flatMap((name) => {
    const here: Path = [...path, 'cases', name];
    return Object.hasOwn(floor.cases, name) ? [error(here, 'is a case of the floor; give yours another name')] : [];
  });
}

function evidence({ mine, floor, path }: Pair): readonly Problem[] {
  if (!mine.evidence || !floor.evidence) return [];
  const less = evidenceRules.indexOf(mine.evidence.rule) < evidenceRules.indexOf(floor.evidence.rule);
  return less
    ? [error([...path, 'evidence'], `is ${mine.evidence.rule} where the floor says ${floor.evidence.rule}`)]
    : [];
}

function parents({ mine, floor, path }: Pair): readonly Problem[] {
  if (!mine.parents?.by || !floor.parents?.hold) return [];
  const allowed = floor.parents.by ?? ['dsl'];
  return mine.parents.by
    .filter((role) => !allowed.includes(role))
    .map((role) =>
      error([...path, 'parents', 'by'], `lets ${role} tell parents; the floor leaves that to ${allowed.join(', ')}`),
    );
}

function deadlines({ mine, floor, path }: Pair): readonly Problem[] {
  return taken(mine.deadlines, floor.deadlines)
    .filter((name) => minutes(mine, name) > minutes(floor, name))
    .map((name) => error([...path, 'deadlines', name], `is longer than the floor's ${floor.deadlines[name]?.within}`));
}

function minutes(said: IncidentSource, name: string): number {
  return minutesIn(said.deadlines[name]?.within ?? '0 minutes');
}

function sanctions({ mine, floor, path }: Pair): readonly Problem[] {
  const punishes = floor.sanctions === 'none' && Array.isArray(mine.sanctions) && mine.sanctions.length > 0;
  return punishes ? [error([...path, 'sanctions'], 'sets sanctions where the floor puts care first')] : [];
}

function barred({ mine, path }: Pair, keepFrom: readonly string[]): readonly Problem[] {
  return mine.tell.flatMap((role, index) =>
    keepFrom.includes(role) ? [error([...path, 'tell', index], `tells ${role}, from whom it is kept`)] : [],
  );
}
