import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import {
  type Anchor,
  type AnchorFlaw,
  anchorOf,
  anchorText,
  compareWithAnchor,
  readAnchor,
  type SchoolAnchor,
} from '../app/anchor.ts';
import { key } from '../app/rows.ts';
import type { Store } from '../app/store.ts';
import { systemClock } from '../app/system.ts';
import { type ListFlaw, type Verified, verifyOne, verifySchool } from '../app/verify.ts';
import type { Flaw } from '../domain/chain.ts';
import type { School } from '../domain/school.ts';
import { atSchools, oneSchool, referenceFrom, type SchoolOptions } from './at-schools.ts';
import { Mistake } from './mistake.ts';
import type { Shell } from './shell.ts';

type VerifyOptions = SchoolOptions & { readonly write?: string; readonly against?: string; readonly printed?: string };

/** `lantern case verify`: whether anything was changed in the records or left out of them. Prints no names and no words. */
export function verifyCommand(shell: Shell): Command {
  return new Command('verify')
    .description('say whether anything in the records of cases was changed or left out; exit code 1 if so')
    .argument('[reference]', 'one case; every case of every school when not named')
    .option('--write <file>', 'when all is well, write an anchor to keep elsewhere: a list of hashes, without names')
    .option('--against <file>', 'compare with such an anchor too, which shows a case that was removed whole')
    .option('--printed <entry:hash>', 'of one case: whether its record still holds what a printed copy names')
    .option('--school <id>', 'one school only')
    .option('--schools <folder>', 'the folder of school files; LANTERN_SCHOOLS when not named')
    .action((reference: string | undefined, options: VerifyOptions) =>
      atSchools(options, shell, (schools, store) =>
        reference === undefined
          ? everyCase(schools, store, options, shell)
          : oneCase(oneSchool(schools), store, referenceFrom(reference), options, shell),
      ),
    );
}

async function everyCase(
  schools: readonly School[],
  store: Store,
  { write, against, printed }: VerifyOptions,
  shell: Shell,
): Promise<void> {
  if (printed !== undefined) throw new Mistake('--printed: name the reference of the case too');
  const anchor = against === undefined ? undefined : anchorIn(against);
  const anchors: SchoolAnchor[] = [];
  let wrong = 0;
  for (const school of schools) {
    const now = systemClock.now();
    const verified = await verifySchool({ store, school: school.id, now });
    const known = anchor?.schools.find((one) => one.school === school.id);
    const lines = [
      ...verified.found.map(({ caseId, flaw }) => `${caseId}: ${words(flaw)}`),
      ...(known ? await compareWithAnchor(store, known, verified) : []).map(
        ({ caseId, flaw }) => `${caseId}: ${anchorWords(flaw)}`,
      ),
      ...(anchor && !known ? ['the anchor does not have this school'] : []),
    ];
    for (const line of lines) shell.write(`${school.id}: ${line}\n`);
    shell.write(`${school.id}: ${summary(verified, lines.length, known)}\n`);
    anchors.push(anchorOf(school.id, now, verified));
    wrong += lines.length;
  }
  for (const gone of (anchor?.schools ?? []).filter((one) => !schools.some(({ id }) => id === one.school))) {
    shell.write(`${gone.school}: is in the anchor, but was not looked at\n`);
  }
  if (wrong > 0) shell.fail();
  else if (write !== undefined) keepAnchor(write, anchors, shell);
  if (wrong > 0 && write !== undefined) shell.complain(`${write} was not written, since something is wrong.\n`);
}

function summary({ marks, events }: Verified, wrong: number, known: SchoolAnchor | undefined): string {
  const looked = `${count(marks.length, 'case')}, ${count(events, 'event')}`;
  if (wrong > 0) return `${looked}: ${count(wrong, 'thing')} wrong`;
  if (known) return `${looked}: nothing was changed or left out since ${known.at}, nor anything before`;
  return `${looked}: nothing was changed or left out. Only an anchor kept elsewhere (--against) shows a case removed whole, or a record written anew from end to end`;
}

