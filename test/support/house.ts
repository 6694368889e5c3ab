import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLantern, type RunningLantern } from '../../src/app/create-lantern.ts';
import type { Answer } from '../../src/app/lantern.ts';
import type { Delivery, Messenger } from '../../src/app/messenger.ts';
import type { OutboxTimes } from '../../src/app/outbox.ts';
import type { Clock, Log } from '../../src/app/ports.ts';
import { sealedStore } from '../../src/app/sealed-store.ts';
import type { Store } from '../../src/app/store.ts';
import { systemClock, systemIds } from '../../src/app/system.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { Address, Surface, Turn, TurnBody } from '../../src/conversation/turn.ts';
import type { View } from '../../src/conversation/views.ts';
import { isPupil } from '../../src/domain/people.ts';
import type { School } from '../../src/domain/school.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { harbourPolicy } from './policies.ts';
import { harbour, who } from './school.ts';
import { fixedRing, fixedSealer } from './sealer.ts';

/** One thing a channel was asked to show. */
export type Shown = {
  readonly how: 'post' | 'update';
  readonly to: Address;
  readonly message: string;
  readonly view: View;
};

/** A channel's servers, recording what they are asked; `answers` scripts what they say instead of "sent". */
export class FakeChannel implements Messenger {
  readonly channel = 'teams';
  readonly shown: Shown[] = [];
  answers: Delivery[] = [];
  #count = 0;
  #waiting: (() => void)[] = [];

  async post(_school: string, to: Address, view: View): Promise<Delivery> {
    return this.#take({ how: 'post', to, message: `m${++this.#count}`, view });
  }

  async update(_school: string, to: Address, message: string, view: View): Promise<Delivery> {
    return this.#take({ how: 'update', to, message, view });
  }

  async reach(): Promise<undefined> {
    return undefined;
  }

