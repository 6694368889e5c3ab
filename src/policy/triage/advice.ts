import type { Severity } from '../../domain/filing.ts';
import type { Accused, Advice, Alarm, Helpline, Pack } from '../standing.ts';
import { type AdviceAudience, type Audience, evidenceRules, readerOf } from '../vocabulary.ts';
import { asksForImage } from '../wording-rules.ts';
import type { Accusation } from './accusation.ts';
import type { Candidate } from './candidates.ts';
import type { ReporterAdvice } from './result.ts';
import type { Speak } from './speak.ts';

/** Everything that may have a line for the reporter. */
export type Speakers = {
  readonly candidates: readonly Candidate[];
  readonly alarms: readonly Alarm[];
  readonly accusation: Accusation;
  readonly severity: Severity;
  /** Whom lines name instead of somebody who may not know. */
  readonly speak: Speak;
  /** The same for a reporter, who is sent to nobody but those who are told of an allegation. */
  readonly advise: Speak;
  /** The same for what comes first, in danger: it names nobody who is not told of an allegation. */
  readonly warn: Speak;
  /** The same for what is said of one who is accused: it may name that person, and nobody else who may not know. */
  readonly speakOf: (one: Accused) => Speak;
};

/** Picks what somebody says. */
type Pick = (one: { readonly do: Advice; readonly dont: Advice }) => Advice;

type EvidenceRule = (typeof evidenceRules)[number];

/** The strictest rule about evidence among all that was found. */
export function strictestEvidence(candidates: readonly Candidate[]): EvidenceRule {
  const rules = candidates.map(({ incident }) => incident.evidence.rule);
  return evidenceRules.findLast((rule) => rules.includes(rule)) ?? 'leave';
}

/** What the reporter reads before any question: danger, what to do, what not to do, evidence, helplines. */
export function adviceFor(reporter: Audience, speakers: Speakers, pack: Pack): ReporterAdvice {
  const who = readerOf(reporter);
  const rule = strictestEvidence(speakers.candidates);
  const { accused } = speakers.accusation;
  const lines = (pick: Pick, under: EvidenceRule) => [
    ...accused.flatMap((one) => speakers.speakOf(one)(pick(one)[who], who)),
    ...speakers
      .advise(spoken(speakers, pick, who, under), who)
      .filter((line) => !(rule === 'never' && asksForImage(line))),
  ];
  const kept = speakers.candidates.find(({ incident }) => incident.evidence.rule === rule);
  return {
    danger: speaksOfDanger(who, speakers.severity) ? speakers.warn(pack.danger[who], who) : [],
    do: lines((one) => one.do, rule),
    dont: lines((one) => one.dont, 'keep'),
    evidence: speakers.advise([kept?.incident.evidence[who] ?? ''], who).join(' '),
    helplines: helplinesFor(reporter, speakers, pack),
  };
}

/** Pupils always learn where help is; adults where it may be pressing. */
function speaksOfDanger(who: AdviceAudience, severity: Severity): boolean {
  return who === 'pupil' || severity === 'immediate' || severity === 'high';
}

/**
 * Alarms first, then circumstances, then the incidents. An alarm that only adds a word, such as who reads it, is what a
 * child reads first, as a comfort, and an adult last. Where pictures must not be kept, who asks to keep is mute.
 */
function spoken(
  { candidates, alarms, severity }: Speakers,
  pick: Pick,
  who: AdviceAudience,
  rule: EvidenceRule,
): readonly string[] {
  const heard = candidates.filter(({ incident }) => rule !== 'never' || incident.evidence.rule !== 'keep');
  const last = alarms.filter((one) => who !== 'pupil' && onlyAdds(one));
  return [
    ...alarms.filter((one) => !last.includes(one)).flatMap((one) => pick(one)[who]),
    ...heard.flatMap(({ cases }) => cases.flatMap((one) => pick(one)[who])),
    ...heard
      .filter((one) => !isReplaced(one, who) && !isIdle(one, who, severity))
      .flatMap((one) => pick(one.incident)[who]),
    ...last.flatMap((one) => pick(one)[who]),
  ];
}

/** Whether a circumstance speaks in place of the incident, whose lines are for others. */
function isReplaced({ cases }: Candidate, who: AdviceAudience): boolean {
  return cases.some((one) => one.instead && one.do[who].length + one.dont[who].length > 0);
}

/** In immediate danger adults are told what helps, and not what is said of anything that fits nowhere else. */
function isIdle({ incident }: Candidate, who: AdviceAudience, severity: Severity): boolean {
  return severity === 'immediate' && who !== 'pupil' && incident.category === 'other';
}

/** Whether it makes a report no graver and no other kind. */
function onlyAdds({ raise, category }: Alarm): boolean {
  return raise === undefined && category === undefined;
}

function helplinesFor(reporter: Audience, { candidates, alarms }: Speakers, { helplines }: Pack): readonly Helpline[] {
  const ids = [
    ...alarms.flatMap((one) => one.helplines),
    ...candidates.flatMap(({ cases, incident }) => [...cases.flatMap((one) => one.helplines), ...incident.helplines]),
  ];
  return [...new Set(ids)].flatMap((id) => {
    const helpline = helplines[id];
    if (!helpline || helpline.hidden) return [];
    return helpline.for.length === 0 || helpline.for.includes(reporter) ? [helpline] : [];
  });
}
