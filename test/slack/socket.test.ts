import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { wordsIn } from '../support/slack-client.ts';
import { openSlackHouse } from '../support/slack-house.ts';
import { type SlowStore, slow } from '../support/slow-store.ts';
import { drivers, testOn } from '../support/store-drivers.ts';

const test = testOn(drivers[0] as (typeof drivers)[number])
  .extend('held', ({ store }): SlowStore => slow(store))
  .extend('sockets', async ({ driver: _ }, { onCleanup }) => {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    onCleanup(() => {
      for (const socket of server.clients) socket.terminate();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    });
    return server;
  });

/** Sends one envelope and waits for what Lantern acknowledges it with. */
async function exchange(socket: WebSocket, envelope: object): Promise<unknown> {
  socket.send(JSON.stringify(envelope));
  const [data] = (await once(socket, 'message')) as [Buffer];
  return JSON.parse(data.toString());
}

test('a school without a public address is served over a socket, and acknowledged when it is saved', async ({
  held,
  sockets,
}) => {
  const connected = once(sockets, 'connection') as Promise<[WebSocket]>;
  const opening = openSlackHouse(held, {
    appToken: 'xapp-of-the-tests',
    socketUrl: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/`,
  });
  const [socket] = await connected;
  socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
  const house = await opening;
  const teacher = house.person('teacher');
  const message = { type: 'events_api', accepts_response_payload: false };

  const began = performance.now();
  held.holdUp(1_000);
  const payload = teacher.message('a horrible group chat was going round');
  expect(await exchange(socket, { ...message, envelope_id: 'e1', payload })).toMatchObject({ envelope_id: 'e1' });
  expect(performance.now() - began).toBeGreaterThanOrEqual(990);
  const offer = await teacher.hears((words) => words.includes('a horrible group chat'));

  const press = teacher.press(offer, 'Fill in the form');
  await exchange(socket, { type: 'interactive', accepts_response_payload: true, envelope_id: 'e2', payload: press });
  const form = await teacher.sees((words) => words.includes('What happened?'));
  const submission = teacher.submission(form);
  const answer = await exchange(socket, {
    type: 'interactive',
    accepts_response_payload: true,
    envelope_id: 'e3',
    payload: submission,
  });
  expect(JSON.stringify(answer)).toContain('Is this right?');
  expect(wordsIn(form)).toContain('a horrible group chat');
  await house.close();
});

test('a Slack that cannot be reached at the start stops nothing, and is tried again', async ({ held, sockets }) => {
  const connected = once(sockets, 'connection') as Promise<[WebSocket]>;
  const house = await openSlackHouse(held, {
    appToken: 'xapp-of-the-tests',
    socketUrl: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}/`,
    faults: [{ kind: 'status', status: 503, method: 'apps.connections.open', times: 2 }],
  });
  const [socket] = await connected;
  socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A1' } }));
  const payload = house.person('teacher').message('hello');
  const envelope = { type: 'events_api', accepts_response_payload: false, envelope_id: 'e1', payload };
  expect(await exchange(socket, envelope)).toMatchObject({ envelope_id: 'e1' });
  expect(house.logged.filter((line) => line.includes('slack: cannot be reached'))).toHaveLength(2);
  await house.close();
});

test('a token that Slack refuses is named', async ({ held, sockets: _ }) => {
  const opening = openSlackHouse(held, {
    appToken: 'xapp-of-the-tests',
    faults: [{ kind: 'error', error: 'invalid_auth', method: 'apps.connections.open' }],
  });
  await expect(opening).rejects.toThrow('SLACK_APP_TOKEN: Slack says invalid_auth');
});