  /** Resolves with the first thing shown, past or future, that fits. */
  async find(fits: (shown: Shown) => boolean): Promise<Shown> {
    for (;;) {
      const found = this.shown.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #take(shown: Shown): Delivery {
    const scripted = this.answers.shift();
    if (scripted && scripted.kind !== 'sent') return scripted;
    this.shown.push(shown);
    for (const wake of this.#waiting.splice(0)) wake();
    return { kind: 'sent', message: shown.message };
  }
}

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const fast: OutboxTimes = { firstPause: 5, longestPause: 40, claim: 2_000, poll: 50, stale: 60_000 };

/** A running Lantern over a store, with a fake channel. */
export type House = {
  readonly lantern: RunningLantern;
  readonly store: Store;
  readonly channel: FakeChannel;
  /** Somebody says something in their own chat. */
  says(id: string, text: string, files?: number): Promise<readonly Answer[]>;
  /** Somebody presses something; in their own chat unless said otherwise. */
  presses(id: string, press: Press, where?: 'chat' | 'channel', surface?: Surface): Promise<readonly Answer[]>;
  /** Any turn of somebody's. */
  does(id: string, body: TurnBody): Promise<readonly Answer[]>;
  turn(id: string, body: TurnBody, where?: 'chat' | 'channel', surface?: Surface): Turn;
  close(): Promise<void>;
};

/** What a house can have of its own instead of what all have. */
type Furniture = {
  readonly store?: Store;
  readonly school?: School;
  readonly policy?: Policy;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly times?: Partial<OutboxTimes>;
};

/** Opens a house on SQLite in a folder of its own, or on the given store. */
export async function openHouse(options: Furniture = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-'));
  const store = options.store ?? sealedStore(sqliteStore({ file: join(folder, 'lantern.db') }), fixedRing);
  await store.open();
  const school = options.school ?? harbour;
  const channel = new FakeChannel();
  const policies = new Map([[school.id, options.policy ?? harbourPolicy]]);
  const office = {
    store,
    schools: new Map([[school.id, school]]),
    policies,
    clock: options.clock ?? systemClock,
    ids: systemIds,
    log: options.log ?? quiet,
    sealer: fixedSealer,
  };
  const lantern = createLantern({ ...office, messengers: [channel] }, { ...fast, ...options.times });
  lantern.start();
  const turn: House['turn'] = (id, body, where = 'chat', surface = body.kind === 'pressed' ? 'card' : 'message') => ({
    eventId: systemIds.unique(),
    school: school.id,
    person: who(id),
    address: where === 'chat' ? chatOf(id) : dslChannel,
    surface,
    body,
  });
  return {
    lantern,
    store,
    channel,
    turn,
    says: (id, text, files = 0) => lantern.turn(turn(id, { kind: 'said', text, files })),
    presses: (id, press, where, surface) => lantern.turn(turn(id, { kind: 'pressed', press }, where, surface)),
    does: (id, body) => lantern.turn(turn(id, body)),
    async close() {
      await lantern.stop();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The chat of one person with Lantern. */
export function chatOf(id: string): Address {
  return { channel: 'teams', kind: 'chat', conversation: `a:${id}`, serviceUrl: 'http://127.0.0.1:9/' };
}

/** The DSL channel. */
export const dslChannel: Address = {
  channel: 'teams',
  kind: 'channel',
  conversation: '19:dsl@thread.tacv2',
  serviceUrl: 'http://127.0.0.1:9/',
};

/** All words of a view, for searching. */
export function wordsOf(view: View): string {
  return JSON.stringify(view);
}

/** The view of this kind among the answers; fails the test where there is none. */
export function viewOf<Kind extends View['kind']>(
  answers: readonly Answer[],
  kind: Kind,
): Extract<View, { kind: Kind }> {
  const found = answers.map(({ view }) => view).find((view) => view.kind === kind);
  if (!found) throw new Error(`no ${kind} among ${answers.map(({ view }) => view.kind).join(', ') || 'no answers'}`);
  return found as Extract<View, { kind: Kind }>;
}

/** Somebody reports these words, with these answers, to the end; the reference. */
export async function report(
  house: House,
  id: string,
  what: string,
  answers: Partial<Extract<Press, { verb: 'report.form' }>['report']> = {},
): Promise<string> {
  if (isPupil(who(id))) return tell(house, id, what, answers);
  const { draft } = viewOf(await tellsAnew(house, id, what), 'report-form');
  await house.presses(id, { verb: 'report.form', draft, report: answers });
  await house.presses(id, { verb: 'report.confirm', draft });
  return draft;
}

/** Somebody says something that is no answer, though somebody may have written to them. */
async function tellsAnew(house: House, id: string, what: string): Promise<readonly Answer[]> {
  const answers = await house.says(id, what);
  const asked = answers.some(({ view }) => wordsOf(view).includes('mine.no-answer'));
  return asked ? house.presses(id, { verb: 'mine.no-answer' }) : answers;
}

/** A child tells these words and sends them with their name shown; where they are grave they have gone by then. */
async function tell(
  house: House,
  id: string,
  what: string,
  answers: Partial<Extract<Press, { verb: 'report.form' }>['report']>,
): Promise<string> {
  const draft = askedAbout(await house.presses(id, { verb: 'report.start' }));
  await house.says(id, what);
  await house.presses(id, { verb: 'report.form', draft, report: answers });
  await house.presses(id, { verb: 'box.answer', draft, to: 'name', answer: 'show' });
  await house.presses(id, { verb: 'report.confirm', draft });
  return draft;
}

/** What a child is asked about: the draft, or what was sent at once. */
function askedAbout(answers: readonly Answer[]): string {
  const buttons = answers.flatMap(({ view }) => (view.kind === 'notice' ? view.buttons : []));
  const asked = buttons.flatMap(({ press }) => (press.verb === 'box.answer' ? [press.draft] : []));
  const found = asked.find((draft) => draft !== undefined);
  if (found === undefined) throw new Error('nothing is asked about a report');
  return found;
}
