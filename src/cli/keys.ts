import { Command } from 'commander';
import { checkRows } from '../app/keys/check-rows.ts';
import { rewriteRows } from '../app/keys/rewrite.ts';
import { rewrapKeys, rotateKeys } from '../app/keys/rotate.ts';
import { type Config, ConfigError } from '../config.ts';
import type { RawRecords } from './open-store.ts';
import type { Shell } from './shell.ts';
import { withRecords } from './with-records.ts';

/** What was done for a school, in a line or a few, and whether all is well. */
type Done = { readonly told: string; readonly well: boolean };
type Work = (records: RawRecords, school: string) => Promise<Done>;
type KeyOptions = { readonly schools?: string };

/** `lantern keys …`: the keys that records are sealed with. Each may be run while Lantern works. */
export function keysCommand(shell: Shell): Command {
  const keys = new Command('keys').description('look after the keys that records are sealed with');
  const add = (name: string, what: string, work: Work, after = '') =>
    keys
      .command(name)
      .description(what)
      .option('--schools <folder>', 'the folder of school files; LANTERN_SCHOOLS when not named')
      .action((options: KeyOptions) => eachSchool(options, shell, work, after));
  add('check', 'open every row of every school, and say which do not open', check);
  add('rotate', 'make a new data key for what is written from now on', rotate, afterRotate);
  add('rewrite', 'seal every row again under the newest data key', rewrite);
  add('rewrap', 'change the seal key for LANTERN_SEAL_KEY_NEXT, or for AZURE_KEY_VAULT_URL', rewrap, afterRewrap);
  return keys;
}

const afterRotate = 'What was written before is still under the keys before; `lantern keys rewrite` changes that.\n';
const afterRewrap =
  'Now start Lantern with the new one alone: LANTERN_SEAL_KEY as LANTERN_SEAL_KEY_NEXT was, or AZURE_KEY_VAULT_URL. Keep the old one for as long as you keep copies of the store from before.\n';

async function eachSchool(options: KeyOptions, shell: Shell, work: Work, after: string): Promise<void> {
  const ids = ({ schools }: Config) => [...schools.keys()];
  await withRecords(options.schools, shell, ids, async (schools, records) => {
    for (const school of schools) {
      const { told, well } = await work(records, school);
      shell.write(`${school}: ${told}\n`);
      if (!well) shell.fail();
    }
    shell.write(after);
  });
}

async function check({ raw, ring }: RawRecords, school: string): Promise<Done> {
  const { wrappedBy, newest, rows, broken } = await checkRows(raw, ring, school);
  const counts = Object.entries(rows).map(
    ([id, count]) => `\n  ${id}: ${rowCount(count)}${id === newest ? ', newest' : ''}`,
  );
  return {
    told: `keys wrapped with ${wrappedBy.join(', ')}${counts.join('')}${brokenRows(broken)}`,
    well: broken.length === 0,
  };
}

async function rotate({ raw, wrappers }: RawRecords, school: string): Promise<Done> {
  return { told: `the newest data key is ${await rotateKeys(raw, school, wrappers)}`, well: true };
}

async function rewrite({ raw, ring }: RawRecords, school: string): Promise<Done> {
  const { written, left, broken } = await rewriteRows(raw, ring, school);
  const again = left > 0 ? `; ${rowCount(left)} changed meanwhile, run this again` : '';
  return { told: `${rowCount(written)} sealed again${again}${brokenRows(broken)}`, well: left + broken.length === 0 };
}

async function rewrap({ raw, wrappers }: RawRecords, school: string): Promise<Done> {
  const [, next] = wrappers;
  if (!next) throw new ConfigError(['LANTERN_SEAL_KEY_NEXT: is not set, so there is nothing to change to']);
  const count = await rewrapKeys(raw, school, wrappers, next);
  return { told: `${count} keys wrapped with ${next.setting}`, well: true };
}

function rowCount(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}

function brokenRows(broken: readonly string[]): string {
  if (broken.length === 0) return '';
  return `\n  ${rowCount(broken.length)} cannot be opened, because they were changed or moved, or their key is gone:\n    ${broken.join('\n    ')}`;
}
