import { Command } from 'commander';
import { DateTime } from 'luxon';
import { inductionList, type Standing, type StandingAgreement } from '../app/induction-list.ts';
import { systemClock } from '../app/system.ts';
import type { School } from '../domain/school.ts';
import { eachSchool, type RecordOptions, type SchoolRecords } from './each-school.ts';
import type { Shell } from './shell.ts';
import { onOneLine, table } from './table.ts';

type Found = Pick<School, 'id' | 'name' | 'policy' | 'timeZone'> & { readonly people: readonly Standing[] };

/** `lantern policy induction`: who has finished the induction, and whose acceptance is too old. */
export function inductionCommand(shell: Shell): Command {
  return new Command('induction')
    .description('list who has finished the induction, and whose acceptance is older than the pack’s cycle')
    .option('--schools <folder>', 'the folder of school files; LANTERN_SCHOOLS when not named')
    .option('--json', 'as JSON', false)
    .action((options: RecordOptions) => eachSchool(options, shell, find, asText));
}

async function find({ school, pack, store }: SchoolRecords): Promise<Found> {
  const { id, name, policy, timeZone } = school;
  return { id, name, policy, timeZone, people: await inductionList(store, school, pack, systemClock.now()) };
}

function asText({ name, policy, timeZone, people }: Found): string {
  const done = people.filter(({ state }) => state === 'finished').length;
  const head = ['NAME', 'ROLES', 'INDUCTION', 'AGREEMENT'];
  const rows = people.map((one) => rowOf(one, timeZone));
  return `${onOneLine(name)} (${policy}): ${done} of ${people.length} have finished\n${table([head, ...rows])}`;
}

function rowOf(one: Standing, zone: string): readonly string[] {
  const name = onOneLine(one.name) + (one.inFile ? '' : ' (not in the school file)');
  const agreements = one.agreements.map((agreement) => agreed(agreement, zone)).join('; ');
  return [name, one.roles.join(', '), how(one, zone), agreements || 'none in the policy'];
}

function how({ state, done, all, finishedAt }: Standing, zone: string): string {
  switch (state) {
    case 'not begun':
      return 'not begun';
    case 'under way':
      return `${done} of ${all}`;
    case 'finished':
      return finishedAt ? `finished on ${day(finishedAt, zone)}` : 'finished';
    default:
      return state satisfies never;
  }
}

function agreed({ title, version, everyMonths, state, accepted }: StandingAgreement, zone: string): string {
  if (!accepted) return `${title}: not accepted`;
  const what = `${title}, version ${accepted.version}, ${day(accepted.at, zone)}`;
  switch (state) {
    case 'never':
    case 'current':
      return what;
    case 'version':
      return `${what} OVERDUE: the version is now ${version}`;
    case 'cycle':
      return `${what} OVERDUE: more than ${everyMonths} months ago`;
    default:
      return state satisfies never;
  }
}

function day(at: string, zone: string): string {
  return DateTime.fromISO(at, { zone }).setLocale('en-GB').toFormat('d LLL yyyy');
}
