import type { Clock } from './ports.ts';

/**
 * Looks for what is due, again and again until it is stopped: after the wait that each look names, or at once where
 * somebody knows of something new. Never two looks at a time.
 */
export class Watch {
  readonly #clock: Clock;
  readonly #look: () => Promise<number>;
  #cancel: () => void = () => undefined;
  #looking: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  /** `look`: does what is due; milliseconds until there is more. It must not reject. */
  constructor(clock: Clock, look: () => Promise<number>) {
    this.#clock = clock;
    this.#look = look;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  start(): void {
    this.#stopped = false;
    this.kick();
  }

  /** Looks now, rather than when the wait is over. */
  kick(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#looking ??= this.#once().finally(() => {
      this.#looking = undefined;
      if (this.#again) this.kick();
    });
  }

  /** Resolves when the look under way has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    await this.#looking;
  }

  async #once(): Promise<void> {
    this.#cancel();
    this.#again = false;
    const wait = await this.#look();
    if (this.#stopped || this.#again) return;
    this.#cancel = this.#clock.after(Math.max(1, wait), () => this.kick());
  }
}
