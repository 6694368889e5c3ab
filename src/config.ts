import { join, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { readPolicies } from './config/policies.ts';
import { readSchools } from './config/school-folder.ts';
import { unknownSetting } from './config/unknown-setting.ts';
import { isLoopback } from './domain/loopback.ts';
import type { Schools } from './domain/school.ts';
import type { Policy } from './policy/policy.ts';

/** Where everything is kept. */
export type StoreConfig =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'azure-connection'; readonly connectionString: string }
  /** With the machine's managed identity. */
  | { readonly kind: 'azure-url'; readonly url: string };

/** How Teams knows Lantern. `none`: no check of the caller at all, on this machine only. */
export type TeamsConfig =
  | { readonly kind: 'none' }
  | { readonly kind: 'single-tenant'; readonly appId: string; readonly tenantId: string; readonly password: string }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string };

/** How Slack knows Lantern. With an app token its events come over a socket; else they are signed. */
export type SlackConfig = {
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken?: string;
  /** Where Slack's Web API is, if not at Slack. */
  readonly apiUrl?: string;
};

/** What wraps the keys that records are sealed with. */
export type SealConfig =
  /** 32 bytes in base64; `setting` is where they were said. */
  | { readonly kind: 'key'; readonly setting: string; readonly key: string }
  /** An RSA key of Azure Key Vault, by its address, with the machine's managed identity. */
  | { readonly kind: 'vault'; readonly url: string }
  /** The demo's own key, in a file that is made when it is missing. */
  | { readonly kind: 'file'; readonly file: string };

/** All settings, checked. */
export type Config = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute path of the folder for the embedded store and the demo's Playgrounds. */
  readonly data: string;
  readonly store: StoreConfig;
  /** The one in use; behind it, while one is being changed for another, the one to come. */
  readonly seals: readonly [SealConfig, SealConfig?];
  readonly teams: TeamsConfig;
  /** Absent where no school is on Slack. */
  readonly slack?: SlackConfig;
  readonly schools: Schools;
  /** Absolute path of the folder of policy packs. */
  readonly packs: string;
  /** Whether the only school is the made-up one that comes with Lantern. */
  readonly demo: boolean;
};

/** A setting or a school file is wrong. The message names each and says how to mend it; it is for people to read. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const sealKey = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 random bytes in base64, as `openssl rand -base64 32` prints them')
  .optional();
const guid = z.guid('must be a GUID, as the Azure portal shows it').optional();
const vaultKey = 'must be the address of an RSA key, like https://my-vault.vault.azure.net/keys/lantern';
const settings = z.object({
  PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/, 'must be a port number, 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number, 0 to 65535')
    .default(3978),
  HOST: z.string().default('127.0.0.1'),
  LANTERN_DATA: z.string().default('data'),
  LANTERN_SCHOOLS: z.string().optional(),
  LANTERN_POLICIES: z.string().optional(),
  AZURE_TABLES_CONNECTION_STRING: z
    .string()
    .regex(
      /(?:AccountName|TableEndpoint|UseDevelopmentStorage)=/i,
      'must be a connection string, as the Azure portal shows it under Access keys',
    )
    .optional(),
  AZURE_TABLES_URL: z.url({ protocol: /^https$/, error: 'must be an https address' }).optional(),
  LANTERN_SEAL_KEY: sealKey,
  LANTERN_SEAL_KEY_NEXT: sealKey,
  AZURE_KEY_VAULT_URL: z
    .url({ protocol: /^https$/, error: vaultKey })
    .regex(/^https:\/\/[^/]+\/keys\/[^/]+(\/[^/]+)?$/, vaultKey)
    .optional(),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi'], 'must be SingleTenant or UserAssignedMsi').optional(),
  MicrosoftAppId: guid,
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppTenantId: guid,
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be 32 of 0 to 9 and a to f, as Slack shows it under Basic Information')
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', 'must begin with xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', 'must begin with xapp-').optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be a web address' }).optional(),
});
type Settings = z.output<typeof settings>;
const names = Object.keys(settings.shape);
const demoFolder = join(import.meta.dirname, 'demo');
/** The packs that come with Lantern. */
const packFolder = join(import.meta.dirname, '..', 'policies');

/** Settings that a command line may give instead of the environment. */
export type SaidOtherwise = { readonly LANTERN_SCHOOLS?: string };

