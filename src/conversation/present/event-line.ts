import type { CaseEvent } from '../../domain/case.ts';
import type { Listener } from '../voice.ts';
import { clockLines } from './event-lines/clock.ts';
import type { EventLines } from './event-lines/lines.ts';
import { peopleLines } from './event-lines/people.ts';
import { progressLines } from './event-lines/progress.ts';
import { talkLines } from './event-lines/talk.ts';
import { whoLines } from './event-lines/who-may-know.ts';
import { wordsLines } from './event-lines/words.ts';

/** Every kind of event. Each topic of casework has its lines in a file of its own. */
const lines: EventLines<CaseEvent['kind']> = {
  ...progressLines,
  ...talkLines,
  ...wordsLines,
  ...peopleLines,
  ...whoLines,
  ...clockLines,
};

/** One event in one line of a case's history, without who did it. */
export function eventLine(to: Listener, event: CaseEvent): string {
  const line = lines[event.kind] as (to: Listener, event: CaseEvent) => string;
  return line(to, event);
}
