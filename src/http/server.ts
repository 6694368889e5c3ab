import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import restify, { type Next, type Request, type Response, type Server } from 'restify';
import { traceOf } from '../app/trace.ts';
import { answerPlainly, sentenceFor } from './errors.ts';
import { logRequests } from './log.ts';
import { readBytes } from './read-bytes.ts';
import { readJson } from './read-json.ts';

/** A request with a JSON body, as a route sees it. */
export type HttpRequest = { readonly headers: IncomingHttpHeaders; readonly body: Record<string, unknown> };

/** A response as a route sees it: a status and perhaps an object. */
export type HttpResponse = { send(status: number, body?: object): unknown };

/** An address that takes JSON by POST. */
export type Route = {
  readonly path: string;
  /** Answers. Whatever it throws becomes a 500 that says nothing of the reason. */
  handle(request: HttpRequest, response: HttpResponse): Promise<void>;
};

/** An address that takes any bytes by POST, for callers who sign them. */
export type RawRoute = {
  readonly path: string;
  /** The largest body, in bytes. */
  readonly maxBytes: number;
  /** As {@link Route.handle}. */
  handleRaw(
    request: { readonly headers: IncomingHttpHeaders; readonly body: Buffer },
    response: HttpResponse,
  ): Promise<void>;
};

/** How the server is to be run. Times are in milliseconds. */
export type ServerOptions = {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly routes: readonly (Route | RawRoute)[];
  /** Whether turns can be served now. A rejection or two seconds of silence count as no. */
  readonly health: () => Promise<boolean>;
  readonly log: Logger;
  /** The largest JSON body, in bytes. */
  readonly maxBodyBytes: number;
  /** Until the headers must be there; 10 s where absent. */
  readonly headersMs?: number;
  /** Until the whole request must be there; 30 s where absent. */
  readonly requestMs?: number;
};

/** A server that listens. */
export type RunningServer = {
  /** Where it listens, for example `http://127.0.0.1:3978`. */
  readonly url: string;
  /** Takes no new requests, finishes those under way even where the caller has gone, then closes. */
  stop(): Promise<void>;
};

const healthMs = 2_000;

/** Starts listening. Rejects with the system's error (`EADDRINUSE`, `EACCES`) when the address cannot be had. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = restify.createServer({ name: '', onceNext: true });
  limitTimes(server, options);
  answerPlainly(server, options.log);
  logRequests(server, options.log);
  server.pre(secureHeaders);
  addHealth(server, options.health);
  const running = new Set<Promise<void>>();
  for (const route of options.routes) addRoute(server, route, options, running);
  await listen(server, options);
  return { url: server.url, stop: () => stop(server, running) };
}

/** A slow caller may not hold a connection open for ever. Node checks every `connectionsCheckingInterval`. */
function limitTimes(server: Server, options: ServerOptions): void {
  const headersTimeout = options.headersMs ?? 10_000;
  const requestTimeout = options.requestMs ?? 30_000;
  const connectionsCheckingInterval = Math.min(1_000, headersTimeout);
  Object.assign(server.server, { headersTimeout, requestTimeout, connectionsCheckingInterval });
}

function secureHeaders(_request: Request, response: Response, next: Next): void {
  response.header('X-Content-Type-Options', 'nosniff');
  response.header('Cache-Control', 'no-store');
  response.header('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  response.header('Referrer-Policy', 'no-referrer');
  next();
}

function addHealth(server: Server, health: () => Promise<boolean>): void {
  const handler = async (_request: Request, response: Response): Promise<void> => {
    const well = await inTime(health());
    response.send(well ? 200 : 503, { status: well ? 'ready' : 'not ready' });
  };
  server.get('/healthz', handler);
  server.head('/healthz', handler);
}

async function inTime(health: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, healthMs, false);
  });
  const answer = await Promise.race([health.catch(() => false), late]);
  clearTimeout(timer);
  return answer;
}

function addRoute(server: Server, route: Route | RawRoute, options: ServerOptions, running: Set<Promise<void>>): void {
  const handler = async (request: Request, response: Response): Promise<void> => {
    const turn = answer(route, request, response, options.log);
    running.add(turn);
    await turn.finally(() => running.delete(turn));
  };
  const read = 'handle' in route ? readJson(options.maxBodyBytes) : [readBytes(route.maxBytes)];
  server.post(route.path, ...read, handler);
}

async function answer(route: Route | RawRoute, request: Request, response: Response, log: Logger): Promise<void> {
  try {
    const { headers, body } = request;
    await ('handle' in route
      ? route.handle({ headers, body }, response)
      : route.handleRaw({ headers, body }, response));
  } catch (error) {
    log.error({ path: route.path, fault: traceOf(error) }, 'route failed');
    if (!response.headersSent) response.send(500, { error: sentenceFor(500) });
  }
}

function listen(server: Server, { host, port }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
}

async function stop(server: Server, running: Set<Promise<void>>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(resolve));
  // A connection that is kept alive would otherwise hold the server open until it times out.
  server.on('after', () => server.server.closeIdleConnections());
  server.server.closeIdleConnections();
  await closed;
  await Promise.allSettled(running);
}
