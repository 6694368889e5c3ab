import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Recent } from '../../src/app/recent.ts';
import type { School } from '../../src/domain/school.ts';
import * as raw from '../support/activities.ts';
import { LocalConnector } from '../support/connector.ts';
import { harbour, objectId } from '../support/school.ts';
import { type BotHouse, openBot } from '../support/teams-bot.ts';

const tenant = harbour.teams?.tenant ?? '';
const stranger = { id: '29:stranger', name: 'Sam Unknown', aadObjectId: '99999999-0000-4000-8000-000000000000' };

let connector: LocalConnector;
let house: BotHouse;
beforeEach(async () => {
  connector = await LocalConnector.start();
  house = await openBot(harbour);
});
afterEach(async () => {
  await house.close();
  await connector.close();
});

async function whoSays(from: raw.Sender, at: BotHouse = house) {
  await at.post(raw.personalMessage({ serviceUrl: connector.url, tenant, from }, 'hi'));
  return at.lantern.turns.at(-1)?.person;
}

describe('who somebody is', () => {
  it('is told by the directory id alone, whatever name comes with it', async () => {
    const from = { id: '29:x', name: 'Somebody Else', aadObjectId: objectId('dsl').toUpperCase() };
    expect(await whoSays(from)).toMatchObject({ id: 'dsl', name: 'Dana Sample' });
    expect(connector.requests).toEqual([]);
  });

  it('is told by the address in the roster', async () => {
    const byAddress = harbour.people.map(({ objectId: _, ...person }) => person);
    const own = await openBot({ ...harbour, people: byAddress });
    connector.members.set(stranger.id, { userPrincipalName: 'Teacher@Harbour.example' });
    expect(await whoSays(stranger, own)).toMatchObject({ id: 'teacher' });
    await own.close();
  });

  it('is not told by an address of somebody whose directory id is another', async () => {
    connector.members.set(stranger.id, { userPrincipalName: 'dsl@harbour.example' });
    expect(await whoSays(stranger)).toMatchObject({ id: `aad:${stranger.aadObjectId}` });
  });

  it('is told by the domain of the address', async () => {
    connector.members.set(stranger.id, { userPrincipalName: 'sam@staff.harbour.example' });
    expect(await whoSays(stranger)).toEqual({
      id: `aad:${stranger.aadObjectId}`,
      name: 'Sam Unknown',
      roles: ['staff'],
    });
  });

  it('is not told by an e-mail address where there is a sign-in name', async () => {
    const email = 'dsl@harbour.example';
    connector.members.set(stranger.id, { userPrincipalName: 'sam_home#EXT#@other.example', email });
    expect(await whoSays(stranger)).toMatchObject({ roles: ['pupil'] });
  });

  it('takes the name of the roster where the message has none', async () => {
    connector.members.set(stranger.id, { name: 'Sam From Roster', userPrincipalName: 'sam@staff.harbour.example' });
    expect(await whoSays({ ...stranger, name: '' })).toMatchObject({ name: 'Sam From Roster' });
  });

  it.each([
    ['knows nobody', undefined],
    ['is out', { kind: 'status', status: 500 }],
    ['breaks off', { kind: 'status', status: 429, headers: { 'retry-after': '60' } }],
  ] as const)('is a stranger with the least rights where the roster %s', async (_name, fault) => {
    connector.rosterFault = fault;
    expect(await whoSays(stranger)).toMatchObject({ id: `aad:${stranger.aadObjectId}`, roles: ['pupil'] });
    expect(connector.requests).toHaveLength(1);
  });

  it('is remembered, so that the roster is asked once', async () => {
    connector.members.set(stranger.id, { userPrincipalName: 'sam@staff.harbour.example' });
    await whoSays(stranger);
    await whoSays(stranger);
    expect(connector.requests).toHaveLength(1);
  });

  it('is not asked of the roster where the school knows nobody by address', async () => {
    const people = harbour.people.map(({ address, ...person }) => person);
    const school: School = { ...harbour, people, domains: {} };
    const other = await openBot(school);
    expect(await whoSays(stranger, other)).toMatchObject({ roles: ['pupil'] });
    await other.close();
    expect(connector.requests).toEqual([]);
  });
});

describe('what is remembered', () => {
  it('is forgotten after its time', () => {
    const recent = new Recent<string>(10, 100);
    recent.set('a', 'x', 0);
    expect([recent.get('a', 99), recent.get('a', 100)]).toEqual(['x', undefined]);
  });

  it('is not renewed by being set again, so that it is looked up anew in time', () => {
    const recent = new Recent<string>(10, 100);
    recent.set('a', 'x', 0);
    recent.set('a', 'x', 50);
    expect(recent.get('a', 100)).toBeUndefined();
  });

  it('is bounded: the oldest goes first', () => {
    const recent = new Recent<number>(2, 100);
    for (const [at, key] of ['a', 'b', 'c'].entries()) recent.set(key, at, 0);
    expect(['a', 'b', 'c'].map((key) => recent.get(key, 1))).toEqual([undefined, 1, 2]);
  });
});
