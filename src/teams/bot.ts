import type { IncomingHttpHeaders } from 'node:http';
import type { AuthenticateRequestResult } from 'botframework-connector';
import type { Answer, Lantern } from '../app/lantern.ts';
import type { Clock, Log } from '../app/ports.ts';
import type { Schools } from '../app/school.ts';
import { TeamsAdapter } from './adapter.ts';
import type { Cards } from './cards.ts';
import type { Line } from './connectors.ts';
import { faultOf } from './delivery.ts';
import { type Parsed, parse } from './parse.ts';
import { isPassedOn } from './passed-on.ts';
import { type Answering, type Reply, reply, replyNotSaved } from './reply.ts';
import { identifier } from './who.ts';

/** What the bot is made of. */
export type BotParts = Line & {
  readonly schools: Schools;
  readonly lantern: Lantern;
  readonly clock: Clock;
  readonly log: Log;
  readonly cards: Cards;
};

/** A request whose JSON body has been read. */
export type BotRequest = { readonly headers: IncomingHttpHeaders; readonly body?: unknown };

/** A response that takes a status and perhaps an object, as restify's does. */
export type BotResponse = { send(...args: unknown[]): unknown };

/** The endpoint that Teams calls. */
export type Bot = {
  /**
   * Answers one activity; never rejects. 200: saved and answered, or nothing to do. 400: no activity of Teams.
   * 401: no token, or none for us. 403: a tenant that is none of ours, or a call through a proxy where callers are not checked. 500: not saved. 503: Microsoft's keys could not
   * be had. No body ever holds the text of an error.
   */
  handle(request: BotRequest, response: BotResponse): Promise<void>;
};

/** The bot on the Bot Framework's CloudAdapter. */
export function teamsBot(parts: BotParts): Bot {
  const adapter = new TeamsAdapter(parts);
  const identify = identifier(parts.clock, parts.log);
  const run = async (caller: AuthenticateRequestResult, raw: object, parsed: ParsedTurn): Promise<Reply> => {
    let answered: Reply = { status: 500 };
    await adapter.run(caller, raw, async (context) => {
      const person = await identify(context, parsed);
      answered = await take({ ...parts, context, school: parsed.school, turn: { ...parsed.turn, person } });
    });
    return answered;
  };
  const receive = async ({ headers, body }: BotRequest): Promise<Reply> => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return { status: 400 };
    if (parts.credentials.kind === 'none' && isPassedOn(headers)) {
      parts.log.warn({}, 'teams: without credentials only this machine may call, and nobody through a proxy');
      return { status: 403 };
    }
    const check = await adapter.check(body, headers.authorization ?? '');
    if (check.kind !== 'known') {
      parts.log.warn({ fault: check.fault }, 'teams: a caller was not let in');
      return { status: check.kind === 'unknown' ? 401 : 503 };
    }
    const parsed = parse(body, parts.schools);
    if (parsed.kind !== 'turn') return refusal(parsed, parts.log);
    return parsed.turn.body.kind === 'ignorable' ? { status: 200 } : run(check.caller, body, parsed);
  };
  return {
    async handle(request, response) {
      const { status, body } = await receive(request).catch((error: unknown) => fault(error, parts.log));
      if (body) response.send(status, body);
      else response.send(status);
    },
  };
}

type ParsedTurn = Extract<Parsed, { kind: 'turn' }>;

async function take(one: Answering): Promise<Reply> {
  let answers: readonly Answer[];
  try {
    answers = await one.lantern.turn(one.turn);
  } catch (error) {
    one.log.error({ fault: faultOf(error), body: one.turn.body.kind }, 'teams: a turn is not saved');
    return replyNotSaved(one);
  }
  return reply(one, answers);
}

function refusal(parsed: Exclude<Parsed, ParsedTurn>, log: Log): Reply {
  switch (parsed.kind) {
    case 'foreign':
      log.warn({}, 'teams: a tenant that is none of ours was refused');
      return { status: 403 };
    case 'malformed':
      log.warn({}, 'teams: a body that is no activity was refused');
      return { status: 400 };
    case 'not-a-person':
      return { status: 200 };
    default:
      return parsed satisfies never;
  }
}

function fault(error: unknown, log: Log): Reply {
  log.error({ fault: faultOf(error) }, 'teams: an activity could not be answered');
  return { status: 500 };
}
