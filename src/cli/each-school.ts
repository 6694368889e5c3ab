import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Store } from '../app/store.ts';
import { ConfigError, loadConfig } from '../config.ts';
import type { School } from '../domain/school.ts';
import { packLoader } from '../packs/load-pack.ts';
import type { Pack } from '../policy/standing.ts';
import { explainSettings } from './explain-settings.ts';
import { mustBeThere, openRecords } from './open-store.ts';
import type { Shell } from './shell.ts';

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
  try {
    const found = await readAll(schools, read);
    shell.write(json ? `${JSON.stringify(found, undefined, 2)}\n` : found.map(asText).join('\n'));
  } catch (fault) {
    const said = explainSettings(fault);
    if (said === undefined) throw fault;
    shell.complain(`${said}\n`);
    shell.fail();
  }
}

async function readAll<Found>(
  folder: string | undefined,
  read: (records: SchoolRecords) => Promise<Found>,
): Promise<readonly Found[]> {
  const config = loadConfig(undefined, folder === undefined ? {} : { LANTERN_SCHOOLS: folder });
  const schools = [...config.schools.values()].map((school) => ({ school, pack: packOf(school, config.packs) }));
  mustBeThere(config);
  const { store } = await openRecords(config);
  try {
    const found: Found[] = [];
    for (const one of schools) found.push(await read({ ...one, store }));
    return found;
  } finally {
    await store.close();
  }
}

function packOf({ policy }: School, folder: string): Pack {
  const loaded = packLoader(DateTime.local().toISODate())(join(folder, policy));
  if (loaded.kind === 'pack') return loaded.pack;
  throw new ConfigError(loaded.complaints.map(({ file, line, message }) => `${file}:${line}: ${message}`));
}