/**
 * Reads the settings and the school files they name. An empty setting counts as not set.
 * @throws ConfigError with every problem at once
 */
export function loadConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
  otherwise: SaidOtherwise = {},
): Config {
  const said = Object.entries({ ...env, ...otherwise });
  const given = Object.fromEntries(said.filter(([, value]) => value !== undefined && value !== ''));
  const unknown = Object.keys(given).flatMap((name) => unknownSetting(name, names));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new ConfigError([...unknown, ...wrong]);
  }
  const problems = [
    ...unknown,
    ...credentialProblems(parsed.data),
    ...bindProblems(parsed.data),
    ...storeProblems(parsed.data),
    ...sealProblems(parsed.data),
    ...slackProblems(parsed.data),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const config = toConfig(parsed.data);
  const atOdds = schoolProblems(config);
  if (atOdds.length > 0) throw new ConfigError(atOdds);
  return config;
}

function credentialProblems(given: Settings): string[] {
  const wanted = ['MicrosoftAppType', 'MicrosoftAppId', 'MicrosoftAppTenantId'] as const;
  if (!hasCredentials(given)) return [];
  const missing = wanted.filter((name) => !given[name]).map((name) => `${name}: is needed to speak to Teams`);
  if (given.MicrosoftAppType === 'SingleTenant' && !given.MicrosoftAppPassword) {
    missing.push('MicrosoftAppPassword: is needed when MicrosoftAppType is SingleTenant');
  }
  if (given.MicrosoftAppType === 'UserAssignedMsi' && given.MicrosoftAppPassword) {
    missing.push('MicrosoftAppPassword: a managed identity has no password; remove it');
  }
  if (!given.LANTERN_SCHOOLS)
    missing.push('LANTERN_SCHOOLS: name the folder of your school files; the demo school is not for Teams');
  return missing;
}

function hasCredentials(given: Settings): boolean {
  const { MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId } = given;
  return [MicrosoftAppType, MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppTenantId].some(Boolean);
}

function hasSlack({ SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN }: Settings): boolean {
  return [SLACK_SIGNING_SECRET, SLACK_BOT_TOKEN, SLACK_APP_TOKEN].some(Boolean);
}

function slackProblems(given: Settings): string[] {
  if (!hasSlack(given)) return [];
  const missing: string[] = [];
  if (!given.SLACK_BOT_TOKEN) missing.push('SLACK_BOT_TOKEN: is needed to speak to Slack');
  if (!given.SLACK_SIGNING_SECRET && !given.SLACK_APP_TOKEN) {
    missing.push('SLACK_SIGNING_SECRET: is needed to know what comes from Slack, unless SLACK_APP_TOKEN is set');
  }
  if (!given.LANTERN_SCHOOLS)
    missing.push('LANTERN_SCHOOLS: name the folder of your school files; the demo school is not for Slack');
  return missing;
}

/** What the settings and the school files must agree on. */
function schoolProblems({ schools, slack, teams, host }: Config): string[] {
  const onSlack = [...schools.values()].filter((school) => school.slack).map(({ id }) => id);
  const onTeams = [...schools.values()].some((school) => school.teams);
  const problems: string[] = [];
  if (!slack && onSlack.length > 0) problems.push(`SLACK_BOT_TOKEN: is needed, because ${onSlack[0]} is on Slack`);
  if (slack && onSlack.length === 0) problems.push('SLACK_BOT_TOKEN: is set, but no school file has a slack section');
  if (slack && onSlack.length > 1) {
    problems.push(`SLACK_BOT_TOKEN: is one workspace's, but these schools are on Slack: ${onSlack.join(', ')}`);
  }
  if (teams.kind === 'none' && onTeams && !isLoopback(host)) problems.push(openToAll);
  return problems;
}

const openToAll =
  'HOST: without MicrosoftAppId callers are not checked, so only this machine may call; use 127.0.0.1, or set the MicrosoftApp settings';

/** Without credentials nobody checks who is calling, so nobody but this machine may call. Slack signs what it sends. */
function bindProblems(given: Settings): string[] {
  if (hasCredentials(given) || hasSlack(given) || isLoopback(given.HOST)) return [];
  return [openToAll];
}

function storeProblems({ AZURE_TABLES_CONNECTION_STRING, AZURE_TABLES_URL }: Settings): string[] {
  if (!AZURE_TABLES_CONNECTION_STRING || !AZURE_TABLES_URL) return [];
  return ['AZURE_TABLES_URL: is set together with AZURE_TABLES_CONNECTION_STRING; keep one'];
}

