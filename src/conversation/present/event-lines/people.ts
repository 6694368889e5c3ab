import type { Party, PeopleEvent, Times } from '../../../domain/party.ts';
import { type Listener, tell } from '../../voice.ts';
import { dayLine } from '../answers.ts';
import type { EventLines } from './lines.ts';

/** What was done about the people of a case, its times, and its ties to other cases. */
export const peopleLines: EventLines<PeopleEvent['kind']> = {
  'party-added': (to, { party, reason, keptOut }) =>
    withKeptOut(to, tell(to, 'event.party-added', { who: partyLine(to, party), text: reason }), keptOut),
  'party-changed': (to, { from, to: now, reason, keptOut }) =>
    withKeptOut(
      to,
      tell(to, 'event.party-changed', { from: partyLine(to, from), who: partyLine(to, now), text: reason }),
      keptOut,
    ),
  'party-removed': (to, { party, reason }) =>
    tell(to, 'event.party-removed', { who: partyLine(to, party), text: reason }),
  readmitted: (to, { person, reason }) => tell(to, 'event.readmitted', { name: person.name, text: reason }),
  'times-corrected': (to, { from, to: now, reason }) =>
    tell(to, 'event.times-corrected', { from: timesLine(to, from), now: timesLine(to, now), text: reason }),
  'chronology-opened': (to, { party }) => tell(to, 'event.chronology-opened', { who: partyLine(to, party) }),
  linked: (to, { other, why, keptOut }) =>
    withKeptOut(to, tell(to, 'event.linked', { reference: otherCase(to, other), text: why }), keptOut),
  'merged-into': (to, { other, why, keptOut }) =>
    withKeptOut(to, tell(to, 'event.merged-into', { reference: otherCase(to, other), text: why }), keptOut),
  'merged-from': (to, { other, why, keptOut }) =>
    withKeptOut(to, tell(to, 'event.merged-from', { reference: otherCase(to, other), text: why }), keptOut),
  'split-off': (to, { other, why }) => tell(to, 'event.split-off', { reference: otherCase(to, other), text: why }),
};

/** Somebody in a few words: name, kind and part. */
export function partyLine(to: Listener, { name, kind, part }: Party): string {
  return [name, tell(to, `kind.${kind}`), tell(to, `part.${part}`)].filter((word) => word !== '').join(' · ');
}

function timesLine(to: Listener, { occurredOn, occurredAt, noticedOn, noticedAt }: Times): string {
  const or = (line: string) => (line === '' ? tell(to, 'people.not-known') : line);
  return tell(to, 'people.times', {
    happened: or(dayLine(occurredOn, occurredAt)),
    noticed: or(dayLine(noticedOn, noticedAt)),
  });
}

/** The line, and who may not know since. */
export function withKeptOut(to: Listener, line: string, keptOut: readonly { readonly name: string }[] = []): string {
  if (keptOut.length === 0) return line;
  return `${line} ${tell(to, 'event.kept-out', { names: keptOut.map(({ name }) => name).join(', ') })}`;
}

/** A case that the reader may not open stands without its reference: see {@link asReadBy}. */
function otherCase(to: Listener, reference: string): string {
  return reference === '' ? tell(to, 'people.another-case') : reference;
}

/** The event as a reader gets it: without references of cases they may not open, and without names where they see none. */
export function asReadBy<Event extends { readonly kind: string }>(
  event: Event,
  known: readonly string[],
  names: boolean,
): Event {
  const tied = 'other' in event && !known.includes(String(event.other)) ? { other: '', why: '' } : {};
  return { ...event, ...tied, ...(names ? {} : withoutNames(event)) };
}

/** The event as a copy has it: without a reference of any other case, nor who may not know of this one. */
export function asCopied<Event extends { readonly kind: string }>(event: Event, names: boolean): Event {
  return { ...asReadBy(event, [], names), ...('keptOut' in event ? { keptOut: [] } : {}) };
}

function withoutNames(event: object): object {
  const bare = Object.entries(event).filter(([, value]) => isParty(value));
  const keptOut = 'keptOut' in event ? { keptOut: [] } : {};
  return { ...Object.fromEntries(bare.map(([key, value]) => [key, { ...value, name: '' }])), ...keptOut };
}

function isParty(value: unknown): value is Party {
  return typeof value === 'object' && value !== null && 'part' in value && 'name' in value;
}
