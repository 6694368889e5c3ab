import { join } from 'node:path';
import { type PreparedAsks, prepareAsks } from '../policy/answers/prepare-asks.ts';
import type { Pack } from '../policy/standing.ts';
import { keep, keptFolder, printOf, readKept } from './kept.ts';
import { packLoader } from './load-pack.ts';
import type { Complaint } from './yaml-file.ts';

/** A pack with all that takes long to find out about it. */
export type Ready = { readonly kind: 'ready'; readonly pack: Pack; readonly prepared: PreparedAsks };

/** A pack that is ready, or all that it is refused for. */
export type ReadyPack = Ready | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/**
 * Makes packs of a folder ready, by name. Reading and checking all of them takes about a second, so what came of a pack
 * that was found good is kept in `keptIn`, until a file of any pack or of Lantern's own changes. `today` is an ISO date.
 */
export function packReader(folder: string, today: string, keptIn = keptFolder): (name: string) => ReadyPack {
  const print = printOf(folder);
  const load = packLoader(today);
  return (name) => {
    const file = join(keptIn, `${name}.pack`);
    const kept = readKept(file, print);
    if (kept !== undefined) return kept as Ready;
    const loaded = load(join(folder, name));
    if (loaded.kind === 'broken') return loaded;
    const ready: Ready = { kind: 'ready', pack: loaded.pack, prepared: prepareAsks(loaded.pack) };
    keep(file, print, ready);
    return ready;
  };
}
