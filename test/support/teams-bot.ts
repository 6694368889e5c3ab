import { pino } from 'pino';
import type { Answer, Lantern } from '../../src/app/lantern.ts';
import type { Log } from '../../src/app/ports.ts';
import { systemClock } from '../../src/app/system.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import type { NoticeView, View } from '../../src/conversation/views.ts';
import type { School } from '../../src/domain/school.ts';
import { startServer } from '../../src/http/server.ts';
import { teamsBot } from '../../src/teams/bot.ts';
import { loadCards } from '../../src/teams/cards.ts';
import type { Line } from '../../src/teams/connectors.ts';
import type { RawActivity } from './activities.ts';

/** Lantern as a channel sees it: says what it is told to say, and remembers the turns. */
export class FakeLantern implements Lantern {
  readonly turns: Turn[] = [];
  readonly laterAnswers: (readonly Answer[])[] = [];
  answers: readonly Answer[] = [];
  /** Whether turns reject, as when the store is out. */
  broken = false;
  /** Whether the outbox takes nothing. */
  full = false;

  async turn(turn: Turn): Promise<readonly Answer[]> {
    this.turns.push(turn);
    if (this.broken) throw new Error('the store is out, and somebody wrote: secret words');
    return this.answers;
  }

  async show(): Promise<View> {
    return noticeOf();
  }

  notSaved(): View {
    return { ...noticeOf('This is NOT saved. Ring 01632 960001.'), urgent: true };
  }

  async answerLater(_turn: Turn, answers: readonly Answer[]): Promise<void> {
    if (this.full) throw new Error('the outbox is full');
    this.laterAnswers.push(answers);
  }
}

/** A few lines. */
export function noticeOf(...toldLines: string[]): NoticeView {
  return { kind: 'notice', title: '', urgent: false, toldLines, sections: [], note: '', buttons: [] };
}

/** An answer that shows this view. */
export function answerOf(view: View, replaces = false): Answer {
  const message: Answer['message'] = { kind: 'notice', notice: noticeOf('stored') };
  return { message, view, replaces };
}

/** The bot behind a real server, with everything it logs. */
export type BotHouse = {
  readonly lantern: FakeLantern;
  readonly logged: string[];
  /** Posts an activity as Teams does. */
  post(
    activity: RawActivity,
    header?: string,
    more?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string; body: unknown }>;
  close(): Promise<void>;
};

/** Starts the bot for one school. */
export async function openBot(school: School, line: Line = { credentials: { kind: 'none' } }): Promise<BotHouse> {
  const lantern = new FakeLantern();
  const logged: string[] = [];
  const cards = await loadCards(`${import.meta.dirname}/../../cards`);
  const log = memoryLog(logged);
  const bot = teamsBot({ ...line, schools: new Map([[school.id, school]]), lantern, clock: systemClock, log, cards });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: [{ path: '/api/messages', handle: (request, response) => bot.handle(request, response) }],
    health: async () => true,
    log: pino({ level: 'silent' }),
    maxBodyBytes: 256 * 1024,
  });
  return {
    lantern,
    logged,
    async post(activity, authorization, more = {}) {
      const headers = { 'content-type': 'application/json', ...(authorization && { authorization }), ...more };
      const body = JSON.stringify(activity);
      const response = await fetch(`${server.url}/api/messages`, { method: 'POST', headers, body });
      const text = await response.text();
      return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
    },
    close: () => server.stop(),
  };
}

function memoryLog(logged: string[]): Log {
  const keep = (fields: object, message: string) => logged.push(`${message} ${JSON.stringify(fields)}`);
  return { info: keep, warn: keep, error: keep };
}
