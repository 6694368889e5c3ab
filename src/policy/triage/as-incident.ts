import type { Severity } from '../../domain/filing.ts';
import type { Alarm, Pack } from '../standing.ts';
import type { AboutKind, Audience } from '../vocabulary.ts';
import { type Accusation, accusationOf, accusedKinds, beginsWithRole } from './accusation.ts';
import { adviceFor, type Speakers, strictestEvidence } from './advice.ts';
import type { Ringing } from './alarms.ts';
import { type Candidate, gravest, heardAs, leadsByName, raisedBy, weighs } from './candidates.ts';
import { type Context, isSaid, mentioned } from './context.ts';
import { handlingOf } from './handling.ts';
import {
  type Candidates,
  isAdults,
  unmuted,
  weighedAccused,
  withoutCommonplaces,
  withoutFaint,
  withoutFaintSteps,
  withoutIdleAllegations,
} from './heard.ts';
import type { Guess } from './opinions.ts';
import type { Look, Triage, TriageInput, TriageRoute } from './result.ts';
import { routeOf } from './route.ts';
import { enough } from './score.ts';
import { speaker } from './speak.ts';

/** What was found in a report. `guess`: what it is like, where it could be compared. */
export type Found = {
  readonly candidates: Candidates;
  readonly ringing: readonly Ringing[];
  readonly guess: Guess | undefined;
};

/** What the incidents that were found come to, the first of which leads. */
export function lookAtIncident(
  { candidates, ringing, guess }: Found,
  input: TriageInput,
  context: Context,
  pack: Pack,
): Look {
  const [lead] = candidates;
  const { danger } = input;
  const alarms = ringing.map(({ alarm }) => alarm);
  const raised = [
    guess ? heardAs(guess, lead.incident) : lead.severity,
    ...(lead.incident.least ? [lead.incident.least] : []),
    ...(leadsByName(candidates) ? [lead.severity] : []),
    ...candidates.filter(weighs).flatMap(({ cases }) => raisedBy(cases)),
    ...alarms.flatMap(({ raise }) => raise ?? []),
  ];
  const look = {
    category: lead.incident.category,
    severity: danger ? 'immediate' : gravest(raised),
    request: undefined,
    outright: lead.score >= enough || alarms.some(({ category }) => category !== undefined) || danger === true,
    words: [...new Set([...candidates.flatMap(({ words }) => words), ...ringing.flatMap(({ words }) => words)])],
  } as const;
  const standing = atSeverity(candidates, look.severity);
  return { ...look, triage: () => ({ ...look, ...followingFrom(standing, alarms, look, input, context, pack) }) };
}

/**
 * What was found without the circumstances that wait for another severity. What leads is as grave as the whole report;
 * what else was found, only as grave as it is itself.
 */
function atSeverity([lead, ...others]: Candidates, severity: Severity) {
  return [waited(lead, severity), ...others.map((one) => waited(one, one.severity))] as const;
}

function waited(one: Candidate, severity: Severity): Candidate {
  return { ...one, cases: one.cases.filter(({ at }) => at.length === 0 || at.includes(severity)) };
}

/** What follows from the incidents that were found. */
function followingFrom(
  candidates: Candidates,
  alarms: readonly Alarm[],
  { severity }: Pick<Triage, 'severity'>,
  { about, danger }: TriageInput,
  context: Context,
  pack: Pack,
): Omit<Triage, 'category' | 'severity' | 'request' | 'outright' | 'words'> {
  const said = accusedBy(candidates, about, context, pack);
  const kinds = said.length === 0 && alarms.some((one) => accusesAdult(one, pack)) ? (['staff'] as const) : said;
  const isCleared = kinds.length === 0 && (isAboutOthers(about) || context.targets.size > 0);
  const [lead, ...others] = withoutFaint(withoutIdleAllegations(candidates, isCleared), severity);
  const heard = unmuted([lead, ...others], context.tone.reads.has('several'));
  const full = accusationOf(kinds, context, pack);
  const accusation = { ...full, accused: weighedAccused(full.accused, heard, severity) };
  const route = routeOf(heard, alarms, accusation, pack);
  const told = withoutCommonplaces(withoutFaintSteps(heard), alarms);
  const speakers = { candidates: told, alarms, accusation, severity, ...speech(accusation, route, pack) };
  return {
    alsoCategories: [...new Set(others.map(({ incident }) => incident.category))],
    route,
    accused: accusation.kinds,
    advice: adviceFor(context.reporter, speakers, pack),
    handling: handlingOf(lead, speakers, context, pack),
    evidence: strictestEvidence(heard),
    reads: [...context.tone.reads],
    rules: rulesOf([lead, ...others], alarms, accusation, danger === true),
  };
}

