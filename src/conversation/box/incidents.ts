import type { CaseId } from '../../domain/case.ts';
import type { Category } from '../../domain/filing.ts';
import { emptyReport, type Subject } from '../../domain/report.ts';
import type { Dialogue, Draft, Sent, World } from '../dialogue.ts';
import { type Suggestion, suggestionFor } from '../suggestion.ts';
import { boxOf, sentAgain } from './state.ts';
import { fewestWords, wordCount } from './understand.ts';

/** What is only like an incident counts from so many found patterns on: one alone is found in any follow-up. */
const surePatterns = 2;
/** What it is called where an adult of the school is accused, whatever else it is: others may know of it then. */
const byAdult: Category = 'staff-conduct';

/** The kinds of incident that words surely tell of by themselves; none where they are only like one. */
function incidentsIn(text: string, world: World): readonly Category[] {
  const suggestion = suggestionFor(world, { ...emptyReport, what: text });
  const { accused, triage } = suggestion;
  const { category, alsoCategories, outright, request, words: found } = triage;
  if (request !== undefined) return [];
  const sure = outright || (wordCount(text) >= fewestWords && found.length >= surePatterns);
  const adult = (accused !== undefined && found.length > 0) || (outright && alsoCategories.includes(byAdult));
  return [...(sure ? [category] : []), ...(adult ? [byAdult] : [])];
}

/** Whether the words surely tell of something that what was sent last is not known to be about. */
export function isAnother(state: Dialogue, text: string, world: World): boolean {
  const { about = [] } = boxOf(state).sent ?? {};
  return incidentsIn(text, world).some((incident) => !about.includes(incident));
}

/** The draft as what was sent last. */
export function sentOf({ id, report, hidden }: Draft, world: World): Sent {
  const about = allIn(suggestionFor(world, report));
  return { id, at: world.now, about, ...(hidden === undefined ? {} : { hidden }) };
}

function allIn({ accused, triage }: Suggestion): readonly Category[] {
  const others = triage.alsoCategories.filter((category) => category !== 'other');
  return [...new Set([triage.category, ...others, ...(accused ? [byAdult] : [])])];
}

/** The case as what was added to last; what the words surely tell of belongs to it from now on. `who`: who did it. */
export function grown(state: Dialogue, id: CaseId, text: string, who: Subject | undefined, world: World): Sent {
  const sent = sentAgain(state, id, world);
  const adult = who !== undefined && ['staff', 'headteacher', 'dsl'].includes(who.kind);
  const told = [...incidentsIn(text, world), ...(adult ? [byAdult] : [])];
  return told.length === 0 ? sent : { ...sent, about: [...new Set([...(sent.about ?? []), ...told])] };
}
