import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as the connector was given it. */
export type SentActivity = {
  readonly type: string;
  readonly text?: string;
  readonly textFormat?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: unknown }[];
};

/** One thing Lantern asked of Teams. */
export type Call = {
  readonly how: 'send' | 'update' | 'create';
  /** The conversation it is in; of a new one, the one that it made. */
  readonly conversation: string;
  /** The id the message got or has; empty where a conversation was made without one. */
  readonly id: string;
  readonly activity: SentActivity | undefined;
  /** What a new conversation was asked for with. */
  readonly parameters: Readonly<Record<string, unknown>> | undefined;
  readonly authorization: string | undefined;
};

/** How a call goes wrong. */
export type Fault =
  /** `after`: only once that many calls went well. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly after?: number;
    }
  /** Takes the call and never answers. */
  | { readonly kind: 'silence' }
  /** Does what was asked, and breaks the connection before it says so. */
  | { readonly kind: 'lost-answer' };

/** Somebody in the roster. */
export type Member = { readonly name?: string; readonly userPrincipalName?: string; readonly email?: string };

/** A Bot Connector on this machine: what Teams' servers are to the bot. */
export class LocalConnector {
  /** What was done, in order. */
  readonly done: Call[] = [];
  /** Every request that arrived, failed ones too: method and path. */
  readonly requests: string[] = [];
  /** Who is in the roster, by the id Teams gives them. */
  readonly members = new Map<string, Member>();
  /** Set to make the roster fail. */
  rosterFault: Fault | undefined;
  #faults: Fault[] = [];
  #count = 0;
  #taken = new Set<Call>();
  #waiting: (() => void)[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Starts one on a free port. */
  static async start(): Promise<LocalConnector> {
    const server = createServer();
    const connector = new LocalConnector(server);
    server.on('request', (request, response) => void connector.#serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  /** Its address, as an activity's `serviceUrl`. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** The next calls go wrong like this, one after the other. The roster is not meant. */
  script(...faults: readonly Fault[]): void {
    this.#faults.push(...faults);
  }

  /** The first call that fits, past or to come, that was not given out before. */
  async next(fits: (call: Call) => boolean = () => true): Promise<Call> {
    for (;;) {
      const found = this.done.find((call) => !this.#taken.has(call) && fits(call));
      if (found) {
        this.#taken.add(found);
        return found;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Stops, whatever is still unanswered. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    this.requests.push(`${method} ${url}`);
    const body = await bodyOf(request);
    if (method === 'GET') return this.#roster(url, response);
    const fault = this.#nextFault();
    if (fault && fault.kind !== 'lost-answer') return fail(response, fault);
    const [status, answer] = this.#perform(method, url, body, request.headers.authorization);
    if (fault) response.destroy();
    else answerWith(response, status, answer);
  }

  #nextFault(): Fault | undefined {
    const [fault, ...rest] = this.#faults;
    if (fault?.kind === 'status' && fault.after) {
      this.#faults = [{ ...fault, after: fault.after - 1 }, ...rest];
      return undefined;
    }
    this.#faults = rest;
    return fault;
  }

  #roster(url: string, response: ServerResponse): void {
    const id = decodeURIComponent(/\/members\/([^/?]+)/.exec(url)?.[1] ?? '');
    const member = this.members.get(id);
    if (this.rosterFault) fail(response, this.rosterFault);
    else if (member) answerWith(response, 200, { id, ...member });
    else answerWith(response, 404, { error: { code: 'MemberNotFoundInConversation' } });
  }

  #perform(method: string, url: string, body: Json, authorization: string | undefined): [number, object] {
    const path = /^\/v3\/conversations(?:\/([^/?]+)\/activities(?:\/([^/?]+))?)?$/.exec(url);
    const conversation = decodeURIComponent(path?.[1] ?? '');
    const activityId = decodeURIComponent(path?.[2] ?? '');
    if (path && method === 'POST' && conversation === '') return this.#create(body, authorization);
    if (path && method === 'POST') return this.#send(conversation, body, authorization);
    if (path && method === 'PUT') return this.#update(conversation, activityId, body, authorization);
    return [404, {}];
  }

  #send(conversation: string, body: Json, authorization: string | undefined): [number, object] {
    const id = this.#nextId();
    this.#record({
      how: 'send',
      conversation,
      id,
      activity: body as SentActivity,
      parameters: undefined,
      authorization,
    });
    return [201, { id }];
  }

  #update(conversation: string, id: string, body: Json, authorization: string | undefined): [number, object] {
    const known = this.done.some((call) => call.conversation === conversation && call.id === id);
    if (!known) return [404, { error: { code: 'MessageNotFound' } }];
    const activity = body as SentActivity;
    this.#record({ how: 'update', conversation, id, activity, parameters: undefined, authorization });
    return [200, { id }];
  }

  #create(body: Json, authorization: string | undefined): [number, object] {
    const { activity, ...parameters } = body;
    const id = activity === undefined ? '' : this.#nextId();
    const conversation = newConversation(parameters, id);
    this.#record({ how: 'create', conversation, id, activity: activity as SentActivity, parameters, authorization });
    return [201, id === '' ? { id: conversation } : { id: conversation, activityId: id }];
  }

  #nextId(): string {
    return String(1_763_700_000_000 + ++this.#count);
  }

  #record(call: Call): void {
    this.done.push(call);
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

type Json = Readonly<Record<string, unknown>>;

function newConversation(parameters: Json, messageId: string): string {
  const { channel } = (parameters['channelData'] ?? {}) as { channel?: { id: string } };
  if (channel) return `${channel.id};messageid=${messageId}`;
  const [member] = (parameters['members'] ?? []) as { id: string }[];
  return `a:chat-with-${member?.id}`;
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Json);
}

function fail(response: ServerResponse, fault: Fault): void {
  if (fault.kind !== 'status') return;
  response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
  response.end(JSON.stringify({ error: { code: 'Scripted', message: 'scripted failure' } }));
}

function answerWith(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** The card of a message; undefined where there is none. */
export function cardOf(call: Call): unknown {
  return call.activity?.attachments?.find(({ contentType }) => contentType.includes('card.adaptive'))?.content;
}
