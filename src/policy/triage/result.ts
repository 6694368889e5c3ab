import type { Category, Severity } from '../../domain/filing.ts';
import type { Deadline, Helpline, Parents, RequestType } from '../standing.ts';
import type { AboutKind, Audience, evidenceRules, InsideRole, KeptFrom, OutsideRole, Reading } from '../vocabulary.ts';

/** What somebody tells, and what is known of the teller. */
export type TriageInput = {
  readonly text: string;
  readonly reporter: Audience;
  readonly about?: AboutKind | undefined;
  /** The reporter said that somebody is in danger now. */
  readonly danger?: boolean | undefined;
  /** What people filed it as: then it is this kind, in the circumstances that its words tell. */
  readonly filed?: Category | undefined;
};

/** A body outside the school to contact as the next step: when and how. */
export type NextStep = { readonly role: OutsideRole; readonly how: string };

/** Who is put in front of a report, and who must not be. */
export type TriageRoute = {
  readonly tell: readonly InsideRole[];
  readonly outside: readonly NextStep[];
  /** Roles that the report may be about, and all others that must not see it. */
  readonly keptFrom: readonly KeptFrom[];
};

/** Lines that the reporter reads before any question. */
export type ReporterAdvice = {
  readonly danger: readonly string[];
  readonly do: readonly string[];
  readonly dont: readonly string[];
  readonly evidence: string;
  readonly helplines: readonly Helpline[];
};

/** What whoever deals with it reads. */
export type Handling = {
  /** What the circumstances of this report ask for, before anything else. */
  readonly steps: readonly string[];
  /** What is seen to in every report of its kind, in the order of doing; nothing twice. */
  readonly checklist: readonly string[];
  /** Bodies and helplines the handler decides on: when. */
  readonly consider: Readonly<Record<string, string>>;
  readonly parents: Parents;
  readonly deadlines: readonly Deadline[];
  /** Ids of sanctions that may fit; never where care comes first. */
  readonly sanctions: readonly string[];
  /** What must be true before it is closed. */
  readonly close: readonly string[];
};

/** What the policy makes of a report: a suggestion that people may change. */
export type Triage = {
  readonly category: Category;
  /** Other incidents that the same report speaks of, gravest first. */
  readonly alsoCategories: readonly Category[];
  readonly severity: Severity;
  readonly route: TriageRoute;
  readonly accused: readonly AboutKind[];
  readonly advice: ReporterAdvice;
  readonly handling: Handling;
  readonly evidence: (typeof evidenceRules)[number];
  /** Set where it is no incident but something that is asked for. */
  readonly request: RequestType | undefined;
  readonly reads: readonly Reading[];
  /** Ids of the rules that led here, the leading incident's first. */
  readonly rules: readonly string[];
  /** Whether words say it outright, and it is not only like reports of its kind. */
  readonly outright: boolean;
  /** The patterns of the pack that were found. */
  readonly words: readonly string[];
};

/** What a report is at first look: enough to tell whether it is one. What follows from it is found out when asked for. */
export type Look = Pick<Triage, 'category' | 'severity' | 'request' | 'outright' | 'words'> & {
  readonly triage: () => Triage;
};
