import { Command } from 'commander';
import { z } from 'zod';
import { fill } from '../policy/placeholders.ts';
import type { Pack } from '../policy/standing.ts';
import type { Triage } from '../policy/triage/result.ts';
import { triager } from '../policy/triage/triager.ts';
import { aboutKinds, audiences } from '../policy/vocabulary.ts';
import { eachPack } from './each-pack.ts';
import { answerLines } from './json-lines.ts';
import type { Shell } from './shell.ts';

const question = z.object({
  id: z.union([z.string(), z.number()]),
  policy: z.string(),
  reporter: z.enum(audiences),
  text: z.string(),
  about: z.enum(aboutKinds).nullish(),
  danger: z.boolean().nullish(),
});

type Desk = { readonly pack: Pack; readonly triage: ReturnType<typeof triager> };

/** `lantern triage --jsonl`: what every report on the input is, a line of JSON each, in the same order. */
export function triageCommand(input: NodeJS.ReadableStream, shell: Shell): Command {
  return new Command('triage')
    .description('say what reports are: category, severity, route, advice')
    .option('--jsonl', 'reports on the input, one JSON object a line; the same on the output', false)
    .option('--packs <folder>', 'the folder of packs', 'policies')
    .action(async ({ jsonl, packs }: { jsonl: boolean; packs: string }) => {
      if (!jsonl) {
        shell.write('Nothing to read: use --jsonl and give one report a line.\n');
        shell.fail();
        return;
      }
      const desks = eachPack(
        packs,
        shell,
        ({ pack, prepared }): Desk => ({ pack, triage: triager(pack, undefined, prepared.words) }),
      );
      await answerLines(input, shell, (line) => answer(line, desks));
    });
}

function answer(line: unknown, desks: ReadonlyMap<string, Desk>): object {
  const { id, policy, reporter, text, about, danger } = question.parse(line);
  const desk = desks.get(policy);
  if (!desk) throw new Error(`no pack is named ${policy}`);
  const result = desk.triage({ text, reporter, about: about ?? undefined, danger: danger ?? undefined });
  return { id, ...outcome(result, desk.pack) };
}

/** A triage as the measuring command prints it. */
export function outcome(result: Triage, pack: Pack) {
  const { category, severity, route, rules, alsoCategories } = result;
  return {
    category,
    severity,
    route: [...route.tell, ...route.outside.map(({ role }) => role)],
    advice: textOf(result, pack),
    rules,
    also: alsoCategories,
  };
}

/** What the policy names for a first and a second time; people decide. */
function sanctionsOf({ sanctions }: Triage['handling'], pack: Pack): readonly string[] {
  return sanctions.flatMap((id) => {
    const { title, first, second } = pack.sanctions[id] ?? {};
    const times = [
      ['first incident', first],
      ['second incident', second],
    ] as const;
    return times.flatMap(([time, steps = []]) => (steps.length > 0 ? [`${title}, ${time}: ${steps.join('; ')}`] : []));
  });
}

/** All that the reporter reads before any question, and the handler's guidance after it. */
function textOf({ advice, handling, route }: Triage, pack: Pack): string {
  const helplines = advice.helplines.map(({ title, phone, url, email, says }) =>
    [title, phone || url || email, says].filter((one) => one !== '').join(': '),
  );
  const outside = route.outside.map(
    ({ role, how }) => `${pack.contacts[role]?.title ?? role}: ${fill(how, pack, 'staff')}`,
  );
  return [
    ...[...advice.danger, ...advice.do, ...advice.dont, advice.evidence, ...helplines],
    '--',
    ...[...outside, ...handling.steps, ...handling.checklist, ...sanctionsOf(handling, pack)],
  ]
    .filter((one) => one !== '')
    .join('\n');
}
