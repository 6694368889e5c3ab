import type { Severity } from '../../domain/filing.ts';
import type { Pack } from '../standing.ts';
import type { Reading } from '../vocabulary.ts';
import { alarmsIn, ordered } from './alarms.ts';
import { lookAtIncident } from './as-incident.ts';
import { type Candidate, candidate, candidatesIn, heardAs } from './candidates.ts';
import type { Context } from './context.ts';
import { type Experience, experienceOf, featuresIn } from './experience.ts';
import { explainedHit, withoutExplanation } from './explained-hit.ts';
import { isQuestion } from './is-question.ts';
import { isTest } from './is-test.ts';
import { lexiconOf } from './lexicon.ts';
import type { Guess } from './opinions.ts';
import { withoutPleas } from './pleas.ts';
import type { PreparedWords } from './prepare-words.ts';
import { readReport } from './read-report.ts';
import { requestedIn } from './requested.ts';
import type { Look, Triage, TriageInput } from './result.ts';
import { type Scores, scoresIn } from './score.ts';
import { asEveryday, asQuestion, asRequest, asTest } from './without-incident.ts';

/**
 * Makes triage for a school: what a report is, how grave, who is told and what is said first. Never throws, whatever
 * the text; what nothing recognises goes to a person. Making it takes some tens of milliseconds, most of them for
 * `words`; so keep it.
 */
export function triager(pack: Pack, experience?: Experience, words?: PreparedWords): (input: TriageInput) => Triage {
  const look = lookerFor(pack, experience, words);
  return (input) => look(input).triage();
}

/** The same, for who may need to know no more than what a report is and how grave. */
export function lookerFor(pack: Pack, experience?: Experience, words?: PreparedWords): (input: TriageInput) => Look {
  const lexicon = lexiconOf(pack, words);
  const judge = experience ?? experienceOf(pack, lexicon);
  const comparedBy = (input: TriageInput, context: Context, scores: Scores) => {
    const text = withoutPleas(input);
    if (text === input.text) return featuresIn(context, scores);
    const bare = readReport({ ...input, text }, lexicon, pack);
    return featuresIn(bare, scoresIn(bare, pack));
  };
  return (input) => {
    const read = readReport(input, lexicon, pack);
    const scores = scoresIn(read, pack);
    const guess = read.tone.reads.has('foreign') ? undefined : judge(comparedBy(input, read, scores));
    const ringing = alarmsIn(read, pack);
    const meant = ringing.filter(({ alarm: { reads } }) => !reads.some((one) => maybeNone.includes(one)));
    if (input.filed) {
      const candidates = [candidate(pack.incidents[input.filed], read)] as const;
      return lookAtIncident({ candidates, ringing: meant, guess }, input, read, pack);
    }
    const hit = input.danger ? undefined : explainedHit(read, meant, pack);
    if (hit) return lookAtIncident({ candidates: [hit], ringing: meant, guess: undefined }, input, read, pack);
    const context = withoutExplanation(read);
    const found = guess ? candidatesIn(context, scores, guess, pack) : [];
    const alarms = ringing.map(({ alarm }) => alarm);
    if (isEveryday(input, context)) return done(asEveryday(context, alarms, pack));
    const grave = alarms.some(({ category }) => category !== undefined) || input.danger === true;
    const heard = heardIn(found, guess);
    if (!grave && isTest(context, found, heard, pack)) return done(asTest(context, alarms, pack));
    const requested = grave ? undefined : requestedIn(context, found, heard, pack);
    if (requested) return done(asRequest(requested, context, pack));
    const [lead] = found;
    if (lead && isQuestion(context, found, heard, alarms, pack)) return done(asQuestion(lead, context, alarms, pack));
    const candidates = ordered(found, meant, context, pack);
    return lookAtIncident({ candidates, ringing: meant, guess }, input, context, pack);
  };
}

/** How a message reads that may be no incident: what alarms say of such is said of it alone. */
const maybeNone: readonly Reading[] = ['test', 'question', 'harmless', 'everyday'];

/** Whether nothing is told but everyday, and nobody is said to be in danger or to be meant. */
function isEveryday({ danger, about = 'unknown' }: TriageInput, { tone }: Context): boolean {
  return tone.reads.has('everyday') && danger !== true && about === 'unknown';
}

/** How grave a report is by what it is like; where nothing is, it is of no weight here. */
function heardIn([lead]: readonly Candidate[], guess: Guess | undefined): Severity {
  return lead && guess ? heardAs(guess, lead.incident) : 'low';
}

function done(triage: Triage): Look {
  return { ...triage, triage: () => triage };
}
