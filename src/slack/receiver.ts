import type { IncomingHttpHeaders } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import type { Clock, Log } from '../app/ports.ts';
import type { Schools } from '../app/school.ts';
import { faultOf } from './delivery.ts';
import { parse } from './parse.ts';
import type { Parsed } from './parsed.ts';
import { type Payload, readPayload } from './payloads.ts';
import { readBody } from './read-body.ts';
import { isSigned } from './signature.ts';

/** A request as it came, bytes and all. */
export type RawRequest = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };
/** A response that takes a status and perhaps an object. */
export type RawResponse = { send(status: number, body?: object): unknown };
/** What a listener calls when it has done its work. */
export type Ack = (body?: object) => Promise<void>;

/** The address that Slack calls. */
export type HttpSide = {
  /**
   * Answers one request; never rejects. 200: saved and answered, or nothing to do. 400: signed, but nothing that Slack
   * sends. 401: not signed by Slack, or not now. 403: a workspace that is none of ours. 500: not saved, send it again.
   */
  handleRaw(request: RawRequest, response: RawResponse): Promise<void>;
};

type Reply = { readonly status: number; readonly body?: object };

/**
 * Bolt's receiver for a server that is there already. Bolt's own ones answer before the listeners have done their work,
 * take timestamps of the future, and fall over
 * bodies that are not objects; Bolt itself falls over odd fields, so it is given only what was read.
 */
export class SlackReceiver implements Receiver, HttpSide {
  readonly #secret: string;
  readonly #schools: Schools;
  readonly #clock: Clock;
  readonly #log: Log;
  #app: App | undefined;

  constructor(secret: string, schools: Schools, clock: Clock, log: Log) {
    this.#secret = secret;
    this.#schools = schools;
    this.#clock = clock;
    this.#log = log;
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  async handleRaw(request: RawRequest, response: RawResponse): Promise<void> {
    const { status, body } = await this.#answer(request).catch((error: unknown): Reply => {
      this.#log.error({ fault: faultOf(error) }, 'slack: a request could not be answered');
      return { status: 500 };
    });
    if (body) response.send(status, body);
    else response.send(status);
  }

  async #answer({ headers, body }: RawRequest): Promise<Reply> {
    if (!isSigned(this.#secret, headers, body, Date.parse(this.#clock.now()))) {
      this.#log.warn({}, 'slack: a request without a good signature was refused');
      return { status: 401 };
    }
    const raw = readBody(headers['content-type'] ?? '', body);
    const greeting = greetingIn(raw);
    if (greeting) return greeting;
    const payload = readPayload(raw);
    const parsed = parse(payload, this.#schools);
    const { kind } = parsed;
    if (kind === 'malformed' || kind === 'foreign') {
      this.#log.warn({ kind }, 'slack: a signed request that is not for us was refused');
      return { status: kind === 'foreign' ? 403 : 400 };
    }
    return kind === 'ignorable' || !payload ? { status: 200 } : this.#process(payload, parsed, headers);
  }

  /** Hands it to Bolt, whose listeners end when all is saved and said. */
  async #process({ data }: Payload, parsed: Parsed, headers: IncomingHttpHeaders): Promise<Reply> {
    let receipt: object | undefined;
    const ack = async (given?: object) => {
      receipt = given;
    };
    const again = Number(headers['x-slack-retry-num']);
    const retry = Number.isInteger(again) ? { retryNum: again } : {};
    await this.#app?.processEvent({ body: data, ack, customProperties: { parsed }, ...retry });
    return receipt ? { status: 200, body: receipt } : { status: 200 };
  }
}

/** What Slack sends when the address is set up, and to see whether it is still there. */
function greetingIn(raw: unknown): Reply | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  if ('ssl_check' in raw && !('command' in raw)) return { status: 200 };
  const verifies = 'type' in raw && raw.type === 'url_verification' && 'challenge' in raw;
  return verifies && typeof raw.challenge === 'string'
    ? { status: 200, body: { challenge: raw.challenge } }
    : undefined;
}
