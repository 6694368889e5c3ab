import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { School } from '../domain/school.ts';
import type { Persona } from './personas.ts';
import { playgroundConfig } from './playground-config.ts';

/** How the Playgrounds are to be run. */
export type PlaygroundOptions = {
  readonly personas: readonly Persona[];
  /** The port of the persona with offset 0. */
  readonly firstPort: number;
  readonly school: School;
  /** Folder under which each keeps its own. What is typed into a Playground is in its own log there. */
  readonly folder: string;
  /** Where Lantern takes messages. */
  readonly endpoint: string;
  /** Called once when a Playground ends that nobody stopped. */
  readonly onLost: (persona: Persona) => void;
};

/** The demo cannot start, for a reason that its reader can mend. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Playgrounds that answer. */
export type RunningPlaygrounds = {
  /** Their processes. */
  readonly pids: readonly number[];
  /** Ends them all; resolves when they are gone. */
  stop(): Promise<void>;
};

/** Where a persona's Playground is to be opened. */
export function playgroundUrl(persona: Persona, firstPort: number): string {
  return `http://localhost:${firstPort + persona.offset}`;
}

/**
 * Starts one Agents Playground a persona and waits until each answers. They end with this process, however it ends.
 * @throws DemoError when a port is taken or a Playground does not start; none is left running then
 */
export async function startPlaygrounds(options: PlaygroundOptions): Promise<RunningPlaygrounds> {
  await refuseTaken(options);
  const running = options.personas.map((persona) => ({ persona, child: launch(persona, options) }));
  const stop = async (): Promise<void> => {
    await Promise.all(running.map(({ child }) => end(child)));
  };
  try {
    await Promise.all(running.map(({ persona, child }) => ready(child, persona, options)));
  } catch (error) {
    await stop();
    throw error;
  }
  for (const { persona, child } of running) child.once('exit', () => child.killed || options.onLost(persona));
  return { pids: running.flatMap(({ child }) => child.pid ?? []), stop };
}

/** A Playground whose port is taken would quietly choose another. */
async function refuseTaken({ personas, firstPort }: PlaygroundOptions): Promise<void> {
  const ports = personas.map(({ offset }) => firstPort + offset);
  const free = await Promise.all(ports.map(isFree));
  const taken = ports.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  const which = taken.length === 1 ? `port ${taken[0]} is` : `ports ${taken.join(', ')} are`;
  throw new DemoError(`${which} in use: stop what listens there, or choose others with --playground-port`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function launch(persona: Persona, options: PlaygroundOptions): ChildProcess {
  const cwd = join(options.folder, persona.name);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, '.m365agentsplayground.yml'), playgroundConfig(persona, options.school));
  const port = String(options.firstPort + persona.offset);
  const preload = new URL('playground-preload.ts', import.meta.url).href;
  return spawn(process.execPath, ['--import', preload, program(), '-p', port, '--disable-telemetry'], {
    cwd,
    // Nothing of our own environment: it may hold secrets and proxies.
    env: { TEAMSAPPTESTER_BROWSER: 'none', DEFAULT_CHANNEL_ID: 'msteams', BOT_ENDPOINT: options.endpoint },
    // The IPC channel tells it when we are gone; `detached` keeps Ctrl-C from reaching it before us.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    detached: true,
  });
}

function program(): string {
  try {
    return fileURLToPath(import.meta.resolve('@microsoft/m365agentsplayground/cli.js'));
  } catch (cause) {
    throw new DemoError('the Agents Playground is not installed: run npm ci, or start with --no-playground', { cause });
  }
}

async function ready(child: ChildProcess, persona: Persona, { firstPort }: PlaygroundOptions): Promise<void> {
  if (!(await announces(child, firstPort + persona.offset))) {
    throw new DemoError(`the Playground of the ${persona.name} did not start`);
  }
  const answer = await fetch(playgroundUrl(persona, firstPort));
  if (!answer.ok) throw new DemoError(`the Playground of the ${persona.name} answers ${answer.status}`);
}

/** Whether the Playground says that it listens on its port, before it ends or its output does. */
async function announces(child: ChildProcess, port: number): Promise<boolean> {
  if (!child.stdout) return false;
  const lines = createInterface(child.stdout);
  for await (const line of lines) {
    if (line === `Listening on ${port}`) {
      lines.close();
      child.stdout.resume();
      return true;
    }
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
