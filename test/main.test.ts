import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schoolText } from './config/school-text.ts';
import { npmStart, type Started } from './support/npm-start.ts';
import { freePort, listens } from './support/ports.ts';
import { harbour } from './support/school.ts';
import { schoolYaml } from './support/school-yaml.ts';
import { sealKey } from './support/sealer.ts';

let data: string;
let running: Started[];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lantern-main-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.stop('SIGKILL')));
  rmSync(data, { recursive: true });
});

function start(args: readonly string[] = [], settings: Record<string, string> = {}): Started {
  const one = npmStart(args, { PORT: '0', LANTERN_DATA: data, ...settings });
  running.push(one);
  return one;
}

/** The address of the log line that says that turns can be served. */
async function address(one: Started): Promise<string> {
  return JSON.parse(await one.line(/"msg":"ready"/)).url;
}

describe('npm start -- --no-playground', () => {
  it('serves turns, keeps its records in the data folder, and ends well on SIGTERM', async () => {
    const one = start(['--no-playground']);
    const url = await address(one);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(existsSync(join(data, 'lantern.sqlite'))).toBe(true);
    expect(statSync(join(data, 'seal.key')).mode & 0o777).toBe(0o600);
    await one.stop('SIGTERM');
    expect(one.output()).toContain('"msg":"stopped"');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('takes no message without a body, and says so without a word of its inside', async () => {
    const url = await address(start(['--no-playground']));
    const answer = await fetch(`${url}/api/messages`, { method: 'POST' });
    expect(answer.status).toBe(415);
    expect(Object.keys(await answer.json())).toEqual(['error']);
  });
});

describe('npm start refuses, in plain words and with exit code 1,', () => {
  it('to listen to the network without credentials', async () => {
    const one = start(['--no-playground'], { HOST: '0.0.0.0' });
    expect(await one.ended).toBe(1);
    expect(one.output()).toMatch(/HOST: .*only this machine may call; use 127\.0\.0\.1/);
    expect(one.output()).not.toMatch(/^ +at /m);
  });

  it('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const one = start(['--no-playground'], { PORT: String(port) });
    expect(await one.ended).toBe(1);
    expect(one.output()).toMatch(new RegExp(`PORT: .*${port}`));
    expect(one.output()).not.toMatch(/^ +at /m);
    taken.close();
  });

  it('a broken school file, naming file, line and setting', async () => {
    const file = join(data, 'elm.yaml');
    writeFileSync(file, schoolText({ timeZone: 'Europe/Narnia' }));
    const one = start(['--no-playground'], { LANTERN_SCHOOLS: data, LANTERN_SEAL_KEY: sealKey });
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain(`${file}:4: timeZone: is no time zone`);
  });

  it('a school without a seal key, and a seal key that is not the one of the records', async () => {
    writeFileSync(join(data, 'harbour.yaml'), schoolYaml(harbour));
    const settings = { LANTERN_SCHOOLS: data };
    const without = start(['--no-playground'], settings);
    expect(await without.ended).toBe(1);
    expect(without.output()).toMatch(/LANTERN_SEAL_KEY: is needed/);

    const first = start(['--no-playground'], { ...settings, LANTERN_SEAL_KEY: sealKey });
    await address(first);
    await first.stop('SIGTERM');
    const wrong = start(['--no-playground'], { ...settings, LANTERN_SEAL_KEY: Buffer.alloc(32, 1).toString('base64') });
    expect(await wrong.ended).toBe(1);
    expect(wrong.output()).toMatch(/LANTERN_SEAL_KEY: is not the key that the records of harbour are sealed with/);
    expect(wrong.output()).not.toMatch(/^ +at /m);
  });

  it('a data folder that is a file', async () => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    const one = start(['--no-playground'], { LANTERN_DATA: file });
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain('LANTERN_DATA:');
  });

  it('an option that it does not know', async () => {
    const one = start(['--no-playgrounds']);
    expect(await one.ended).toBe(1);
    expect(one.output()).toContain("unknown option '--no-playgrounds'");
  });
});

describe('npm start', () => {
  it('is a demo with three Playgrounds and whoever was asked for, all gone after Ctrl-C', async () => {
    const first = await freePort();
    const one = start(['--playground-port', String(first), '--with', 'chair', '--with', 'headteacher']);
    await one.line(/^ready$/);
    const offsets = [0, 1, 2, 3, 4];
    for (const offset of offsets) {
      const url = `http://localhost:${first + offset}`;
      expect(one.output()).toContain(url);
      expect((await fetch(url)).status).toBe(200);
    }
    await one.stop('SIGINT');
    for (const offset of offsets) expect(await listens(first + offset)).toBe(false);
    expect(readFileSync(join(data, 'lantern.log'), 'utf8')).toMatch(/"msg":"ready".*"msg":"stopped"/s);
  });

  it('that is killed leaves no Playground behind', async () => {
    const first = await freePort();
    const one = start(['--playground-port', String(first)]);
    await one.line(/^ready$/);
    const held = connect(first + 1, '127.0.0.1');
    await once(held, 'connect');
    const gone = once(held, 'close');
    await one.stop('SIGKILL');
    await gone;
    await expect.poll(() => listens(first + 1)).toBe(false);
  });
});
