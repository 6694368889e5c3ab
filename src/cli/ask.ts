import { Command } from 'commander';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Answerer } from '../policy/answers/answerer.ts';
import { policyOf } from '../policy/policy.ts';
import { audiences } from '../policy/vocabulary.ts';
import { type AnswerLine, lineOf } from './answer-line.ts';
import { eachPack } from './each-pack.ts';
import { answerLines } from './json-lines.ts';
import { meantBy, type Trying, tryingOptions } from './plain.ts';
import type { Shell } from './shell.ts';

const asked = z.object({
  id: z.union([z.string(), z.number()]),
  policy: z.string(),
  role: z.enum(audiences),
  question: z.string(),
});

/**
 * `lantern ask`: what somebody would be answered, in plain text; or with `--jsonl` every question on the input, a line
 * of JSON each, in the same order.
 */
export function askCommand(input: NodeJS.ReadableStream, shell: Shell): Command {
  const command = new Command('ask')
    .description('answer a question from a policy: lantern ask --policy lbbd --as parent "can he bring his phone"')
    .argument('[question...]', 'the question, as somebody would type it');
  for (const option of tryingOptions()) command.addOption(option);
  return command.action(async (words: readonly string[], { jsonl, packs, policy, as }: Trying) => {
    if (!jsonl && words.length === 0) {
      shell.write('Nothing to answer: give a question, or use --jsonl and give one a line on the input.\n');
      shell.fail();
      return;
    }
    const answerers = eachPack(packs, shell, ({ pack, prepared }) => policyOf(pack, prepared).answer);
    const today = DateTime.local().toISODate();
    if (jsonl) return answerLines(input, shell, (line) => answer(line, answerers, today));
    const answering = meantBy(policy, answerers, shell);
    if (answering) shell.write(plainly(lineOf(answering({ text: words.join(' '), role: as }, today), as)));
  });
}

/** How an answer is shown to whoever tries a pack: what the person reads, and below it why. */
function plainly({ kind, answer, rule, confidence }: AnswerLine): string {
  const why = [kind, rule, `${Math.round(confidence * 100)} in 100 sure`].filter(Boolean).join(', ');
  return `${answer}\n\n[${why}]\n`;
}

function answer(line: unknown, answerers: ReadonlyMap<string, Answerer>, today: string): object {
  const { id, policy, role, question } = asked.parse(line);
  const answering = answerers.get(policy);
  if (!answering) throw new Error(`no pack is named ${policy}`);
  return { id, ...lineOf(answering({ text: question, role }, today), role) };
}
