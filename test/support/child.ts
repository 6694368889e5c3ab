import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** Lantern as a process of its own, that can be killed. */
export type Child = {
  readonly endpoint: string;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
};

/** Starts the server alone on a free port with these settings; resolves when it says that turns can be served. */
export async function startChild(settings: Readonly<Record<string, string>>): Promise<Child> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [main, '--no-playground'], {
    env: { PATH, HOME, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(() => undefined);
  const url = await readyAt(child);
  return {
    exited,
    endpoint: `${url}/api/messages`,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function readyAt(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { msg, url } = JSON.parse(line) as { msg: string; url?: string };
    if (msg === 'ready' && url) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error('Lantern ended before it was ready');
}
