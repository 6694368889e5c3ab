import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLantern } from '../../src/app/create-lantern.ts';
import type { PostOffice } from '../../src/app/delivery.ts';
import type { Parcel } from '../../src/app/parcels.ts';
import { under } from '../../src/app/rows.ts';
import type { Store } from '../../src/app/store.ts';
import { systemIds } from '../../src/app/system.ts';
import type { Press } from '../../src/conversation/press.ts';
import type { School } from '../../src/domain/school.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { chatOf } from './house.ts';
import { harbourPolicy } from './policies.ts';
import { who } from './school.ts';
import { harbourInYear } from './school-year.ts';
import { fixedSealer } from './sealer.ts';
import { quiet, SetClock } from './set-clock.ts';

/** A message that was put in the outbox, with the moment at which it was found there. */
export type Posted = Pick<Parcel, 'to' | 'message' | 'sort' | 'caseId'> & { readonly at: string };

/** Everything that Lantern is but its channels, on a clock that is set. */
export type Desk = {
  readonly office: PostOffice;
  readonly clock: SetClock;
  readonly store: Store;
  says(id: string, text: string): Promise<void>;
  presses(id: string, press: Press): Promise<void>;
  /** Reports these words; the reference. */
  reports(id: string, what: string): Promise<string>;
  /** Takes all out of the outbox, as if it were delivered. */
  posted(): Promise<readonly Posted[]>;
};

/** A desk over a store that is open. */
export function openDesk(store: Store, now: string, school: School = harbourInYear): Desk {
  const clock = new SetClock(now);
  const office: PostOffice = {
    store,
    schools: new Map([[school.id, school]]),
    policies: new Map([[school.id, harbourPolicy]]),
    clock,
    ids: systemIds,
    log: quiet,
    sealer: fixedSealer,
    messengers: [],
  };
  const lantern = createLantern(office);
  const turn = (id: string, body: Parameters<typeof lantern.turn>[0]['body']) =>
    lantern.turn({
      eventId: systemIds.unique(),
      school: school.id,
      person: who(id),
      address: chatOf(id),
      surface: body.kind === 'pressed' ? 'card' : 'message',
      body,
    });
  return {
    office,
    clock,
    store,
    says: async (id, text) => void (await turn(id, { kind: 'said', text, files: 0 })),
    presses: async (id, press) => void (await turn(id, { kind: 'pressed', press })),
    async reports(id, what) {
      const [answer] = (await turn(id, { kind: 'said', text: what, files: 0 })).toReversed();
      if (answer?.view.kind !== 'report-form') throw new Error(`no form for ${what}`);
      const { draft } = answer.view;
      await turn(id, { kind: 'pressed', press: { verb: 'report.form', draft, report: {} } });
      await turn(id, { kind: 'pressed', press: { verb: 'report.confirm', draft } });
      return draft;
    },
    posted: () => takeAll(store, school.id, clock.now()),
  };
}

async function takeAll(store: Store, school: string, at: string): Promise<readonly Posted[]> {
  const found: Posted[] = [];
  for (;;) {
    const { rows } = await store.list(school, { ...under('due'), limit: 100 });
    if (rows.length === 0) return found;
    found.push(...rows.map(({ value }) => ({ ...(value as Parcel), at })));
    await store.commit(
      school,
      rows.map(({ key, etag }) => ({ kind: 'delete', key, etag })),
    );
  }
}

/** A folder with an SQLite file in it, and handles on that file. */
export async function sqliteFolder(): Promise<{
  readonly handle: () => Store;
  readonly file: string;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'lantern-year-'));
  const file = join(folder, 'lantern.db');
  return { handle: () => sqliteStore({ file }), file, remove: () => rm(folder, { recursive: true }) };
}
