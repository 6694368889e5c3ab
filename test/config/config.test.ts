import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkServing } from '../../src/cli/check-serving.ts';
import { type Config, ConfigError, loadConfig } from '../../src/config.ts';
import { schoolText } from './school-text.ts';

const id = '5b4f3c1e-0d6b-4a53-9b1e-2f6d1c7a8e90';
const credentials = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: id,
  MicrosoftAppTenantId: id,
  MicrosoftAppPassword: 'secret',
};
const sealKey = Buffer.alloc(32, 7).toString('base64');
const otherKey = Buffer.alloc(32, 9).toString('base64');
const vault = 'https://harbour.vault.azure.net/keys/lantern';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lantern-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** With a seal key, which every school but the demo must have. */
function load(env: Record<string, string>): Config {
  return loadConfig({ LANTERN_SEAL_KEY: sealKey, ...env });
}

function problemsOf(env: Record<string, string>): string[] {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('with no setting at all', () => {
  it('is the demo school on this machine, kept in SQLite under ./data', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      store: { kind: 'sqlite', file: resolve('data', 'lantern.sqlite') },
      teams: { kind: 'none' },
      demo: true,
    });
    expect([...config.schools.keys()]).toEqual(['demo']);
  });

  it('takes an empty setting for none', () => {
    expect(loadConfig({ PORT: '', HOST: '', LANTERN_SCHOOLS: '' })).toEqual(loadConfig({}));
  });

  it('has a seal key of its own in its folder', () => {
    expect(loadConfig({}).seals).toEqual([{ kind: 'file', file: resolve('data', 'seal.key') }]);
  });
});

