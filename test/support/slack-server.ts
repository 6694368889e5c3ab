import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageBreaches, viewBreaches } from './block-kit.ts';

type Json = Readonly<Record<string, unknown>>;

/** A block as Slack was given it. */
export type RawBlock = { readonly type: string; readonly [key: string]: unknown };

/** A message, or a view, as it stands at Slack. */
export type SlackMessage = {
  readonly how: 'post' | 'update' | 'ephemeral' | 'respond';
  readonly channel: string;
  readonly ts: string;
  /** Who alone sees it. */
  readonly only?: string;
  readonly thread?: string;
  readonly text: string;
  readonly blocks: readonly RawBlock[];
  readonly responseUrl?: string;
};

/** A modal or a home tab. */
export type SlackView = {
  readonly how: 'open' | 'push' | 'update' | 'publish';
  readonly id: string;
  readonly hash: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly title?: { readonly text: string };
  readonly submit?: { readonly text: string };
  readonly blocks: readonly RawBlock[];
  readonly private_metadata?: string;
};

/** How a call goes wrong. `method`: only calls of it; `channel`: only calls for it. */
export type SlackFault = { readonly method?: string; readonly channel?: string; readonly times?: number } & (
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'silence' }
  /** Does what was asked, and breaks the connection before it says so. */
  | { readonly kind: 'lost-answer' }
);

/** Somebody of the workspace. */
export type SlackUser = {
  readonly id: string;
  readonly team_id: string;
  readonly real_name: string;
  readonly profile: { readonly email?: string };
  readonly is_restricted?: boolean;
};

export const botToken = 'xoxb-of-the-tests';
const triggerMs = 3_000;

/** Slack's own servers on this machine: holds what a workspace holds, and refuses what Slack would refuse. */
export class SlackServer {
  /** Every breach of a documented limit. A test that leaves one here has failed. */
  readonly breaches: string[] = [];
  readonly messages: SlackMessage[] = [];
  readonly views: SlackView[] = [];
  /** Method and channel of every call that arrived, failed ones too. */
  readonly calls: { readonly method: string; readonly channel: string; readonly at: number }[] = [];
  readonly users = new Map<string, SlackUser>();
  readonly groups = new Map<string, readonly string[]>();
  readonly channels = new Map<string, Json>();
  /** Where the socket is that an app may open. */
  socketUrl: string | undefined;
  #faults: SlackFault[] = [];
  #triggers = new Map<string, { readonly user: string; readonly until: number }>();
  #count = 0;
  #taken = new Set<object>();
  #waiting: (() => void)[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<SlackServer> {
    const server = createServer();
    const slack = new SlackServer(server);
    server.on('request', (request, response) => void slack.#serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return slack;
  }

  /** The address of its Web API, for `SLACK_API_URL`. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/`;
  }

  /** Calls that fit go wrong like this, once or so many times. */
  script(...faults: readonly SlackFault[]): void {
    this.#faults.push(...faults);
  }

  /** No call goes wrong any more. */
  mend(): void {
    this.#faults = [];
  }

  /** A trigger for this person, good for three seconds. */
  trigger(user: string): string {
    const id = this.#nextId('trigger');
    this.#triggers.set(id, { user, until: performance.now() + triggerMs });
    return id;
  }

  /** An address that answers this person where they are. */
  responseUrl(channel: string, user: string): string {
    return `${this.url.replace('/api/', '/respond/')}${channel}/${user}`;
  }

  /** The first message that fits, past or to come, that was not given out before. */
  message(fits: (message: SlackMessage) => boolean = () => true): Promise<SlackMessage> {
    return this.#next(() => this.messages, fits);
  }

