import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Store, StoreFault } from '../../src/app/store.ts';
import { fireTimers, untilNext } from '../../src/app/timers.ts';
import { severities } from '../../src/domain/filing.ts';
import { closing, tellings } from '../support/closing.ts';
import {
  type Away,
  expectedRungs,
  momentOf,
  type Story,
  schoolDays,
  slotOf,
  stories,
} from '../support/expected-rungs.ts';
import { casesIn, eventsOf } from '../support/records.ts';
import { type Desk, openDesk, type Posted, sqliteFolder } from '../support/year.ts';

/** The lead is away for a week around the winter, and over the bank holiday Monday in May. */
const absences = [
  { from: '2026-11-11T11:00:45Z', says: 'I’m away until 19 November', back: '2026-11-19T08:30:00Z' },
  { from: '2027-04-29T09:00:45Z', says: 'away until Thursday', back: '2027-05-06T07:30:00Z' },
] as const;
const away: Away = absences.map(({ from, back }) => [slotOf(from), slotOf(back)] as const);

const isAway = (slot: number) => away.some(([from, until]) => from <= slot && slot < until);

/** Minutes after which people do things lie a quarter of a minute beside those at which anything falls due. */
const story = fc
  .record({
    severity: fc.constantFrom(...severities),
    day: fc.integer({ min: 1, max: 322 }),
    minute: fc.integer({ min: 0, max: 22 * 60 }),
    ends: fc.constantFrom('unread', 'unacted', 'worked' as const),
    reads: fc.integer({ min: 1, max: 13 }),
    acts: fc.integer({ min: 1, max: 10 }),
    closes: fc.integer({ min: 1, max: 60 * 24 * 40 }),
    by: fc.constantFrom('dsl' as const, 'deputy' as const),
  })
  .map(({ severity, day, minute, ends, reads, acts, closes, by }): Story => {
    const reported = (day * 1_440 + minute) * 4;
    const read = reported + reads * 4 + 1;
    const acknowledged = { at: read, by: isAway(read) ? ('deputy' as const) : by };
    return {
      severity,
      reported,
      ...(ends === 'unread' ? {} : { acknowledged }),
      ...(ends === 'worked' ? { noted: read + acts * 4 + 1 } : {}),
      closed: read + (acts + closes) * 4 + 2,
    };
  });

type Act = { readonly at: number; readonly act: (desk: Desk) => Promise<void> };

/** What people do in the year, in order. */
function actsOf(all: readonly Story[], ids: string[]): readonly Act[] {
  const acts = all.flatMap(({ severity, reported, acknowledged, noted, closed }, n): Act[] => {
    const id = () => ids[n] ?? '';
    const by = acknowledged?.by ?? 'deputy';
    return [
      {
        at: reported,
        async act(desk) {
          ids[n] = await desk.reports('teacher', stories[severity]);
        },
      },
      ...(acknowledged
        ? [{ at: acknowledged.at, act: (desk: Desk) => desk.presses(by, { verb: 'case.acknowledge', case: id() }) }]
        : []),
      ...(noted === undefined
        ? []
        : [{ at: noted, act: (desk: Desk) => desk.presses(by, { verb: 'case.note', case: id(), text: `note ${n}` }) }]),
      {
        at: closed,
        async act(desk) {
          if (severity === 'immediate') for (const press of tellings(id())) await desk.presses('deputy', press);
          await desk.presses('deputy', closing(id()));
        },
      },
    ];
  });
  const gone = absences.map(({ from, says }): Act => ({ at: slotOf(from), act: (desk) => desk.says('dsl', says) }));
  return [...acts, ...gone].toSorted((a, b) => a.at - b.at);
}

/** A process: it dies at a random call of the store, before or after that was done, and another takes its place. */
class Mortal {
  readonly #handle: () => Store;
  readonly #random: () => number;
  #store: Store | undefined;
  #desk: Desk | undefined;
  deaths = 0;

  constructor(handle: () => Store, random: () => number) {
    this.#handle = handle;
    this.#random = random;
  }

  async fire(now: string): Promise<void> {
    const desk = this.#desk ?? (await this.#born(now));
    desk.clock.set(now);
    await fireTimers(desk.office, 'harbour').catch(async (error: unknown) => {
      if (!(error instanceof StoreFault)) throw error;
      this.deaths++;
      await this.end();
    });
  }

  async end(): Promise<void> {
    await this.#store?.close();
    [this.#store, this.#desk] = [undefined, undefined];
  }

  async #born(now: string): Promise<Desk> {
    const store = this.#handle();
    await store.open();
    this.#store = store;
    this.#desk = openDesk(mortal(store, Math.floor(this.#random() * 300), this.#random() < 0.5), now);
    return this.#desk;
  }
}

