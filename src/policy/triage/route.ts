import type { Alarm, Pack } from '../standing.ts';
import { type InsideRole, insideRoles, type KeptFrom, type OutsideRole, outsideRoles } from '../vocabulary.ts';
import { type Accusation, holder } from './accusation.ts';
import { type Candidate, isFaint } from './candidates.ts';
import { isAdults } from './heard.ts';
import type { NextStep, TriageRoute } from './result.ts';

/** Who is told when everybody whom a rule names is accused, in this order. */
const lastResort: readonly InsideRole[] = ['headteacher', 'chair-of-governors'];

/** Who is told, what comes next, and who must not know. Whoever holds two roles is named by both. */
export function routeOf(
  candidates: readonly Candidate[],
  alarms: readonly Alarm[],
  accusation: Accusation,
  pack: Pick<Pack, 'contacts'>,
): TriageRoute {
  const named = accusation.accused.length > 0 ? tellAboutAdult(candidates, accusation) : candidates.flatMap(tellOf);
  const wanted = [...named, ...alarms.flatMap(({ tell }) => tell)];
  const titles = wanted.flatMap((role) => [role, holder(role, pack)]);
  const keptFrom = keptFromOf(candidates, alarms, accusation, pack);
  const allowed = [...new Set(titles)].filter((role) => !keptFrom.includes(role));
  const tell = allowed.length > 0 ? allowed : lastResort.filter((role) => !accusation.barred.has(role)).slice(0, 1);
  return {
    tell,
    outside: outsideOf(candidates, alarms, accusation),
    keptFrom,
  };
}

function tellOf({ incident, cases }: Candidate): readonly InsideRole[] {
  return [...incident.tell, ...cases.flatMap(({ tell }) => tell)];
}

/**
 * The accused person's own route; of the incident's, only who mends things, and who was named for this very case. What
 * happens to anybody is no allegation, so whom its circumstances name hear of it too.
 */
function tellAboutAdult(candidates: readonly Candidate[], { accused }: Accusation): readonly InsideRole[] {
  const keeps = new Set(accused.flatMap((one) => one.keeps));
  const isSlip = candidates[0]?.incident.slip === true && !candidates.some(isAdults);
  const meant = candidates.flatMap(({ cases }) => cases.filter(({ about }) => isSlip || about.length > 0));
  return [
    ...accused.flatMap(({ tell }) => tell),
    ...candidates.flatMap(tellOf).filter((role) => keeps.has(role)),
    ...meant.flatMap(({ tell }) => tell),
  ];
}

function outsideOf(
  candidates: readonly Candidate[],
  alarms: readonly Alarm[],
  { accused, barred }: Accusation,
): readonly NextStep[] {
  const distinct = candidates.filter((one, place) => place === 0 || !isFaint(one));
  const said: readonly Readonly<Partial<Record<OutsideRole, string>>>[] = [
    ...alarms.map(({ outside }) => outside),
    ...distinct.flatMap(({ cases }) => cases.map(({ outside }) => outside)),
    ...accused.map(({ outside }) => outside),
    ...distinct.map(({ incident }) => incident.outside),
  ];
  return outsideRoles.flatMap((role) => {
    const how = said.map((one) => one[role]).find((one) => one !== undefined);
    return how === undefined || barred.has(role) ? [] : [{ role, how }];
  });
}

/** What is kept from a post is kept from whatever else its holder holds. */
function keptFromOf(
  candidates: readonly Candidate[],
  alarms: readonly Alarm[],
  { barred }: Accusation,
  pack: Pick<Pack, 'contacts'>,
): readonly KeptFrom[] {
  const said = [
    ...candidates.flatMap(({ incident }) => incident.keepFrom),
    ...alarms.flatMap(({ keepFrom }) => keepFrom),
  ];
  const posts = insideRoles.filter((role) => said.some((one) => one === holder(role, pack)));
  return [...new Set([...barred, ...said, ...posts])];
}
