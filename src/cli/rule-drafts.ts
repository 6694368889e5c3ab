import { stringify } from 'yaml';
import type { QuestionGroup } from '../app/question-log.ts';

/**
 * Answers that people gave, as rules to be pasted into a file of the pack. Topic and clause are still to be filled in,
 * and the pack is refused until they are.
 */
export function ruleDrafts(drafts: readonly QuestionGroup[]): string {
  const rules: Record<string, object> = {};
  for (const draft of drafts) rules[freeName(nameOf(draft.questions[0] ?? ''), rules)] = ruleOf(draft);
  return stringify({ rules }, { lineWidth: 100 });
}

function ruleOf({ questions, audiences, answer }: QuestionGroup): object {
  return {
    topic: 'fill in one of the topics',
    clause: 'fill in the heading of the policy that says so',
    asks: questions,
    answer,
    ...(audiences.includes('pupil') && { pupil: answer }),
  };
}

/** A few words of the question, as ids of rules are written. */
function nameOf(question: string): string {
  const words = question
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’\p{M}]/gu, '')
    .match(/[a-z0-9]+/g);
  return words?.slice(0, 6).join('-') ?? 'new-rule';
}

function freeName(name: string, taken: Readonly<Record<string, object>>): string {
  if (!Object.hasOwn(taken, name)) return name;
  for (let number = 2; ; number++) if (!Object.hasOwn(taken, `${name}-${number}`)) return `${name}-${number}`;
}
