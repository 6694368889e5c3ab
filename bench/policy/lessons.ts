import { lessonsOf } from '../../src/policy/triage/experience.ts';
import { lexiconOf } from '../../src/policy/triage/lexicon.ts';
import { incidentsOf } from './incidents.ts';
import { madeUpReports } from './made-up.ts';
import { floorAlone } from './packs.ts';
import type { Weighted } from './teach.ts';

/** A lesson, and the file that it is from. */
export type FiledLesson = Weighted & { readonly file: string };

/** What a report of the floor's lists counts beside one of an independent writer. */
const listed = 0.5;

/** All that teaches triage: the floor's reports, the made-up ones, and the open incidents. */
export function allLessons(): readonly FiledLesson[] {
  const floor = floorAlone();
  const lexicon = lexiconOf(floor);
  const told = [
    ...floor.reports.map((one) => ({ ...one, file: 'floor', weight: listed })),
    ...madeUpReports().map((one) => ({ ...one, weight: 1 })),
    ...incidentsOf('tuning').map(({ also_ok, about, ...one }) => ({
      ...one,
      about: about ?? undefined,
      also: also_ok.severity[0],
      weight: 1,
    })),
  ];
  const lessons = lessonsOf(told, floor, lexicon);
  return told.flatMap(({ file, weight }, place) => {
    const lesson = lessons[place];
    return lesson ? [{ ...lesson, file, weight }] : [];
  });
}
