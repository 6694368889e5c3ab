import type { Category, Severity } from '../domain/case.ts';
import type { Report, Subject } from '../domain/report.ts';
import { accusesStaff } from '../domain/routing.ts';
import { type AdviceId, type TriageRule, triageRules } from './triage-table.ts';

/** What the policy makes of a text: a suggestion, with the rules that led to it. */
export type Triage = {
  readonly category: Category;
  readonly severity: Severity;
  /** Do this now, before any question; gravest first. */
  readonly advice: readonly AdviceId[];
  /** Whom the words seem to accuse, where that changes who may know. */
  readonly accused: Subject['kind'] | undefined;
  /** Ids of the rules that matched, gravest first. */
  readonly rules: readonly string[];
};

const gravity: readonly Severity[] = ['immediate', 'high', 'medium', 'low'];

/** The reporter says that a member of staff may have done it, whatever the words. */
const staffAccused: TriageRule = {
  id: 'floor.triage.staff-accused',
  category: 'staff-conduct',
  severity: 'high',
  advice: 'staff-conduct',
  words: /^/,
};

const nothingMatched: TriageRule = {
  id: 'floor.triage.other',
  category: 'other',
  severity: 'medium',
  advice: 'general',
  words: /^/,
};

/** What of a report triage looks at. */
export type Told = Pick<Report, 'what' | 'danger' | 'subjects'>;

/** Suggests category, severity and advice for a report. When several rules match, the gravest leads. */
export function triage({ what, danger, subjects }: Told): Triage {
  const found = triageRules.filter((rule) => rule.words.test(what));
  const rules = bySeverity(accusesStaff(subjects) ? [...found, staffAccused] : found);
  const lead = rules[0] ?? nothingMatched;
  const severity = danger ? 'immediate' : lead.severity;
  const advice = [lead, ...rules].map((rule) => rule.advice);
  return {
    category: lead.category,
    severity,
    advice: [...new Set(severity === 'immediate' ? ['danger' as const, ...advice] : advice)],
    accused: rules.find((rule) => rule.accused)?.accused,
    rules: [
      ...(danger ? ['floor.triage.danger-said'] : []),
      ...(rules.length > 0 ? rules : [lead]).map(({ id }) => id),
    ],
  };
}

function bySeverity(rules: readonly TriageRule[]): readonly TriageRule[] {
  return rules.toSorted((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
}
