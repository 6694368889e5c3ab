import { enough } from '../recognise.ts';
import type { Pack } from '../standing.ts';
import { accusedKinds, targetKinds } from './accusation.ts';
import { alarmsIn, ordered } from './alarms.ts';
import { lookAtIncident } from './as-incident.ts';
import { type Candidate, candidatesIn } from './candidates.ts';
import type { Context } from './context.ts';
import { type Experience, experienceOf, featuresIn } from './experience.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { PreparedWords } from './prepare-words.ts';
import { toneOf } from './readings.ts';
import { requestedIn } from './requested.ts';
import type { Look, Triage, TriageInput } from './result.ts';
import { scoresIn } from './score.ts';
import { asRequest, asTest } from './without-incident.ts';

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
  const guess = experience ?? experienceOf(pack, lexicon);
  return (input) => {
    const context = contextOf(input, lexicon, pack);
    const found = context.tone.reads.has('foreign') ? [] : foundIn(context, guess, pack);
    const ringing = alarmsIn(context, pack);
    const alarms = ringing.map(({ alarm }) => alarm);
    const grave = alarms.some(({ category }) => category !== undefined) || input.danger === true;
    if (!grave && isTest(context, found)) return done(asTest(context, alarms, pack));
    const requested = grave ? undefined : requestedIn(context, found, pack);
    if (requested) return done(asRequest(requested, context, pack));
    return lookAtIncident(ordered(found, ringing, context, pack), ringing, input, context, pack);
  };
}

function foundIn(context: Context, guess: Experience, pack: Pack): readonly Candidate[] {
  const scores = scoresIn(context, pack);
  return candidatesIn(context, scores, guess(featuresIn(context, scores)), pack);
}

function done(triage: Triage): Look {
  return { ...triage, triage: () => triage };
}

/** Whether it only tries what happens: it says so, and nothing in it sounds like a report. */
function isTest({ tone }: Context, found: readonly Candidate[]): boolean {
  const quiet = ({ incident, score, likeness }: Candidate) =>
    incident.category === 'other' || (score < enough && likeness < 0.6);
  return tone.reads.has('test') && found.every(quiet);
}

function contextOf({ text, reporter, about }: TriageInput, lexicon: Lexicon, pack: Pack): Context {
  const scanned = lexicon.matcher.scan(lexicon.read(text));
  const tone = toneOf(scanned, text, lexicon, pack.cues);
  const told = about ? [about] : [];
  const plain: Context = { scanned, tone, lexicon, reporter, said: about, about: new Set(told), targets: new Set() };
  const context = { ...plain, targets: new Set(targetKinds(plain, pack)) };
  return { ...context, about: new Set([...told, ...accusedKinds(context, pack, about)]) };
}
