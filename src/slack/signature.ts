import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How far a request's own time may be from ours, in seconds, either way. */
const mostSeconds = 300;

/**
 * Whether Slack signed these bytes not long ago. `now`: in milliseconds since 1970.
 * See https://docs.slack.dev/authentication/verifying-requests-from-slack.
 */
export function isSigned(secret: string, headers: IncomingHttpHeaders, body: Buffer, now: number): boolean {
  const time = one(headers['x-slack-request-timestamp']);
  const signature = one(headers['x-slack-signature']);
  if (!/^\d{1,12}$/.test(time) || Math.abs(now / 1_000 - Number(time)) > mostSeconds) return false;
  const wanted = createHmac('sha256', secret).update(`v0:${time}:`).update(body).digest();
  const [, hex = ''] = /^v0=([0-9a-f]{64})$/.exec(signature) ?? [];
  return hex !== '' && timingSafeEqual(Buffer.from(hex, 'hex'), wanted);
}

function one(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
