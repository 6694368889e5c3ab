import type { Instant } from '../domain/case.ts';
import type { School } from '../domain/school.ts';
import { gistOf } from '../policy/gist.ts';
import type { Pack } from '../policy/standing.ts';
import type { Audience } from '../policy/vocabulary.ts';
import { all } from './compose.ts';
import type { LoggedQuestion } from './questions.ts';
import { under } from './rows.ts';
import type { Store } from './store.ts';

/** Questions of the log that ask the same for the same reason. Nobody's name. */
export type QuestionGroup = Pick<LoggedQuestion, 'why' | 'rule' | 'answer'> & {
  /** As they were asked, each wording once, the newest first. */
  readonly questions: readonly string[];
  readonly audiences: readonly Audience[];
  readonly times: number;
  /** When it was last asked. */
  readonly at: Instant;
};

/** The log of a school's questions for whoever owns its policy: alike ones together, the newest first. */
export async function questionLog(store: Store, { id }: School, pack: Pack): Promise<readonly QuestionGroup[]> {
  const lines: LoggedQuestion[] = [];
  for await (const row of all(store, id, under('asked'))) lines.push(row.value as LoggedQuestion);
  const gist = gistOf(pack);
  const alike = ({ why, rule, question }: LoggedQuestion) => JSON.stringify([why, rule, gist(question)]);
  // Rows come oldest first, and a map keeps the order in which its groups were met.
  return [...Map.groupBy(lines.toReversed(), alike).values()].flatMap(groupOf);
}

function groupOf(lines: readonly LoggedQuestion[]): readonly QuestionGroup[] {
  const [newest] = lines;
  if (!newest) return [];
  const { why, rule, answer, at } = newest;
  const questions = [...new Set(lines.map(({ question }) => question))];
  const audiences = [...new Set(lines.map(({ audience }) => audience))];
  return [{ why, rule, answer, at, questions, audiences, times: lines.length }];
}
