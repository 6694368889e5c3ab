import { Command } from 'commander';
import { DateTime } from 'luxon';
import { type QuestionGroup, questionLog } from '../app/question-log.ts';
import type { School } from '../domain/school.ts';
import { eachSchool, type RecordOptions, type SchoolRecords } from './each-school.ts';
import { ruleDrafts } from './rule-drafts.ts';
import type { Shell } from './shell.ts';
import { onOneLine, table } from './table.ts';

type Why = QuestionGroup['why'];
type Found = Pick<School, 'id' | 'name' | 'policy' | 'timeZone'> & {
  readonly counts: Readonly<Record<Why, number>>;
  readonly questions: readonly QuestionGroup[];
};

/** `lantern policy unanswered`: what people asked and the policy did not answer, or not well. Nobody's name. */
export function unansweredCommand(shell: Shell): Command {
  return new Command('unanswered')
    .description('list questions that the policy did not answer, or not well, and answers to make rules of')
    .option('--schools <folder>', 'the folder of school files; LANTERN_SCHOOLS when not named')
    .option('--json', 'as JSON', false)
    .action((options: RecordOptions) => eachSchool(options, shell, find, asText));
}

async function find({ school, pack, store }: SchoolRecords): Promise<Found> {
  const { id, name, policy, timeZone } = school;
  const questions = await questionLog(store, school, pack);
  const count = (why: Why) => of(questions, why).reduce((sum, { times }) => sum + times, 0);
  const counts = { unanswered: count('unanswered'), unhelpful: count('unhelpful'), draft: count('draft') };
  return { id, name, policy, timeZone, counts, questions };
}

function of(questions: readonly QuestionGroup[], why: Why): readonly QuestionGroup[] {
  return questions.filter((one) => one.why === why);
}

function asText({ name, policy, timeZone, counts, questions }: Found): string {
  const { unanswered, unhelpful, draft } = counts;
  const drafts = of(questions, 'draft');
  return [
    `${onOneLine(name)} (${policy}): ${unanswered} unanswered, ${unhelpful} unhelpful, ${draft} draft${draft === 1 ? '' : 's'}\n`,
    part('The policy did not answer', of(questions, 'unanswered'), timeZone),
    part('The answer did not help', of(questions, 'unhelpful'), timeZone),
    drafts.length > 0 ? `\nAnswers to make rules of, for a file of the pack:\n\n${ruleDrafts(drafts)}` : '',
  ].join('');
}

function part(title: string, groups: readonly QuestionGroup[], zone: string): string {
  return groups.length > 0 ? `\n${title}\n${table(groups.map((one) => rowOf(one, zone)))}` : '';
}

function rowOf({ at, times, audiences, questions, rule }: QuestionGroup, zone: string): readonly string[] {
  const day = DateTime.fromISO(at, { zone }).setLocale('en-GB').toFormat('d LLL yyyy');
  const asked = questions.map(onOneLine).join(' / ');
  return [day, `${times}×`, audiences.join(', '), rule ? `${asked} (${rule})` : asked];
}
