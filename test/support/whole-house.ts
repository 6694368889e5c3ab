import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { createLantern } from '../../src/app/create-lantern.ts';
import type { Store } from '../../src/app/store.ts';
import { systemClock, systemIds } from '../../src/app/system.ts';
import type { School } from '../../src/domain/school.ts';
import { startServer } from '../../src/http/server.ts';
import { teamsBot } from '../../src/teams/bot.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { teamsMessenger } from '../../src/teams/send.ts';
import { LocalConnector } from './connector.ts';
import { harbourPolicy } from './policies.ts';
import { harbour, who } from './school.ts';
import { fixedSealer } from './sealer.ts';
import { TeamsClient } from './teams-client.ts';

/** All of Lantern in this process, with the real CloudAdapter over HTTP; only Teams' own servers are local. */
export type WholeHouse = {
  readonly endpoint: string;
  readonly connector: LocalConnector;
  readonly store: Store;
  /** Every line logged, as text. */
  readonly logged: readonly string[];
  person(id: string): TeamsClient;
  close(): Promise<void>;
};

const credentials = { kind: 'none' } as const;

/** Opens it over a store that is open already. Times are short, so that a failure is tried again at once. */
export async function openWholeHouse(
  store: Store,
  dialogs = false,
  change: (school: School) => School = (school) => school,
): Promise<WholeHouse> {
  const connector = await LocalConnector.start();
  const school = change(localSchool(connector, dialogs));
  const schools = new Map([[school.id, school]]);
  const cards = await loadCards(join(import.meta.dirname, '..', '..', 'cards'));
  const { log, logged } = recordingLog();
  const timeLimitMs = 1_500;
  const messengers = [teamsMessenger({ schools, credentials, cards, clock: systemClock, timeLimitMs })];
  const policies = new Map([[school.id, harbourPolicy]]);
  const office = { store, schools, policies, clock: systemClock, ids: systemIds, log, sealer: fixedSealer, messengers };
  const lantern = createLantern(office, { firstPause: 20, longestPause: 100, claim: 5_000, poll: 50, stale: 60_000 });
  lantern.start();
  const bot = teamsBot({ lantern, schools, credentials, cards, clock: systemClock, log, timeLimitMs });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: [{ path: '/api/messages', handle: bot.handle }],
    health: async () => true,
    log,
    maxBodyBytes: 256 * 1024,
  });
  const endpoint = `${server.url}/api/messages`;
  return {
    endpoint,
    connector,
    store,
    logged,
    person: (id) => new TeamsClient(endpoint, connector, school.teams?.tenant ?? '', who(id)),
    async close() {
      await server.stop();
      await lantern.stop();
      await connector.close();
    },
  };
}

/** The made-up school, whose Teams is the local connector; without dialogs, as in the Playground, unless told. */
export function localSchool(connector: LocalConnector, dialogs = false): School {
  const teams = harbour.teams && { ...harbour.teams, serviceUrl: connector.url, dialogs };
  return { ...harbour, ...(teams ? { teams } : {}) };
}

function recordingLog(): { readonly log: Logger; readonly logged: string[] } {
  const logged: string[] = [];
  return { log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }), logged };
}
