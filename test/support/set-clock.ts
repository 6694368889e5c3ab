import type { Clock, Log } from '../../src/app/ports.ts';

/** A log that keeps nothing. */
export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A clock that stands until it is set. What is to run later never does: the test fires what is due itself. */
export class SetClock implements Clock {
  #now: string;

  constructor(now: string) {
    this.#now = now;
  }

  now(): string {
    return this.#now;
  }

  after(): () => void {
    return () => undefined;
  }

  set(now: string): void {
    this.#now = now;
  }
}
