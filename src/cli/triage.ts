import { Command, Option } from 'commander';
import { z } from 'zod';
import { helplineLines } from '../policy/helplines.ts';
import { fill } from '../policy/placeholders.ts';
import type { Pack } from '../policy/standing.ts';
import type { Triage } from '../policy/triage/result.ts';
import { triager } from '../policy/triage/triager.ts';
import { type AboutKind, type Audience, aboutKinds, audiences, readerOf } from '../policy/vocabulary.ts';
import { eachPack } from './each-pack.ts';
import { answerLines } from './json-lines.ts';
import { meantBy, type Trying, tryingOptions } from './plain.ts';
import type { Shell } from './shell.ts';

const question = z.object({
  id: z.union([z.string(), z.number()]),
  policy: z.string(),
  reporter: z.enum(audiences),
  text: z.string(),
  about: z.enum(aboutKinds).nullish(),
  danger: z.boolean().nullish(),
});

type Reporting = Trying & { readonly about?: AboutKind };

type Desk = { readonly pack: Pack; readonly triage: ReturnType<typeof triager> };

/**
 * `lantern triage`: what a report would be taken for, in plain text; or with `--jsonl` every report on the input, a
 * line of JSON each, in the same order.
 */
export function triageCommand(input: NodeJS.ReadableStream, shell: Shell): Command {
  const command = new Command('triage')
    .description('say what a report is: category, severity, route, advice')
    .argument('[report...]', 'the report, as somebody would type it')
    .addOption(new Option('--about <whom>', 'whom it is said to be about').choices(aboutKinds));
  for (const option of tryingOptions()) command.addOption(option);
  return command.action(async (words: readonly string[], { jsonl, packs, policy, as, about }: Reporting) => {
    if (!jsonl && words.length === 0) {
      shell.write('Nothing to read: give a report, or use --jsonl and give one a line on the input.\n');
      shell.fail();
      return;
    }
    const desks = eachPack(
      packs,
      shell,
      ({ pack, prepared }): Desk => ({ pack, triage: triager(pack, undefined, prepared.words) }),
    );
    if (jsonl) return answerLines(input, shell, (line) => answer(line, desks));
    const desk = meantBy(policy, desks, shell);
    if (desk) shell.write(plainly(outcome(desk.triage({ text: words.join(' '), reporter: as, about }), as, desk.pack)));
  });
}

/** How a triage is shown to whoever tries a pack: what it is taken for, then what is read, then why. */
function plainly({ category, severity, route, advice, rules, also }: ReturnType<typeof outcome>): string {
  const kinds = [category, ...also].join(', and perhaps ');
  return `${severity}: ${kinds}\ntold: ${route.join(', ') || 'nobody'}\n\n${advice}\n\n[${rules.join(', ')}]\n`;
}

function answer(line: unknown, desks: ReadonlyMap<string, Desk>): object {
  const { id, policy, reporter, text, about, danger } = question.parse(line);
  const desk = desks.get(policy);
  if (!desk) throw new Error(`no pack is named ${policy}`);
  const result = desk.triage({ text, reporter, about: about ?? undefined, danger: danger ?? undefined });
  return { id, ...outcome(result, reporter, desk.pack) };
}

/** A triage as the measuring command prints it. */
export function outcome(result: Triage, reporter: Audience, pack: Pack) {
  const { category, severity, route, rules, alsoCategories } = result;
  return {
    category,
    severity,
    route: [...route.tell, ...route.outside.map(({ role }) => role)],
    advice: textOf(result, reporter, pack),
    rules,
    also: alsoCategories,
  };
}

/** What the policy names for a first and a second time, for a pupil who did it; people decide. */
function sanctionsOf({ sanctions }: Triage['handling'], pack: Pack): readonly string[] {
  return sanctions.flatMap((id) => {
    const { title, first, second } = pack.sanctions[id] ?? {};
    const times = [
      ['first incident', first],
      ['second incident', second],
    ] as const;
    return times.flatMap(([time, steps = []]) =>
      steps.length > 0 ? [`Where a pupil broke the rules: ${title}, ${time}: ${steps.join('; ')}`] : [],
    );
  });
}

/** All that the reporter reads before any question, and the handler's guidance after it. */
function textOf({ advice, handling, route }: Triage, reporter: Audience, pack: Pack): string {
  const helplines = helplineLines(advice.helplines, readerOf(reporter));
  const outside = route.outside.map(
    ({ role, how }) => `${pack.contacts[role]?.title ?? role}: ${fill(how, pack, 'staff')}`,
  );
  const read = [...advice.danger, ...advice.do, ...advice.dont, advice.evidence, ...helplines];
  const handled = [...outside, ...handling.steps, ...handling.checklist, ...sanctionsOf(handling, pack)];
  return [...read, ...(handled.length > 0 ? ['--', ...handled] : [])].filter((one) => one !== '').join('\n');
}
