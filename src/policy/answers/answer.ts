import type { Audience, InsideRole } from '../vocabulary.ts';

/** What somebody typed, and as what they ask. */
export type Question = { readonly text: string; readonly role: Audience };

/** Where an answer comes from, as it is shown: the document's title, not its id. */
export type Citation = { readonly document: string; readonly section: string };

/** How current the clause is. Dates are as the pack has them, blank where it has none. */
export type Edition = { readonly approved: string; readonly reviewBy: string; readonly overdue: boolean };

/** Somebody to ask, in the words of whoever asks. */
export type Person = { readonly role: InsideRole; readonly title: string };

/** Something that can be pressed to be asked next: a rule's first way of asking. */
export type Choice = { readonly rule: string; readonly asks: string };

/** A rule's answer in the reader's words. */
export type Told = {
  readonly rule: string;
  readonly text: string;
  readonly citation: Citation;
  readonly edition: Edition;
  /** Where the rule comes from if not from the school's own policy, for example the statutory floor. Blank: own. */
  readonly source: string;
  readonly person: Person;
  readonly related: readonly Choice[];
};

/**
 * How sure an answer is, from 0 to 1: its own share of the odds as the fitted weights have it, and not how often such
 * answers are right.
 */
export type Confidence = { readonly confidence: number };

/** A rule answers. */
export type Answered = { readonly kind: 'answered' } & Told & Confidence & { readonly alternatives: readonly Choice[] };

/** Two or three rules tie; whoever asks chooses. */
export type DidYouMean = { readonly kind: 'did-you-mean'; readonly choices: readonly Choice[] } & Confidence;

/** The policy does not say. `gap` names a gap of the pack if one was met, and `text` says what is missing. */
export type NotInPolicy = {
  readonly kind: 'not-in-policy';
  readonly gap: string | undefined;
  readonly text: string;
  readonly person: Person;
  readonly alternatives: readonly Choice[];
} & Confidence;

/** Told as a question, but somebody may need help: lines to say first, then the offer of a report. */
export type HelpFirst = {
  readonly kind: 'help-first';
  readonly lines: readonly string[];
  /** The pack's parts that led here: `floor.danger-now`, `floor.self-harm`. */
  readonly rules: readonly string[];
  readonly citation: Citation | undefined;
  readonly person: Person;
  /** What the policy says beside that, where it says something. */
  readonly told: Told | undefined;
} & Confidence;

/** Not a question but a wish that somebody decides on. */
export type Requested = {
  readonly kind: 'request';
  readonly request: string;
  readonly rules: readonly string[];
  readonly text: string;
  readonly needs: readonly string[];
  readonly citation: Citation | undefined;
  readonly person: Person;
  readonly told: Told | undefined;
} & Confidence;

/** What a school's policy makes of a question. */
export type Answer = Answered | DidYouMean | NotInPolicy | HelpFirst | Requested;
