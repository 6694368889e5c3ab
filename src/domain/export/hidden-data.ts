import { caseStates, outsideBodies, revealCauses } from '../case.ts';
import { categories, severities } from '../filing.ts';
import { roles } from '../people.ts';
import { addressees, exportFormats } from './addressees.ts';
import type { Hide } from './names.ts';

/** What stands in data for the id of somebody who may not be known. */
export type HiddenIds = ReadonlyMap<string, string>;

const ours: ReadonlySet<string> = new Set([
  ...categories,
  ...severities,
  ...caseStates,
  ...outsideBodies,
  ...roles,
  ...addressees,
  ...exportFormats,
  ...revealCauses,
]);

/** Data of an event with everything that somebody wrote passed through `hide`, and ids of hidden people replaced. */
export function hiddenIn(value: unknown, hide: Hide, ids: HiddenIds): unknown {
  if (typeof value === 'string') return ids.get(value) ?? (ours.has(value) ? value : hide(value));
  if (Array.isArray(value)) return value.map((one) => hiddenIn(one, hide, ids));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, held]) => [name, hiddenEntry(name, held, hide, ids)]);
  return Object.fromEntries(entries);
}

/** What an event is, and the rules behind it, are never anybody's words. */
function hiddenEntry(name: string, held: unknown, hide: Hide, ids: HiddenIds): unknown {
  return name === 'kind' || name === 'rules' ? held : hiddenIn(held, hide, ids);
}
