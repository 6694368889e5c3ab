import { createHash } from 'node:crypto';
import type { Address, ChannelName } from '../conversation/turn.ts';
import type { CaseId, Instant } from '../domain/case.ts';
import { type Severity, severities } from '../domain/filing.ts';
import type { PersonId } from '../domain/people.ts';

/**
 * The row keys of DESIGN.md ("Rows"). Every part is encoded so that what a platform calls a conversation or a person
 * can never break a key apart, and so that keys sort the same in every store.
 */
export const key = {
  conversation: (address: Address) => join('conv', address.channel, address.conversation),
  case: (id: CaseId) => join('case', id),
  event: (id: CaseId, seq: number) => join('event', id, String(seq).padStart(8, '0')),
  open: (severity: Severity, reportedAt: Instant, id: CaseId) =>
    join('open', String(severities.indexOf(severity)), time(reportedAt), id),
  due: (at: Instant, id: string) => join('due', time(at), id),
  /** Who reported the case under a hidden name; nothing else of the case names them. */
  sealed: (id: CaseId) => join('sealed', id),
  /** Newest first, since that is how the list is read. */
  mine: (person: PersonId, reportedAt: Instant, id: CaseId) => join('mine', person, backwards(reportedAt), id),
  person: (id: PersonId) => join('person', id),
  /** The channel message that shows a case; on Teams the key has no name of the platform. */
  card: (id: CaseId, on: ChannelName = 'teams') => (on === 'teams' ? join('card', id) : join('card', id, on)),
  seen: (at: Instant, event: string) => join('seen', at.slice(0, 10), event),
  /** A question that was passed on to people. */
  question: (id: string) => join('question', id),
  /** A question for the policy's owner: unanswered, unhelpful, or an answer kept as a draft. Without names. */
  asked: (at: Instant, id: string) => join('asked', time(at), id),
  /** How far somebody's induction has come. */
  induction: (person: PersonId) => join('induction', person),
  /** A case with this person; `found`: a keyed hash of what they are found by. Oldest first. */
  subject: (found: string, reportedAt: Instant, id: CaseId) => join('subject', found, time(reportedAt), id),
  /** A case that was reported because another one happened again. */
  again: (before: CaseId, id: CaseId) => join('again', before, id),
  /** Something due at a time: a deadline of a case, the school's opening. */
  timer: (at: Instant, id: string) => join('timer', time(at), id),
  /** When the school's next day begins. */
  day: () => 'day',
  /** Until when somebody is away. */
  away: (person: PersonId) => join('away', person),
  refused: (at: Instant, id: string) => join('refused', time(at), id),
  /** Somebody looked at the list of open cases. */
  listed: (at: Instant, id: string) => join('listed', time(at), id),
};

/** The range of all keys that begin with these parts. */
export function under(...parts: readonly string[]): { readonly from: string; readonly to: string } {
  const prefix = `${join(...parts)}:`;
  return { from: prefix, to: `${prefix}~~` };
}

/** The cases with a person that were reported from one moment up to and with another. */
export function subjectsBetween(
  found: string,
  from: Instant,
  to: Instant,
): { readonly from: string; readonly to: string } {
  return { from: join('subject', found, time(from)), to: `${join('subject', found, time(to))}:~~` };
}

/** What is due at `now` or was before. */
export function dueUntil(now: Instant): { readonly from: string; readonly to: string } {
  return { from: under('due').from, to: `${join('due', time(now))}:~~` };
}

/** Timers that are due at `now` or were before. */
export function timersUntil(now: Instant): { readonly from: string; readonly to: string } {
  return { from: under('timer').from, to: `${join('timer', time(now))}:~~` };
}

/** Marks of seen events of days before this one. */
export function seenBefore(at: Instant): { readonly from: string; readonly to: string } {
  return { from: under('seen').from, to: join('seen', at.slice(0, 10)) };
}

function join(...parts: readonly string[]): string {
  return parts.map(encode).join(':');
}

/** The longest part a key spells out; a longer one stands as its hash. */
const longestPart = 150;

/** Everything but letters, digits and a few marks becomes `~` and its UTF-8 in hexadecimal. */
function encode(part: string): string {
  const text = part.length > longestPart ? `sha256=${createHash('sha256').update(part).digest('hex')}` : part;
  return text.replace(/[^A-Za-z0-9@._=+-]/gu, (character) =>
    [...Buffer.from(character, 'utf8')].map((byte) => `~${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

/** An instant as a key's part: fixed width, sorts by time. */
function time(at: Instant): string {
  return at.replaceAll(':', '').replace('Z', '');
}

const farFuture = 8_640_000_000_000_000;

function backwards(at: Instant): string {
  return String(farFuture - Date.parse(at)).padStart(16, '0');
}

/** When the row of this `due:` or `timer:` key is due. */
export function dueAt(dueKey: string): Instant {
  const [, packed = ''] = dueKey.split(':');
  return packed.replace(/T(\d\d)(\d\d)(\d\d)/, 'T$1:$2:$3').concat('Z');
}
