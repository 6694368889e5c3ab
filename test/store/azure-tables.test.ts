import { TableClient } from '@azure/data-tables';
import { describe, expect, type TestContext, test } from 'vitest';
import { type Store, StoreFault } from '../../src/app/store.ts';
import { azureTablesStore } from '../../src/store/azure-tables.ts';
import { connectionStringFor, startAzurite } from '../support/azurite.ts';
import { everything, insert, keysOf, read, save, school } from '../support/rows.ts';
import { type Fate, startUnreliableProxy } from '../support/unreliable-proxy.ts';

const table = 'lantern';
const timeout = { cause: expect.objectContaining({ name: 'TimeoutError' }) };

const calls: [string, (store: Store) => Promise<unknown>][] = [
  ['get', (store) => store.get(school, 'k')],
  ['list', (store) => store.list(school, everything)],
  ['commit', (store) => store.commit(school, [insert('new')])],
];

/** What Azure says to a transaction when it is busy: on the outside, that all is well. */
const busyInside: Fate = {
  status: 202,
  body: [
    '--batchresponse_1',
    'Content-Type: multipart/mixed; boundary=changesetresponse_2',
    '',
    '--changesetresponse_2',
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    'HTTP/1.1 503 Service Unavailable',
    'Content-Type: application/json;odata=minimalmetadata',
    '',
    '{"odata.error":{"code":"ServerBusy","message":{"lang":"en-US","value":"0:The server is busy."}}}',
    '--changesetresponse_2--',
    '--batchresponse_1--',
    '',
  ].join('\r\n'),
};

describe.concurrent.each(calls)('Azure Tables, asked for a %s', (_, call) => {
  test('is asked again when it is busy', async (context) => {
    const { store, network } = await networked(context);
    network.fates = [{ status: 503 }, { status: 503 }];
    await call(store);
    expect(network.requests).toHaveLength(3);
  });

  test('faults when it stays busy', async (context) => {
    const { store, network } = await networked(context);
    network.fates = Array(4).fill({ status: 503 });
    await expect(call(store)).rejects.toThrow(StoreFault);
    expect(network.requests).toHaveLength(4);
  });

  test('faults in the time it has when there is no answer', async (context) => {
    const { store, network } = await networked(context, { timeLimit: 1_000 });
    network.fates = ['hang'];
    const start = performance.now();
    await expectFault(call(store), timeout);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('faults when the table is gone', async (context) => {
    const { store, azure } = await networked(context);
    await azure.deleteTable();
    await expectFault(call(store), { cause: expect.objectContaining({ statusCode: 404 }) });
  });
});

describe.concurrent('Azure Tables', () => {
  test('gives a whole range although its pages stop short', async (context) => {
    const { store, network } = await networked(context);
    const keys = Array.from({ length: 50 }, (_, n) => `k:${n + 10}`);
    await save(
      store,
      keys.map((key) => insert(key)),
    );
    network.rewrite = (url) => url.replace(/top=\d+/, 'top=7');
    network.requests = [];
    const page = await store.list(school, { ...everything, limit: 20 });
    expect([keysOf(page.rows), page.next]).toEqual([keys.slice(0, 20), 'k:29']);
    expect(network.requests).toHaveLength(3);
    const whole = await store.list(school, everything);
    expect([keysOf(whole.rows), whole.next]).toEqual([keys, undefined]);
  });

  test('is asked again when only the inside of its answer says that it is busy', async (context) => {
    const { store, network } = await networked(context);
    network.fates = [busyInside];
    await save(store, [insert('k')]);
    expect(network.requests).toHaveLength(2);
  });

  test('faults, and has no conflict, when it stays busy inside', async (context) => {
    const { store, network } = await networked(context);
    network.fates = Array(4).fill(busyInside);
    await expectFault(store.commit(school, [insert('k')]), { cause: expect.objectContaining({ statusCode: 503 }) });
    expect(await store.get(school, 'k')).toBeUndefined();
  });

  test('has saved what conflicts with itself after a lost answer', async (context) => {
    const { store, network } = await networked(context);
    network.fates = ['lose'];
    expect(await store.commit(school, [insert('k')])).toEqual({ kind: 'conflict', key: 'k' });
    expect((await read(store, 'k')).value).toEqual({ n: 1 });
  });

  test('is given long text in properties of 64 KiB that cut no character in two', async (context) => {
    const { store, azure } = await networked(context);
    await save(store, [insert('even', { t: '😀'.repeat(40_000) }), insert('odd', { tt: '😀'.repeat(40_000) })]);
    for (const key of ['even', 'odd']) {
      const { v0, v1, v2, v3 } = await azure.getEntity<Record<string, string>>(school, key);
      const parts = [v0, v1, v2].map(String);
      expect(parts.map((part) => part.isWellFormed() && part.length <= 32_768)).toEqual([true, true, true]);
      expect(v3).toBeUndefined();
    }
  });

  test('faults on a row that somebody broke', async (context) => {
    const { store, azure } = await networked(context);
    await azure.createEntity({ partitionKey: school, rowKey: 'k', v0: '{"text":"torn' });
    await expectFault(store.get(school, 'k'), { cause: expect.any(SyntaxError) });
  });

  test('faults on opening when there is no answer', async ({ onTestFinished }) => {
    const proxy = await startUnreliableProxy('http://127.0.0.1:1', () => 'hang');
    onTestFinished(proxy.stop);
    const store = azureTablesStore({ connectionString: connectionStringFor(proxy.url), table, timeLimit: 1_000 });
    await expectFault(store.open(), timeout);
    await expect(store.get(school, 'k')).rejects.toThrow(StoreFault);
  });

  test('faults on opening when nobody will say who we are', async () => {
    const credential = { getToken: () => new Promise<null>(() => {}) };
    const store = azureTablesStore({ url: 'https://127.0.0.1:1', credential, table, timeLimit: 1_000 });
    await expectFault(store.open(), timeout);
  });

  test('faults on opening with a connection string that is none', async () => {
    const store = azureTablesStore({ connectionString: 'nonsense', table });
    await expectFault(store.open(), { message: 'azure-tables: open failed' });
  });
});

/** A store on Azurite behind a network whose next requests meet these fates, and all that follow pass. */
async function networked({ onTestFinished }: TestContext, settings: { readonly timeLimit?: number } = {}) {
  const network = { fates: [] as Fate[], requests: [] as string[], rewrite: (url: string) => url };
  const azurite = await startAzurite();
  onTestFinished(azurite.stop);
  const proxy = await startUnreliableProxy(azurite.url, (request) => {
    request.url = network.rewrite(request.url ?? '');
    network.requests.push(request.url);
    return network.fates.shift() ?? 'pass';
  });
  onTestFinished(proxy.stop);
  const store = azureTablesStore({ connectionString: connectionStringFor(proxy.url), table, ...settings });
  await store.open();
  network.requests = [];
  const azure = TableClient.fromConnectionString(connectionStringFor(azurite.url), table, {
    allowInsecureConnection: true,
  });
  return { store, azure, network };
}

async function expectFault(call: Promise<unknown>, like: object): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreFault);
  expect(error).toMatchObject(like);
}
