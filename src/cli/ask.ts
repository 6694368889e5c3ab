import { Command } from 'commander';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Answerer } from '../policy/answers/answerer.ts';
import { policyOf } from '../policy/policy.ts';
import { audiences } from '../policy/vocabulary.ts';
import { lineOf } from './answer-line.ts';
import { eachPack } from './each-pack.ts';
import { answerLines } from './json-lines.ts';
import type { Shell } from './shell.ts';

const asked = z.object({
  id: z.union([z.string(), z.number()]),
  policy: z.string(),
  role: z.enum(audiences),
  question: z.string(),
});

type Options = { readonly jsonl: boolean; readonly packs: string };

/** `lantern ask --jsonl`: answers every question on the input, a line of JSON each, in the same order. */
export function askCommand(input: NodeJS.ReadableStream, shell: Shell): Command {
  return new Command('ask')
    .description('answer questions from the policies')
    .option('--jsonl', 'questions on the input, one JSON object a line; the same on the output', false)
    .option('--packs <folder>', 'the folder of packs', 'policies')
    .action(async ({ jsonl, packs }: Options) => {
      if (!jsonl) {
        shell.write('Nothing to read: use --jsonl and give one question a line.\n');
        shell.fail();
        return;
      }
      const answerers = eachPack(packs, shell, ({ pack, prepared }) => policyOf(pack, prepared).answer);
      const today = DateTime.local().toISODate();
      await answerLines(input, shell, (line) => answer(line, answerers, today));
    });
}

function answer(line: unknown, answerers: ReadonlyMap<string, Answerer>, today: string): object {
  const { id, policy, role, question } = asked.parse(line);
  const answering = answerers.get(policy);
  if (!answering) throw new Error(`no pack is named ${policy}`);
  return { id, ...lineOf(answering({ text: question, role }, today), role) };
}