function keepAnchor(file: string, anchors: readonly SchoolAnchor[], shell: Shell): void {
  try {
    writeFileSync(file, anchorText(anchors), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new Mistake(`--write: ${file} cannot be written; name a new file in a folder that is there`, { cause });
  }
  shell.write(`${file} was written. Keep it where whoever can write to Lantern's store cannot.\n`);
}

function anchorIn(file: string): Anchor {
  const text = readText(file);
  const anchor = readAnchor(text);
  if (anchor) return anchor;
  throw new Mistake(`--against: ${file} is not an anchor that verify --write wrote, or it was damaged`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Mistake(`--against: ${file} cannot be read`, { cause });
  }
}

async function oneCase(
  school: School,
  store: Store,
  caseId: string,
  { write, against, printed }: VerifyOptions,
  shell: Shell,
): Promise<void> {
  if (write !== undefined || against !== undefined) throw new Mistake('--write and --against are for all cases');
  const found = await verifyOne({ store, school: school.id, now: systemClock.now() }, caseId);
  const lines = found.map(words);
  if (printed !== undefined) lines.push(...(await printedWords(store, school.id, caseId, printed)));
  for (const line of lines) shell.write(`${school.id}: ${caseId}: ${line}\n`);
  if (lines.length > 0) shell.fail();
  else shell.write(`${school.id}: ${caseId}: nothing was changed or left out\n`);
}

/** What speaks against a hash that somebody read off a copy. */
async function printedWords(store: Store, school: string, caseId: string, printed: string): Promise<readonly string[]> {
  const [, seq, hash] = /^(\d{1,8}):([0-9a-f]{64})$/i.exec(printed.trim()) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new Mistake('--printed: give the number of the entry, a colon and its hash, as the copy has them');
  }
  const row = await store.get(school, key.event(caseId, Number(seq)));
  if (row?.value['hash'] === hash.toLowerCase()) return [];
  return [`event ${seq} is not the one that the copy was made of`];
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function words(flaw: Flaw | ListFlaw): string {
  switch (flaw.kind) {
    case 'missing':
      return `event ${flaw.seq} is missing`;
    case 'unreadable':
      return flaw.seq === 0 ? 'the case itself cannot be read' : `event ${flaw.seq} cannot be read`;
    case 'misplaced':
      return `event ${flaw.seq} belongs in another place`;
    case 'changed':
      return `event ${flaw.seq} was changed: its hash does not fit`;
    case 'unlinked':
      return `event ${flaw.seq} does not follow the one before it`;
    case 'backwards':
      return `event ${flaw.seq} is dated before the one before it`;
    case 'future':
      return `event ${flaw.seq} is dated in the future`;
    case 'cut-short':
      return `events after ${flaw.last} are missing: there must be ${flaw.seq}`;
    case 'overlong':
      return `there are events up to ${flaw.last}, but the case counts ${flaw.seq}`;
    case 'other-end':
      return `event ${flaw.seq} is not the one that the case ends with`;
    case 'head-changed':
      return `the case itself was changed after event ${flaw.seq}`;
    default:
      return listWords(flaw);
  }
}

function listWords({ kind }: ListFlaw): string {
  switch (kind) {
    case 'no-head':
      return 'the case is missing, but its events are there';
    case 'not-there':
      return 'there is no such case';
    case 'not-listed':
      return 'the case is open, but not in the list of open cases';
    case 'listed-otherwise':
      return 'the list of open cases says something else than the case';
    case 'wrongly-listed':
      return 'the list of open cases has a line for it that must not be there';
    case 'not-in-own-list':
      return 'the case is not in any list of a reporter’s own';
    case 'only-in-own-list':
      return 'a reporter’s own list has it, but the case is missing';
    default:
      return kind satisfies never;
  }
}

function anchorWords(flaw: AnchorFlaw): string {
  switch (flaw.kind) {
    case 'case-gone':
      return 'the case was there when the anchor was written and is missing now';
    case 'event-gone':
      return `event ${flaw.seq} was there when the anchor was written and is missing now`;
    case 'written-anew':
      return `event ${flaw.seq} is not the one that the anchor knows: the record was written anew`;
    default:
      return flaw satisfies never;
  }
}
