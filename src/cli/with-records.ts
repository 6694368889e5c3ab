import { type Config, loadConfig } from '../config.ts';
import { explainSettings } from './explain-settings.ts';
import { Mistake } from './mistake.ts';
import { mustBeThere, openRawRecords, type RawRecords } from './open-store.ts';
import type { Shell } from './shell.ts';

/**
 * Does some work on the records of the settings, which must be there; `folder` names other school files. `plan` is made
 * before anything is opened. What is wrong with settings, call, packs or store is said, and the command fails.
 */
export async function withRecords<Plan>(
  folder: string | undefined,
  shell: Shell,
  plan: (config: Config) => Plan,
  work: (plan: Plan, records: RawRecords) => Promise<void>,
): Promise<void> {
  try {
    const config = loadConfig(undefined, folder === undefined ? {} : { LANTERN_SCHOOLS: folder });
    const planned = plan(config);
    mustBeThere(config);
    const records = await openRawRecords(config);
    try {
      await work(planned, records);
    } finally {
      await records.raw.close();
    }
  } catch (fault) {
    const said = fault instanceof Mistake ? fault.message : explainSettings(fault);
    if (said === undefined) throw fault;
    shell.complain(`${said}\n`);
    shell.fail();
  }
}
