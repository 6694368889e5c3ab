import { basename } from 'node:path';
import { DateTime } from 'luxon';
import { packFolders } from '../packs/load-pack.ts';
import { packReader, type Ready } from '../packs/ready-packs.ts';
import type { Shell } from './shell.ts';

/** Every pack of a folder by its id, read once and made into something. One that is broken is named and left out. */
export function eachPack<Made>(folder: string, shell: Shell, make: (ready: Ready) => Made): ReadonlyMap<string, Made> {
  const read = packReader(folder, DateTime.local().toISODate());
  const made = new Map<string, Made>();
  for (const one of packFolders(folder)) {
    const found = read(basename(one));
    if (found.kind === 'ready') made.set(found.pack.head.id, make(found));
    else shell.complain(`${one} is refused; see why: npm run -s lantern -- policy check ${one}\n`);
  }
  return made;
}
