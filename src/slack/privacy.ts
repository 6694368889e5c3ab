import type { WebClient } from '@slack/web-api';
import type { Clock } from '../app/ports.ts';
import { Recent } from '../app/recent.ts';

/** How long an answer is believed, in milliseconds: a channel that is opened up gets no card after this. */
const keepMs = 60_000;

/**
 * Says whether a channel is closed to all but its members, and to every other workspace. Rejects when Slack does not
 * say: a card is not posted on a guess.
 */
export function privacyGuard(client: WebClient, clock: Clock): (channel: string) => Promise<boolean> {
  const recent = new Recent<boolean>(100, keepMs);
  return async (channel) => {
    const now = Date.parse(clock.now());
    const known = recent.get(channel, now);
    if (known !== undefined) return known;
    const { channel: found = {} } = await client.conversations.info({ channel });
    const shared = [found.is_shared, found.is_ext_shared, found.is_org_shared, found.is_pending_ext_shared];
    const closed = found.is_private === true && !shared.includes(true);
    recent.set(channel, closed, now);
    return closed;
  };
}
