import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback } from '../domain/loopback.ts';

/** What a proxy adds that passes a call on. */
const byProxies = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

/** Whether a call came from elsewhere, through a proxy on this machine. */
export function isPassedOn(headers: IncomingHttpHeaders): boolean {
  const host = headers.host?.replace(/:\d+$/, '') ?? '';
  return byProxies.some((name) => headers[name] !== undefined) || !isLoopback(host);
}
