import type { Answer, Lantern } from '../app/lantern.ts';
import type { Log } from '../app/ports.ts';
import type { School } from '../app/school.ts';
import type { Turn } from '../conversation/turn.ts';
import type { NoticeView, View } from '../conversation/views.ts';
import { addForm } from './case-forms.ts';
import { faultOf } from './delivery.ts';
import { type Piece, piecesOf } from './messages.ts';
import { formModal, type Modal, type Origin, readModal } from './modal.ts';
import type { Place } from './parsed.ts';
import { reportModal } from './report-modal.ts';
import type { Voice } from './voice.ts';

/** One turn to be answered. */
export type Answering = {
  readonly turn: Turn;
  readonly place: Place;
  readonly school: School;
  readonly lantern: Lantern;
  readonly voice: Voice;
  readonly log: Log;
  /** Sees to work that goes on after Slack is answered. Never rejects. */
  readonly background: (work: Promise<unknown>) => void;
};

/** Shows answers where something was said, typed or pressed. What cannot be shown now is left to the outbox. */
export async function answerInPlace(one: Answering, answers: readonly Answer[]): Promise<void> {
  let trigger = one.place.trigger;
  for (const [index, answer] of answers.entries()) {
    const modal = trigger === undefined ? undefined : modalOf(answer.view, originOf(one));
    if (modal && trigger !== undefined && (await tried(one, one.voice.open(trigger, modal)))) {
      trigger = undefined;
      continue;
    }
    if (!(await asMessages(one, answer))) {
      await later(one, answers.slice(index));
      return;
    }
  }
}

/** Says that a turn is not saved, where the person looks. */
export async function sayNotSaved(one: Answering): Promise<void> {
  const { lantern, turn, place, voice } = one;
  const view = lantern.notSaved(turn);
  const modal = readModal(view, {});
  if (place.view && (await tried(one, voice.turnTo(place.view.id, modal)))) return;
  if (place.kind === 'home' && place.trigger && (await tried(one, voice.open(place.trigger, modal)))) return;
  await asMessages(one, { message: { kind: 'notice', notice: view as NoticeView }, view, replaces: false });
}

/** The views that are a modal wherever one can be opened: forms, and what only one person may see. */
export function modalOf(view: View, origin: Origin): Modal | undefined {
  switch (view.kind) {
    case 'report-form':
      return reportModal(view, origin);
    case 'add-form':
      return formModal(addForm(view), origin);
    case 'case-form':
      return formModal({ ...view.form, intro: [view.problem, ...view.form.intro] }, origin);
    case 'case-detail':
      return readModal(view, origin);
    default:
      return undefined;
  }
}

/** Where what is done in a modal is answered: in the channel whose card opened it. */
export function originOf({ turn: { address } }: Pick<Answering, 'turn'>): Origin {
  return address.kind === 'channel' ? { channel: address.conversation } : {};
}

/** Shows one answer as messages; whether Slack took them all. */
async function asMessages(one: Answering, { view, replaces }: Answer): Promise<boolean> {
  const { turn } = one;
  // The outbox draws the channel's card again for everybody, the presser too.
  if (turn.address.kind === 'channel' && view.kind === 'case-card') return true;
  const say = speaker(one, view);
  const pieces = piecesOf(view);
  const [first, ...rest] = pieces;
  const changed = replaces && (await changes(one, first));
  for (const piece of changed ? rest : pieces) if (!(await tried(one, say(piece)))) return false;
  return true;
}

/** Puts the first piece in the place of the message that was pressed; whether that went well. */
async function changes({ place, turn, voice, log }: Answering, piece: Piece): Promise<boolean> {
  if (turn.address.kind === 'channel') return false;
  if (place.kind === 'ephemeral' && place.responseUrl) {
    return tried({ log }, voice.respond(place.responseUrl, piece, true));
  }
  return place.kind === 'message' && place.pressed ? tried({ log }, voice.change(place.pressed, piece)) : false;
}

/** How this person is spoken to here: in their chat, or where they are so that nobody else sees it. */
function speaker({ turn, place, voice, log }: Answering, view: View): (piece: Piece) => Promise<unknown> {
  const { address, body } = turn;
  const { user } = place.seen;
  const toChat = (piece: Piece) => voice.post(user, piece);
  if (address.kind === 'channel') {
    if (body.kind === 'joined') return (piece) => voice.post(address.conversation, piece);
    return view.kind === 'case-detail' ? toChat : (piece) => voice.whisper(address.conversation, user, piece);
  }
  const { responseUrl } = place;
  if (responseUrl === undefined || (place.kind !== 'command' && place.kind !== 'ephemeral')) return toChat;
  return async (piece) => (await tried({ log }, voice.respond(responseUrl, piece, false))) || toChat(piece);
}

/** Whether Slack took it. */
export async function tried({ log }: Pick<Answering, 'log'>, work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    log.warn({ why: faultOf(error) }, 'slack: an answer was not taken');
    return false;
  }
}

/** Leaves answers to the outbox. */
export async function later({ lantern, turn, log }: Answering, unsent: readonly Answer[]): Promise<void> {
  if (unsent.length === 0) return;
  try {
    await lantern.answerLater(turn, unsent);
  } catch (error) {
    log.error({ fault: faultOf(error), answers: unsent.length }, 'slack: answers are neither sent nor kept');
  }
}

/** The words of notices, and of what is wrong with a form, as plain text. */
export function wordsOf(notices: readonly View[]): string {
  return notices
    .flatMap((view) => {
      if (view.kind === 'case-form') return [view.problem];
      return view.kind === 'notice' ? [view.title, ...view.toldLines] : [view.title];
    })
    .filter((line) => line !== '')
    .join('\n\n');
}
