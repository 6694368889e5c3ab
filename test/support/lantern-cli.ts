import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a command said and how it ended. */
export type Ran = { readonly stdout: string; readonly stderr: string; readonly status: number };

/** Runs `lantern` with these arguments, without stopping this process: a server in it goes on answering. */
export function lanternCli(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  const file = join(import.meta.dirname, '../../src/cli/lantern.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ stdout, stderr, status: error ? Number(error.code) : 0 }),
    );
  });
}
