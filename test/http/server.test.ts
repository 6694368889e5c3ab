import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type HttpRequest,
  type Route,
  type RunningServer,
  type ServerOptions,
  startServer,
} from '../../src/http/server.ts';

const limit = 1_000;
const json = { 'Content-Type': 'application/json' };
let server: RunningServer;
let lines: string[];
let seen: HttpRequest['body'][];

afterEach(() => server.stop());

async function start(options: Partial<ServerOptions> = {}): Promise<void> {
  lines = [];
  seen = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const echo: ServerOptions['routes'][number] = {
    path: '/echo',
    handle: async (request, response) => {
      seen.push(request.body);
      response.send(200, { heard: request.body });
    },
  };
  const health = async () => true;
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: [echo],
    health,
    log,
    maxBodyBytes: limit,
    ...options,
  });
}

function post(body: BodyInit, headers: Record<string, string> = json): Promise<Response> {
  // `duplex` lets fetch send a stream, which has no declared length.
  return fetch(`${server.url}/echo?secret=plum`, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

function streamOf(bytes: number): ReadableStream<Uint8Array> {
  return new Blob([`{"a":"${'x'.repeat(bytes)}"}`]).stream();
}

describe('a route', () => {
  it('is given the JSON object that was posted', async () => {
    await start();
    const answer = await post('{"text":"hello"}');
    expect(await answer.json()).toEqual({ heard: { text: 'hello' } });
  });

  it('takes JSON with a charset', async () => {
    await start();
    const answer = await post('{}', { 'Content-Type': 'application/json; charset=utf-8' });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['one byte over the limit', `{"a":"${'x'.repeat(limit - 7)}"}`, json, 413, 'The body is too large.'],
    ['cut short', '{"a":', json, 400, 'The body is not a JSON object.'],
    ['a list', '[1]', json, 400, 'The body is not a JSON object.'],
    ['null', 'null', json, 400, 'The body is not a JSON object.'],
    ['empty', '', json, 400, 'The body is not a JSON object.'],
    ['a form', 'a=1', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'Send plain JSON'],
    ['of no type', new Uint8Array([1]), {}, 415, 'Send plain JSON'],
    ['packed', gzipSync('{}'), { ...json, 'Content-Encoding': 'gzip' }, 415, 'Send plain JSON'],
    ['packed wrongly', 'not gzip', { ...json, 'Content-Encoding': 'gzip' }, 415, 'Send plain JSON'],
  ])('is spared a body that is %s', async (_name, body, headers, status, sentence) => {
    await start();
    const answer = await post(body, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.stringContaining(sentence) });
    expect(seen).toEqual([]);
  });

  it('takes a body of exactly the limit, and refuses a longer one that does not declare its length', async () => {
    await start();
    expect((await post(`{"a":"${'x'.repeat(limit - 8)}"}`)).status).toBe(200);
    expect((await post(streamOf(limit))).status).toBe(413);
  });

  it('that fails answers 500 without the reason, in the body and in the log', async () => {
    const handle = async (): Promise<void> => {
      throw new Error('the words of a child');
    };
    await start({ routes: [{ path: '/echo', handle }] });
    const answer = await post('{}');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: 'Something went wrong here.' });
    const logged = lines.join('');
    expect(logged).toContain('server.test.ts');
    expect(logged).not.toContain('the words of a child');
  });
});

describe('every answer', () => {
  it('names no software and forbids sniffing, caching and framing', async () => {
    await start();
    const { headers } = await fetch(`${server.url}/healthz`);
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([
    ['GET', '/<script>', 404],
    ['GET', '/echo', 405],
    ['DELETE', '/healthz', 405],
  ])('to %s %s repeats nothing of the address', async (method, path, status) => {
    await start();
    const answer = await fetch(server.url + path, { method });
    expect(answer.status).toBe(status);
    expect(Object.keys(await answer.json())).toEqual(['error']);
  });

  it('is logged with route, status and time, without query and body', async () => {
    await start();
    await post('{"text":"marmalade"}');
    await server.stop();
    const line = lines.map((text) => JSON.parse(text)).find((entry) => entry.msg === 'request');
    expect(line).toMatchObject({ method: 'POST', path: '/echo', status: 200, ms: expect.any(Number) });
    expect(lines.join('')).not.toMatch(/plum|marmalade/);
  });
});

describe('/healthz', () => {
  it.each<[string, () => Promise<boolean>, number]>([
    ['well', async () => true, 200],
    ['not well', async () => false, 503],
    ['broken', () => Promise.reject(new Error('disk on fire')), 503],
    ['silent for two seconds', () => new Promise<boolean>(() => undefined), 503],
  ])('says so when the service is %s', async (_name, health, status) => {
    await start({ health });
    const answer = await fetch(`${server.url}/healthz`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('disk');
  });
});

describe('a slow caller', () => {
  it.each([
    ['headers', { headersMs: 200 }, 'POST /echo HTTP/1.1\r\nHost: a\r\n'],
    [
      'the body',
      { requestMs: 200, headersMs: 100 },
      'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    ],
  ])('is cut off while it withholds %s', async (_name, times, start408) => {
    await start(times);
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    const answer = once(socket, 'data');
    const closed = once(socket, 'close');
    socket.write(start408);
    expect(String((await answer)[0])).toMatch(/^HTTP\/1\.1 408/);
    await closed;
    expect(seen).toEqual([]);
  });
});

describe('stopping', () => {
  // Node would keep the connection of the turn for another five seconds.
  it('finishes the turn under way, refuses new callers, and waits for no idle connection', {
    timeout: 2_000,
  }, async () => {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const handle: Route['handle'] = async (_request, response) => {
      begun.resolve();
      await gate.promise;
      response.send(200, { done: true });
    };
    await start({ routes: [{ path: '/echo', handle }] });
    await fetch(`${server.url}/healthz`); // leaves a kept-alive connection behind
    const answer = post('{}');
    await begun.promise;
    const stopped = server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    gate.resolve();
    expect(await (await answer).json()).toEqual({ done: true });
    await stopped;
  });

  it('waits for a turn whose caller has gone', async () => {
    const gate = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<Socket>();
    let finished = false;
    const handle: Route['handle'] = async (_request, response) => {
      begun.resolve((response as unknown as { socket: Socket }).socket); // it is Node's own underneath
      await gate.promise;
      finished = true;
    };
    await start({ routes: [{ path: '/echo', handle }] });
    const caller = new AbortController();
    const answer = fetch(`${server.url}/echo`, { method: 'POST', headers: json, body: '{}', signal: caller.signal });
    const gone = once(await begun.promise, 'close');
    caller.abort();
    await expect(answer).rejects.toThrow();
    await gone;
    const stopped = server.stop().then(() => finished);
    for (let turn = 0; turn < 100; turn++) await setImmediate(); // time enough for a stop that did not wait
    gate.resolve();
    expect(await stopped).toBe(true);
  });
});

describe('starting', () => {
  it('says which error the system gave when the port is taken', async () => {
    await start();
    const port = Number(new URL(server.url).port);
    const second = startServer({
      host: '127.0.0.1',
      port,
      routes: [],
      health: async () => true,
      log: pino({ enabled: false }),
      maxBodyBytes: 1,
    });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
