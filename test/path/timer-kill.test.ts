import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { untilNext } from '../../src/app/timers.ts';
import { closing, tellings } from '../support/closing.ts';
import { expectedRungs, momentOf, type Story, slotOf, stories } from '../support/expected-rungs.ts';
import { eventsOf } from '../support/records.ts';
import { type Desk, openDesk, type Posted, sqliteFolder } from '../support/year.ts';

const program = join(import.meta.dirname, '..', 'support', 'timer-process.ts');

/** A process that fires timers, and the lines that it answers with. */
type Firing = { readonly child: ChildProcess; readonly lines: AsyncIterator<string>; readonly reader: Interface };

async function begin(file: string): Promise<Firing> {
  const child = spawn(process.execPath, [program, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const lines = reader[Symbol.asyncIterator]();
  await lines.next();
  return { child, lines, reader };
}

/** Fires what is due at this moment; false where the process died of it. */
async function fires({ child, lines }: Firing, now: string): Promise<boolean> {
  child.stdin?.write(`${now}\n`);
  return !(await lines.next()).done;
}

async function end({ child, reader }: Firing): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  reader.close();
}

/** Reports at all hours of two weeks around the end of summer time, each left unread for three days at least. */
const all: readonly Story[] = Array.from({ length: 28 }, (_, n) => {
  const reported = slotOf('2026-10-16T00:00:00Z') + n * 10 * 60 * 4 + (n % 60) * 4;
  const severity = (['immediate', 'high', 'medium', 'low'] as const)[n % 4] ?? 'low';
  return { severity, reported, closed: reported + (3 + (n % 9)) * 1_440 * 4 + 3 };
});

/** What happens next: a report or a closing, by moment. */
function actsOf(ids: string[]): { readonly at: number; readonly act: (desk: Desk) => Promise<void> }[] {
  const close = (n: number) => closing(ids[n] ?? '');
  return all
    .flatMap(({ severity, reported, closed }, n) => [
      {
        at: reported,
        async act(desk: Desk) {
          ids[n] = await desk.reports('teacher', stories[severity]);
        },
      },
      {
        at: closed,
        async act(desk: Desk) {
          if (severity === 'immediate') for (const press of tellings(ids[n] ?? '')) await desk.presses('deputy', press);
          await desk.presses('deputy', close(n));
        },
      },
    ])
    .toSorted((a, b) => a.at - b.at);
}

describe('two processes that fire timers over one file', () => {
  it('climb every rung at its minute, once, while one or the other is killed at random', {
    timeout: 180_000,
  }, async () => {
    const folder = await sqliteFolder();
    const store = folder.handle();
    await store.open();
    const desk = openDesk(store, momentOf(all[0]?.reported ?? 0));
    const processes = await Promise.all([begin(folder.file), begin(folder.file)]);
    const [ids, posted]: [string[], Posted[]] = [[], []];
    const acts = actsOf(ids);
    let kills = 0;
    for (let now = desk.clock.now(); acts.length > 0; ) {
      desk.clock.set(now);
      while (acts[0] && momentOf(acts[0].at) <= now) await acts.shift()?.act(desk);
      do {
        const doomed = Math.random() < 0.08 ? Math.floor(Math.random() * 2) : undefined;
        const timer =
          doomed === undefined
            ? undefined
            : setTimeout(() => processes[doomed]?.child.kill('SIGKILL'), Math.random() * 6);
        const alive = await Promise.all(processes.map((one) => fires(one, now).catch(() => false)));
        clearTimeout(timer);
        for (const [n, one] of processes.entries()) {
          if (alive[n] && !one.child.killed) continue;
          await end(one);
          kills++;
          processes[n] = await begin(folder.file);
        }
      } while ((await untilNext(desk.office, 'harbour')) <= 0);
      posted.push(...(await desk.posted()));
      const next = new Date(Date.parse(now) + (await untilNext(desk.office, 'harbour'))).toISOString();
      now = acts[0] && momentOf(acts[0].at) < next ? momentOf(acts[0].at) : next;
    }
    for (const one of processes) await end(one);
    let rungs = 0;
    for (const [n, one] of all.entries()) {
      const events = await eventsOf(store, ids[n] ?? '');
      const climbed = events.flatMap(({ at, event }) => {
        if (event.kind !== 'climbed' || event.rung === 'nobody') return [];
        const to = event.to.map(({ id }) => id).join('+');
        return [`${at} ${event.step} ${to === '' ? event.rung : to}`];
      });
      expect(climbed, JSON.stringify(one)).toEqual(expectedRungs(one, []));
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
      rungs += climbed.length;
    }
    const mornings = posted.filter(({ sort }) => sort === 'day').map(({ at }) => at);
    expect(new Set(mornings).size).toBe(mornings.length);
    console.info(`${rungs} rungs, ${mornings.length} mornings, ${kills} processes killed`);
    expect(kills).toBeGreaterThan(3);
    await store.close();
    await folder.remove();
  });
});
