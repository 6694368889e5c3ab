import { lessonsOf } from '../../src/policy/triage/experience.ts';
import { lexiconOf } from '../../src/policy/triage/lexicon.ts';
import type { Lesson } from '../../src/policy/triage/network.ts';
import { incidentsOf } from './incidents.ts';
import { madeUpReports } from './made-up.ts';
import { floorAlone } from './packs.ts';

/** A lesson, and the file that it is from. */
export type FiledLesson = Lesson & { readonly file: string };

/** All that teaches triage: the floor's reports, the made-up ones, and the open incidents. */
export function allLessons(): readonly FiledLesson[] {
  const floor = floorAlone();
  const lexicon = lexiconOf(floor);
  const told = [
    ...floor.reports.map((one) => ({ ...one, file: 'floor' })),
    ...madeUpReports(),
    ...incidentsOf('tuning').map(({ also_ok, about, ...one }) => ({
      ...one,
      about: about ?? undefined,
      also: also_ok.severity[0],
    })),
  ];
  const lessons = lessonsOf(told, floor, lexicon);
  return told.flatMap(({ file, category, severity }, place) => {
    const lesson = lessons[place];
    const isHarmless = category === 'other' && severity === 'low';
    return lesson ? Array.from({ length: oftenIn(file, isHarmless) }, () => ({ ...lesson, file })) : [];
  });
}

/**
 * How often a lesson is learnt, by the file that it is from: the floor's own count twice, and so do harmless messages (e)
 * and the shortest first ones (s), which people type far more often than writers wrote them.
 */
function oftenIn(file: string, isHarmless: boolean): number {
  return /^(?:floor$|s\d)/.test(file) || (/^e\d/.test(file) && isHarmless) ? 2 : 1;
}
