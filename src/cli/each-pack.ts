import { DateTime } from 'luxon';
import { packFolders, packLoader } from '../packs/load-pack.ts';
import type { Pack } from '../policy/standing.ts';
import type { Shell } from './shell.ts';

/** Every pack of a folder by its id, read once and made into something. One that is broken is named and left out. */
export function eachPack<Made>(folder: string, shell: Shell, make: (pack: Pack) => Made): ReadonlyMap<string, Made> {
  const load = packLoader(DateTime.local().toISODate());
  const made = new Map<string, Made>();
  for (const one of packFolders(folder)) {
    const result = load(one);
    if (result.kind === 'pack') made.set(result.pack.head.id, make(result.pack));
    else shell.complain(`${one} is refused: lantern policy check ${one}\n`);
  }
  return made;
}
