/**
 * A process of its own that fires timers: `node timer-process.ts <file>`. Each line on its input is a moment; it fires
 * what is due then and answers with the line.
 */
import { argv, stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline';
import { systemIds } from '../../src/app/system.ts';
import { fireTimers } from '../../src/app/timers.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { harbourInYear } from './school-year.ts';
import { fixedSealer } from './sealer.ts';
import { quiet, SetClock } from './set-clock.ts';

const [file = ''] = argv.slice(2);
const store = sqliteStore({ file });
await store.open();
const clock = new SetClock('2026-09-01T00:00:00.000Z');
const schools = new Map([['harbour', harbourInYear]]);
const office = { store, schools, policies: new Map(), clock, ids: systemIds, log: quiet, sealer: fixedSealer };
stdout.write('ready\n');
for await (const now of createInterface({ input: stdin })) {
  clock.set(now);
  await fireTimers(office, 'harbour');
  stdout.write(`${now}\n`);
}
await store.close();
