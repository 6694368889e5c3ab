import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSigned } from '../../src/slack/signature.ts';

const secret = 'a'.repeat(32);
const body = Buffer.from('{"type":"event_callback"}');
const now = Date.parse('2026-11-22T09:00:00.500Z');

/** What Slack sends with the body at this many seconds from now. */
function headersAt(seconds: number) {
  const time = String(Math.round((now - 500) / 1_000) + seconds);
  const signature = createHmac('sha256', secret).update(`v0:${time}:`).update(body).digest('hex');
  return { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` };
}

describe('the time of a signed request', () => {
  it.each([
    [-301, false],
    [-300, false],
    [-299, true],
    [0, true],
    [299, true],
    [300, true],
    [301, false],
    [86_400, false],
  ])('%i s from now, half a second into the second: %s', (seconds, taken) => {
    expect(isSigned(secret, headersAt(seconds), body, now)).toBe(taken);
  });
});
