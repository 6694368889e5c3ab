import type { Category, Severity } from '../domain/case.ts';
import type { Subject } from '../domain/report.ts';
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

const nothingMatched: TriageRule = {
  id: 'floor.triage.other',
  category: 'other',
  severity: 'medium',
  advice: 'general',
  words: /^/,
};

/** Suggests category, severity and advice for a text. When several rules match, the gravest leads. */
export function triage(text: string, danger: boolean): Triage {
  const found = triageRules.filter((rule) => rule.words.test(text));
  const [lead, ...rest] = found.length > 0 ? bySeverity(found) : [nothingMatched];
  const rules = lead ? [lead, ...rest] : rest;
  const severity = danger ? 'immediate' : (lead?.severity ?? 'medium');
  return {
    category: lead?.category ?? 'other',
    severity,
    advice: [
      ...new Set([...(severity === 'immediate' ? ['danger' as const] : []), ...rules.map((rule) => rule.advice)]),
    ],
    accused: rules.find((rule) => rule.accused)?.accused,
    rules: [...(danger ? ['floor.triage.danger-said'] : []), ...rules.map((rule) => rule.id)],
  };
}

function bySeverity(rules: readonly TriageRule[]): readonly TriageRule[] {
  return rules.toSorted((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
}
