import { severities } from '../../domain/case.ts';
import { enough } from '../recognise.ts';
import type { Alarm, Pack } from '../standing.ts';
import type { AboutKind } from '../vocabulary.ts';
import { type Accusation, accusationOf, accusedKinds, targetKinds } from './accusation.ts';
import { adviceFor, type Speakers, strictestEvidence } from './advice.ts';
import { type Candidate, candidate, candidatesIn, gravest } from './candidates.ts';
import { type Context, holds } from './context.ts';
import { type Experience, experienceOf, featuresIn } from './experience.ts';
import { handlingOf } from './handling.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { toneOf } from './readings.ts';
import { requestedIn } from './requested.ts';
import type { Triage, TriageInput } from './result.ts';
import { routeOf } from './route.ts';
import { speaker } from './speak.ts';
import { asRequest, asTest } from './without-incident.ts';

/** An alarm that holds, and the patterns that showed it. */
type Ringing = { readonly alarm: Alarm; readonly words: readonly string[] };

/**
 * Makes triage for a school: what a report is, how grave, who is told and what is said first. Never throws, whatever
 * the text; what nothing recognises goes to a person. Making it takes some milliseconds, so keep it.
 */
export function triager(
  pack: Pack,
  experience: Experience = experienceOf(pack, lexiconOf(pack)),
): (input: TriageInput) => Triage {
  const lexicon = lexiconOf(pack);
  return (input) => {
    const context = contextOf(input, lexicon, pack);
    const found = context.tone.reads.has('foreign')
      ? []
      : candidatesIn(context, experience(featuresIn(context, pack)), pack);
    const ringing = alarmsIn(context, pack);
    const grave = ringing.some(({ alarm }) => alarm.category !== undefined) || input.danger === true;
    if (!grave && isTest(context, found))
      return asTest(
        context,
        ringing.map(({ alarm }) => alarm),
        pack,
      );
    const requested = grave ? undefined : requestedIn(context, found, pack);
    if (requested) return asRequest(requested, context, pack);
    return asIncident(ordered(found, ringing, context, pack), ringing, input, context, pack);
  };
}

/** Whether it only tries what happens: it says so, and nothing in it sounds like a report. */
function isTest({ tone }: Context, found: readonly Candidate[]): boolean {
  return tone.reads.has('test') && found.every(({ score, likeness }) => score < enough && likeness < 0.6);
}

function contextOf({ text, reporter, about }: TriageInput, lexicon: Lexicon, pack: Pack): Context {
  const scanned = lexicon.matcher.scan(lexicon.read(text));
  const tone = toneOf(scanned, text, lexicon, pack.cues);
  const told = about ? [about] : [];
  const plain: Context = { scanned, tone, lexicon, reporter, said: about, about: new Set(told), targets: new Set() };
  const context = { ...plain, targets: new Set(targetKinds(plain, pack)) };
  return { ...context, about: new Set([...told, ...accusedKinds(context, pack, about)]) };
}

function alarmsIn(context: Context, { alarms }: Pack): readonly Ringing[] {
  return alarms.flatMap((alarm) => {
    const words = holds(alarm, context);
    return words ? [{ alarm, words }] : [];
  });
}

/** What was found, the leading incident first; never empty. */
function ordered(
  found: readonly Candidate[],
  ringing: readonly Ringing[],
  context: Context,
  { incidents }: Pack,
): readonly [Candidate, ...Candidate[]] {
  const said = found.map(({ incident }) => incident.category);
  const meant = ringing.flatMap(({ alarm }) => {
    const wanted = alarm.category && !said.includes(alarm.category) && (alarm.leads || found.length === 0);
    return wanted && alarm.category ? [{ category: alarm.category, severity: alarm.raise ?? 'low' }] : [];
  });
  const added = meant.map(({ category, severity }) => {
    const plain = candidate(incidents[category], nothing, context);
    return { ...plain, severity: gravest([plain.severity, severity]) };
  });
  const [lead = candidate(incidents.other, nothing, context), ...others] = lining(found, added);
  return [lead, ...others.filter(({ incident }) => incident !== lead.incident)];
}

/** A candidate for which neither patterns nor likeness speak. */
const nothing = { score: 0, likeness: 0, words: [], guess: undefined };

/** What alarms add comes first where it is graver than what leads. */
function lining(found: readonly Candidate[], added: readonly Candidate[]): readonly Candidate[] {
  const [first] = found;
  const before = added.filter(
    ({ severity }) => !first || severities.indexOf(severity) < severities.indexOf(first.severity),
  );
  return [...before, ...found, ...added.filter((one) => !before.includes(one))];
}

function asIncident(
  candidates: readonly [Candidate, ...Candidate[]],
  ringing: readonly Ringing[],
  { about, danger }: TriageInput,
  context: Context,
  pack: Pack,
): Triage {
  const [lead, ...others] = candidates;
  const alarms = ringing.map(({ alarm }) => alarm);
  const accusation = accusationOf(accusedBy(lead, about, context, pack), context, pack);
  const raised = [...candidates.map(({ severity }) => severity), ...alarms.flatMap(({ raise }) => raise ?? [])];
  const severity = danger ? 'immediate' : gravest(raised);
  const route = routeOf(candidates, alarms, accusation);
  const speak = speaker(pack, accusation.barred, route.tell[0]);
  const speakers: Speakers = { candidates, alarms, accusation, severity, speak };
  return {
    category: lead.incident.category,
    alsoCategories: [...new Set(others.map(({ incident }) => incident.category))],
    severity,
    route,
    accused: accusation.kinds,
    advice: adviceFor(context.reporter, speakers, pack),
    handling: handlingOf(lead, speakers, context, pack),
    evidence: strictestEvidence(candidates),
    request: undefined,
    reads: [...context.tone.reads],
    rules: rulesOf(candidates, alarms, accusation, danger === true),
    words: [...new Set([...candidates.flatMap(({ words }) => words), ...ringing.flatMap(({ words }) => words)])],
  };
}

/**
 * Whom the report accuses. Where the incident is one that adults commit, an adult is accused though nobody said so;
 * where the report is said to be about a child or a stranger, only then.
 */
function accusedBy(lead: Candidate, about: AboutKind | undefined, context: Context, pack: Pack): readonly AboutKind[] {
  const byAdult = lead.incident.signs.about.includes('staff');
  if (!byAdult && (about === 'pupil' || about === 'stranger-adult')) return [];
  const kinds = accusedKinds(context, pack, about);
  if (kinds.length > 0 || !byAdult) return kinds;
  return [about && pack.accused[about] ? about : 'staff'];
}

function rulesOf(
  candidates: readonly Candidate[],
  alarms: readonly Alarm[],
  { accused }: Accusation,
  danger: boolean,
): readonly string[] {
  const [lead, ...others] = candidates;
  const of = ({ incident, cases }: Candidate) => [...incident.ids, ...cases.map(({ id }) => id)];
  return [
    ...new Set([
      ...(danger ? ['danger-said'] : []),
      ...(lead ? of(lead) : []),
      ...alarms.map(({ id }) => id),
      ...accused.flatMap(({ ids }) => ids),
      ...others.flatMap(of),
    ]),
  ];
}
