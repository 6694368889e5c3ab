import type { WebClient } from '@slack/web-api';
import type { PingView, View } from '../conversation/views.ts';
import { type Block, dead } from './blocks.ts';

/** What a Slack user id looks like: only such a one becomes a mention. */
const userId = /^[UW][A-Z0-9]{2,20}$/;

/** A line that calls people. Whom Slack does not know stands there by role. */
export function pingBlock({ line, people }: PingView): Block {
  const names = people.map(({ role, slackId = '' }) => (userId.test(slackId) ? `<@${slackId}>` : dead(role)));
  return { type: 'section', text: { type: 'mrkdwn', text: `*${dead(line)}* ${names.join(', ')}`, verbatim: true } };
}

/** The view with the Slack ids of those it calls, looked up by their addresses where the school file has none. */
export async function withUserIds(client: WebClient, view: View): Promise<View> {
  if (!('ping' in view) || !view.ping) return view;
  const people = await Promise.all(view.ping.people.map((one) => known(client, one)));
  return { ...view, ping: { ...view.ping, people } };
}

async function known(client: WebClient, one: PingView['people'][number]): Promise<PingView['people'][number]> {
  const { slackId, address } = one;
  if (slackId || !address) return one;
  const answer = await client.users.lookupByEmail({ email: address }).catch(() => undefined);
  const id = answer?.user?.id;
  return id ? { ...one, slackId: id } : one;
}
