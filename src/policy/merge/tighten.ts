import type { PackSource } from '../pack.ts';
import { error, type Path, type Problem } from '../problem.ts';
import type { Pack } from '../standing.ts';
import { taken } from './compare.ts';
import { loosenedIncidents } from './tighten-incident.ts';
import { loosenedWords } from './tighten-words.ts';

/**
 * Where a school's pack says less than the floor (requirements section 26). Most of the floor cannot even be spoken
 * against, since lists only grow; these are the places where a pack has the last word and may not use it so.
 */
export function loosened(own: PackSource, floor: PackSource, merged: Pack): readonly Problem[] {
  return [
    ...loosenedIncidents(own, floor, merged),
    ...loosenedAlarms(own, floor),
    ...loosenedAccused(own, floor),
    ...loosenedHelp(own, floor),
    ...loosenedRules(own, floor),
    ...loosenedWords(own, floor, merged),
    ...(own.pack.base ? [error(['pack', 'base'], 'is for the floor alone')] : []),
  ];
}

function loosenedAlarms(own: PackSource, floor: PackSource): readonly Problem[] {
  return taken(own.alarms, floor.alarms).map((name) =>
    error(['alarms', name], 'is an alarm of the floor; give yours another name'),
  );
}

function loosenedAccused(own: PackSource, floor: PackSource): readonly Problem[] {
  return Object.entries(own.accused).flatMap(([kind, said]) => {
    const barred = floor.accused[kind as keyof typeof floor.accused]?.keepFrom ?? [];
    const path: Path = ['accused', kind];
    return (['tell', 'keeps'] as const).flatMap((field) =>
      (said?.[field] ?? []).flatMap((role, index) =>
        barred.includes(role)
          ? [error([...path, field, index], `lets ${role} know, from whom the floor keeps it`)]
          : [],
      ),
    );
  });
}

function loosenedHelp(own: PackSource, floor: PackSource): readonly Problem[] {
  return taken(own.helplines, floor.helplines).flatMap((name) => {
    const [mine, theirs] = [own.helplines[name], floor.helplines[name]];
    if (theirs?.fixed) return [error(['helplines', name], 'is the same everywhere and cannot be changed')];
    if (mine?.hidden && !theirs?.hidden) return [error(['helplines', name, 'hidden'], 'hides a helpline of the floor')];
    const newer = mine?.phone === undefined || (mine.checked ?? '') > (theirs?.checked ?? '');
    return newer
      ? []
      : [error(['helplines', name, 'phone'], 'changes a number of the floor without a later `checked` date')];
  });
}

function loosenedRules(own: PackSource, floor: PackSource): readonly Problem[] {
  return taken(own.rules, floor.rules)
    .filter((name) => floor.rules[name]?.fixed)
    .map((name) =>
      error(['rules', name], 'answers something that only the floor may answer; give your rule another name'),
    );
}
