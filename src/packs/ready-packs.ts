import { join } from 'node:path';
import { type Prepared, prepare } from '../policy/prepare.ts';
import type { Pack } from '../policy/standing.ts';
import { keep, keptFolder, printOf, readKept } from './kept.ts';
import { packLoader } from './load-pack.ts';
import type { Complaint } from './yaml-file.ts';

/** A pack with all that takes long to find out about it. */
export type Ready = { readonly kind: 'ready'; readonly pack: Pack; readonly prepared: Prepared };

/** A pack that is ready, or all that it is refused for. */
export type ReadyPack = Ready | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/** The pack is kept as JSON, which is read in half the time; the rest has what JSON has not. */
type Kept = { readonly pack: Uint8Array; readonly prepared: Prepared };

/**
 * Makes packs of a folder ready, by name. Reading and checking all of them takes about a second, so what came of a pack
 * that was found good is kept in `keptIn`, until a file of any pack or of Lantern's own changes. `today` is an ISO date.
 */
export function packReader(folder: string, today: string, keptIn = keptFolder): (name: string) => ReadyPack {
  const print = printOf(folder);
  const load = packLoader(today);
  return (name) => {
    const file = join(keptIn, `${name}.pack`);
    const kept = readKept(file, print) as Kept | undefined;
    if (kept)
      return { kind: 'ready', pack: JSON.parse(Buffer.from(kept.pack).toString()) as Pack, prepared: kept.prepared };
    const loaded = load(join(folder, name));
    if (loaded.kind === 'broken') return loaded;
    const ready: Ready = { kind: 'ready', pack: loaded.pack, prepared: prepare(loaded.pack) };
    keep(file, print, { pack: Buffer.from(JSON.stringify(loaded.pack)), prepared: ready.prepared } satisfies Kept);
    return ready;
  };
}
