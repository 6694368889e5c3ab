import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { categories, severities } from '../../src/domain/filing.ts';
import type { ToldReport } from '../../src/policy/triage/experience.ts';
import { fingerprint } from '../../src/policy/triage/fingerprint.ts';
import { aboutKinds, audiences } from '../../src/policy/vocabulary.ts';

const folder = new URL('made-up/', import.meta.url);

const line = z.tuple([
  z.enum(audiences),
  z.enum(aboutKinds),
  z.enum(categories),
  z.enum(severities),
  z.enum(['-', ...severities]),
  z.string().min(1),
]);

/** A made-up report, and the file that it is from; each file is by another writer. */
export type MadeUp = ToldReport & { readonly file: string };

/**
 * The made-up reports that teach triage, by writers who knew the five policies and the severities of requirements
 * section 27, and nothing of Lantern. Where what the rest teaches disagrees with a writer, a second reader judged the
 * text alone: their severity leads, and the writer's is what it may be as well. In files that begin with a c, three
 * neighbours each are of three severities in nearly the same words; in those that begin with an o, the words mislead.
 * A line: who tells, of whom, category, severity, what it may be as well, the text.
 */
export function madeUpReports(): readonly MadeUp[] {
  return readdirSync(folder).flatMap((file) => reportsIn(new URL(file, folder)).map((one) => ({ ...one, file })));
}

/** A number that changes with what made-up reports say, and with what they are said to be. */
export function madeUpPrint(): number {
  return fingerprint(JSON.stringify(madeUpReports()));
}

/** The files of messages that are held back. */
export type HeldFile = 'everyday' | 'threes' | 'odd';

/**
 * Messages by writers of their own, which teach nothing. `everyday`: harmless ones, and quiet words for genuine
 * incidents. `threes`: three neighbours each in nearly the same words, of three severities. `odd`: circumstances in which
 * words mislead.
 */
export function heldMessages(file: HeldFile): readonly ToldReport[] {
  return reportsIn(new URL(`held-back/${file}.tsv`, import.meta.url));
}

function reportsIn(file: URL): readonly ToldReport[] {
  return readFileSync(file, 'utf8').trim().split('\n').map(reportOf);
}

function reportOf(one: string): ToldReport {
  const [reporter, about, category, severity, also, text] = line.parse(one.split('\t'));
  return { reporter, about, category, severity, also: also === '-' ? undefined : also, text };
}
