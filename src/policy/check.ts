import { checkAsks } from './check/check-asks.ts';
import { checkDates } from './check/check-dates.ts';
import { checkLinks } from './check/check-links.ts';
import { checkPatterns } from './check/check-patterns.ts';
import { checkPeople } from './check/check-people.ts';
import { checkSpellings } from './check/check-spellings.ts';
import { checkWording } from './check/check-wording.ts';
import { mergePack } from './merge.ts';
import type { PackSource } from './pack.ts';
import type { Problem } from './problem.ts';
import type { Pack } from './standing.ts';

/** A pack as it stands, with everything that is wrong with it; without an error among them it may be used. */
export type Checked = { readonly pack: Pack; readonly problems: readonly Problem[] };

/** Lays a pack upon its floor and checks it as a whole. `today` is an ISO date, `2026-11-21`. */
export function checkPack(own: PackSource, floor: PackSource | undefined, today: string): Checked {
  const { pack, problems } = mergePack(own, floor);
  return {
    pack,
    problems: [
      ...problems,
      ...checkLinks(own, pack),
      ...checkAsks(own),
      ...checkPatterns(own, pack),
      ...checkSpellings(own, pack),
      ...checkWording(own, pack),
      ...checkPeople(own, pack, today),
      ...checkDates(own, today),
    ],
  };
}
