import type { CaseId, Instant } from '../domain/case.ts';

/** The clock. Production's is the machine's; tests set theirs. */
export type Clock = {
  /** Now, in UTC. */
  now(): Instant;
  /** Runs `task` once after so many milliseconds, unless the returned function is called first. */
  after(milliseconds: number, task: () => void): () => void;
};

/** Where ids and chance come from. */
export type Ids = {
  /** A reference that is not guessable and easy to read out, for example `K7QF-3MX9`. */
  caseId(): CaseId;
  /** Any unique text, safe in a row key. */
  unique(): string;
  /** A number from 0 up to 1, for jitter. */
  chance(): number;
};

/** What happened, for whoever runs Lantern. Never holds a person's words, a name, or a reference together with one. */
export type Log = {
  info(fields: Readonly<Record<string, string | number | boolean>>, message: string): void;
  warn(fields: Readonly<Record<string, string | number | boolean>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};

/** A text that only its school's keys open. JSON may hold it; which key it needs is no secret. */
export type Sealed = { readonly key: string; readonly data: string };

/** Hides texts under the keys of a school. Everything here is at hand: nothing waits, nothing is fetched. */
export type Sealer = {
  /**
   * A keyed hash, safe in a row key: the same text of the same purpose has the same one for ever, whatever keys are
   * rotated, and nobody without the school's key can try names on it. Case and blanks count: tidy the text before.
   */
  fingerprint(school: string, purpose: string, text: string): string;
  /** Hides a text. It opens with this `context` alone, for example `reporter:K7QF-3MX9`, so it cannot be moved. */
  seal(school: string, text: string, context: string): Sealed;
  /** The text. Throws where it was changed, or sealed for another school or context. */
  unseal(school: string, sealed: Sealed, context: string): string;
};