describe('settings', () => {
  beforeEach(() => writeFileSync(join(folder, 'elm.yaml'), schoolText()));

  it('name the port, the address, the folder and the schools', () => {
    const env = { PORT: '0', HOST: '::1', LANTERN_DATA: '/var/lantern', LANTERN_SCHOOLS: folder };
    const config = load(env);
    expect(config).toMatchObject({ host: '::1', port: 0, data: '/var/lantern', demo: false });
    expect([...config.schools.keys()]).toEqual(['elm']);
  });

  it.each([
    ['a secret', {}, { kind: 'single-tenant', appId: id, tenantId: id, password: 'secret' }],
    [
      'a managed identity',
      { MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppPassword: '' },
      { kind: 'managed-identity', appId: id, tenantId: id },
    ],
  ])('let Teams know Lantern by %s, on any address', (_name, change, teams) => {
    const config = load({ ...credentials, ...change, HOST: '0.0.0.0', LANTERN_SCHOOLS: folder });
    expect(config).toMatchObject({ host: '0.0.0.0', teams });
  });

  it.each([
    [{ AZURE_TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true' }, 'azure-connection'],
    [{ AZURE_TABLES_URL: 'https://lantern.table.core.windows.net' }, 'azure-url'],
  ])('%o choose the store', (env, kind) => {
    expect(load(env).store.kind).toBe(kind);
  });
});

describe('the seal key', () => {
  beforeEach(() => writeFileSync(join(folder, 'elm.yaml'), schoolText()));
  const key = { kind: 'key', setting: 'LANTERN_SEAL_KEY', key: sealKey };
  const next = { kind: 'key', setting: 'LANTERN_SEAL_KEY_NEXT', key: otherKey };

  it.each<[string, Record<string, string>, unknown[]]>([
    ['is a setting', {}, [key]],
    ['may be in a vault', { LANTERN_SEAL_KEY: '', AZURE_KEY_VAULT_URL: vault }, [{ kind: 'vault', url: vault }]],
    ['may change for another', { LANTERN_SEAL_KEY_NEXT: otherKey }, [key, next]],
    ['may move into a vault', { AZURE_KEY_VAULT_URL: vault }, [key, { kind: 'vault', url: vault }]],
    [
      'may move out of a vault',
      { LANTERN_SEAL_KEY: '', LANTERN_SEAL_KEY_NEXT: otherKey, AZURE_KEY_VAULT_URL: vault },
      [{ kind: 'vault', url: vault }, next],
    ],
  ])('%s', (_name, env, seals) => {
    expect(load({ ...env, LANTERN_SCHOOLS: folder }).seals).toEqual(seals);
  });

  const both = { LANTERN_SEAL_KEY_NEXT: otherKey, AZURE_KEY_VAULT_URL: vault };
  it.each<[string, Record<string, string>, RegExp]>([
    ['is missing', { LANTERN_SEAL_KEY: '' }, /^LANTERN_SEAL_KEY: is needed.*openssl rand -base64 32/],
    ['is too short', { LANTERN_SEAL_KEY: sealKey.slice(4) }, /^LANTERN_SEAL_KEY: must be 32 random bytes in base64/],
    ['is a password', { LANTERN_SEAL_KEY: 'hush-hush hush-hush' }, /^LANTERN_SEAL_KEY: must be 32 random bytes/],
    ['has only one to come', { LANTERN_SEAL_KEY: '', LANTERN_SEAL_KEY_NEXT: otherKey }, /^LANTERN_SEAL_KEY: is needed/],
    ['is to move to two places', both, /^LANTERN_SEAL_KEY_NEXT: .*keep the one/],
    [
      'is a vault but no key of it',
      { AZURE_KEY_VAULT_URL: 'https://a.vault.azure.net' },
      /^AZURE_KEY_VAULT_URL: must be/,
    ],
    ['is misspelt', { LANTERN_SEALKEY: sealKey }, /^LANTERN_SEALKEY: .*did you mean LANTERN_SEAL_KEY\?/],
  ])('is refused where it %s, without being repeated', (_name, env, message) => {
    const problems = problemsOf({ LANTERN_SCHOOLS: folder, ...env });
    expect(problems).toEqual([expect.stringMatching(message)]);
    expect(problems.join()).not.toMatch(/hush|BwcHBw|CQkJ/);
  });
});

describe('wrong settings are named, with what to do', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a port that is none', { PORT: '65536' }, /^PORT: must be a port number/],
    ['a port in words', { PORT: 'http' }, /^PORT: must be a port number/],
    ['an open address without credentials', { HOST: '0.0.0.0' }, /^HOST: .*only this machine.*use 127\.0\.0\.1/],
    ['a real address without credentials', { HOST: '192.168.1.5' }, /^HOST: /],
    ['a misspelt setting', { LANTERN_DATTA: 'x' }, /^LANTERN_DATTA: is not a setting.*did you mean LANTERN_DATA\?/],
    ['a setting in capitals', { MICROSOFTAPPID: id }, /^MICROSOFTAPPID: .*did you mean MicrosoftAppId\?/],
    [
      'a multi-tenant app',
      { ...credentials, MicrosoftAppType: 'MultiTenant' },
      /^MicrosoftAppType: must be SingleTenant or/,
    ],
    ['an id that is no GUID', { ...credentials, MicrosoftAppId: 'lantern' }, /^MicrosoftAppId: must be a GUID/],
    [
      'tables that are none',
      { AZURE_TABLES_CONNECTION_STRING: 'a' },
      /^AZURE_TABLES_CONNECTION_STRING: must be a connection/,
    ],
    ['no folder of schools', { LANTERN_SCHOOLS: '/nowhere' }, /^LANTERN_SCHOOLS: there is no folder \/nowhere/],
    ['tables over plain http', { AZURE_TABLES_URL: 'http://a.example' }, /^AZURE_TABLES_URL: must be an https/],
    [
      'two kinds of tables',
      { AZURE_TABLES_URL: 'https://a.example', AZURE_TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true' },
      /^AZURE_TABLES_URL: .*keep one/,
    ],
  ])('%s', (_name, env, message) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(message)]);
  });

  it('one by one, where credentials are half given', () => {
    expect(problemsOf({ MicrosoftAppId: id, HOST: '0.0.0.0' })).toEqual([
      expect.stringMatching(/^MicrosoftAppType: /),
      expect.stringMatching(/^MicrosoftAppTenantId: /),
      expect.stringMatching(/^LANTERN_SCHOOLS: .*the demo school is not for Teams/),
    ]);
  });

  it.each([
    ['a secret that is missing', { ...credentials, MicrosoftAppPassword: '' }, 'is needed'],
    ['a secret that is too much', { ...credentials, MicrosoftAppType: 'UserAssignedMsi' }, 'remove it'],
  ])('%s', (_name, env, message) => {
    expect(problemsOf({ ...env, LANTERN_SCHOOLS: folder })).toEqual([
      expect.stringMatching(`^MicrosoftAppPassword: .*${message}`),
    ]);
  });

  it('without repeating a secret', () => {
    const broken = { ...credentials, MicrosoftAppId: 'not an id', MicrosoftAppPassword: 'hush-hush' };
    expect(problemsOf(broken).join()).not.toContain('hush-hush');
  });
});

