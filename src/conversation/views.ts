import type { Report } from '../domain/report.ts';
import type { FormGroup } from './press/parts.ts';
import type { ButtonPress, CasePress } from './press.ts';

/**
 * What a person is shown, fully worded and free of any platform: each channel draws it in its own idiom.
 *
 * A field whose name starts with `told` holds somebody's own words. A channel must show it as plain text:
 * never as markdown, mention, link or template (rule of safety 7). Every other string is ours.
 */
export type View =
  | NoticeView
  | FormView
  | SummaryView
  | MyReportsView
  | AddFormView
  | CaseCardView
  | CaseDetailView
  | CaseFormsView
  | CaseFormView
  | CaseListView;

/** A button with what it asks for. */
export type Button = {
  readonly label: string;
  readonly press: ButtonPress;
  readonly style: 'default' | 'positive' | 'destructive';
};

/** A value somebody can choose. `told`, because a choice may be a person's name. */
export type Choice = { readonly value: string; readonly toldTitle: string };

/** A message: a few lines and perhaps buttons. */
export type NoticeView = {
  readonly kind: 'notice';
  readonly title: string;
  /** Shown with weight and the word for it: somebody may be in danger. */
  readonly urgent: boolean;
  /** Lines may hold a name or a quotation, so they are `told` too. */
  readonly toldLines: readonly string[];
  /** More lines, each lot under a heading of its own. */
  readonly sections: readonly Section[];
  /** What the button says that shows the folded ones, where there are any. */
  readonly unfold?: string;
  /** Small print, for example the clause behind an answer; empty where there is none. */
  readonly note: string;
  readonly buttons: readonly Button[];
  /** People whom the message calls by name, where it calls any. */
  readonly ping?: PingView;
};

/**
 * People to be called. A channel makes its own mentions of them from what the school file says, never from words that
 * somebody told; whom it does not know it leaves out.
 */
export type PingView = {
  readonly line: string;
  readonly people: readonly {
    /** What stands in the place of their name. */
    readonly role: string;
    readonly objectId?: string;
    readonly slackId?: string;
    readonly address?: string;
  }[];
};

/** Lines under a heading; `folded`: a message can be read without them, so a channel that can shows them on asking. */
export type Section = { readonly title: string; readonly toldLines: readonly string[]; readonly folded?: boolean };

/** The report form, filled in as far as is known. A child is asked one thing at a time instead. */
export type FormView = {
  readonly kind: 'report-form';
  readonly draft: string;
  /** How many texts had been typed when this was drawn; comes back with the answers. */
  readonly seen: number;
  readonly title: string;
  /** What to do right now, before any question (rule of safety 2). */
  readonly advice: readonly string[];
  /** What is wrong with what was sent, to be put right; empty at first. */
  readonly problem: string;
  readonly labels: {
    readonly what: string;
    readonly whatHint: string;
    readonly danger: string;
    readonly occurredDay: string;
    readonly occurredTime: string;
    readonly noticedDay: string;
    readonly noticedTime: string;
    readonly place: string;
    readonly site: string;
    readonly siteHint: string;
    readonly who: string;
    /** Of each row a person has, since a label heard alone must say whom it is about. */
    readonly people: readonly { readonly name: string; readonly kind: string; readonly part: string }[];
    readonly anotherPerson: string;
    /** Shows the questions that can wait: when it was noticed, evidence, what was done. */
    readonly more: string;
    readonly evidence: string;
    readonly evidenceHint: string;
    readonly evidenceHolder: string;
    readonly done: string;
    readonly doneHint: string;
    readonly keepFrom: string;
    readonly keepFromHint: string;
    readonly category: string;
    /** Shown while nothing is chosen: what the policy suggests. */
    readonly categoryHint: string;
    readonly required: string;
    readonly submit: string;
    /** On a button that opens the form, where the questions do not stand in the message. */
    readonly open: string;
    readonly cancel: string;
  };
  readonly choices: {
    readonly place: readonly Choice[];
    readonly kind: readonly Choice[];
    readonly part: readonly Choice[];
    readonly category: readonly Choice[];
  };
  /** What stands in the fields; people's own words. */
  readonly told: Report;
};

/** A report read back before it is sent. */
export type SummaryView = {
  readonly kind: 'summary';
  readonly draft: string;
  readonly title: string;
  readonly intro: string;
  readonly rows: readonly LabelledRow[];
  readonly buttons: readonly Button[];
};

