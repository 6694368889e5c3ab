import { join } from 'node:path';
import { pino } from 'pino';
import { createLantern } from '../../src/app/create-lantern.ts';
import type { Store } from '../../src/app/store.ts';
import { systemClock, systemIds } from '../../src/app/system.ts';
import type { School } from '../../src/domain/school.ts';
import { startServer } from '../../src/http/server.ts';
import { type SlackBot, slackBot } from '../../src/slack/bot.ts';
import { mostSlackBytes } from '../../src/slack/limits.ts';
import { slackMessenger } from '../../src/slack/send.ts';
import { teamsBot } from '../../src/teams/bot.ts';
import { loadCards } from '../../src/teams/cards.ts';
import { teamsMessenger } from '../../src/teams/send.ts';
import { LocalConnector } from './connector.ts';
import { harbourPolicy } from './policies.ts';
import { who } from './school.ts';
import { fixedSealer } from './sealer.ts';
import { SlackClient, signingSecret } from './slack-client.ts';
import { fillWorkspace, slackId, slackSchool } from './slack-school.ts';
import { botToken, type SlackFault, SlackServer } from './slack-server.ts';
import { TeamsClient } from './teams-client.ts';
import { localSchool } from './whole-house.ts';

/** All of Lantern in this process, with real Bolt and the real CloudAdapter over HTTP; only the platforms are local. */
export type SlackHouse = {
  readonly endpoint: string;
  readonly slack: SlackServer;
  readonly connector: LocalConnector;
  readonly store: Store;
  readonly logged: readonly string[];
  person(id: string): SlackClient;
  /** The same person in Teams, where the school has both. */
  inTeams(id: string): TeamsClient;
  close(): Promise<void>;
};

/** What may differ from a school on Slack alone. */
export type SlackHouseOptions = {
  readonly both?: boolean;
  readonly school?: (school: School) => School;
  readonly appToken?: string;
  /** Where the socket is that Lantern opens. */
  readonly socketUrl?: string;
  /** What goes wrong at Slack from the beginning. */
  readonly faults?: readonly SlackFault[];
};

/** Opens it over a store that is open already. Closing fails where Slack was asked for more than it takes. */
export async function openSlackHouse(store: Store, options: SlackHouseOptions = {}): Promise<SlackHouse> {
  const [slack, connector] = await Promise.all([SlackServer.start(), LocalConnector.start()]);
  fillWorkspace(slack);
  slack.socketUrl = options.socketUrl;
  slack.script(...(options.faults ?? []));
  const made = slackSchool(options.both ? localSchool(connector).teams : undefined);
  const school = options.school?.(made) ?? made;
  const schools = new Map([[school.id, school]]);
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const { appToken } = options;
  const line = {
    credentials: { signingSecret, botToken, ...(appToken && { appToken }) },
    apiUrl: slack.url,
    timeLimitMs: 1_500,
    againMs: 20,
    log,
    schools,
    clock: systemClock,
  };
  const cards = await loadCards(join(import.meta.dirname, '..', '..', 'cards'));
  const teams = { schools, credentials: { kind: 'none' } as const, cards, clock: systemClock, timeLimitMs: 1_500 };
  let bot: SlackBot | undefined;
  const messengers = [teamsMessenger(teams), slackMessenger({ ...line, onCard: (id) => bot?.changed(id) })];
  const policies = new Map([[school.id, harbourPolicy]]);
  const office = { store, schools, policies, clock: systemClock, ids: systemIds, log, sealer: fixedSealer, messengers };
  const lantern = createLantern(office, { firstPause: 20, longestPause: 100, claim: 5_000, poll: 50, stale: 60_000 });
  bot = slackBot({ ...line, lantern });
  lantern.start();
  await bot.start().catch(async (fault: unknown) => {
    await lantern.stop();
    await Promise.all([slack.close(), connector.close()]);
    throw fault;
  });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: [
      { path: '/slack/events', maxBytes: mostSlackBytes, handleRaw: bot.handleRaw },
      { path: '/api/messages', handle: teamsBot({ ...teams, lantern, log }).handle },
    ],
    health: async () => true,
    log,
    maxBodyBytes: 256 * 1024,
  });
  const endpoint = `${server.url}/slack/events`;
  return {
    endpoint,
    slack,
    connector,
    store,
    logged,
    person: (id) => new SlackClient(endpoint, slack, slackId(id)),
    inTeams: (id) => new TeamsClient(`${server.url}/api/messages`, connector, school.teams?.tenant ?? '', who(id)),
    async close() {
      await server.stop();
      await bot.stop();
      await lantern.stop();
      await Promise.all([slack.close(), connector.close()]);
      if (slack.breaches.length > 0) throw new Error(`limits of Slack were broken:\n${slack.breaches.join('\n')}`);
    },
  };
}
