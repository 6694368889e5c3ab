import { App } from '@slack/bolt';
import type { Answer, Lantern } from '../app/lantern.ts';
import type { Clock } from '../app/ports.ts';
import { Recent } from '../app/recent.ts';
import type { School, Schools } from '../app/school.ts';
import type { Turn } from '../conversation/turn.ts';
import { clientOptions, type Line, silent, webClient } from './client.ts';
import { faultOf } from './delivery.ts';
import { type Home, homeTabs } from './home.ts';
import { showLocal } from './locals.ts';
import type { Parsed } from './parsed.ts';
import { type Ack, type HttpSide, SlackReceiver } from './receiver.ts';
import { type Answering, answerInPlace, sayNotSaved } from './reply.ts';
import { answerInModal, answerSubmission, askInChat, isQuestion, submissionNotSaved } from './reply-modal.ts';
import { openSocket } from './socket.ts';
import { TimeLimit, withinLimit } from './time-limit.ts';
import { type Voice, voiceOf } from './voice.ts';
import { type Identifier, identifier } from './who.ts';

/** What the bot is made of. */
export type BotParts = Line & {
  readonly schools: Schools;
  readonly lantern: Lantern;
  readonly clock: Clock;
};

/** The bot: over HTTP, and over a socket where it is set so. */
export type SlackBot = HttpSide & {
  /** Cases of a school may look different now: home tabs that somebody looks at are drawn again. */
  changed(school: string): void;
  /** Opens the socket, where there is a token for one. */
  start(): Promise<void>;
  /** Resolves when all that is under way has ended. */
  stop(): Promise<void>;
};

/** Slack waits three seconds. By then it must be saved or said not to be; the rest is for saying it. */
const saveMs = 2_400;
/** By then Slack is answered, even where messages to the person are still under way. */
const answerMs = 2_800;
/** How long an event is remembered that was answered well, in milliseconds, and how many are. */
const keepMs = 10 * 60_000;
const mostKept = 10_000;

type TurnParsed = Extract<Parsed, { kind: 'turn' }>;
/** What Slack is answered with. `again`: it is not done, so a repeat is to be tried. */
type Receipt = { readonly body?: object; readonly again?: boolean };

/** The bot on Bolt, which finds whose workspace it is and what may be answered; what it means is for {@link parse}. */
export function slackBot(parts: BotParts): SlackBot {
  const desk = new Desk(parts);
  const receiver = new SlackReceiver(parts.credentials.signingSecret, parts.schools, parts.clock, parts.log);
  const app = new App({
    receiver,
    authorize: async ({ teamId = '' }) => ({ botToken: parts.credentials.botToken, teamId }),
    clientOptions: clientOptions(parts),
    logger: silent(parts.log),
    ignoreSelf: false,
    convoStore: false,
  });
  // One for all: what no listener is for would be answered 200 and lost.
  app.use(async ({ context, ack }) => {
    const receipt = await desk.take(context['parsed'] as Parsed);
    await (ack as Ack | undefined)?.(receipt.body);
  });
  app.error(async (error) => {
    throw error;
  });
  const socket = parts.credentials.appToken === undefined ? undefined : openSocket(parts, app, parts.schools);
  return {
    handleRaw: (request, response) => receiver.handleRaw(request, response),
    changed: (school) => desk.changed(school),
    start: async () => socket?.start(),
    async stop() {
      await socket?.stop();
      await desk.stop();
    },
  };
}

/** Takes what was parsed to the core, in Slack's time, and shows what comes back. */
class Desk {
  readonly #parts: BotParts;
  readonly #voice: Voice;
  readonly #who: Identifier;
  readonly #home: Home;
  readonly #client: ReturnType<typeof webClient>;
  /** What was taken not long ago, so that a repeat is answered once. */
  readonly #taken = new Recent<Promise<Receipt>>(mostKept, keepMs);
  readonly #failed = new WeakSet<Promise<Receipt>>();
  readonly #running = new Set<Promise<unknown>>();

  constructor(parts: BotParts) {
    this.#parts = parts;
    this.#client = webClient(parts);
    this.#voice = voiceOf(parts, this.#client);
    this.#who = identifier(this.#client, parts.clock, parts.log);
    this.#home = homeTabs({ ...parts, client: this.#client, who: this.#who });
  }

  /** Rejects with {@link NotSaved} where Slack is to send it again. */
  take(parsed: Parsed): Promise<Receipt> {
    switch (parsed.kind) {
      case 'turn':
        return this.#once(parsed.turn.eventId, () => this.#turn(parsed));
      case 'local':
        return this.#once(parsed.eventId, () => this.#local(parsed));
      case 'chat':
        return this.#once(parsed.eventId, () => this.#chat(parsed));
      case 'home':
        return this.#inTime(this.#home.opened(parsed.school, parsed.seen)).then(() => ({}));
      default:
        return Promise.resolve({});
    }
  }

  changed(schoolId: string): void {
    const school = this.#parts.schools.get(schoolId);
    if (school) this.#track(this.#home.changed(school));
  }

