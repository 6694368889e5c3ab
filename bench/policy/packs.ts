import { packFolders, packLoader } from '../../src/packs/load-pack.ts';
import type { Pack } from '../../src/policy/standing.ts';

/** The day on which the bench asks. */
export const today = '2026-11-21';

/** Every pack of a folder that is not refused, by its id. */
export function packsIn(folder: string): ReadonlyMap<string, Pack> {
  const read = packLoader(today);
  return new Map(
    packFolders(folder).flatMap((one): [string, Pack][] => {
      const result = read(one);
      if (result.kind === 'broken') console.log(`${one} is refused`);
      return result.kind === 'pack' ? [[result.pack.head.id, result.pack]] : [];
    }),
  );
}

/** The floor by itself. */
export function floorAlone(): Pack {
  const result = packLoader(today)('policies/floor');
  if (result.kind === 'broken')
    throw new Error(`the floor is refused: ${JSON.stringify(result.complaints.slice(0, 3))}`);
  return result.pack;
}
