import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';

/** Logs each request once it is over: method, the route (never the query), status and milliseconds. No bodies. */
export function logRequests(server: Server, log: Logger): void {
  server.on('after', (request: Request, response: Response) => {
    const path = request.getRoute()?.path ?? 'unknown';
    const ms = Date.now() - request.time();
    log.info({ method: request.method, path, status: response.statusCode, ms }, 'request');
  });
}
