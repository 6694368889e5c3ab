import type { Case } from '../domain/case.ts';
import type { PersonId } from '../domain/people.ts';
import { readCase } from './compose.ts';
import { dayStale, unreachable } from './day-check.ts';
import { fateOf, isLate, isWithheld, lateNotices, matters, ownEvent, type PostOffice, tryParcel } from './delivery.ts';
import type { Delivery } from './messenger.ts';
import { schoolOf } from './office.ts';
import { type Parcel, queue, type Recipient } from './parcels.ts';
import { passOn } from './pass-on.ts';
import { dueAt, dueUntil, key, under } from './rows.ts';
import type { Row, Write } from './store.ts';
import { traceOf } from './trace.ts';
import { Watch } from './watch.ts';

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
  /**
   * After this, news that is still undelivered is given up, and so is what an administrator would have had to mend.
   * Anything else that puts a case before people never is.
   */
  readonly stale: number;
};

/** The times of production. */
export const outboxTimes: OutboxTimes = {
  firstPause: 2_000,
  longestPause: 300_000,
  claim: 60_000,
  poll: 3_000,
  stale: 7 * 86_400_000,
};

/** Parcels looked at in one go. */
const batch = 200;

type Failure = Exclude<Delivery, { kind: 'sent' }>;

/**
 * Delivers what is due, at once and again with growing pauses, until the channel has taken it. Each recipient has a
 * lane of their own, so that nobody waits for somebody else's slow answer. Several processes may run one outbox each
 * over the same store: a parcel is claimed by moving its row past the claim's end, under its ETag.
 */
export class Outbox {
  readonly #office: PostOffice;
  readonly #times: OutboxTimes;
  readonly #lanes = new Map<string, Promise<void>>();
  readonly #met: { readonly school: string; readonly to: Recipient }[] = [];
  readonly #watch: Watch;

  constructor(office: PostOffice, times: OutboxTimes) {
    this.#office = office;
    this.#times = times;
    this.#watch = new Watch(office.clock, () => this.#look());
  }

  /** Begins to deliver. */
  start(): void {
    this.#watch.start();
  }

  /** Looks for something due now, rather than at the next poll. */
  kick(): void {
    this.#watch.kick();
  }

  /** Looks for all that waits for somebody, however long its pause: they can be reached from now on. */
  met(school: string, person: PersonId): void {
    this.#met.push({ school, to: { kind: 'person', id: person } });
    this.kick();
  }

