import type { WebClient } from '@slack/web-api';
import { type Line, webClient } from './client.ts';
import { type Piece, quiet } from './messages.ts';
import type { Modal } from './modal.ts';

/** Everything that Lantern says to one workspace while it answers somebody. Each rejects when Slack does not take it. */
export type Voice = {
  /** A message in a channel, or in the chat of the person with this id. */
  post(channel: string, piece: Piece): Promise<unknown>;
  /** A new face for a message. */
  change(at: { readonly channel: string; readonly ts: string }, piece: Piece): Promise<unknown>;
  /** A message in a channel that this person alone sees. */
  whisper(channel: string, user: string, piece: Piece): Promise<unknown>;
  /** A message to the one who typed or pressed, there and to them alone; or the new face of such a message. */
  respond(url: string, piece: Piece, replaces: boolean): Promise<unknown>;
  open(trigger: string, view: Modal): Promise<unknown>;
  /** A modal on top of the one that is open. */
  push(trigger: string, view: Modal): Promise<unknown>;
  turnTo(viewId: string, view: Modal): Promise<unknown>;
};

/** The voice over the Web API, which the callers of a turn wait for: its calls are shorter than the outbox's. */
export function voiceOf(line: Line, client: WebClient = webClient(line)): Voice {
  const { parse, link_names } = quiet;
  return {
    post: (channel, piece) => client.chat.postMessage({ channel, ...piece, ...quiet }),
    change: (at, piece) => client.chat.update({ ...at, ...piece, parse, link_names }),
    whisper: (channel, user, piece) => client.chat.postEphemeral({ channel, user, ...piece, parse, link_names }),
    respond: (url, piece, replaces) => respond(line, url, { ...piece, replace_original: replaces }),
    open: (trigger, view) => client.views.open({ trigger_id: trigger, view }),
    push: (trigger, view) => client.views.push({ trigger_id: trigger, view }),
    turnTo: (viewId, view) => client.views.update({ view_id: viewId, view }),
  };
}

/** Response addresses are Slack's own; a signed payload that names another is answered nowhere else. */
async function respond({ apiUrl, timeLimitMs = 10_000 }: Line, url: string, message: object): Promise<void> {
  const { protocol, hostname, host } = new URL(url);
  const slacks = protocol === 'https:' && hostname.endsWith('.slack.com');
  if (!slacks && host !== (apiUrl && new URL(apiUrl).host)) throw new Error('not an address of Slack');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ response_type: 'ephemeral', ...message }),
    signal: AbortSignal.timeout(timeLimitMs),
  });
  if (!answer.ok) throw new Error('response not taken');
}
