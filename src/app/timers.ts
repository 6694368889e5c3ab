import type { Timer } from './case-clock.ts';
import { fireCaseTimer } from './climb.ts';
import { fireDay, planDay } from './day.ts';
import { fireHandover } from './handover.ts';
import type { Office } from './office.ts';
import { dueAt, timersUntil, under } from './rows.ts';
import { type Row, StoreFault } from './store.ts';
import { traceOf } from './trace.ts';
import { Watch } from './watch.ts';

/** How often timers that were set meanwhile are looked for, in milliseconds. */
const usualPoll = 5_000;

/** Timers looked at in one go. */
const batch = 100;

/**
 * Fires what is due. Several processes may run one each over the same store: whatever fires is one transaction under
 * the ETag of its timer's row, so it happens once. A fault leaves the row, and it is due still.
 */
export class Timers {
  readonly #office: Office;
  readonly #poll: number;
  /** Called after something fired: there may be messages to deliver. */
  readonly #fired: () => void;
  readonly #watch: Watch;

  constructor(office: Office, fired: () => void, poll = usualPoll) {
    this.#office = office;
    this.#fired = fired;
    this.#poll = poll;
    this.#watch = new Watch(office.clock, () => this.#look());
  }

  /** Begins to fire. */
  start(): void {
    this.#watch.start();
  }

  /** Looks for something due now, rather than at the next poll. */
  kick(): void {
    this.#watch.kick();
  }

  /** Stops after what is firing now. */
  stop(): Promise<void> {
    return this.#watch.stop();
  }

  async #look(): Promise<number> {
    const waits: number[] = [this.#poll];
    for (const school of this.#office.schools.keys()) waits.push(await this.#lookAt(school));
    return Math.min(...waits);
  }

  async #lookAt(school: string): Promise<number> {
    try {
      if ((await fireTimers(this.#office, school)) > 0) this.#fired();
      return await untilNext(this.#office, school);
    } catch (error) {
      this.#office.log.error({ school, fault: traceOf(error) }, 'timers: the store did not answer');
      return this.#poll;
    }
  }
}

/** Fires all that is due at a school now, oldest first, and sees to it that its next day is planned; how many fired. */
export async function fireTimers(office: Office, school: string): Promise<number> {
  await planDay(office, school);
  const broken = new Set<string>();
  let fired = 0;
  for (;;) {
    const now = office.clock.now();
    const { rows } = await office.store.list(school, { ...timersUntil(now), limit: batch });
    const due = rows.filter((row) => !broken.has(row.key));
    if (due.length === 0) return fired;
    for (const row of due) if (!(await couldFire(office, school, row))) broken.add(row.key);
    fired += due.length;
  }
}

/** A timer that cannot be fired for a reason of its own keeps no other from firing; a fault of the store keeps all. */
async function couldFire(office: Office, school: string, row: Row): Promise<boolean> {
  try {
    await fire(office, school, row);
    return true;
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    office.log.error({ school, fault: traceOf(error) }, 'timers: one could not be fired');
    return false;
  }
}

/** Milliseconds until the next timer of a school, due or not; none: for ever. */
export async function untilNext({ store, clock }: Office, school: string): Promise<number> {
  const { rows } = await store.list(school, { ...under('timer'), limit: 1 });
  return rows[0] ? Date.parse(dueAt(rows[0].key)) - Date.parse(clock.now()) : Number.POSITIVE_INFINITY;
}

async function fire(office: Office, school: string, row: Row): Promise<void> {
  const timer = row.value as Timer;
  switch (timer.kind) {
    case 'case':
      return fireCaseTimer(office, school, row, timer);
    case 'day':
      return fireDay(office, school, row, timer);
    case 'handover':
      return fireHandover(office, school, row, timer);
    default:
      return timer satisfies never;
  }
}
