import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { createLantern } from './app/create-lantern.ts';
import type { Store } from './app/store.ts';
import { systemClock, systemIds } from './app/system.ts';
import { checkServing } from './cli/check-serving.ts';
import { explainSettings } from './cli/explain-settings.ts';
import { type Life, live } from './cli/lifecycle.ts';
import { openRecords } from './cli/open-store.ts';
import { parseOptions, type StartOptions } from './cli/options.ts';
import { type Config, loadConfig, loadPolicies } from './config.ts';
import { personas, usualPersonas } from './demo/personas.ts';
import { atPlayground } from './demo/playground-config.ts';
import { DemoError, startPlaygrounds } from './demo/playgrounds.ts';
import { welcome } from './demo/welcome.ts';
import type { Schools } from './domain/school.ts';
import { type RunningServer, startServer } from './http/server.ts';
import { type SlackBot, slackBot } from './slack/bot.ts';
import { mostSlackBytes } from './slack/limits.ts';
import { slackMessenger } from './slack/send.ts';
import { SlackRefused } from './slack/socket.ts';
import { teamsBot } from './teams/bot.ts';
import { loadCards } from './teams/cards.ts';
import { teamsMessenger } from './teams/send.ts';

/** A message of 28 KB in its wrapping, several times over. */
const maxBodyBytes = 256 * 1024;
const cardFolder = join(import.meta.dirname, '..', 'cards');

/** Starts what the settings and the command line ask for. */
async function start(life: Life): Promise<void> {
  const options = parseOptions(process.argv);
  const config = loadConfig();
  checkServing(config);
  if (!config.demo || !options.playground) {
    await startLantern(config, pino(), life);
    return;
  }
  const demo = { ...config, schools: atPorts(config.schools, options) };
  const server = await startLantern(demo, fileLog(config), life);
  await startDemo(demo, options, server, life);
}

/** The demo's terminal is for its visitor. */
function fileLog({ data }: Config): Logger {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return pino(pino.destination({ dest: join(data, 'lantern.log'), sync: true }));
}

function atPorts(schools: Schools, { playgroundPort }: StartOptions): Schools {
  return new Map([...schools].map(([id, school]) => [id, atPlayground(school, playgroundPort)]));
}

async function startLantern(config: Config, log: Logger, life: Life): Promise<RunningServer> {
  const { schools, teams: credentials, host, port } = config;
  const policies = loadPolicies(config);
  life.onStop(async () => log.info('stopped'));
  const { store, sealer } = await openRecords(config, {
    onBroken: (school, row) =>
      log.error({ school, row }, 'a row that is due cannot be opened: see `lantern keys check`'),
  });
  life.onStop(() => store.close());
  const cards = await loadCards(cardFolder);
  const slackLine = config.slack && { ...config.slack, credentials: config.slack, log, schools, clock: systemClock };
  let slack: SlackBot | undefined;
  const messengers = [
    teamsMessenger({ schools, credentials, cards, clock: systemClock }),
    ...(slackLine ? [slackMessenger({ ...slackLine, onCard: (school) => slack?.changed(school) })] : []),
  ];
  const lantern = createLantern({
    store,
    schools,
    policies,
    messengers,
    clock: systemClock,
    ids: systemIds,
    log,
    sealer,
  });
  slack = slackLine && slackBot({ ...slackLine, lantern });
  lantern.start();
  life.onStop(() => lantern.stop());
  const bot = teamsBot({ lantern, schools, credentials, cards, clock: systemClock, log });
  const onTeams = [...schools.values()].some(({ teams }) => teams);
  const routes = [
    ...(onTeams ? [{ path: '/api/messages', handle: bot.handle }] : []),
    ...(slack && config.slack?.signingSecret
      ? [{ path: '/slack/events', maxBytes: mostSlackBytes, handleRaw: slack.handleRaw }]
      : []),
  ];
  const health = (): Promise<boolean> => canRead(store, schools);
  const server = await startServer({ host, port, routes, health, log, maxBodyBytes });
  life.onStop(() => server.stop());
  if (slack) await startSlack(slack, life);
  log.info(
    { url: server.url, schools: [...schools.keys()], store: config.store.kind, teams: credentials.kind },
    'ready',
  );
  return server;
}

async function startSlack(slack: SlackBot, life: Life): Promise<void> {
  await slack.start();
  life.onStop(() => slack.stop());
}

/** One point read, whatever it finds: a turn needs no more of the store to begin. */
async function canRead(store: Store, schools: Schools): Promise<boolean> {
  const [school = ''] = schools.keys();
  await store.get(school, 'health');
  return true;
}

async function startDemo(demo: Config, options: StartOptions, server: RunningServer, life: Life): Promise<void> {
  const [school] = demo.schools.values();
  if (!school) return;
  const chosen = personas.filter(({ name }) => [...usualPersonas, ...options.with].includes(name));
  const playgrounds = await startPlaygrounds({
    personas: chosen,
    firstPort: options.playgroundPort,
    school,
    folder: join(demo.data, 'playground'),
    endpoint: `${server.url}/api/messages`,
    onLost: ({ name }) => life.end(`The Playground of the ${name} has ended.`),
  });
  life.onStop(() => playgrounds.stop());
  const where = { server: server.url, data: demo.data };
  process.stdout.write(`${welcome(school, chosen, options.playgroundPort, where)}\nready\n`);
}

/** Words for the faults that whoever starts Lantern can mend. */
function explain(fault: unknown): string | undefined {
  if (fault instanceof DemoError || fault instanceof SlackRefused) return fault.message;
  const said = explainSettings(fault);
  if (said !== undefined) return said;
  if (!isAddressFault(fault)) return undefined;
  return fault.code === 'EADDRNOTAVAIL'
    ? `HOST: ${fault.message}; this machine has no such address.`
    : `HOST and PORT: ${fault.message}; choose another PORT or stop what uses it.`;
}

function isAddressFault(fault: unknown): fault is NodeJS.ErrnoException {
  return fault instanceof Error && 'syscall' in fault && fault.syscall === 'listen';
}

await live(start, explain);