  async stop(): Promise<void> {
    await Promise.allSettled([...this.#running]);
  }

  /** The same event at once or again: one turn, one answer. One that failed is taken anew. */
  #once(eventId: string, work: () => Promise<Receipt>): Promise<Receipt> {
    const now = Date.parse(this.#parts.clock.now());
    const before = this.#taken.get(eventId, now);
    if (before && !this.#failed.has(before)) return before;
    const taken = work();
    if (before) this.#taken.forget(eventId);
    this.#taken.set(eventId, taken, now);
    taken.then(
      ({ again }) => again && this.#failed.add(taken),
      () => this.#failed.add(taken),
    );
    this.#track(taken);
    return taken;
  }

  async #turn(parsed: TurnParsed, since = performance.now()): Promise<Receipt> {
    const { school, place, author } = parsed;
    const [person, name] = await Promise.all([
      this.#who.person(school, place.seen),
      author === undefined ? '' : this.#who.name(author),
    ]);
    const one = this.#answering(school, place, { ...withAuthor(parsed.turn, name), person });
    const saving = this.#parts.lantern.turn(one.turn);
    let answers: readonly Answer[];
    try {
      answers = await withinLimit(saving, saveMs - (performance.now() - since));
    } catch (error) {
      return this.#notSaved(one, parsed, saving, error);
    }
    this.#track(this.#home.changed(school));
    if (place.kind === 'submission') return { body: answerSubmission(one, answers) };
    await this.#inTime(this.#answer(one, answers), since);
    return {};
  }

  #answering(school: School, place: Answering['place'], turn: Turn): Answering {
    const { lantern, log } = this.#parts;
    return { turn, place, school, lantern, voice: this.#voice, log, background: (work) => this.#track(work) };
  }

  #answer(one: Answering, answers: readonly Answer[]): Promise<void> {
    const { kind } = one.place;
    if (kind !== 'home' && kind !== 'modal') return answerInPlace(one, answers);
    return answers.some(isQuestion) ? askInChat(one, answers) : answerInModal(one, answers);
  }

  /** Says so. What Slack does not send again is answered once it is saved after all. */
  async #notSaved(
    one: Answering,
    { repeats }: TurnParsed,
    saving: Promise<readonly Answer[]>,
    error: unknown,
  ): Promise<Receipt> {
    this.#parts.log.error({ fault: faultOf(error), body: one.turn.body.kind }, 'slack: a turn is not saved');
    if (error instanceof TimeLimit && !repeats) this.#track(saving.then((answers) => this.#afterAll(one, answers)));
    saving.catch(() => undefined);
    if (one.place.kind === 'submission') return { body: submissionNotSaved(one), again: true };
    await this.#inTime(sayNotSaved(one), performance.now() - saveMs);
    if (repeats) throw new NotSaved();
    return { again: true };
  }

  async #afterAll(one: Answering, answers: readonly Answer[]): Promise<void> {
    const { seen } = one.place;
    await answerInPlace({ ...one, place: { seen, kind: 'said' } }, answers);
  }

  async #local(parsed: Extract<Parsed, { kind: 'local' }>): Promise<Receipt> {
    const { school, place, eventId } = parsed;
    const since = performance.now();
    const person = await this.#who.person(school, place.seen);
    const turn: Turn = { ...parsed.where, eventId, school: school.id, person, body: { kind: 'ignorable' } };
    const one = this.#answering(school, place, turn);
    try {
      const shown = await withinLimit(showLocal(one, parsed), saveMs - (performance.now() - since));
      if (shown.kind === 'shown') return {};
      const { person: _, ...rest } = turn;
      const said: TurnParsed = { kind: 'turn', school, place, turn: { ...rest, body: shown.body }, repeats: false };
      return await this.#turn(said, since);
    } catch (error) {
      this.#parts.log.error({ fault: faultOf(error) }, 'slack: a form is not shown');
      await this.#inTime(sayNotSaved(one));
      return {};
    }
  }

  /** Somebody looks at the chat. Where nothing has been said in it, Lantern says what it is. */
  async #chat({ school, seen, channel, eventId }: Extract<Parsed, { kind: 'chat' }>): Promise<Receipt> {
    const before = await this.#client.conversations.history({ channel, limit: 1 }).catch(() => undefined);
    if (before?.messages?.length !== 0) return {};
    const address = { channel: 'slack', kind: 'chat', conversation: seen.user } as const;
    const turn = { eventId, school: school.id, address, surface: 'message', body: { kind: 'joined' } } as const;
    return this.#turn({ kind: 'turn', school, turn, place: { seen, kind: 'said' }, repeats: true });
  }

  /** Waits for it, but no longer than Slack may wait; it then goes on by itself. */
  async #inTime(work: Promise<unknown>, since = performance.now()): Promise<void> {
    this.#track(work);
    try {
      await withinLimit(work, answerMs - (performance.now() - since));
    } catch (error) {
      if (!(error instanceof TimeLimit)) throw error;
    }
  }

  #track(work: Promise<unknown>): void {
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    this.#running.add(ended);
    ended.then(() => this.#running.delete(ended));
  }
}

/** The turn with the name of whoever wrote the message that it is about. */
function withAuthor(turn: TurnParsed['turn'], name: string): TurnParsed['turn'] {
  const { body } = turn;
  if (body.kind !== 'pressed' || body.press.verb !== 'report.start' || !body.press.about) return turn;
  const about = { ...body.press.about, author: name };
  return { ...turn, body: { ...body, press: { ...body.press, about } } };
}

/** Nothing of the turn is saved; the person knows. */
class NotSaved extends Error {
  override readonly name = 'NotSaved';
}
