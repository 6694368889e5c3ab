/** A bounded memory of what was looked up not long ago. The oldest is forgotten first. Times in milliseconds. */
export class Recent<T> {
  readonly #most: number;
  readonly #keepMs: number;
  readonly #kept = new Map<string, { readonly value: T; readonly until: number }>();

  constructor(most: number, keepMs: number) {
    this.#most = most;
    this.#keepMs = keepMs;
  }

  get(key: string, now: number): T | undefined {
    const found = this.#kept.get(key);
    return found && now < found.until ? found.value : undefined;
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }

  set(key: string, value: T, now: number): void {
    if (this.get(key, now) !== undefined) return;
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: now + this.#keepMs });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
