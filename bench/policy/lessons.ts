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
    const isHarmless = file.startsWith('e') && category === 'other' && severity === 'low';
    const isOften = isHarmless || file.startsWith('s');
    return lesson ? Array.from({ length: isOften ? everyday : 1 }, () => ({ ...lesson, file })) : [];
  });
}

/** Harmless messages and the shortest first ones are learnt so often: people type far more of them than writers did. */
const everyday = 2;
