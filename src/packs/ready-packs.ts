import { join } from 'node:path';
import { type Prepared, prepare } from '../policy/prepare.ts';
import type { Pack } from '../policy/standing.ts';
import { unlearnt } from '../policy/triage/experience.ts';
import { keep, keptFolder, printOf, readKept } from './kept.ts';
import { packLoader } from './load-pack.ts';
import { sharer } from './sharer.ts';
import type { Complaint } from './yaml-file.ts';

/** A pack with all that takes long to find out about it. */
export type Ready = { readonly kind: 'ready'; readonly pack: Pack; readonly prepared: Prepared };

/** A pack that is ready, or all that it is refused for. */
export type ReadyPack = Ready | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/** Packs by name. */
type Kept = Readonly<Record<string, Omit<Ready, 'kind'>>>;

/**
 * Makes packs of a folder ready, by name. Reading and checking all of them takes seconds, so what came of those that
 * were found good is kept in `keptIn`, until a file of any pack or of Lantern's own changes. `today` is an ISO date.
 */
export function packReader(folder: string, today: string, keptIn = keptFolder): (name: string) => ReadyPack {
  const print = printOf(folder);
  const load = packLoader(today);
  const file = join(keptIn, 'packs');
  const share = sharer();
  let kept = (readKept(file, print) ?? {}) as Kept;
  return (name) => {
    const known = kept[name];
    if (known) return { kind: 'ready', ...known };
    const loaded = load(join(folder, name));
    if (loaded.kind === 'broken') return loaded;
    const pack = { ...loaded.pack, reports: unlearnt(loaded.pack.reports) };
    const ready = { pack: share(pack), prepared: prepare(pack) };
    kept = { ...kept, [name]: ready };
    keep(file, print, kept);
    return { kind: 'ready', ...ready };
  };
}
