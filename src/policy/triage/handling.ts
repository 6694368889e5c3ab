import type { Pack } from '../standing.ts';
import type { Speakers } from './advice.ts';
import type { Candidate } from './candidates.ts';
import { type Context, said } from './context.ts';
import type { Handling } from './result.ts';

/** What whoever deals with it reads and has to see to. */
export function handlingOf(lead: Candidate, speakers: Speakers, context: Context, pack: Pack): Handling {
  const { candidates, alarms, accusation } = speakers;
  const lines = (all: readonly string[]) => speakers.speak(all, 'staff');
  const sources = [...alarms, ...accusation.accused, ...candidates.flatMap(({ cases }) => cases)];
  return {
    steps: lines([...sources.flatMap(({ handler }) => handler), ...candidates.flatMap((one) => one.incident.handler)]),
    consider: Object.assign(
      {},
      ...candidates.map((one) => one.incident.consider),
      ...sources.map((one) => one.consider),
    ),
    parents: parentsOf(lead, speakers),
    deadlines: candidates.flatMap(({ incident }) => incident.deadlines),
    sanctions: sanctionsOf(candidates, context, pack),
    close: lines(candidates.flatMap(({ incident }) => incident.close)),
  };
}

/** Parents hear nothing before somebody has decided, when anything found says so. */
function parentsOf(lead: Candidate, { candidates, alarms }: Speakers): Handling['parents'] {
  const hold = alarms.some((one) => one.holdParents) || candidates.some(({ incident }) => incident.parents.hold);
  return { ...lead.incident.parents, hold };
}

/** Sanctions of the leading incident, those first whose words were found; none where care comes first anywhere. */
function sanctionsOf(candidates: readonly Candidate[], context: Context, { sanctions }: Pack): readonly string[] {
  if (candidates.some(({ incident }) => incident.sanctions === 'none')) return [];
  const open = candidates.flatMap(({ incident }) => (incident.sanctions === 'none' ? [] : incident.sanctions));
  const meant = open.filter((id) => sanctions[id]?.words.some((source) => said(source, context).length > 0));
  return [...new Set(meant.length > 0 ? meant : open)];
}
