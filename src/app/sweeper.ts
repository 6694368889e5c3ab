import { DateTime } from 'luxon';
import type { Office } from './office.ts';
import { seenBefore } from './rows.ts';
import { traceOf } from './trace.ts';

/** How long the marks of seen events are kept (DESIGN.md, "Rows"): no platform repeats an event later. */
const keptDays = 2;
const minute = 60_000;
const hour = 60 * minute;
const batch = 100;

/** Clears the marks of seen events once they are two days old, a minute from now and then every hour. Returns what stops it. */
export function startSweeper(office: Office): () => void {
  let stopped = false;
  let cancel: () => void = () => undefined;
  const run = async () => {
    await sweep(office).catch((error) =>
      office.log.warn({ fault: traceOf(error).name }, 'sweeper: the store did not answer'),
    );
    if (!stopped) cancel = office.clock.after(hour, run);
  };
  cancel = office.clock.after(minute, run);
  return () => {
    stopped = true;
    cancel();
  };
}

/** One sweep over every school. */
export async function sweep({ store, schools, clock }: Pick<Office, 'store' | 'schools' | 'clock'>): Promise<void> {
  const oldest = DateTime.fromISO(clock.now(), { zone: 'utc' }).minus({ days: keptDays }).toISO() ?? clock.now();
  for (const school of schools.keys()) {
    for (;;) {
      const { rows } = await store.list(school, { ...seenBefore(oldest), limit: batch });
      if (rows.length === 0) break;
      const result = await store.commit(
        school,
        rows.map(({ key, etag }) => ({ kind: 'delete', key, etag })),
      );
      if (result.kind === 'conflict') break;
    }
  }
}
