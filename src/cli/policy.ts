import { Command } from 'commander';
import { DateTime } from 'luxon';
import { type LoadedPack, packFolders, packLoader } from '../packs/load-pack.ts';
import type { Complaint } from '../packs/yaml-file.ts';
import { packJsonSchema } from '../policy/json-schema.ts';
import type { Pack } from '../policy/standing.ts';
import { eachPack } from './each-pack.ts';
import { inductionCommand } from './policy-induction.ts';
import { unansweredCommand } from './policy-unanswered.ts';
import type { Shell } from './shell.ts';

/** `lantern policy …`: what the owner of a policy does with its pack. */
export function policyCommand(shell: Shell): Command {
  const policy = new Command('policy').description('check and describe policy packs');
  policy
    .command('check')
    .description('read packs and say what is wrong with them, by file and line')
    .argument('[folders...]', 'folders of packs; every pack in policies/ when none is named')
    .option('--floor <folder>', 'the pack beneath them, where it does not lie beside them')
    .option('--strict', 'refuse warnings too', false)
    .action((folders: string[], options: CheckOptions) => check(folders, options, shell));
  policy
    .command('schema')
    .description('print the JSON Schema of a pack’s files, for editors')
    .action(() => shell.write(`${JSON.stringify(packJsonSchema(), undefined, 2)}\n`));
  policy
    .command('ready')
    .description('make every pack in policies/ ready, so that the next start is quick; npm ci does it at its end')
    .action(() => {
      const { size } = eachPack('policies', shell, () => true);
      shell.write(`${count(size, 'pack')} ready\n`);
    });
  policy.addCommand(inductionCommand(shell));
  policy.addCommand(unansweredCommand(shell));
  return policy;
}

type CheckOptions = { readonly floor?: string; readonly strict: boolean };

function check(folders: readonly string[], { floor, strict }: CheckOptions, shell: Shell): void {
  const all = (folders.length > 0 ? folders : ['policies']).flatMap(packsIn);
  const load = packLoader(DateTime.local().toISODate(), floor);
  const good = all.map((folder) => tell(folder, load(folder), strict, shell));
  if (good.includes(false)) shell.fail();
}

/** A folder of a pack, or every pack in a folder of packs. */
function packsIn(folder: string): readonly string[] {
  const within = packFolders(folder);
  return within.length > 0 ? within : [folder];
}

/** Says what was found in a pack. Whether it is good enough. */
function tell(folder: string, result: LoadedPack, strict: boolean, shell: Shell): boolean {
  const complaints = result.kind === 'pack' ? result.warnings() : result.complaints;
  for (const complaint of complaints) shell.write(`${line(complaint)}\n`);
  const errors = complaints.filter(({ level }) => level === 'error').length;
  const warnings = complaints.length - errors;
  const rules = result.kind === 'pack' ? `${rulesOf(result.pack)}, ` : '';
  shell.write(`${folder}: ${rules}${count(errors, 'error')}, ${count(warnings, 'warning')}\n`);
  return errors === 0 && !(strict && warnings > 0);
}

function rulesOf({ head, rules }: Pack): string {
  const own = rules.filter(({ from }) => from === head.id).length;
  return own === rules.length
    ? count(own, 'rule')
    : `${count(own, 'rule')} of its own and ${rules.length - own} of the floor`;
}

function line({ file, line, level, message }: Complaint): string {
  return `${file}:${line}: ${level === 'warning' ? 'warning: ' : ''}${message}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
