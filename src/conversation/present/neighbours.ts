import type { CaseId } from '../../domain/case.ts';
import type { Party } from '../../domain/party.ts';
import type { Listener } from '../voice.ts';
import { tell } from '../voice.ts';

/** Another case that has to do with this one, and that the reader may open. */
export type Neighbour = {
  readonly reference: CaseId;
  readonly how: 'linked' | 'merged-into' | 'merged-here' | 'again-after' | 'again-since';
  /** In the words of whoever tied them; empty where nobody said. */
  readonly why: string;
};

/** Somebody who is named again: this is the `count`th report in six weeks that the reader may know. */
export type Repeat = { readonly party: Party; readonly count: number };

/** What ties a case to others, as far as its reader may open those. */
export type Neighbours = {
  readonly tied: readonly Neighbour[];
  readonly repeats: readonly Repeat[];
  /** Cases that may be about the same event. */
  readonly suggested: readonly CaseId[];
};

/** A case that stands alone. */
export const alone: Neighbours = { tied: [], repeats: [], suggested: [] };

/** From this many reports on, the channel's card points it out. */
const cardCount = 3;

/** The most often that anybody in the case is named again; undefined where that is no pattern yet. */
export function repeatFact(to: Listener, repeats: readonly Repeat[]) {
  const most = Math.max(0, ...repeats.map(({ count }) => count));
  if (most < cardCount) return [];
  return [{ label: tell(to, 'people.repeat'), value: tell(to, 'people.repeat-value', { nth: nth(most) }) }];
}

const suffixes: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** A number in an order: `3rd`. */
export function nth(count: number): string {
  return `${count}${suffixes[ordinals.select(count)]}`;
}
