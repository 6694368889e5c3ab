import { say } from '../conversation/wording.ts';
import type { CaseEvent } from '../domain/case.ts';
import type { School } from '../domain/school.ts';
import { readCase } from './compose.ts';
import { mattersToReporter, ownEvent, type PostOffice, tryParcel, undeliveredNotice } from './delivery.ts';
import type { Delivery } from './messenger.ts';
import { schoolOf } from './office.ts';
import { type Parcel, queue } from './parcels.ts';
import { personToday } from './people.ts';
import { dueAt, dueUntil, key, under } from './rows.ts';
import type { Row, Write } from './store.ts';

/** The times the outbox keeps, in milliseconds. */
export type OutboxTimes = {
  /** The first pause after a failure; each one after is twice as long, give or take a half. */
  readonly firstPause: number;
  /** No pause is longer than this, unless the channel asks for it. */
  readonly longestPause: number;
  /** How long a claim holds: longer than one try can last. When it runs out, another process tries. */
  readonly claim: number;
  /** How often the outbox looks for what other processes left. */
  readonly poll: number;
};

/** The times of production. */
export const outboxTimes: OutboxTimes = { firstPause: 2_000, longestPause: 300_000, claim: 60_000, poll: 3_000 };

/** Parcels taken from the outbox at a time. */
const batch = 32;

/**
 * Delivers what is due, at once and again with growing pauses, until the channel has taken it. Several processes may
 * run one each over the same store: a parcel is claimed by moving its row past the claim's end, under its ETag.
 */
export class Outbox {
  readonly #office: PostOffice;
  readonly #times: OutboxTimes;
  #cancelTimer: () => void = () => undefined;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(office: PostOffice, times: OutboxTimes) {
    this.#office = office;
    this.#times = times;
  }

  /** Begins to deliver. */
  start(): void {
    this.#stopped = false;
    this.kick();
  }

  /** Looks for something due now, rather than at the next poll. */
  kick(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Stops after the try under way. What is left is delivered by the next process. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#cancelTimer();
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await Promise.all([...this.#office.schools.keys()].map((school) => this.#drain(school)));
    }
    if (this.#stopped) return;
    const wait = await this.#untilNext();
    if (!this.#stopped) this.#cancelTimer = this.#office.clock.after(wait, () => this.kick());
  }

  /** All that is due at one school. A fault of the store is logged and tried again at the next poll. */
  async #drain(school: string): Promise<void> {
    try {
      for (;;) {
        const due = dueUntil(this.#office.clock.now());
        const { rows } = await this.#office.store.list(school, { ...due, limit: batch });
        if (rows.length === 0 || this.#stopped) return;
        await Promise.all(byRecipient(rows).map((lane) => this.#deliverLane(school, lane)));
      }
    } catch (error) {
      this.#office.log.error({ school, error: nameOf(error) }, 'outbox: the store did not answer');
    }
  }

  /** One recipient's parcels one after the other, so that they arrive in order. */
  async #deliverLane(school: string, rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      if (!this.#stopped) await this.#deliver(school, row);
    }
  }

  async #deliver(school: string, row: Row): Promise<void> {
    const one = row.value as Parcel;
    const { clock, store, log } = this.#office;
    const claimed = later(clock.now(), this.#times.claim);
    const claim = await store.commit(school, [{ kind: 'delete', key: row.key, etag: row.etag }, queue(one, claimed)]);
    if (claim.kind === 'conflict') return;
    const delivery = await tryParcel(this.#office, school, one);
    if (delivery.kind === 'sent') return this.#delivered(school, one, claimed);
    log.warn({ school, sort: one.sort, attempt: one.attempts + 1, why: delivery.why }, 'outbox: not delivered yet');
    return this.#putBack(school, one, claimed, delivery);
  }

  async #delivered(school: string, one: Parcel, claimed: string): Promise<void> {
    const done: Write = { kind: 'delete', key: key.due(claimed, one.id) };
    if (!mattersToReporter({ ...one, reported: false })) {
      await this.#office.store.commit(school, [done]);
      return;
    }
    await this.#withEvent(
      school,
      one,
      { kind: 'delivered', to: recipientName(schoolOf(this.#office, school), one) },
      () => [done],
    );
  }

  async #putBack(
    school: string,
    one: Parcel,
    claimed: string,
    delivery: Exclude<Delivery, { kind: 'sent' }>,
  ): Promise<void> {
    const now = this.#office.clock.now();
    const limit = schoolOf(this.#office, school).undeliveredAfterMinutes * 60_000;
    const late = mattersToReporter(one) && Date.parse(now) - Date.parse(one.queuedAt) >= limit;
    const next = { ...one, attempts: one.attempts + 1, reported: one.reported || late };
    const moved: readonly Write[] = [
      { kind: 'delete', key: key.due(claimed, one.id) },
      queue(next, later(now, this.#pause(next.attempts, delivery))),
    ];
    if (!late) {
      await this.#office.store.commit(school, moved);
      return;
    }
    await this.#withEvent(
      school,
      one,
      { kind: 'undelivered', to: recipientName(schoolOf(this.#office, school), one) },
      (current) => [
        ...moved,
        undeliveredNotice(schoolOf(this.#office, school), current, this.#office.ids.unique(), now),
      ],
    );
    this.#again = true;
  }

  /** Writes together with an event on the parcel's case; read again when the case changed meanwhile. */
  async #withEvent(
    school: string,
    { caseId }: Parcel,
    event: CaseEvent,
    writes: (current: Parameters<typeof ownEvent>[0]) => readonly Write[],
  ): Promise<void> {
    const { store, clock } = this.#office;
    for (;;) {
      const found = caseId && (await readCase(store, school, caseId));
      if (!found) return;
      const own = ownEvent(found.current, found.etag, event, clock.now());
      const result = await store.commit(school, [...writes(found.current), ...own]);
      if (result.kind === 'committed' || result.key.startsWith('due:')) return;
    }
  }

  #pause(attempts: number, delivery: Exclude<Delivery, { kind: 'sent' }>): number {
    if (delivery.kind === 'later' && delivery.afterMs !== undefined) return delivery.afterMs;
    const grown = Math.min(this.#times.firstPause * 2 ** Math.min(attempts - 1, 20), this.#times.longestPause);
    return grown * (0.5 + this.#office.ids.chance());
  }

  /** Milliseconds until the next parcel is due, or until the next poll. */
  async #untilNext(): Promise<number> {
    const waits = await Promise.all([...this.#office.schools.keys()].map((school) => this.#untilDue(school)));
    return Math.max(1, Math.min(this.#times.poll, ...waits));
  }

  async #untilDue(school: string): Promise<number> {
    try {
      const { rows } = await this.#office.store.list(school, { ...under('due'), limit: 1 });
      const [first] = rows;
      return first ? Date.parse(dueAt(first.key)) - Date.parse(this.#office.clock.now()) : this.#times.poll;
    } catch (error) {
      this.#office.log.error({ school, error: nameOf(error) }, 'outbox: the store did not answer');
      return this.#times.poll;
    }
  }
}

/** Rows of one recipient together, in their order. */
function byRecipient(rows: readonly Row[]): readonly (readonly Row[])[] {
  return [...Map.groupBy(rows, (row) => JSON.stringify((row.value as Parcel).to)).values()];
}

/** Who or what the record says it went to. */
function recipientName(school: School, { to }: Parcel): string {
  if (to.kind === 'channel') return say('event.to-channel');
  return personToday(school, to.kind === 'person' ? to.id : to.person, undefined).name;
}

function later(from: string, milliseconds: number): string {
  return new Date(Date.parse(from) + milliseconds).toISOString();
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
