import type { Pack, TypedReport } from '../../src/policy/standing.ts';
import { tokens } from '../../src/policy/text.ts';
import { type Experience, lessonsOf } from '../../src/policy/triage/experience.ts';
import { lexiconOf } from '../../src/policy/triage/lexicon.ts';
import { judgeBy, learnOpinions } from '../../src/policy/triage/opinions.ts';

/** From this likeness on, a made-up report may have been written with an incident in mind. */
const kin = 0.3;
const folds = 6;

/** Some incidents, with an experience that knows nothing of them: whatever report resembles one was left out. */
export type Fold<Held> = { readonly held: readonly Held[]; readonly experience: Experience };

/** Deals incidents into folds, and learns for each from the reports that resemble none of its incidents. */
export function foldsOf<Held extends { readonly text: string }>(all: readonly Held[], floor: Pack): Fold<Held>[] {
  const likeness = likenessAmong(floor.reports);
  const lessons = lessonsOf(floor.reports, floor, lexiconOf(floor));
  return Array.from({ length: folds }, (_, fold) => {
    const held = all.filter((__, place) => place % folds === fold);
    const apart = floor.reports.map(({ text }) => !held.some((one) => likeness(one.text, text) >= kin));
    return { held, experience: judgeBy(learnOpinions(lessons.filter((__, place) => apart[place]))) };
  });
}

/** The reports dealt into folds, each with an experience that was not taught by it. */
export function foldsOfReports(floor: Pack): Fold<TypedReport>[] {
  const lessons = lessonsOf(floor.reports, floor, lexiconOf(floor));
  const foldAt = (place: number) => (place * 7919) % folds;
  return Array.from({ length: folds }, (_, fold) => ({
    held: floor.reports.filter((__, place) => foldAt(place) === fold),
    experience: judgeBy(learnOpinions(lessons.filter((__, place) => foldAt(place) !== fold))),
  }));
}

/** How much two texts have in common, from 0 to 1; rare words count most. */
function likenessAmong(reports: readonly TypedReport[]): (one: string, other: string) => number {
  const counts = new Map<string, number>();
  for (const { text } of reports) for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log((reports.length + 1) / ((counts.get(word) ?? 0) + 0.5)) ** 2;
  const whole = (words: Set<string>) => [...words].reduce((sum, word) => sum + weight(word), 0);
  return (one, other) => {
    const [a, b] = [wordsOf(one), wordsOf(other)];
    return whole(new Set([...a].filter((word) => b.has(word)))) / (Math.sqrt(whole(a) * whole(b)) || 1);
  };
}

function wordsOf(text: string): Set<string> {
  return new Set(tokens(text).flatMap(({ word }) => (word.length > 3 ? [word] : [])));
}
