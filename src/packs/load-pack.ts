import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkPack } from '../policy/check.ts';
import type { PackSource } from '../policy/pack.ts';
import { error } from '../policy/problem.ts';
import type { Pack } from '../policy/standing.ts';
import { isFolder, type ReadPack, readPack } from './read-pack.ts';
import type { Complaint } from './yaml-file.ts';

/** A pack as it stands on its floor, with what its owner should look at; or all that it is refused for. */
export type LoadedPack =
  | {
      readonly kind: 'pack';
      readonly pack: Pack;
      /** Found on demand, since only people who look after the pack want to see them. */
      readonly warnings: () => readonly Complaint[];
    }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/**
 * Reads packs, each with the pack it stands on, and checks both together. That pack lies beside it, unless `floor`
 * names another folder; each is read once. `today` is an ISO date.
 */
export function packLoader(today: string, floor?: string): (folder: string) => LoadedPack {
  const packs = new Map<string, ReadPack>();
  const readOnce = (folder: string): ReadPack => {
    const at = resolve(folder);
    const read = packs.get(at) ?? readPack(folder);
    packs.set(at, read);
    return read;
  };
  return (folder) => {
    const own = readOnce(folder);
    if (own.kind === 'broken') return refused(own.complaints);
    const { base, standsOn } = own.source.pack;
    if (base) return stand(own, undefined, today);
    if (!standsOn) return refused([own.complain(error(['pack'], 'stands on no floor; write `standsOn: floor`'))]);
    const beneath = readOnce(floor ?? join(folder, '..', standsOn));
    return beneath.kind === 'broken' ? refused(beneath.complaints) : stand(own, beneath.source, today);
  };
}

function stand(own: Extract<ReadPack, { kind: 'read' }>, floor: PackSource | undefined, today: string): LoadedPack {
  const { pack, problems } = checkPack(own.source, floor, today);
  const complaints = () => inOrder(problems.map(own.complain));
  return problems.some(({ level }) => level === 'error')
    ? { kind: 'broken', complaints: complaints() }
    : { kind: 'pack', pack, warnings: complaints };
}

function refused(complaints: readonly Complaint[]): LoadedPack {
  return { kind: 'broken', complaints: inOrder(complaints) };
}

/** Folders of packs within a folder: those that hold a `pack.yaml`. */
export function packFolders(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .filter((one) => existsSync(join(one, 'pack.yaml')));
}

function inOrder(complaints: readonly Complaint[]): readonly Complaint[] {
  return complaints.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
