import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { personas } from '../../src/demo/personas.ts';
import { DemoError, type PlaygroundOptions, startPlaygrounds } from '../../src/demo/playgrounds.ts';
import type { School } from '../../src/domain/school.ts';
import { freePort, listens } from '../support/ports.ts';

const teacher = personas.filter(({ name }) => name === 'teacher');
const school = loadConfig({}).schools.get('demo') as School;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-playground-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function options(change: Partial<PlaygroundOptions> = {}): Promise<PlaygroundOptions> {
  const endpoint = 'http://127.0.0.1:1/api/messages';
  const firstPort = (await freePort()) - 1;
  return { personas: teacher, firstPort, school, folder, endpoint, onLost: () => undefined, ...change };
}

describe('a running Playground', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('answers on this machine alone, until it is stopped', async () => {
    const chosen = await options();
    const port = chosen.firstPort + 1;
    const { stop } = await startPlaygrounds(chosen);
    stops.push(stop);
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toContain('<html');
    // 127.0.0.2 reaches whatever listens on all addresses, without another network card.
    expect(await listens(port, '127.0.0.2')).toBe(false);
    await stop();
    expect(await listens(port, '127.0.0.1')).toBe(false);
  });

  it('that ends by itself is reported', async () => {
    const lost = Promise.withResolvers<string>();
    const chosen = await options({ onLost: ({ name }) => lost.resolve(name) });
    const { stop, pids } = await startPlaygrounds(chosen);
    stops.push(stop);
    for (const pid of pids) process.kill(pid);
    expect(await lost.promise).toBe('teacher');
  });

  it('is not started beside another on its port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    stops.push(async () => void taken.close());
    const firstPort = (taken.address() as AddressInfo).port - 1;
    const attempt = startPlaygrounds(await options({ firstPort }));
    await expect(attempt).rejects.toThrow(
      new DemoError(
        `port ${firstPort + 1} is in use: stop what listens there, or choose others with --playground-port`,
      ),
    );
  });

  it('ends with the process that started it, even one that is killed', async () => {
    const { firstPort } = await options();
    const parent = spawn(process.execPath, [join(import.meta.dirname, 'launch-one.ts'), folder, String(firstPort)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface(parent.stdout), 'line');
    expect(line).toBe('up');
    const held = connect(firstPort + 1, '127.0.0.1');
    await once(held, 'connect');
    parent.kill('SIGKILL');
    await once(held, 'close');
    // The open connection breaks first; the port is free once the process is gone altogether.
    await expect.poll(() => listens(firstPort + 1, '127.0.0.1'), { timeout: 10_000 }).toBe(false);
  });
});
