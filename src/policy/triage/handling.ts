import type { Case, Pack } from '../standing.ts';
import type { Speakers } from './advice.ts';
import type { Candidate } from './candidates.ts';
import { type Context, isSaid, mentioned } from './context.ts';
import type { Handling } from './result.ts';

/** What whoever deals with it reads and has to see to. */
export function handlingOf(lead: Candidate, speakers: Speakers, context: Context, pack: Pack): Handling {
  const { candidates, alarms, accusation } = speakers;
  const lines = (all: readonly string[]) => speakers.speak(all, 'staff');
  const cases = candidates.flatMap((one) => one.cases).filter((one) => !isLesser(one));
  const sources = [...alarms, ...accusation.accused, ...cases];
  const steps = lines(sources.flatMap(({ handler }) => handler));
  const checklist = [lead.incident, ...lead.cases.filter(isLesser)].flatMap(({ handler }) => handler);
  return {
    steps,
    checklist: lines(checklist).filter((line) => !steps.includes(line)),
    consider: Object.assign(
      {},
      ...candidates.map((one) => one.incident.consider),
      ...sources.map((one) => one.consider),
    ),
    parents: parentsOf(lead, speakers),
    deadlines: candidates.flatMap(({ incident }) => incident.deadlines),
    sanctions: sanctionsOf(speakers, context, pack),
    close: lines(candidates.flatMap(({ incident }) => incident.close)),
  };
}

/** Whether it is only what any less grave report of its kind may be: that is nothing to do first. */
function isLesser({ words, at }: Case): boolean {
  return words.length === 0 && at.length > 0 && at.every((one) => one === 'medium' || one === 'low');
}

/** Parents hear nothing before somebody has decided, when anything found says so. */
function parentsOf(lead: Candidate, { candidates, alarms }: Speakers): Handling['parents'] {
  const hold = alarms.some((one) => one.holdParents) || candidates.some(({ incident }) => incident.parents.hold);
  return { ...lead.incident.parents, hold };
}

/**
 * Sanctions are for pupils: none where an adult did it, or where care comes first anywhere. Those whose words were
 * found; else those that have none, but for what happens to anybody.
 */
function sanctionsOf(speakers: Speakers, context: Context, { sanctions }: Pack): readonly string[] {
  const { candidates, alarms, accusation } = speakers;
  const byPupil = accusation.accused.length === 0 && [undefined, 'pupil', 'unknown'].includes(context.said);
  if (!byPupil || alarms.some(({ holdParents }) => holdParents)) return [];
  if (candidates.some(({ incident }) => incident.sanctions === 'none')) return [];
  const open = candidates.flatMap(({ incident }) => (incident.sanctions === 'none' ? [] : incident.sanctions));
  const fitting = open.filter((id) => !sanctions[id]?.unless.some((source) => mentioned(source, context)));
  const meant = fitting.filter((id) => isSaid(sanctions[id]?.words ?? [], context));
  const slip = context.said !== 'pupil' && candidates.some(({ incident }) => incident.slip);
  const vague = fitting.filter((id) => sanctions[id]?.words.length === 0);
  return [...new Set(meant.length > 0 || slip ? meant : vague)];
}
