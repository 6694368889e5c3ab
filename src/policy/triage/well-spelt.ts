import type { Pack } from '../standing.ts';
import { fold, tokens } from '../text.ts';

/** Words that are spelt as they are meant: every word of a pack's answers and advice, and of its lists of plain words. */
export function wellSpelt(pack: Pack): ReadonlySet<string> {
  const known = new Set<string>();
  for (const text of textsIn(pack)) for (const { word } of tokens(text)) known.add(word);
  for (const typed of Object.keys(pack.spellings)) known.delete(fold(typed));
  return known;
}

function* textsIn(pack: Pack): Iterable<string> {
  yield* [...pack.rules.flatMap(({ answer, pupil, parent }) => [answer, pupil, parent])];
  yield* pack.lists['plain'] ?? [];
  yield* pack.lists['well-spelt'] ?? [];
  yield* pack.lists['english'] ?? [];
  for (const incident of Object.values(pack.incidents)) {
    yield* [...incident.handler, ...incident.close, incident.what];
    for (const who of ['staff', 'pupil', 'parent'] as const) yield* [...incident.do[who], ...incident.dont[who]];
  }
}
