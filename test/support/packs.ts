import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedPack, packLoader } from '../../src/packs/load-pack.ts';
import { readPack } from '../../src/packs/read-pack.ts';
import type { PackSource } from '../../src/policy/pack.ts';
import type { Pack } from '../../src/policy/standing.ts';

/** The day on which tests read packs. */
export const today = '2026-11-21';
/** The folder of the floor. */
export const floorFolder = 'policies/floor';

/** Files of a pack by name. */
export type Files = Readonly<Record<string, string>>;

/** A small pack without a fault, on which tests build. */
export const goodFiles: Files = {
  'pack.yaml': `pack:
  id: oakfield
  school: Oakfield School
  standsOn: floor
documents:
  policy: {title: Online safety policy, approved: 2026-09, reviewBy: 2027-09}
sections:
  policy: [Phones, Reporting]
contacts:
  dsl: {title: Designated Safeguarding Lead, phone: 01234 567890, checked: 2026-10, deputies: [deputy-dsl]}
  headteacher: {phone: 01234 567891, checked: 2026-10}
  chair-of-governors: {phone: 01234 567892, checked: 2026-10}
  lado: {phone: 01234 567893, checked: 2026-10}
`,
  'rules.yaml': `rules:
  phones:
    topic: devices
    clause: Phones
    induction: true
    asks: [can pupils have phones, phone at school, are mobiles allowed]
    answer: Phones are switched off.
    pupil: Turn your phone off.
    pupilAsks: are mobiles allowed
  reporting:
    topic: reporting
    clause: Reporting
    asks: [whom do we tell, report to whom, first person to see]
    answer: Tell {dsl} today.
    related: [phones]
`,
};

/** Writes files to a folder of their own. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const load = packLoader(today, floorFolder);

/** The pack of some files, upon the floor. */
export function loadFiles(files: Files): LoadedPack {
  return load(folderOf(files));
}

/** A folder's pack as it stands; the test fails where it is refused. */
export function standing(folder: string): Pack {
  const result = packLoader(today)(folder);
  if (result.kind === 'broken') throw new Error(JSON.stringify(result.complaints, undefined, 1));
  return result.pack;
}

/** A folder's pack as it is written. */
export function written(folder: string): PackSource {
  const result = readPack(folder);
  if (result.kind === 'broken') throw new Error(JSON.stringify(result.complaints, undefined, 1));
  return result.source;
}
