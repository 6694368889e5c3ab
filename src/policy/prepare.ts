import { type PreparedAsks, prepareAsks } from './answers/prepare-asks.ts';
import type { Pack } from './standing.ts';
import { type PreparedWords, prepareWords } from './triage/prepare-words.ts';

/** What takes long to find out about a pack, as plain data, so that it can be kept between two starts. */
export type Prepared = { readonly asks: PreparedAsks; readonly words: PreparedWords };

/** Finds it out. */
export function prepare(pack: Pack): Prepared {
  return { asks: prepareAsks(pack), words: prepareWords(pack) };
}
