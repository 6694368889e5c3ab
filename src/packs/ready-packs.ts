import { join } from 'node:path';
import { type Prepared, prepare } from '../policy/prepare.ts';
import type { Pack } from '../policy/standing.ts';
import { unlearnt } from '../policy/triage/experience.ts';
import { keep, keptFolder, printOf, readKept } from './kept.ts';
import { packLoader } from './load-pack.ts';
import type { Complaint } from './yaml-file.ts';

/** A pack with all that takes long to find out about it. */
export type Ready = { readonly kind: 'ready'; readonly pack: Pack; readonly prepared: Prepared };

/** A pack that is ready, or all that it is refused for. */
export type ReadyPack = Ready | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/** What JSON can keep is kept so, since that is read in half the time. */
type Kept = { readonly json: Uint8Array; readonly asks: Prepared['asks'] };
type AsJson = { readonly pack: Pack; readonly words: Prepared['words'] };

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
    if (kept) return readyAgain(kept);
    const loaded = load(join(folder, name));
    if (loaded.kind === 'broken') return loaded;
    const pack = { ...loaded.pack, reports: unlearnt(loaded.pack.reports) };
    const prepared = prepare(pack);
    const json = Buffer.from(JSON.stringify({ pack, words: prepared.words } satisfies AsJson));
    keep(file, print, { json, asks: prepared.asks } satisfies Kept);
    return { kind: 'ready', pack, prepared };
  };
}

function readyAgain({ json, asks }: Kept): Ready {
  const { pack, words } = JSON.parse(Buffer.from(json).toString()) as AsJson;
  return { kind: 'ready', pack, prepared: { asks, words } };
}
