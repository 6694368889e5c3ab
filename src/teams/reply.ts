import type { TurnContext } from 'botbuilder';
import type { Answer, Lantern } from '../app/lantern.ts';
import type { Log } from '../app/ports.ts';
import type { School } from '../app/school.ts';
import type { Turn } from '../conversation/turn.ts';
import { activityOf } from './activities.ts';
import type { Cards } from './cards.ts';
import { failure, faultOf } from './delivery.ts';
import {
  cardResponse,
  dialogResponse,
  type Face,
  faceOf,
  isNotice,
  withNotices,
  wordsOf,
  wordsResponse,
} from './faces.ts';
import { type Piece, render } from './render.ts';
import type { Setting } from './stage.ts';

/** What the HTTP request of a turn is answered with. */
export type Reply = { readonly status: number; readonly body?: object };

/** One turn to be answered. */
export type Answering = {
  readonly context: TurnContext;
  readonly turn: Turn;
  readonly school: School;
  readonly lantern: Lantern;
  readonly cards: Cards;
  readonly log: Log;
};

/** More than this is read in the message below, not in a card's bar as well, in characters. */
const longestBar = 200;

/** Shows a saved turn's answers as its surface allows. What cannot be shown now is left to the outbox. */
export async function reply(one: Answering, answers: readonly Answer[]): Promise<Reply> {
  const { surface, address } = one.turn;
  if (surface === 'message') return inMessages(one, answers);
  return surface === 'card' && address.kind === 'chat' ? onCard(one, answers) : toPresser(one, answers);
}

/**
 * Says that a turn is not saved. Teams replaces an invoke that failed with a sentence of its own, so an invoke is
 * answered as if it had not: what matters is that the person reads these words.
 */
export async function replyNotSaved(one: Answering): Promise<Reply> {
  const { surface, address } = one.turn;
  const view = one.lantern.notSaved(one.turn);
  const { face } = faceOf(one.cards, view, setting(one));
  if (surface === 'dialog') return { status: 200, body: dialogResponse(face, 'small') };
  if (address.kind === 'chat' || surface === 'message') await sent(one, render(one.cards, view, setting(one)));
  const words = view.kind === 'notice' ? wordsOf([view]) : view.title;
  return surface === 'card' ? { status: 200, body: wordsResponse(words) } : { status: 500 };
}

async function inMessages(one: Answering, answers: readonly Answer[]): Promise<Reply> {
  const kept = await later(one, await say(one, answers));
  return { status: kept ? 200 : 500 };
}

/** In a chat the pressed card changes, and everything else is a message below. */
async function onCard(one: Answering, answers: readonly Answer[]): Promise<Reply> {
  const shown = answers.find(({ replaces }) => replaces);
  const others = answers.filter((answer) => answer !== shown);
  if (!shown) {
    await later(one, await say(one, others));
    return { status: 200, body: wordsResponse(barOf(others[0])) };
  }
  const { face, rest } = faceOf(one.cards, shown.view, setting(one));
  const cut = (await sent(one, rest)) ? [] : [shown];
  await later(one, [...cut, ...(await say(one, others))]);
  return { status: 200, body: cardResponse(face) };
}

/**
 * What the bar of a card says that stays as it is: the title of the message below, or its one line where it is short.
 * Never words that sound as if a refused form were done.
 */
function barOf(below: Answer | undefined): string {
  if (!below) return '';
  if (below.view.kind === 'case-form') return below.view.problem;
  const [line = '', ...more] = isNotice(below) ? below.view.toldLines : [];
  return below.view.title || (more.length === 0 && line.length <= longestBar ? line : '');
}

/**
 * In a channel's card and in a dialog everything is answered to the presser alone: one card with the notices above it,
 * or the notices' words. What that cannot hold goes to the presser's own chat, by the outbox.
 */
async function toPresser(one: Answering, answers: readonly Answer[]): Promise<Reply> {
  const dialog = one.turn.surface === 'dialog';
  const shown = answers.find(({ replaces }) => replaces) ?? answers.find((answer) => !isNotice(answer));
  const face = shown ?? (dialog ? answers[0] : undefined);
  if (!face) return dialog ? { status: 200 } : { status: 200, body: wordsResponse(wordsOf(noticesIn(answers))) };
  const others = answers.filter((answer) => answer !== face);
  const { card, unshown } = gathered(one, face, others);
  await later(one, unshown);
  const height = isNotice(face) ? 'small' : 'large';
  return { status: 200, body: dialog ? dialogResponse(card, height) : cardResponse(card) };
}

type Gathered = { readonly card: Face; readonly unshown: readonly Answer[] };

function gathered(one: Answering, shown: Answer, others: readonly Answer[]): Gathered {
  const { face, rest } = faceOf(one.cards, shown.view, setting(one));
  const cut = rest.length > 0 ? [shown] : [];
  const card = withNotices(one.cards, face, noticesIn(others), setting(one));
  if (!card) return { card: face, unshown: [...cut, ...others] };
  return { card, unshown: [...cut, ...others.filter((answer) => !isNotice(answer))] };
}

function noticesIn(answers: readonly Answer[]) {
  return answers.filter(isNotice).map(({ view }) => view);
}

function setting({ turn, school }: Answering): Setting {
  const stage = turn.surface === 'dialog' ? 'dialog' : turn.address.kind;
  return { stage, dialogs: school.teams?.dialogs ?? false, onlyCards: false };
}

/** Sends answers in order, up to the first that fails; what is left. */
async function say(one: Answering, answers: readonly Answer[]): Promise<readonly Answer[]> {
  for (const [index, { view }] of answers.entries()) {
    if (!(await sent(one, render(one.cards, view, setting(one))))) return answers.slice(index);
  }
  return [];
}

/** Whether all the messages were sent. */
async function sent({ context, log }: Answering, pieces: readonly Piece[]): Promise<boolean> {
  try {
    for (const piece of pieces) await context.sendActivity(activityOf(piece));
    return true;
  } catch (error) {
    log.warn({ why: failure(error, 0).why }, 'teams: an answer was not sent');
    return false;
  }
}

/** Leaves answers to the outbox. False when that failed too: then the person has no answer, but the turn is saved. */
async function later({ lantern, turn, log }: Answering, unsent: readonly Answer[]): Promise<boolean> {
  if (unsent.length === 0) return true;
  try {
    await lantern.answerLater(turn, unsent);
    return true;
  } catch (error) {
    log.error({ fault: faultOf(error), answers: unsent.length }, 'teams: answers are neither sent nor kept');
    return false;
  }
}