describe('a folder of schools', () => {
  function write(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  it('holds one school a file; other files are left alone', () => {
    write('elm.yaml', schoolText());
    write('oak.yml', schoolText({ id: 'oak', tenant: '00000000-0000-4000-8000-0000000000bb' }));
    write('notes.txt', 'not: [a school');
    expect([...load({ LANTERN_SCHOOLS: folder }).schools.keys()]).toEqual(['elm', 'oak']);
  });

  it('may not hold two schools of one id or one tenant', () => {
    write('a.yaml', schoolText());
    write('b.yaml', schoolText());
    expect(problemsOf({ LANTERN_SCHOOLS: folder })).toEqual([
      `${folder}/b.yaml:1: id: elm is also the id of Elm School`,
      expect.stringMatching(/b\.yaml:\d+: teams\.tenant: 00000000-.* is also the tenant of Elm School$/),
    ]);
  });

  it('has the flaws of all its files told at once', () => {
    write('a.yaml', schoolText({ id: 'Not An Id' }));
    write('b.yaml', schoolText({ timeZone: 'Europe/Narnia' }));
    expect(problemsOf({ LANTERN_SCHOOLS: folder })).toEqual([
      `${folder}/a.yaml:1: id: must be small letters, digits and dashes`,
      `${folder}/b.yaml:4: timeZone: is no time zone; Europe/London is one`,
    ]);
  });
});

describe('Slack', () => {
  const slack = { SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef', SLACK_BOT_TOKEN: 'xoxb-1' };
  const onSlack = (change = '') =>
    `${schoolText().replace(/teams:.*/s, '')}slack:\n  team: T012ABCDEF\n  channel: C012ABCDEF\n${change}`;
  const write = (text: string, name = 'elm.yaml') => writeFileSync(join(folder, name), text);

  it('is known by its settings, on any address, since it signs what it sends', () => {
    write(onSlack('  groups: { S012ABCDEF: [staff] }\n'));
    const config = load({
      ...slack,
      HOST: '0.0.0.0',
      LANTERN_SCHOOLS: folder,
      SLACK_API_URL: 'https://slack.example/api',
    });
    expect(config.slack).toEqual({
      signingSecret: slack.SLACK_SIGNING_SECRET,
      botToken: 'xoxb-1',
      apiUrl: 'https://slack.example/api/',
    });
    expect(config.schools.get('elm')?.slack).toEqual({
      team: 'T012ABCDEF',
      channel: 'C012ABCDEF',
      groups: { S012ABCDEF: ['staff'] },
    });
  });

  it('needs no signing secret over a socket', () => {
    write(onSlack());
    const config = load({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', LANTERN_SCHOOLS: folder });
    expect(config.slack).toMatchObject({ appToken: 'xapp-1', signingSecret: '' });
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['no token', {}, /^SLACK_BOT_TOKEN: is needed, because elm is on Slack/],
    ['no secret', { SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_SIGNING_SECRET: is needed/],
    ['another token', { ...slack, SLACK_BOT_TOKEN: 'xoxp-1' }, /^SLACK_BOT_TOKEN: must begin with xoxb-/],
    ['a secret that is none', { ...slack, SLACK_SIGNING_SECRET: 'x' }, /^SLACK_SIGNING_SECRET: must be 32/],
    ['a misspelt setting', { ...slack, SLACK_BOT_TOKN: 'x' }, /^SLACK_BOT_TOKN: .*did you mean SLACK_BOT_TOKEN\?/],
  ])('with %s is refused with what to do', (_name, env, problem) => {
    write(onSlack());
    expect(problemsOf({ ...env, LANTERN_SCHOOLS: folder })[0]).toMatch(problem);
  });

  it('with Teams beside it opens no address without Teams’ own credentials', () => {
    write(`${schoolText()}slack:\n  team: T012ABCDEF\n`);
    expect(problemsOf({ ...slack, HOST: '0.0.0.0', LANTERN_SCHOOLS: folder })[0]).toMatch(/^HOST: /);
  });

  it('settings without a school on it are refused', () => {
    write(schoolText());
    expect(problemsOf({ ...slack, LANTERN_SCHOOLS: folder })[0]).toMatch(/no school file has a slack section/);
  });

  it('alone needs a channel there', () => {
    write(onSlack().replace('  channel: C012ABCDEF\n', ''));
    expect(problemsOf({ ...slack, LANTERN_SCHOOLS: folder })[0]).toMatch(/slack.channel: is missing/);
  });
});

describe('a server', () => {
  const served = (text: string, env: Record<string, string> = {}) => {
    writeFileSync(join(folder, 'elm.yaml'), text);
    return () => checkServing(load({ LANTERN_SCHOOLS: folder, ...env }));
  };

  it('that would take anybody’s word for who they are does not start', () => {
    expect(served(schoolText())).toThrow(/^MicrosoftAppId: is needed, since elm is on Teams/);
    expect(served(schoolText(), credentials)).not.toThrow();
  });

  it('starts for a Playground on this machine, and as the demo', () => {
    const local = schoolText().replace('https://smba.trafficmanager.net/uk/', 'http://localhost:56152/_connector');
    expect(served(local)).not.toThrow();
    expect(served(local, credentials)).toThrow('LANTERN_SCHOOLS: the serviceUrl of elm is on this machine');
    expect(() => checkServing(loadConfig({}))).not.toThrow();
  });

  it('serves a school somewhere', () => {
    const nowhere = schoolText().replace(/teams:.*/s, '');
    expect(served(nowhere)).toThrow('LANTERN_SCHOOLS: elm has neither a teams nor a slack section');
    expect(served(nowhere, credentials)).toThrow('MicrosoftAppId: is set, but no school file has a teams section');
  });
});

describe('a setting that looks like one of ours', () => {
  it.each([
    ['LANTEN_SCHOOLS', 'LANTERN_SCHOOLS'],
    ['AZURE_TABLE_URL', 'AZURE_TABLES_URL'],
    ['AZURE_KEYVAULT_URL', 'AZURE_KEY_VAULT_URL'],
    ['MICROSOFT_APP_ID', 'MicrosoftAppId'],
  ])('is not passed over: %s', (typed, meant) => {
    expect(problemsOf({ [typed]: 'x' })).toEqual([`${typed}: is not a setting of Lantern; did you mean ${meant}?`]);
  });

  it.each(['PATH', 'POST', 'HOSTNAME', 'SLACK_TOKEN', 'AZURE_CLIENT_ID', 'LANG'])(
    'another program’s is: %s',
    (name) => {
      expect(problemsOf({ [name]: 'x' })).toEqual([]);
    },
  );
});
