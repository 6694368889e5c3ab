import type { Route } from '../domain/case.ts';
import { type Category, graver, type Severity } from '../domain/filing.ts';
import { holds, isPupil, isRole } from '../domain/people.ts';
import type { Report, Subject } from '../domain/report.ts';
import { accusedIn, routeFor } from '../domain/routing.ts';
import type { Triage, TriageInput } from '../policy/triage/result.ts';
import type { AboutKind, Audience, InsideRole } from '../policy/vocabulary.ts';
import type { World } from './dialogue.ts';

/** Somebody of a school with a policy: decides how they are spoken to, and by which rules. */
export type Advised = Pick<World, 'school' | 'person' | 'policy'>;

/** What the school's policy makes of a report. People may change category and severity; the route follows from facts. */
export type Suggestion = {
  readonly category: Category;
  readonly severity: Severity;
  readonly route: Route;
  /** Ids of the rules that led here. */
  readonly rules: readonly string[];
  /** Whom the words seem to accuse, where that decides who may know and the report names nobody. */
  readonly accused: Subject['kind'] | undefined;
  /** The policy's whole view of it: advice for the teller, guidance for whoever deals with it. */
  readonly triage: Triage;
};

/** Reads a report by the school's policy. */
export function suggestionFor(to: Advised, report: Report): Suggestion {
  const triage = to.policy.triage(inputOf(to, report));
  const accused = staffKindIn(triage.accused);
  const filed = filedAs(to, report, triage);
  const tell = [...triage.route.tell, ...filed.tell].flatMap((role) => (isRole(role) ? [role] : []));
  const { subjects, keepFrom } = report;
  const route = routeFor({ tell: [...new Set(tell)], accused, subjects, keepFrom }, to.school.people);
  return { category: filed.category, severity: filed.severity, rules: triage.rules, route, accused, triage };
}

/** A report as a policy reads it. */
export function inputOf({ person }: Pick<Advised, 'person'>, report: Report): TriageInput {
  return {
    text: [report.what, report.evidence].filter(Boolean).join('\n'),
    reporter: audienceOf(person),
    about: aboutOf(report),
    danger: report.danger,
  };
}

type Filed = Pick<Suggestion, 'category' | 'severity'> & { readonly tell: readonly InsideRole[] };

/** What the reporter says it is comes before what the policy makes of the words; it can make it graver, not less. */
function filedAs({ policy }: Advised, report: Report, { category, severity }: Triage): Filed {
  if (report.category === '' || report.category === category) return { category, severity, tell: [] };
  const { category: chosen, severity: usual, tell } = policy.pack.incidents[report.category];
  return { category: chosen, severity: graver(severity, usual), tell };
}

/** As whom a person reads the policy. */
export function audienceOf(person: World['person']): Audience {
  if (isPupil(person)) return 'pupil';
  if (holds(person, 'it-support')) return 'technician';
  const governs = holds(person, 'governor', 'chair-of-governors');
  return governs && !holds(person, 'staff') ? 'governor' : 'staff';
}

/** Whom the reporter says it is about, where that says who may have done it. */
function aboutOf({ subjects }: Report): AboutKind | undefined {
  const kinds = accusedIn(subjects).map(({ kind }) => kind);
  const first = (['headteacher', 'dsl', 'staff', 'outside', 'pupil'] as const).find((kind) => kinds.includes(kind));
  return first === 'outside' ? 'stranger-adult' : first;
}

/** A governor who is accused is dealt with like any other adult of the school. */
function staffKindIn(accused: readonly AboutKind[]): Subject['kind'] | undefined {
  const kind = (['headteacher', 'dsl', 'staff', 'governor'] as const).find((one) => accused.includes(one));
  return kind === 'governor' ? 'staff' : kind;
}
