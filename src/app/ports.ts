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
