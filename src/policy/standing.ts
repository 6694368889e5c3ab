import type { z } from 'zod';
import type { Category, Severity } from '../domain/filing.ts';
import type { PackSource } from './pack.ts';
import type {
  AccusedSource,
  AdviceSource,
  AlarmSource,
  CaseSource,
  deadlineSource,
  EvidenceSource,
  parentsSource,
  SanctionSource,
  SignsSource,
} from './parts/incident.ts';
import type { ContactSource, DocumentSource, HelplineSource } from './parts/people.ts';
import type { RequestSource } from './parts/request.ts';
import type { GapSource, RuleSource, TopicSource } from './parts/rule.ts';
import type { AboutKind, Audience, FourC, InsideRole, KeptFrom, OutsideRole, RouteRole } from './vocabulary.ts';

/** Every field there, blank where nothing was said. */
type Whole<T> = { readonly [Key in keyof T]-?: Exclude<T[Key], undefined> };

/** The pack that says something, by id, and the full id of the rule: `somerset.report-misuse`. */
export type Origin = { readonly id: string; readonly from: string };

/** A heading of a document, by the document's id. */
export type Clause = { readonly document: string; readonly section: string };

/** A rule as it stands, with all that its document and topic say about it. */
export type Rule = Origin &
  Whole<Omit<RuleSource, 'clause' | 'induction' | 'for'>> & {
    readonly for: readonly Audience[];
    /** The first is cited. */
    readonly clauses: readonly Clause[];
    readonly induction: RuleSource['induction'];
  };

/** A question known to have no answer in the policy, and who is asked instead. */
export type Gap = Origin & Whole<GapSource> & { readonly owner: InsideRole };

/** Lines by who reads them. */
export type Advice = AdviceSource;

/** A circumstance, with its own id: `floor.cyberbullying.threat`. */
export type Case = Origin & Omit<CaseSource, 'clause'> & { readonly clauses: readonly Clause[] };

/** A time limit. */
export type Deadline = Origin & z.output<typeof deadlineSource>;

/** Who speaks to parents, all of it said. */
export type Parents = Whole<z.output<typeof parentsSource>>;

/** A kind of incident as it stands at a school: the floor's and the school's together. */
export type IncidentType = {
  readonly category: Category;
  /** The packs' parts it is made of, the school's own first: `somerset.cyberbullying`, `floor.cyberbullying`. */
  readonly ids: readonly string[];
  readonly title: string;
  readonly what: string;
  readonly c: FourC;
  /** As it usually is. */
  readonly severity: Severity;
  /** What the school itself says: none of this kind is less grave. */
  readonly least: Severity | undefined;
  readonly signs: SignsSource;
  readonly examples: readonly string[];
  readonly cases: readonly Case[];
  readonly tell: readonly InsideRole[];
  readonly outside: Readonly<Partial<Record<OutsideRole, string>>>;
  readonly consider: Readonly<Record<string, string>>;
  readonly keepFrom: readonly KeptFrom[];
  /** Kinds whose advice is for reports without this one. */
  readonly mutes: readonly Category[];
  /** What happens to anybody: staff who tell of one, and name no adult, accuse nobody. */
  readonly slip: boolean;
  readonly do: Advice;
  readonly dont: Advice;
  readonly handler: readonly string[];
  readonly evidence: EvidenceSource;
  readonly parents: Parents;
  readonly helplines: readonly string[];
  readonly deadlines: readonly Deadline[];
  readonly sanctions: 'none' | readonly string[];
  readonly close: readonly string[];
  readonly clauses: readonly Clause[];
};

/** An alarm as it stands. */
export type Alarm = Origin & Omit<AlarmSource, 'clause'> & { readonly clauses: readonly Clause[] };

/** A made-up report, and what it is. */
export type TypedReport = { readonly category: Category; readonly severity: Severity; readonly text: string };

/** Where a report goes that accuses such a person, as it stands. */
export type Accused = Omit<AccusedSource, 'clause'> & {
  readonly kind: AboutKind;
  readonly ids: readonly string[];
  readonly clauses: readonly Clause[];
};

/** A request as it stands. */
export type RequestType = Whole<Omit<RequestSource, 'clause'>> & {
  readonly id: string;
  readonly ids: readonly string[];
  readonly clauses: readonly Clause[];
};

/** A sanction as it stands. */
export type Sanction = Origin & Omit<SanctionSource, 'clause'> & { readonly clauses: readonly Clause[] };

/** A role or body as it stands; blank where nothing is known. */
export type Contact = Whole<Omit<ContactSource, 'clause' | 'heldBy'>> & {
  readonly heldBy?: InsideRole | undefined;
  readonly clauses: readonly Clause[];
};

/** Help outside the school as it stands. */
export type Helpline = Whole<HelplineSource>;

/** A document as it stands. */
export type PolicyDocument = DocumentSource & { readonly from: string };

/** A whole policy as it stands at a school: its own pack on the floor. Everything that answers and triage need. */
export type Pack = {
  readonly head: PackSource['pack'];
  /** What to say beside something that comes from this pack, by its id. Blank: nothing. */
  readonly sources: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, PolicyDocument>>;
  readonly sections: Readonly<Record<string, readonly { readonly heading: string; readonly none: string }[]>>;
  readonly topics: Readonly<Record<string, TopicSource>>;
  readonly contacts: Readonly<Partial<Record<RouteRole, Contact>>>;
  readonly helplines: Readonly<Record<string, Helpline>>;
  readonly rules: readonly Rule[];
  readonly gaps: readonly Gap[];
  readonly danger: Advice;
  readonly incidents: Readonly<Record<Category, IncidentType>>;
  readonly alarms: readonly Alarm[];
  readonly accused: Readonly<Partial<Record<AboutKind, Accused>>>;
  /** Reports as people type them, of every layer. */
  readonly reports: readonly TypedReport[];
  readonly requests: readonly RequestType[];
  readonly sanctions: Readonly<Record<string, Sanction>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly cues: PackSource['cues'];
  readonly thesaurus: Readonly<Record<string, readonly string[]>>;
  readonly spellings: Readonly<Record<string, string>>;
};
