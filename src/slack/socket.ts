import type { App } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Schools } from '../app/school.ts';
import { clientOptions, type Line, silent } from './client.ts';
import { faultOf } from './delivery.ts';
import { parse } from './parse.ts';
import { readPayload } from './payloads.ts';
import type { Ack } from './receiver.ts';

/** A connection that Lantern opens to Slack, which then needs no address of ours. */
export type Socket = {
  /** Resolves when it is open, or Slack cannot be reached and is tried again. Rejects with {@link SlackRefused}. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

type Envelope = {
  readonly body: Record<string, unknown>;
  readonly ack: Ack;
  readonly retry_num?: number;
};

/**
 * Slack's events by socket, for the listeners of an app. They are acknowledged when they are saved and answered; Bolt's
 * own receiver does it before. What is not acknowledged comes again.
 */
export function openSocket(line: Line, app: App, schools: Schools): Socket {
  const { logger: _, ...options } = clientOptions(line);
  const client = new SocketModeClient({
    appToken: line.credentials.appToken ?? '',
    logger: silent(line.log),
    clientOptions: options,
  });
  client.on('slack_event', async ({ body, ack, retry_num }: Envelope) => {
    let receipt: object | undefined;
    const keep = async (given?: object) => {
      receipt = given;
    };
    try {
      const payload = readPayload(body);
      const parsed = parse(payload, schools);
      const retry = retry_num === undefined ? {} : { retryNum: retry_num };
      if (payload) await app.processEvent({ body: payload.data, ack: keep, customProperties: { parsed }, ...retry });
      await ack(receipt);
    } catch (error) {
      line.log.error({ fault: faultOf(error) }, 'slack: an event is not acknowledged');
    }
  });
  let again: NodeJS.Timeout | undefined;
  const open = async (): Promise<void> => {
    try {
      await client.start();
    } catch (error) {
      if (error instanceof WebAPIPlatformError) throw new SlackRefused(error.data.error);
      line.log.error({ fault: faultOf(error) }, 'slack: cannot be reached, and is tried again');
      again = setTimeout(() => {
        open().catch((fault: unknown) => line.log.error({ fault: faultOf(fault) }, 'slack: lets nobody in'));
      }, line.againMs ?? usualAgainMs);
    }
  };
  return {
    start: open,
    async stop() {
      clearTimeout(again);
      await client.disconnect();
    },
  };
}

/** Until Slack is tried again that could not be reached, in milliseconds. */
const usualAgainMs = 30_000;

/** Slack does not let Lantern open a socket. The message names the setting; it is for people to read. */
export class SlackRefused extends Error {
  override readonly name = 'SlackRefused';
  constructor(reason: string) {
    super(`SLACK_APP_TOKEN: Slack says ${reason}; make an App-Level Token with the scope connections:write`);
  }
}
