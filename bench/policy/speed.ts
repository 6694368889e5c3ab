import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../../src/policy/standing.ts';
import { triager } from '../../src/policy/triage/triager.ts';
import { incidentsOf } from './incidents.ts';
import { quantile } from './tally.ts';

type Loading = { readonly packs: number; readonly wall: number; readonly cpu: number };

/** How often everything is asked; the first round warms up, and is not timed. */
export const rounds = 5;

/** Says how long all packs take until they can answer and triage: at a first start, and with what that one kept. */
export function printLoading(): void {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-bench-'));
  const first = loading(folder);
  const later = Array.from({ length: rounds }, () => loading(folder));
  rmSync(folder, { recursive: true });
  const best = (of: (one: Loading) => number) => Math.round(Math.min(...later.map(of)));
  console.log(
    `\nloading ${first.packs} packs until they answer and triage: ${best(({ wall }) => wall)} ms, CPU ${best(({ cpu }) => cpu)} ms (best of ${rounds} processes)`,
  );
  console.log(`at the first start after a pack changed: ${Math.round(first.wall)} ms, CPU ${Math.round(first.cpu)} ms`);
}

function loading(folder: string): Loading {
  const printed = execFileSync(process.execPath, [join(import.meta.dirname, 'loading.ts'), folder], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as Loading;
}

/** Says how long triage takes on the incidents that are open to everybody, after a round to warm up. */
export function printTriage(packs: ReadonlyMap<string, Pack>): void {
  const desks = new Map([...packs].map(([id, pack]) => [id, triager(pack)]));
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const { policy, text, reporter, about } of incidentsOf('tuning')) {
      const from = performance.now();
      (desks.get(policy) ?? desks.get('floor'))?.({ text, reporter, about: about ?? undefined });
      if (round > 0) took.push(performance.now() - from);
    }
  }
  console.log(
    `triage: median ${quantile(took, 0.5).toFixed(2)} ms, 99th percentile ${quantile(took, 0.99).toFixed(2)} ms`,
  );
}
