import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** `npm start`, as a person would type it. */
export type Started = {
  /** Everything printed so far. */
  output(): string;
  /** The first line that fits, printed already or to come. Rejects with the output when the process ends without it. */
  line(fits: RegExp): Promise<string>;
  /**
   * Sends a signal to npm and all that is with it, as Ctrl-C in a terminal does; resolves once all have ended. npm
   * itself then ends by the signal, so what Lantern made of it is for its log to say.
   */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Resolves with npm's exit code once all have ended. */
  readonly ended: Promise<number | null>;
};

const root = resolve(import.meta.dirname, '..', '..');

/** Runs `npm start -- <args>` in a process group of its own, with these settings and no others. */
export function npmStart(args: readonly string[], settings: Readonly<Record<string, string>>): Started {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, ...settings };
  const child = spawn('npm', ['start', '--silent', '--', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const printed = new Printed([child.stdout, child.stderr]);
  return {
    ended,
    output: () => printed.lines.join('\n'),
    line: (fits) =>
      Promise.race([printed.find(fits), ended.then(() => Promise.reject(new Error(printed.lines.join('\n'))))]),
    async stop(signal = 'SIGINT') {
      if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal);
      await ended;
    },
  };
}

/** What a process prints, line by line, and who waits for it. */
class Printed {
  readonly lines: string[] = [];
  #waiting: { readonly fits: RegExp; readonly resolve: (line: string) => void }[] = [];

  constructor(streams: readonly Readable[]) {
    for (const input of streams) createInterface({ input }).on('line', (line) => this.#take(line));
  }

  find(fits: RegExp): Promise<string> {
    const before = this.lines.find((line) => fits.test(line));
    if (before !== undefined) return Promise.resolve(before);
    return new Promise((resolve) => this.#waiting.push({ fits, resolve }));
  }

  #take(line: string): void {
    this.lines.push(line);
    const [met, rest] = [true, false].map((met) => this.#waiting.filter(({ fits }) => fits.test(line) === met));
    this.#waiting = rest ?? [];
    for (const { resolve } of met ?? []) resolve(line);
  }
}