function mortal(store: Store, calls: number, afterwards: boolean): Store {
  let left = calls;
  const mortally = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left-- > 0) return work();
    if (afterwards && left === -1) await work();
    throw new StoreFault('test', 'life', 'dead');
  };
  return {
    open: () => store.open(),
    close: () => store.close(),
    get: (partition, key) => mortally(() => store.get(partition, key)),
    list: (partition, range) => mortally(() => store.list(partition, range)),
    commit: (partition, writes) => mortally(() => store.commit(partition, writes)),
  };
}

/** Numbers from 0 up to 1 that a seed decides. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

type Year = {
  readonly ids: readonly string[];
  readonly desk: Desk;
  readonly posted: readonly Posted[];
  readonly deaths: number;
  close(): Promise<void>;
};

/** Lives through the year with two processes, jumping from one moment at which something happens to the next. */
async function live(all: readonly Story[], seed: number): Promise<Year> {
  const folder = await sqliteFolder();
  const store = folder.handle();
  await store.open();
  const desk = openDesk(store, momentOf(0));
  const random = seeded(seed);
  const processes = [new Mortal(folder.handle, random), new Mortal(folder.handle, random)];
  const ids: string[] = [];
  const posted: Posted[] = [];
  const acts = [...actsOf(all, ids)];
  const end = momentOf(slotOf('2027-09-10T12:00:00Z'));
  for (let now = momentOf(0); now < end; ) {
    desk.clock.set(now);
    while (acts[0] && momentOf(acts[0].at) <= now) await acts.shift()?.act(desk);
    do {
      await Promise.all(processes.map((one) => one.fire(now)));
    } while ((await untilNext(desk.office, 'harbour')) <= 0);
    posted.push(...(await desk.posted()));
    const next = new Date(Date.parse(now) + (await untilNext(desk.office, 'harbour'))).toISOString();
    now = acts[0] && momentOf(acts[0].at) < next ? momentOf(acts[0].at) : next;
  }
  for (const one of processes) await one.end();
  const deaths = processes.reduce((sum, one) => sum + one.deaths, 0);
  return {
    ids,
    desk,
    posted,
    deaths,
    async close() {
      await store.close();
      await folder.remove();
    },
  };
}

describe('a school year with two processes that die at random', () => {
  it('climbs every rung of three hundred cases at its minute, once, and says every school morning how things stand', {
    timeout: 180_000,
  }, async () => {
    const seed = Date.now() % 100_000;
    const all = fc.sample(story, { numRuns: 300, seed });
    const began = performance.now();
    const year = await live(all, seed);
    const took = Math.round((performance.now() - began) / 1_000);

    let rungs = 0;
    for (const [n, one] of all.entries()) {
      const events = await eventsOf(year.desk.store, year.ids[n] ?? '');
      const climbed = events.flatMap(({ at, event }) => {
        if (event.kind !== 'climbed' || event.rung === 'nobody') return [];
        const to = event.to.map(({ id }) => id).join('+');
        return [`${at} ${event.step} ${to === '' ? event.rung : to}`];
      });
      expect(climbed, `seed ${seed}, ${JSON.stringify(one)}`).toEqual(expectedRungs(one, away));
      rungs += climbed.length;
      const told = events.flatMap(({ event }) => (event.kind === 'climbed' ? event.to : [])).length;
      const handed = events.filter(({ event }) => event.kind === 'handed-over').length;
      const messages = year.posted.filter(({ sort, caseId }) => sort === 'case' && caseId === year.ids[n]);
      // IT support and others hear of some kinds of case when they are reported.
      const first = messages.filter(({ at }) => at === momentOf(one.reported)).length;
      expect(messages.length - first, `seed ${seed}`).toBe(told + handed - events.filter(atOnce(one)).length);
    }
    const mornings = year.posted.filter(({ sort }) => sort === 'day').map(({ at }) => at);
    const last = slotOf('2027-09-10T12:00:00Z');
    expect(mornings).toEqual(schoolDays.filter(({ opens }) => opens < last).map(({ opens }) => momentOf(opens)));
    expect((await casesIn(year.desk.store)).filter(({ state }) => state !== 'closed')).toEqual([]);
    console.info(`seed ${seed}: ${rungs} rungs, ${mornings.length} mornings, ${year.deaths} deaths, ${took} s`);
    expect(year.deaths).toBeGreaterThan(10);
    await year.close();
  });
});

/** A rung that was climbed at the moment of the report, so that its message stands among the first ones. */
function atOnce({ reported }: Story) {
  return ({ at, event }: { readonly at: string; readonly event: { readonly kind: string } }) =>
    event.kind === 'climbed' && at === momentOf(reported);
}
