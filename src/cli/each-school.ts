import { join } from 'node:path';
import { DateTime } from 'luxon';
import { sealedStore } from '../app/sealed-store.ts';
import type { Store } from '../app/store.ts';
import { type Config, ConfigError } from '../config.ts';
import type { School } from '../domain/school.ts';
import { packLoader } from '../packs/load-pack.ts';
import type { Pack } from '../policy/standing.ts';
import type { Shell } from './shell.ts';
import { withRecords } from './with-records.ts';

/** A school with its pack, and the store that holds its records. */
export type SchoolRecords = { readonly school: School; readonly pack: Pack; readonly store: Store };

/** How a command that reads records is called. */
export type RecordOptions = { readonly schools?: string; readonly json: boolean };

/**
 * Reads something of every school from the store of the settings, and writes it: as one JSON list, or each as text.
 * What is wrong with settings, packs or store is said, and the command fails.
 */
export async function eachSchool<Found extends object>(
  { schools, json }: RecordOptions,
  shell: Shell,
  read: (records: SchoolRecords) => Promise<Found>,
  asText: (found: Found) => string,
): Promise<void> {
  await withRecords(schools, shell, withPacks, async (all, { raw, ring }) => {
    const store = sealedStore(raw, ring);
    const found: Found[] = [];
    for (const one of all) found.push(await read({ ...one, store }));
    shell.write(json ? `${JSON.stringify(found, undefined, 2)}\n` : found.map(asText).join('\n'));
  });
}

function withPacks({ schools, packs }: Config): readonly Omit<SchoolRecords, 'store'>[] {
  return [...schools.values()].map((school) => ({ school, pack: packOf(school, packs) }));
}

function packOf({ policy }: School, folder: string): Pack {
  const loaded = packLoader(DateTime.local().toISODate())(join(folder, policy));
  if (loaded.kind === 'pack') return loaded.pack;
  throw new ConfigError(loaded.complaints.map(({ file, line, message }) => `${file}:${line}: ${message}`));
}