/**
 * Whom lines name: the person who is accused by nothing but what is said of them, and nobody from whom it is kept. An
 * allegation goes to one alone.
 */
function speech(
  { accused }: Accusation,
  { tell, keptFrom }: TriageRoute,
  pack: Pack,
): Pick<Speakers, 'speak' | 'advise' | 'warn' | 'speakOf'> {
  const barred = new Set(keptFrom);
  const [instead] = tell;
  const isAllegation = accused.some(({ outside }) => outside.lado !== undefined);
  const only = isAllegation ? { only: accused.flatMap((one) => one.tell) } : {};
  return {
    speak: speaker(pack, { barred, instead }),
    advise: speaker(pack, { barred, instead, ...only }),
    warn: speaker(pack, {
      barred,
      instead,
      ...(isAllegation ? { only: tell, byOffice: !barred.has('headteacher') } : {}),
    }),
    speakOf: ({ keepFrom }) =>
      speaker(pack, { barred: new Set([...barred].filter((role) => !keepFrom.includes(role))), instead }),
  };
}

/**
 * Whom the report accuses. Where the leading incident is one that adults commit, an adult is accused though nobody said
 * so; where the report is said to be about a child or a stranger, only if such an incident is among those found.
 */
function accusedBy(
  candidates: Candidates,
  about: AboutKind | undefined,
  context: Context,
  pack: Pack,
): readonly AboutKind[] {
  if (isOwnSlip(candidates[0], about, context, pack) || isInAnothersName(candidates, about, pack)) return [];
  if (isAboutOthers(about) && !candidates.some(isAdults)) return [];
  const kinds = accusedKinds(context, pack, about);
  if (kinds.length > 0 || !isAdults(candidates[0])) return kinds;
  return [about && pack.accused[about] ? about : 'staff'];
}

/** Whether an alarm rings for what only adults do who work with children. */
function accusesAdult({ category }: Alarm, { incidents }: Pack): boolean {
  return category !== undefined && isAdults({ incident: incidents[category] });
}

/** Whether the reporter says that it is about nobody at school who works there. */
function isAboutOthers(about: AboutKind | undefined): boolean {
  return about === 'pupil' || about === 'stranger-adult';
}

/** Whom reporters mean who are asked whom it is about and mean themselves. */
const oneself: Partial<Record<Audience, AboutKind>> = { staff: 'staff', technician: 'staff', governor: 'governor' };

/**
 * A member of staff who has lost a laptop, or owns up to something that is no misconduct of adults, says, asked whom it
 * is about, that it is about staff, and means themself.
 */
function isOwnSlip(lead: Candidate, about: AboutKind | undefined, context: Context, pack: Pack): boolean {
  if (about === undefined || about !== oneself[context.reporter]) return false;
  const ownsUp = !isAdults(lead) && isSaid(pack.cues['own-fault'] ?? [], context);
  if (!lead.incident.slip && !ownsUp) return false;
  const adults = ['<school-adult>', '<teacher>', '<governor>'].some((adult) => mentioned(adult, context));
  return !adults && !beginsWithRole(context, pack) && accusedKinds(context, pack, undefined).length === 0;
}

/** Whoever writes a scam gives another's name, such as the headteacher's: nobody is accused by that. */
function isInAnothersName([lead, ...others]: Candidates, about: AboutKind | undefined, pack: Pack): boolean {
  const isTold = about !== undefined && pack.accused[about] !== undefined;
  return lead.incident.category === 'phishing-scam' && !isTold && !others.some(isAdults);
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
