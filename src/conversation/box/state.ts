import type { CaseId } from '../../domain/case.ts';
import type { Box, Dialogue, Draft, Sent, World } from '../dialogue.ts';
import { minutesBetween } from '../flows/draft-parts.ts';
import type { BoxQuestion } from './questions.ts';

/** Minutes for which new words are taken as more of the same without asking. */
const sameTellingMinutes = 60;
/** Hours after which a child is told anew who reads it. */
const toldHours = 20;

type Change = { readonly [Part in keyof Box]?: Box[Part] | undefined };

/** Where the child's telling stands. */
export function boxOf({ box = {} }: Dialogue): Box {
  return box;
}

/** The state with parts of the box changed; undefined takes a part out. */
export function withBox(state: Dialogue, change: Change): Dialogue {
  const parts = Object.entries({ ...state.box, ...change }).filter(([, part]) => part !== undefined);
  return { ...state, box: Object.fromEntries(parts) };
}

/** The state with this draft, or with none. */
export function withDraft({ draft: _, ...state }: Dialogue, draft: Draft | undefined): Dialogue {
  return draft ? { ...state, draft } : state;
}

/** The state with these loose words; none where they are empty. */
export function withLoose({ loose: _, ...state }: Dialogue, loose: string): Dialogue {
  return loose === '' ? state : { ...state, loose };
}

/** The state once questions of the draft need not be asked any more. */
export function answeredIn(state: Dialogue, ...questions: readonly BoxQuestion[]): Dialogue {
  return withBox(state, { done: [...new Set([...(boxOf(state).done ?? []), ...questions])] });
}

/** Whether the child was told, not long ago, who reads it and that no secret can be promised. */
export function isTold(state: Dialogue, { now }: World): boolean {
  const { told } = boxOf(state);
  return told !== undefined && minutesBetween(told, now) < toldHours * 60;
}

/** Whether the draft was last touched so long ago that new words may be about something else. */
export function isStale({ touched }: Draft, { now }: World): boolean {
  return minutesBetween(touched, now) > sameTellingMinutes;
}

/** The case that was sent or added to not long ago: what is said now belongs to it. */
export function sentLately(state: Dialogue, { now }: World): CaseId | undefined {
  const { sent } = boxOf(state);
  return sent && minutesBetween(sent.at, now) <= sameTellingMinutes ? sent.id : undefined;
}

/** The case as what was sent or added to last; what is known of it is kept. */
export function sentAgain(state: Dialogue, id: CaseId, { now }: World): Sent {
  const { sent } = boxOf(state);
  return { ...(sent?.id === id ? sent : {}), id, at: now };
}

/** Whether the draft holds anything that was said. */
export function hasWords({ draft, loose = '' }: Dialogue): boolean {
  return loose !== '' || (draft !== undefined && (draft.report.what !== '' || draft.report.subjects.length > 0));
}
