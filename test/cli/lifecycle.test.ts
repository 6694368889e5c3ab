import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

type Life = ChildProcessByStdio<null, Readable, Readable>;

function life(amiss = ''): { child: Life; line: (wanted: string) => Promise<void>; errors: Promise<string> } {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'one-life.ts'), amiss], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const line = async (wanted: string): Promise<void> => {
    expect((await lines.next()).value).toBe(wanted);
  };
  return { child, line, errors: text(child.stderr) };
}

async function exitCode(child: Life): Promise<unknown> {
  return (await once(child, 'exit'))[0];
}

describe('a life', () => {
  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])('ends well on %s, undoing the last first', async (signal) => {
    const { child, line } = life();
    await line('up');
    child.kill(signal);
    const code = exitCode(child);
    await line('undoing second');
    await line('first undone');
    expect(await code).toBe(0);
  });

  it('does not wait after a second signal', async () => {
    const { child, line } = life('endless');
    await line('up');
    child.kill('SIGINT');
    await line('undoing second');
    const code = exitCode(child);
    child.kill('SIGINT');
    expect(await code).toBe(1);
  });

  it('undoes the rest when one thing cannot be undone, and says where, not what was said', async () => {
    const { child, line, errors } = life('failing');
    await line('up');
    const code = exitCode(child);
    child.kill('SIGTERM');
    await line('undoing second');
    await line('first undone');
    expect(await code).toBe(1);
    expect(await errors).toContain('one-life.ts');
    expect(await errors).not.toContain('the words of a child');
  });

  it('ends after a fault that nobody caught, without its message', async () => {
    const { child, line, errors } = life('later');
    const code = exitCode(child);
    await line('up');
    await line('undoing second');
    await line('first undone');
    expect(await code).toBe(1);
    expect(await errors).not.toContain('the words of a child');
  });

  it.each([
    ['explained', 'Lantern has stopped. Choose another port.\n'],
    ['start', /RangeError: no room\n +at /],
  ])('that cannot start says why (%s), after undoing what was begun', async (amiss, words) => {
    const { child, line, errors } = life(amiss);
    const code = exitCode(child);
    await line('undoing second');
    await line('first undone');
    expect(await code).toBe(1);
    expect(await errors).toMatch(words);
  });
});