/** Without a key nobody could ever read the records again, or else everybody could: there is no third way. */
function sealProblems({ LANTERN_SEAL_KEY, LANTERN_SEAL_KEY_NEXT, AZURE_KEY_VAULT_URL, ...given }: Settings): string[] {
  if (LANTERN_SEAL_KEY && LANTERN_SEAL_KEY_NEXT && AZURE_KEY_VAULT_URL) {
    return ['LANTERN_SEAL_KEY_NEXT: is set together with AZURE_KEY_VAULT_URL; keep the one that you are moving to'];
  }
  if (LANTERN_SEAL_KEY || AZURE_KEY_VAULT_URL) return [];
  if (LANTERN_SEAL_KEY_NEXT) return ['LANTERN_SEAL_KEY: is needed beside LANTERN_SEAL_KEY_NEXT, which takes its place'];
  if (given.LANTERN_SCHOOLS === undefined) return [];
  return [
    'LANTERN_SEAL_KEY: is needed, since records are encrypted; set what `openssl rand -base64 32` prints, and keep a copy: without it nobody can read them. Or set AZURE_KEY_VAULT_URL',
  ];
}

function toConfig(given: Settings): Config {
  const data = resolve(given.LANTERN_DATA);
  return {
    host: given.HOST,
    port: given.PORT,
    data,
    store: storeOf(given, data),
    seals: sealsOf(given, data),
    teams: teamsOf(given),
    ...slackOf(given),
    schools: schoolsOf(given.LANTERN_SCHOOLS),
    packs: resolve(given.LANTERN_POLICIES ?? packFolder),
    demo: given.LANTERN_SCHOOLS === undefined,
  };
}

function storeOf(given: Settings, data: string): StoreConfig {
  const { AZURE_TABLES_CONNECTION_STRING: connectionString, AZURE_TABLES_URL: url } = given;
  if (connectionString) return { kind: 'azure-connection', connectionString };
  if (url) return { kind: 'azure-url', url };
  return { kind: 'sqlite', file: join(data, 'lantern.sqlite') };
}

function sealsOf(given: Settings, data: string): readonly [SealConfig, SealConfig?] {
  const { AZURE_KEY_VAULT_URL: url } = given;
  const vault: readonly SealConfig[] = url ? [{ kind: 'vault', url }] : [];
  const [first, second] = [
    ...keyOf('LANTERN_SEAL_KEY', given.LANTERN_SEAL_KEY),
    ...vault,
    ...keyOf('LANTERN_SEAL_KEY_NEXT', given.LANTERN_SEAL_KEY_NEXT),
  ];
  if (!first) return [{ kind: 'file', file: join(data, 'seal.key') }];
  return second ? [first, second] : [first];
}

function keyOf(setting: string, key: string | undefined): readonly SealConfig[] {
  return key ? [{ kind: 'key', setting, key }] : [];
}

function teamsOf(given: Settings): TeamsConfig {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password } = given;
  if (!appId || !tenantId) return { kind: 'none' };
  if (password) return { kind: 'single-tenant', appId, tenantId, password };
  return { kind: 'managed-identity', appId, tenantId };
}

function slackOf(given: Settings): { slack?: SlackConfig } {
  const { SLACK_SIGNING_SECRET = '', SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: url } = given;
  if (!botToken) return {};
  const apiUrl = url?.replace(/\/*$/, '/');
  return {
    slack: { signingSecret: SLACK_SIGNING_SECRET, botToken, ...(appToken && { appToken }), ...(apiUrl && { apiUrl }) },
  };
}

function schoolsOf(folder = demoFolder): Schools {
  const read = readSchools(folder);
  if (read.kind === 'schools') return read.schools;
  throw new ConfigError(read.problems);
}

/**
 * Puts the policy of each school to work, by the school's id. Takes a moment, so do it once.
 * @throws ConfigError with everything that is wrong with the packs
 */
export function loadPolicies({ schools, packs }: Pick<Config, 'schools' | 'packs'>): ReadonlyMap<string, Policy> {
  const read = readPolicies(schools, packs, DateTime.local().toISODate());
  if (read.kind === 'policies') return read.policies;
  throw new ConfigError(read.problems);
}
