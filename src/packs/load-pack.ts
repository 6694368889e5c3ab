import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkPack } from '../policy/check.ts';
import type { PackSource } from '../policy/pack.ts';
import { error } from '../policy/problem.ts';
import type { Pack } from '../policy/standing.ts';
import { readPack } from './read-pack.ts';
import type { Complaint } from './yaml-file.ts';

/** A pack as it stands on its floor, with what its owner should look at; or all that it is refused for. */
export type LoadedPack =
  | { readonly kind: 'pack'; readonly pack: Pack; readonly warnings: readonly Complaint[] }
  | { readonly kind: 'broken'; readonly complaints: readonly Complaint[] };

/**
 * Reads a pack and the pack it stands on, which lies beside it unless `floor` names another folder, and checks both
 * together. `today` is an ISO date.
 */
export function loadPack(folder: string, today: string, floor?: string): LoadedPack {
  const own = readPack(folder);
  if (own.kind === 'broken') return { kind: 'broken', complaints: inOrder(own.complaints) };
  const { base, standsOn } = own.source.pack;
  if (!base && !standsOn) {
    const why = 'stands on no floor; write `standsOn: floor`';
    return { kind: 'broken', complaints: [own.complain(error(['pack'], why))] };
  }
  const beneath = base ? undefined : readPack(floor ?? join(folder, '..', standsOn ?? ''));
  if (beneath?.kind === 'broken') return { kind: 'broken', complaints: inOrder(beneath.complaints) };
  return stand(own.source, beneath?.source, today, own.complain);
}

function stand(
  own: PackSource,
  floor: PackSource | undefined,
  today: string,
  complain: (problem: ReturnType<typeof error>) => Complaint,
): LoadedPack {
  const { pack, problems } = checkPack(own, floor, today);
  const complaints = inOrder(problems.map(complain));
  const refused = complaints.some(({ level }) => level === 'error');
  return refused ? { kind: 'broken', complaints } : { kind: 'pack', pack, warnings: complaints };
}

/** Folders of packs within a folder: those that hold a `pack.yaml`. */
export function packFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => join(folder, name))
    .filter((one) => existsSync(join(one, 'pack.yaml')));
}

function inOrder(complaints: readonly Complaint[]): readonly Complaint[] {
  return complaints.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
