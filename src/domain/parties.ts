import type { Case } from './case.ts';
import type { Party, Times } from './party.ts';
import { isPupil, type Person } from './people.ts';
import type { Report, Subject } from './report.ts';
import { namesOne, nameWords } from './routing.ts';

/** The people of a case: those of its report until somebody who works it adds, changes or removes one. */
export function partiesOf({ parties, report }: Pick<Case, 'parties' | 'report'>): readonly Party[] {
  return parties ?? report.subjects.map((subject, at) => ({ ...subject, id: `p${at + 1}` }));
}

/** When it happened and was noticed: as reported, until somebody who works the case corrects it. */
export function timesOf({ times, report }: Pick<Case, 'times' | 'report'>): Times {
  const { occurredOn, occurredAt, noticedOn, noticedAt } = times ?? report;
  return { occurredOn, occurredAt, noticedOn, noticedAt };
}

/** The report with its people and times as they are known by now; the words stay the reporter's. */
export function asKnown(current: Pick<Case, 'parties' | 'times' | 'report'>): Report {
  return { ...current.report, ...timesOf(current), subjects: [...partiesOf(current)] };
}

/** Everybody whom the case lists no more, or lists under another name: their names may still stand in its words. */
export function formerly({ formerParties = [], report }: Case): readonly Subject[] {
  return [...formerParties, ...report.subjects].filter(({ name }) => name.trim() !== '');
}

/** An id that no party of the case has, nor ever had. */
export function freshPartyId(current: Case): string {
  return `p${(current.partyCount ?? partiesOf(current).length) + 1}`;
}

/**
 * What this person is found by across cases, tidied for hashing: the name, and who of the school's people they are where
 * that is certain. Nothing for somebody without a name.
 */
export function findableBy(party: Party, people: readonly Person[]): readonly string[] {
  const name = nameWords(party.name).join(' ');
  const known = party.personId ?? certainly(party, people)?.id;
  return [...(name === '' ? [] : [`name ${name}`]), ...(known === undefined ? [] : [`person ${known}`])];
}

/** The only adult of the school whose name it can be. */
function certainly(party: Party, people: readonly Person[]): Person | undefined {
  if (party.kind === 'pupil' || party.kind === 'outside') return undefined;
  const fitting = people.filter((person) => !isPupil(person) && namesOne(party, person));
  return fitting.length === 1 ? fitting[0] : undefined;
}
