import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Line } from '../../src/teams/connectors.ts';
import * as raw from '../support/activities.ts';
import { LocalConnector } from '../support/connector.ts';
import { type LocalOpenId, startOpenId, type TokenChanges } from '../support/openid.ts';
import { harbour, objectId } from '../support/school.ts';
import { type BotHouse, openBot } from '../support/teams-bot.ts';

const appId = '00000000-0000-4000-8000-00000000b007';
const tenant = harbour.teams?.tenant ?? '';
const teacher = { id: '29:teacher', name: 'Tess Example', aadObjectId: objectId('teacher') };

let connector: LocalConnector;
let openId: LocalOpenId;
let house: BotHouse;
beforeAll(async () => {
  // The SDK writes what is wrong with a token to the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  connector = await LocalConnector.start();
  openId = await startOpenId(appId, connector.url);
  house = await openBot(harbour, line());
});
afterAll(async () => {
  silent?.closeAllConnections();
  silent?.close();
  await house.close();
  await openId.close();
  await connector.close();
  vi.restoreAllMocks();
});
beforeEach(() => {
  house.lantern.turns.length = 0;
});

function line(): Line {
  const credentials = { kind: 'single-tenant', appId, tenantId: tenant, password: 'not-a-password' } as const;
  return { credentials, cloud: openId.cloud };
}

let silent: Server | undefined;
/** A server that takes requests and says nothing. */
async function silentServer(): Promise<string> {
  const server = createServer(() => undefined);
  silent = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`;
}

function message(place: Partial<raw.Place> = {}): raw.RawActivity {
  return raw.personalMessage({ serviceUrl: connector.url, tenant, from: teacher, ...place }, 'hi');
}

describe('a caller', () => {
  it('with a good token is let in', async () => {
    expect((await house.post(message(), await openId.header())).status).toBe(200);
    expect(house.lantern.turns).toHaveLength(1);
  });

  it.each<[string, TokenChanges]>([
    ['for another bot', { audience: '00000000-0000-4000-8000-00000000dead' }],
    ['of another issuer', { issuer: 'https://evil.example' }],
    ['of an issuer that the emulator had', { issuer: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }],
    ['that has expired', { lasts: -3600 }],
    ['with a forged signature', { forged: true }],
    ['signed with a key that nobody knows', { unknownKey: true }],
    ['for another connector', { serviceUrl: 'https://evil.example/' }],
  ])('with a token %s is refused, without a reason', async (_name, changes) => {
    const { status, text } = await house.post(message(), await openId.header(changes));
    expect([status, text]).toEqual([401, '']);
    expect(house.lantern.turns).toEqual([]);
  });

  it.each([
    ['no token', undefined],
    ['an empty one', 'Bearer '],
    ['something that is no token', 'Bearer abc.def.ghi'],
    [
      'an unsigned one',
      `Bearer ${[{ alg: 'none' }, { iss: 'https://api.botframework.com', aud: appId }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
    ],
    ['a password', 'Basic dXNlcjpwYXNz'],
  ])('with %s is refused, without a reason', async (_name, header) => {
    const { status, text } = await house.post(message(), header);
    expect([status, text]).toEqual([401, '']);
    expect(house.lantern.turns).toEqual([]);
  });

  it('of another tenant is refused, good token or not', async () => {
    const foreign = message({ tenant: '99999999-9999-4999-8999-999999999999' });
    const { status, text } = await house.post(foreign, await openId.header());
    expect([status, text]).toEqual([403, '']);
    expect(house.lantern.turns).toEqual([]);
  });

  it('is asked who they are before what they sent is read', async () => {
    const nothing = { type: 'message', channelId: 'msteams', serviceUrl: connector.url };
    expect((await house.post(nothing)).status).toBe(401);
    expect((await house.post(nothing, await openId.header())).status).toBe(400);
  });

  it.each(['AseChannel', 'webchat', 'emulator', undefined])('of the channel %s is refused', async (channelId) => {
    expect((await house.post({ ...message(), channelId }, await openId.header())).status).toBe(401);
    expect(house.lantern.turns).toEqual([]);
  });
});

describe('when the keys cannot be had', () => {
  it.each([
    ['are away', async () => 'http://127.0.0.1:9/openid'],
    ['do not answer', silentServer],
  ])('because they %s, nobody is let in, and Teams is asked to come again', async (_name, keys) => {
    const cloud = { ...openId.cloud, ToBotFromChannelOpenIdMetadataUrl: await keys() };
    const cutOff = await openBot(harbour, { ...line(), cloud, timeLimitMs: 300 });
    const { status, text } = await cutOff.post(message(), await openId.header());
    await cutOff.close();
    expect([status, text]).toEqual([503, '']);
    expect(cutOff.lantern.turns).toEqual([]);
  });
});

describe('a bot without credentials', () => {
  it('still refuses other tenants and what is no activity', async () => {
    const open = await openBot(harbour);
    const foreign = await open.post(message({ tenant: 'other' }));
    const nonsense = await open.post({ type: 7, channelId: 'msteams' });
    await open.close();
    expect([foreign, nonsense]).toMatchObject([
      { status: 403, text: '' },
      { status: 400, text: '' },
    ]);
  });
});