  /** The first call of this method, past or to come, whatever becomes of it. */
  async called(method: string): Promise<void> {
    await this.#next(
      () => this.calls,
      (call) => call.method === method,
    );
  }

  /** The first thing, past or to come, that this person alone sees and that was not given out before. */
  private(user: string): Promise<SlackMessage | SlackView> {
    const own = () => [
      ...this.messages.filter(({ only }) => only === user),
      ...this.views.filter((one) => one.user === user),
    ];
    return this.#next<SlackMessage | SlackView>(own, () => true);
  }

  /** The first view that fits, past or to come, that was not given out before. */
  view(fits: (view: SlackView) => boolean = () => true): Promise<SlackView> {
    return this.#next(() => this.views, fits);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #next<T extends object>(list: () => readonly T[], fits: (one: T) => boolean): Promise<T> {
    for (;;) {
      const found = list().find((one) => !this.#taken.has(one) && fits(one));
      if (found) {
        this.#taken.add(found);
        return found;
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind = '', ...rest] = (request.url ?? '').split('/');
    const body = await bodyOf(request);
    if (kind === 'respond') return this.#respond(rest, JSON.parse(body) as Json, request, response);
    const method = rest.join('/');
    const args = argsOf(body);
    const channel = String(args['channel'] ?? args['user_id'] ?? '');
    this.calls.push({ method, channel, at: performance.now() });
    for (const wake of this.#waiting.splice(0)) wake();
    const fault = this.#faultFor(method, channel);
    if (fault && fault.kind !== 'lost-answer') return fail(response, fault);
    const answer = this.#perform(method, args, request.headers.authorization ?? '');
    if (fault) response.destroy();
    else answerWith(response, 200, answer);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #faultFor(method: string, channel: string): SlackFault | undefined {
    const fits = ({ method: of = method, channel: at = channel }: SlackFault) => of === method && at === channel;
    const fault = this.#faults.find(fits);
    if (!fault) return undefined;
    const { times = 1 } = fault;
    this.#faults = this.#faults.flatMap((one) =>
      one === fault ? (times > 1 ? [{ ...one, times: times - 1 }] : []) : [one],
    );
    return fault;
  }

  #perform(method: string, args: Json, authorization: string): Json {
    if (method === 'apps.connections.open') return { ok: true, url: this.socketUrl };
    if (authorization !== `Bearer ${botToken}`) return no('invalid_auth');
    switch (method) {
      case 'chat.postMessage':
        return this.#post(args);
      case 'chat.update':
        return this.#update(args);
      case 'chat.postEphemeral':
        return this.#whisper(args);
      case 'views.open':
      case 'views.push':
        return this.#open(args, method === 'views.open' ? 'open' : 'push');
      case 'views.update':
        return this.#turn(args);
      case 'views.publish':
        return this.#publish(args);
      case 'conversations.info': {
        const channel = this.channels.get(String(args['channel']));
        return channel ? { ok: true, channel } : no('channel_not_found');
      }
      case 'conversations.history': {
        const messages = this.messages.filter(({ channel }) => channel === args['channel']).slice(0, 1);
        return { ok: true, messages };
      }
      case 'users.info': {
        const user = this.users.get(String(args['user']));
        return user ? { ok: true, user } : no('user_not_found');
      }
      case 'users.lookupByEmail': {
        const user = [...this.users.values()].find(({ profile }) => profile.email === args['email']);
        return user ? { ok: true, user } : no('users_not_found');
      }
      case 'usergroups.users.list':
        return { ok: true, users: this.groups.get(String(args['usergroup'])) ?? [] };
      default:
        return no('unknown_method');
    }
  }

  #post(args: Json): Json {
    const to = String(args['channel']);
    if (this.users.has(to)) return this.#kept(args, { how: 'post', channel: `D${to.slice(1)}` });
    return this.channels.has(to) ? this.#kept(args, { how: 'post', channel: to }) : no('channel_not_found');
  }

  #update(args: Json): Json {
    const { channel, ts } = args as { channel: string; ts: string };
    const before = this.messages.find((one) => one.channel === channel && one.ts === ts);
    return before ? this.#kept(args, { how: 'update', channel, ts }) : no('message_not_found');
  }

  #whisper(args: Json): Json {
    const { channel, user } = args as { channel: string; user: string };
    if (!this.channels.has(channel)) return no('channel_not_found');
    const only = { how: 'ephemeral', channel, only: user, responseUrl: this.responseUrl(channel, user) } as const;
    return this.#kept(args, only);
  }

  #kept(args: Json, where: Partial<SlackMessage> & Pick<SlackMessage, 'how' | 'channel'>): Json {
    const given = { text: args['text'], blocks: args['blocks'] };
    const found = messageBreaches(given);
    this.breaches.push(...found);
    if (found.length > 0) return no('invalid_blocks');
    const ts = where.ts ?? `1763700000.${String(++this.#count).padStart(6, '0')}`;
    const { text, blocks } = given as Pick<SlackMessage, 'text' | 'blocks'>;
    const thread = args['thread_ts'] === undefined ? {} : { thread: String(args['thread_ts']) };
    this.messages.push({ ...where, ...thread, ts, text, blocks });
    return { ok: true, channel: where.channel, ts };
  }

  #open(args: Json, how: 'open' | 'push'): Json {
    const trigger = this.#triggers.get(String(args['trigger_id']));
    if (!trigger) return no('invalid_trigger_id');
    this.#triggers.delete(String(args['trigger_id']));
    return performance.now() > trigger.until
      ? no('expired_trigger_id')
      : this.#show(args, { how, user: trigger.user, id: this.#nextId('V') });
  }

  #turn(args: Json): Json {
    const id = String(args['view_id']);
    const before = this.views.find((view) => view.id === id);
    return before ? this.#show(args, { how: 'update', user: before.user, id }) : no('not_found');
  }

  #publish(args: Json): Json {
    const user = String(args['user_id']);
    return this.users.has(user) ? this.#show(args, { how: 'publish', user, id: `VHOME${user}` }) : no('user_not_found');
  }

  #show(args: Json, where: Pick<SlackView, 'how' | 'user' | 'id'>): Json {
    const view = this.place(args['view'], where);
    return view ? { ok: true, view } : no('invalid_arguments');
  }

  /** Puts a view where a person sees it; undefined where it breaks a limit. */
  place(given: unknown, where: Pick<SlackView, 'how' | 'user' | 'id'>): SlackView | undefined {
    const found = viewBreaches(given);
    this.breaches.push(...found);
    if (found.length > 0) return undefined;
    const view = { ...(given as SlackView), ...where, hash: this.#nextId('hash') };
    this.views.push(view);
    for (const wake of this.#waiting.splice(0)) wake();
    return view;
  }

  #respond(path: readonly string[], body: Json, request: IncomingMessage, response: ServerResponse): void {
    const [channel = '', user = ''] = path;
    this.calls.push({ method: 'respond', channel, at: performance.now() });
    const fault = this.#faultFor('respond', channel);
    if (fault) {
      fail(response, fault);
      return;
    }
    const responseUrl = `http://${request.headers.host}${request.url}`;
    const answer = this.#kept(body, { how: 'respond', channel, only: user, responseUrl });
    answerWith(response, answer['ok'] === true ? 200 : 400, answer);
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #nextId(prefix: string): string {
    return `${prefix}${String(++this.#count).padStart(6, '0')}`;
  }
}

function no(error: string): Json {
  return { ok: false, error };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function argsOf(body: string): Json {
  const entries = [...new URLSearchParams(body)].map(([name, value]) => [name, unpacked(name, value)]);
  return Object.fromEntries(entries);
}

function unpacked(name: string, value: string): unknown {
  return name === 'blocks' || name === 'view' ? JSON.parse(value) : value;
}

function fail(response: ServerResponse, fault: SlackFault): void {
  switch (fault.kind) {
    case 'error':
      answerWith(response, 200, no(fault.error));
      return;
    case 'status': {
      const after = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      response.writeHead(fault.status, after);
      response.end();
      return;
    }
    case 'silence':
    case 'lost-answer':
      return;
    default:
      fault satisfies never;
  }
}

function answerWith(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
