import type { Severity } from '../../domain/filing.ts';
import type { Accused, Alarm } from '../standing.ts';
import { type Candidate, isFaint, plain } from './candidates.ts';
import { enough } from './score.ts';

/** What was found in a report, the leading incident first. */
export type Candidates = readonly [Candidate, ...Candidate[]];

/** Whether it is a kind of incident that adults at school commit. */
export function isAdults({ incident }: Pick<Candidate, 'incident'>): boolean {
  return incident.signs.about.includes('staff');
}

/**
 * What was found without the steps of an allegation where somebody else did it, or where no more than a hint of one
 * stands beside what happens to anybody: a lost stick, a login that was lent.
 */
export function withoutIdleAllegations([lead, ...others]: Candidates, isCleared: boolean): Candidates {
  const idle = (one: Candidate) =>
    isAdults(one) && (isCleared || (lead.incident.slip && one.score < enough && one.cases.length === 0));
  return [lead, ...others.filter((one) => !idle(one))];
}

/** A routine matter of no kind is not also perhaps of a kind: what is only faintly like one has no steps there. */
export function withoutFaint([lead, ...others]: Candidates, severity: Severity): Candidates {
  return isRoutine(lead, severity) ? withoutFaintSteps([lead, ...others]) : [lead, ...others];
}

function isRoutine({ incident }: Candidate, severity: Severity): boolean {
  return incident.category === 'other' && severity === 'low';
}

/**
 * What was found without the kinds that say nothing beside a graver one or its circumstances. What leads is always
 * heard, and so is what a report says plainly that speaks of several things.
 */
export function unmuted([lead, ...others]: Candidates, several: boolean): Candidates {
  const muting = [lead, ...others].flatMap(({ incident, cases }) => [incident, ...cases]);
  const muted = new Set(muting.flatMap(({ mutes }) => mutes));
  return [lead, ...others.filter((one) => !muted.has(one.incident.category) || (several && one.score >= plain))];
}

/** Without what else it is only faintly like: the school hears of it, but steps that do not fit are worse than none. */
export function withoutFaintSteps([lead, ...others]: Candidates): Candidates {
  return [lead, ...others.filter((one) => !isFaint(one))];
}

/**
 * Without what is said of any immediate danger that fits nowhere else, where an alarm knows which danger it is and says
 * what to do: whoever rings 999 for a child who has run off is not told to ring nobody at home.
 */
export function withoutCommonplaces([lead, ...others]: Candidates, alarms: readonly Alarm[]): Candidates {
  const isNamed = alarms.some(
    ({ category, leads, do: lines }) => category === 'other' && leads && lines.staff.length > 0,
  );
  const kept = (one: Candidate): Candidate =>
    isNamed && one.incident.category === 'other'
      ? {
          ...one,
          cases: one.cases.filter(({ at, words }) => words.length > 0 || at.length !== 1 || at[0] !== 'immediate'),
        }
      : one;
  return [kept(lead), ...others.map(kept)];
}

/**
 * What is said of whoever is accused. Of a member of staff who broke a rule or made a mistake, with nothing in it about
 * a child, the headteacher hears, and no LADO; they may be asked to give back what they have, unless there are traces
 * to be left untouched. No LADO hears of a routine matter of no kind, such as praise. What is said of a certain person
 * goes before what is said of any adult.
 */
export function weighedAccused(
  accused: readonly Accused[],
  [lead, ...others]: Candidates,
  severity: Severity,
): readonly Accused[] {
  const certain = accused.filter(({ kind }) => kind !== 'staff');
  const spoken =
    certain.length > 0 ? accused.map((one) => (certain.includes(one) ? one : { ...one, ...silent })) : accused;
  if ([lead, ...others].some(isAdults)) return spoken;
  if (isRoutine(lead, severity)) return spoken.map((one) => ({ ...one, outside: {} }));
  if (!lead.incident.slip) return spoken;
  const warned = lead.incident.evidence.rule === 'keep' ? { dont: nothing } : {};
  return spoken.map((one) => (one.kind === 'headteacher' ? one : { ...one, outside: {}, handler: [], ...warned }));
}

const nothing = { staff: [], pupil: [], parent: [] };
const silent = { do: nothing, dont: nothing, handler: [] };