  /** Stops after the tries under way. What is left is delivered by the next process. */
  async stop(): Promise<void> {
    await this.#watch.stop();
    await Promise.all(this.#lanes.values());
  }

  async #look(): Promise<number> {
    const schools = [...this.#office.schools.keys()];
    await Promise.all(this.#met.splice(0).map(({ school, to }) => this.#openLaneTo(school, to)));
    const waits = await Promise.all(schools.map((school) => this.#openLanes(school)));
    return Math.min(this.#times.poll, ...waits);
  }

  /** Starts a lane for every recipient who has something due; milliseconds until there is more to do. */
  async #openLanes(school: string): Promise<number> {
    const { store, clock, log } = this.#office;
    try {
      const now = clock.now();
      const { rows } = await store.list(school, { ...dueUntil(now), limit: batch });
      for (const [recipient, lane] of byRecipient(rows)) this.#openLane(school, `${school} ${recipient}`, lane);
      const { rows: next } = await store.list(school, { ...under('due'), from: dueUntil(now).to, limit: 1 });
      return next[0] ? Date.parse(dueAt(next[0].key)) - Date.parse(now) : this.#times.poll;
    } catch (error) {
      log.error({ school, fault: traceOf(error) }, 'outbox: the store did not answer');
      return this.#times.poll;
    }
  }

  /** A lane for all that waits for one recipient. What this misses comes when its pause has ended. */
  async #openLaneTo(school: string, to: Recipient): Promise<void> {
    const { store, log } = this.#office;
    try {
      const { rows } = await store.list(school, { ...under('due'), limit: batch });
      const lane = byRecipient(rows).get(nameOf(to));
      if (lane) this.#openLane(school, `${school} ${nameOf(to)}`, lane);
    } catch (error) {
      log.error({ school, fault: traceOf(error) }, 'outbox: the store did not answer');
    }
  }

  /** One recipient's parcels one after the other, so that they arrive in order. */
  #openLane(school: string, name: string, rows: readonly Row[]): void {
    if (this.#lanes.has(name) || this.#watch.stopped) return;
    const lane = this.#runLane(school, rows).finally(() => {
      this.#lanes.delete(name);
      this.kick();
    });
    this.#lanes.set(name, lane);
  }

  /** A fault of the store ends the lane: the rows that it leaves are due still, or will be when their claim runs out. */
  async #runLane(school: string, rows: readonly Row[]): Promise<void> {
    try {
      for (const row of rows) if (!this.#watch.stopped) await this.#deliver(school, row);
    } catch (error) {
      this.#office.log.error({ school, fault: traceOf(error) }, 'outbox: the store did not answer');
      await new Promise<void>((resolve) => this.#office.clock.after(this.#times.firstPause, resolve));
    }
  }

  async #deliver(school: string, row: Row): Promise<void> {
    const one = row.value as Parcel;
    const { clock, store, log } = this.#office;
    const claimed = later(clock.now(), this.#times.claim);
    const claim = await store.commit(school, [{ kind: 'delete', key: row.key, etag: row.etag }, queue(one, claimed)]);
    if (claim.kind === 'conflict') return;
    if (await isWithheld(this.#office, school, one)) {
      await store.commit(school, [{ kind: 'delete', key: key.due(claimed, one.id) }]);
      return;
    }
    const delivery = await this.#try(school, one);
    if (delivery.kind === 'sent') return this.#delivered(school, one, claimed);
    log.warn({ school, sort: one.sort, attempt: one.attempts + 1, why: delivery.why }, 'outbox: not delivered yet');
    return this.#putBack(school, one, claimed, delivery);
  }

  /** One try; before the time that a channel asked us to wait for there is none. A fault counts as a failure. */
  async #try(school: string, one: Parcel): Promise<Delivery> {
    const wait = one.notBefore ? Date.parse(one.notBefore) - Date.parse(this.#office.clock.now()) : 0;
    if (wait > 0) return { kind: 'later', why: 'asked to wait', afterMs: wait };
    try {
      return await tryParcel(this.#office, school, one);
    } catch (error) {
      this.#office.log.error({ school, fault: traceOf(error) }, 'outbox: a parcel could not be tried');
      return { kind: 'later', why: 'fault' };
    }
  }

  async #delivered(school: string, one: Parcel, claimed: string): Promise<void> {
    const done: Write = { kind: 'delete', key: key.due(claimed, one.id) };
    if (!matters(one)) {
      await this.#office.store.commit(school, [done]);
      return;
    }
    await this.#withEvent(school, one, 'delivered', () => [done]);
  }

  /** Due again after a pause; said to the reporter once it is late; news that is stale is given up. */
  async #putBack(school: string, one: Parcel, claimed: string, delivery: Failure): Promise<void> {
    const { clock, store, ids, log, sealer } = this.#office;
    const now = clock.now();
    const gone: Write = { kind: 'delete', key: key.due(claimed, one.id) };
    if (one.sort === 'day') return this.#dayNotDelivered(school, one, gone, delivery);
    const broken = delivery.kind === 'refused' ? delivery.broken : undefined;
    if ((!matters(one) || broken) && Date.parse(now) - Date.parse(one.queuedAt) > this.#times.stale) {
      log.warn({ school, sort: one.sort }, 'outbox: given up');
      await store.commit(school, [gone]);
      return;
    }
    const limit = Date.parse(one.queuedAt) + schoolOf(this.#office, school).undeliveredAfterMinutes * 60_000;
    const late = isLate(one, now, limit);
    const passes = broken !== undefined && matters(one) && one.sort !== 'reply' && !one.passedOn;
    const tried = this.#triedAgain(one, delivery, now);
    const next = { ...tried, reported: one.reported || late, ...(passes ? { passedOn: true } : {}) };
    const moved = [gone, queue(next, this.#nextDue(next, now, limit))];
    if (!late && !passes) {
      await store.commit(school, moved);
      return;
    }
    const desk = { school: schoolOf(this.#office, school), ids, now, sealer };
    const writes = (current: Case) => [
      ...moved,
      ...(late ? lateNotices(desk, current, one) : []),
      ...(passes ? passOn(desk, current, one, { broken, why: delivery.why }) : []),
    ];
    await this.#withEvent(school, one, 'undelivered', writes, late && one.sort !== 'reply');
    this.kick();
  }

  /** The line of the day is the check of the channel: said once to those who can mend it, and not sent the day after. */
  async #dayNotDelivered(id: string, one: Parcel, gone: Write, delivery: Failure): Promise<void> {
    const { clock, store, ids, sealer } = this.#office;
    const [school, now] = [schoolOf(this.#office, id), clock.now()];
    const age = Date.parse(now) - Date.parse(one.queuedAt);
    const broken = delivery.kind === 'refused' && delivery.broken !== undefined;
    const says = !one.reported && (broken || age >= school.undeliveredAfterMinutes * 60_000);
    const next = { ...this.#triedAgain(one, delivery, now), reported: one.reported || says };
    const wait = next.notBefore ? Date.parse(next.notBefore) - Date.parse(now) : this.#pause(next.attempts);
    const again = age > dayStale ? [] : [queue(next, later(now, wait))];
    const told = says ? unreachable({ school, ids, now, sealer }, broken ? delivery.why : '') : [];
    await store.commit(id, [gone, ...again, ...told]);
    if (says) this.kick();
  }

  #triedAgain({ notBefore: _, ...one }: Parcel, delivery: Failure, now: string): Parcel {
    const wait = delivery.kind === 'later' ? delivery.afterMs : undefined;
    const pieces = delivery.kind === 'later' ? (delivery.pieces ?? 0) : 0;
    const next = { ...one, attempts: one.attempts + 1, pieces: (one.pieces ?? 0) + pieces };
    return wait === undefined ? next : { ...next, notBefore: later(now, wait) };
  }

  /** The pause, but no later than the moment at which the reporter must be told. */
  #nextDue(one: Parcel, now: string, limit: number): string {
    const pause = one.notBefore ? Date.parse(one.notBefore) - Date.parse(now) : this.#pause(one.attempts);
    const untilLimit = matters(one) && !one.reported ? Math.max(0, limit - Date.parse(now)) : pause;
    return later(now, Math.min(pause, untilLimit));
  }

  #pause(attempts: number): number {
    const grown = Math.min(this.#times.firstPause * 2 ** Math.min(attempts - 1, 20), this.#times.longestPause);
    return grown * (0.5 + this.#office.ids.chance());
  }

  /** Writes together with an event on the parcel's case; read again when the case changed meanwhile. */
  async #withEvent(
    school: string,
    one: Parcel,
    kind: 'delivered' | 'undelivered',
    writes: (current: Case) => readonly Write[],
    warns = false,
  ): Promise<void> {
    const { store, clock } = this.#office;
    const event = fateOf(schoolOf(this.#office, school), one, kind);
    for (;;) {
      const found = one.caseId && (await readCase(store, school, one.caseId));
      if (!found) return;
      const own = ownEvent(found.current, found.etag, event, clock.now(), warns);
      const result = await store.commit(school, [...writes(found.current), ...own]);
      if (result.kind === 'committed' || result.key.startsWith('due:')) return;
    }
  }
}

/** Rows of one recipient together, in their order. */
function byRecipient(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  return Map.groupBy(rows, (row) => nameOf((row.value as Parcel).to));
}

function nameOf(to: Recipient): string {
  return to.kind === 'person' ? `person ${to.id}` : JSON.stringify(to);
}

function later(from: string, milliseconds: number): string {
  return new Date(Date.parse(from) + milliseconds).toISOString();
}
