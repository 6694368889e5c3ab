import { existsSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { Command, Option } from 'commander';
import { type CaseFile, caseFileSchema } from '../conversation/present/export/case-file-schema.ts';
import { unknownNames } from '../conversation/present/export/unknown-names.ts';
import { say } from '../conversation/wording.ts';
import { type Addressee, addressees, type ExportFormat, exportFormats } from '../domain/export/addressees.ts';
import { atSchools, type SchoolOptions } from './at-schools.ts';
import { caseFileFor } from './case-file-for.ts';
import { Mistake } from './mistake.ts';
import type { Shell } from './shell.ts';

type ExportOptions = SchoolOptions & {
  readonly as: string;
  readonly for: Addressee;
  readonly format: ExportFormat;
  readonly child?: string;
  readonly out?: string;
};

/** `lantern case export`: a copy of a case for somebody, with what they may read in it. That it was made is an event. */
export function exportCommand(shell: Shell): Command {
  return new Command('export')
    .description('make a copy of a case for somebody, with what they may read; that is recorded on the case')
    .argument('<reference>', 'for example K7QF-3MX9')
    .requiredOption('--as <person>', 'who makes it: id or address in the school file; they must be allowed to')
    .addOption(new Option('--for <addressee>', 'who is to read it').choices(addressees).makeOptionMandatory())
    .option('--child <name>', 'for a parent: the name of their child as the case has it; without it nobody is named')
    .addOption(new Option('--format <format>', 'PDF or JSON').choices(exportFormats).default('pdf'))
    .option('--out <file>', 'a new file to write it to; needed for a PDF')
    .option('--school <id>', 'the school, where there are several')
    .option('--schools <folder>', 'the folder of school files; LANTERN_SCHOOLS when not named')
    .action((reference: string, options: ExportOptions) => makeCopy(reference, options, shell));
}

/** `lantern case schema`: what a JSON copy holds, for whoever reads it by program. */
export function schemaCommand(shell: Shell): Command {
  return new Command('schema')
    .description('print the JSON Schema of a copy in JSON')
    .action(() => shell.write(`${JSON.stringify(caseFileSchema.toJSONSchema(), undefined, 2)}\n`));
}

async function makeCopy(reference: string, options: ExportOptions, shell: Shell): Promise<void> {
  await atSchools(options, shell, async (schools, store) => {
    checkOptions(options);
    const { as, for: addressee, format, child, out } = options;
    const about = child === undefined ? {} : { child };
    const purpose = { kind: 'export', for: addressee, format, ...about, terminal: userInfo().username } as const;
    const file = await caseFileFor({ reference, as }, purpose, schools, store);
    await writeCopy(file, format, out, shell);
    for (const line of beforeItGoes(file)) shell.complain(`${line}\n`);
  });
}

/** Looked at before anything is recorded. */
function checkOptions({ for: addressee, format, child, out }: ExportOptions): void {
  if (child !== undefined && addressee !== 'parent') throw new Mistake('--child: is only for a parent’s copy');
  if (out === undefined && format === 'pdf') throw new Mistake('--out: name a file for the PDF');
  if (out === undefined) return;
  if (existsSync(out)) throw new Mistake(`--out: ${out} is there already; name a new file`);
  if (!existsSync(dirname(out))) throw new Mistake(`--out: there is no folder ${dirname(out)}`);
}

async function writeCopy(file: CaseFile, format: ExportFormat, out: string | undefined, shell: Shell): Promise<void> {
  const made = format === 'pdf' ? await pdfOf(file) : `${JSON.stringify(file, undefined, 2)}\n`;
  if (out === undefined) {
    shell.write(String(made));
    return;
  }
  try {
    writeFileSync(out, made, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new Mistake(`--out: ${out} cannot be written. The record says that a copy was made; try again`, { cause });
  }
  shell.complain(`${say('export.written', { reference: file.reference, file: out, seq: file.proof.seq })}\n`);
}

/** The fonts are large, so they are loaded only for who wants them. */
async function pdfOf(file: CaseFile): Promise<Buffer> {
  const { casePdf } = await import('../pdf/case-pdf.ts');
  return casePdf(file);
}

/** What a person must still do: no program knows every name, nor who opens the envelope. */
function beforeItGoes(file: CaseFile): readonly string[] {
  const names = unknownNames(file);
  const read = file.people.some(({ hidden }) => hidden) ? [say('export.read-it')] : [];
  return [
    ...read,
    ...(read.length > 0 && names.length > 0 ? [say('export.look-at', { names: names.join(', ') })] : []),
    say('export.send'),
  ];
}