/** A label of ours and somebody's words; `folded` as of a section. */
export type LabelledRow = { readonly label: string; readonly told: string; readonly folded?: boolean };

/** A person's own reports. */
export type MyReportsView = {
  readonly kind: 'my-reports';
  readonly title: string;
  /** Said where there are none, or that only the newest are listed. */
  readonly note: string;
  readonly reports: readonly {
    readonly reference: string;
    /** The first words of it, for a child to know it by; empty for others. */
    readonly told: string;
    readonly facts: string;
    readonly buttons: readonly Button[];
  }[];
};

/** One field: to add to a report of one's own, or to answer a question. `press`: what is sent, but for the words. */
export type AddFormView = {
  readonly kind: 'add-form';
  readonly press:
    | { readonly verb: 'mine.add'; readonly case: string }
    | { readonly verb: 'question.reply'; readonly question: string }
    | { readonly verb: 'mine.answer'; readonly case: string; readonly reply: number }
    | {
        readonly verb: 'case.reveal-answer';
        readonly case: string;
        readonly ask: string;
        readonly answer: 'refuse';
      };
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly required: string;
  readonly submit: string;
};

/** A question of a little form. `id` is the press's own name for the answer. */
export type FormField = {
  readonly id: string;
  /** `line`: a few words; `long`: many; `day` and `time` answer `YYYY-MM-DD` and `HH:MM`. */
  readonly kind: 'line' | 'long' | 'choice' | 'day' | 'time';
  readonly label: string;
  /** Empty where there is none. */
  readonly hint: string;
  /** Empty but for a choice. */
  readonly choices: readonly Choice[];
  /** What stands there at first; empty for nothing. */
  readonly now: string;
  readonly optional: boolean;
};

/** A little form of one step on a case: what it is called, what it asks, and the press that its answers complete. */
export type CaseForm = {
  readonly group: FormGroup;
  readonly title: string;
  readonly submit: string;
  /** What to know before it is filled in, line by line. */
  readonly intro: readonly string[];
  /** Said where an answer is missing. */
  readonly required: string;
  readonly press: { readonly verb: CasePress['verb']; readonly case: string } & Readonly<Record<string, string>>;
  readonly fields: readonly FormField[];
};

/** What may be done to a case by the one who sees it. */
export type CaseActions = {
  readonly caseId: string;
  readonly open: string | null;
  readonly acknowledge: string | null;
  /** Those of the group that is shown. */
  readonly forms: readonly CaseForm[];
  /** The other groups, as buttons. */
  readonly menus: readonly Button[];
};

/** A group of little forms of a case, to choose one from. */
export type CaseFormsView = {
  readonly kind: 'case-forms';
  readonly caseId: string;
  readonly title: string;
  readonly actions: CaseActions;
};

/** One little form of a case, open: it was refused, and what was typed stands in it. */
export type CaseFormView = {
  readonly kind: 'case-form';
  readonly caseId: string;
  readonly title: string;
  /** Why it was refused, and what to put right. */
  readonly problem: string;
  readonly form: CaseForm;
  /** Ways out of it. */
  readonly menus: readonly Button[];
};

/** The card in the DSL channel: no names, no free text (rule of safety 5). */
export type CaseCardView = {
  readonly kind: 'case-card';
  readonly caseId: string;
  /** For example `Case K7QF-3MX9`. */
  readonly title: string;
  /** Said in words as well as shown: for example `Immediate`. */
  readonly severity: 'immediate' | 'high' | 'medium' | 'low';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly actions: CaseActions;
  /** The people on call, on an immediate case that nobody has yet. */
  readonly ping?: PingView;
};

/** All of a case, for one person who may know it. */
export type CaseDetailView = {
  readonly kind: 'case-detail';
  readonly caseId: string;
  readonly title: string;
  readonly severity: 'immediate' | 'high' | 'medium' | 'low';
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly rows: readonly LabelledRow[];
  /** What the button says that shows the folded ones, where there are any. */
  readonly unfold?: string;
  readonly historyTitle: string;
  /** Oldest first. */
  readonly history: readonly { readonly when: string; readonly told: string }[];
  readonly actions: CaseActions;
};

/** The open cases, most urgent first. */
export type CaseListView = {
  readonly kind: 'case-list';
  readonly title: string;
  readonly note: string;
  readonly cases: readonly {
    readonly reference: string;
    readonly severity: 'immediate' | 'high' | 'medium' | 'low';
    readonly facts: string;
    readonly buttons: readonly Button[];
  }[];
};
