import { type Category, severities } from '../../domain/filing.ts';
import type { Alarm, Pack } from '../standing.ts';
import { type Candidate, candidate, gravest } from './candidates.ts';
import { type Context, holds, shownBy } from './context.ts';
import { isAbroad } from './prepare-words.ts';

/** An alarm that holds, and the patterns that showed it. */
export type Ringing = { readonly alarm: Alarm; readonly words: readonly string[] };

/** Every alarm that holds for a report. */
export function alarmsIn(context: Context, { alarms }: Pack): readonly Ringing[] {
  const isForeign = context.tone.reads.has('foreign');
  const abroad = isForeign ? { ...context, scanned: context.lexicon.abroad.scan(context.scanned.text) } : context;
  return alarms.flatMap((alarm) => {
    const words = isForeign && isAbroad(alarm) ? holds(alarm, abroad) : shownBy(alarm, context);
    return words ? [{ alarm, words }] : [];
  });
}

/** What was found and what alarms add to it, the leading incident first; never empty. */
export function ordered(
  found: readonly Candidate[],
  ringing: readonly Ringing[],
  context: Context,
  { incidents }: Pack,
): readonly [Candidate, ...Candidate[]] {
  const said = found.map(({ incident }) => incident.category);
  const isSaid = (one: Category) => said.some((category) => category === one);
  const isUnknown = said.every((category) => category === 'other');
  const meant = ringing.flatMap(({ alarm: { category, leads, raise = 'low' } }) => {
    if (!category || category === said[0]) return [];
    return leads || (isUnknown && !isSaid(category)) ? [{ category, severity: raise }] : [];
  });
  const added = meant.toSorted(bySpecific).map(({ category, severity }) => {
    const there = found.find(({ incident }) => incident.category === category);
    const plain = there ?? candidate(incidents[category], context);
    return { ...plain, severity: gravest([plain.severity, severity]) };
  });
  const [lead = candidate(incidents.other, context), ...others] = lining(
    isUnknown && added.length > 0 ? [] : found,
    added,
  );
  return [lead, ...others.filter(({ incident }) => incident !== lead.incident)];
}

/** What alarms add comes first where it is graver than what leads. */
function lining(found: readonly Candidate[], added: readonly Candidate[]): readonly Candidate[] {
  const [first] = found;
  const before = added.filter(
    ({ severity }) => !first || severities.indexOf(severity) < severities.indexOf(first.severity),
  );
  return [...before, ...found, ...added.filter((one) => !before.includes(one))];
}

/** What has a kind of its own comes before what has none. */
function bySpecific(one: { readonly category: Category }, other: { readonly category: Category }): number {
  return Number(one.category === 'other') - Number(other.category === 'other');
}
