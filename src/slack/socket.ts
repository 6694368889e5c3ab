import type { App } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { Schools } from '../app/school.ts';
import { clientOptions, type Line, silent } from './client.ts';
import { faultOf } from './delivery.ts';
import { parse } from './parse.ts';
import { readPayload } from './payloads.ts';
import type { Ack } from './receiver.ts';

/** A connection that Lantern opens to Slack, which then needs no address of ours. */
export type Socket = { start(): Promise<void>; stop(): Promise<void> };

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
  return {
    async start() {
      await client.start();
    },
    async stop() {
      await client.disconnect();
    },
  };
}
