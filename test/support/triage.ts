import { packFolders, packLoader } from '../../src/packs/load-pack.ts';
import type { Pack } from '../../src/policy/standing.ts';
import type { Triage, TriageInput } from '../../src/policy/triage/result.ts';
import { triager } from '../../src/policy/triage/triager.ts';
import { floorFolder, standing, today } from './packs.ts';

const floor = standing(floorFolder);

/** A school with its triage. */
export type Desk = { readonly id: string; readonly pack: Pack; readonly triage: (input: TriageInput) => Triage };

/** A pack's triage. */
export function deskOf(pack: Pack): Desk {
  return { id: pack.head.id, pack, triage: triager(pack) };
}

/** The floor's own triage. */
export const floorDesk = deskOf(floor);

/** Every pack in `policies/`. */
export function everyDesk(): readonly Desk[] {
  const load = packLoader(today);
  return packFolders('policies').flatMap((folder) => {
    const result = load(folder);
    return result.kind === 'pack' ? [deskOf(result.pack)] : [];
  });
}

/** Ids of everybody on the route, inside and outside. */
export function routeOf({ route }: Triage): readonly string[] {
  return [...route.tell, ...route.outside.map(({ role }) => role)];
}

/** Every line that the reporter reads. */
export function linesOf({ advice }: Triage): readonly string[] {
  return [...advice.danger, ...advice.do, ...advice.dont, advice.evidence];
}

/** Every line that whoever deals with it reads, in order. */
export function handlerLines({ handling }: Pick<Triage, 'handling'>): readonly string[] {
  return [...handling.steps, ...handling.checklist];
}
