import type { Experience } from '../../src/policy/triage/experience.ts';
import { judgeBy } from '../../src/policy/triage/opinions.ts';
import type { FiledLesson } from './lessons.ts';
import { teach } from './teach.ts';

const folds = 3;

/** Some files, each by a writer of its own, and an experience that knows nothing of them. */
export type Fold = { readonly files: ReadonlySet<string>; readonly experience: Experience };

/** Deals files into folds, and learns for each from all other files. A fold takes some minutes. */
export function foldsOf(lessons: readonly FiledLesson[]): readonly Fold[] {
  const files = [...new Set(lessons.map(({ file }) => file))].filter((file) => file !== 'floor');
  return Array.from({ length: folds }, (_, fold) => {
    const held = new Set(files.filter((__, place) => place % folds === fold));
    return { files: held, experience: judgeBy(teach(lessons.filter(({ file }) => !held.has(file)))) };
  });
}
