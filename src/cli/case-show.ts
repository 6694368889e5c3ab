import { userInfo } from 'node:os';
import { Command } from 'commander';
import type { CaseFile } from '../conversation/present/export/case-file-schema.ts';
import { say } from '../conversation/wording.ts';
import { atSchools, type SchoolOptions } from './at-schools.ts';
import { caseFileFor } from './case-file-for.ts';
import type { Shell } from './shell.ts';

type ShowOptions = SchoolOptions & { readonly as: string };

/** `lantern case show`: a case with its chronology, for somebody who may open it in chat. That it was shown is an event. */
export function showCommand(shell: Shell): Command {
  return new Command('show')
    .description('print a case and all that has happened to it; that is recorded on the case')
    .argument('<reference>', 'for example K7QF-3MX9')
    .requiredOption('--as <person>', 'who reads it: id or address in the school file; they must be allowed to open it')
    .option('--school <id>', 'the school, where there are several')
    .option('--schools <folder>', 'the folder of school files; LANTERN_SCHOOLS when not named')
    .action((reference: string, options: ShowOptions) =>
      atSchools(options, shell, async (schools, store) => {
        const purpose = { kind: 'show', terminal: userInfo().username } as const;
        shell.write(asText(await caseFileFor({ reference, as: options.as }, purpose, schools, store)));
      }),
    );
}

/** A case as lines for a terminal. The texts have nothing in them that a terminal would obey. */
function asText({ school, reference, facts, report, outcome, chronology, leftOut }: CaseFile): string {
  return [
    `${say('show.title', { reference, school: school.name })}\n`,
    part(say('export.facts'), facts.map(labelled)),
    part(say('export.report'), report.map(labelled)),
    part(say('export.outcome'), outcome.map(labelled)),
    part(
      say('export.chronology'),
      chronology.map(({ seq, when, who, told }) => `${seq}. ${when}  ${indented(`${who}: ${told}`)}`),
    ),
    part(say('export.left-out'), leftOut),
  ].join('');
}

function part(title: string, lines: readonly string[]): string {
  return lines.length > 0 ? `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}` : '';
}

function labelled({ label, told }: CaseFile['facts'][number]): string {
  return `${label}: ${indented(told)}`;
}

/** Somebody's second line can never look like a line of the record. */
function indented(told: string): string {
  return told.replaceAll('\n', '\n      | ');
}
