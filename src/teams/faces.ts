import { bytes } from '../app/cutting.ts';
import type { Answer } from '../app/lantern.ts';
import type { NoticeView, View } from '../conversation/views.ts';
import { attachmentOf } from './activities.ts';
import type { AdaptiveCard, Cards } from './cards.ts';
import { dress } from './dress.ts';
import { mostCardBytes, type Piece, render } from './render.ts';
import { onStage, type Setting } from './stage.ts';

/** The one card that an invoke is answered with. */
export type Face = Extract<Piece, { kind: 'card' }>;

/** The card of a view, and the messages with what it had no room for. */
export function faceOf(cards: Cards, view: View, setting: Setting): { face: Face; rest: readonly Piece[] } {
  const [face, ...rest] = render(cards, view, { ...setting, onlyCards: true });
  if (face.kind !== 'card') throw new Error(`no card for a ${view.kind}`);
  return { face, rest };
}

/** The card with notices above it; undefined where there is no room for them. */
export function withNotices(
  cards: Cards,
  face: Face,
  notices: readonly NoticeView[],
  setting: Setting,
): Face | undefined {
  const banners = notices.flatMap((notice) => onStage(dress(cards, notice), setting).body);
  const card: AdaptiveCard = { ...face.card, body: [...banners, ...face.card.body] };
  return bytes(card) <= mostCardBytes ? { ...face, card } : undefined;
}

/** Whether an answer is a few lines. */
export function isNotice(answer: Answer): answer is Answer & { readonly view: NoticeView } {
  return answer.view.kind === 'notice';
}

/** The words of notices as plain text. */
export function wordsOf(notices: readonly NoticeView[]): string {
  return notices.flatMap(({ title, toldLines }) => [title, ...toldLines].filter((line) => line !== '')).join('\n\n');
}

/** The answer to an Action.Execute: the pressed card becomes this one, for the presser. */
export function cardResponse({ card }: Face): object {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** The answer to an Action.Execute: the card stays, and the presser alone reads this below it. Never empty. */
export function wordsResponse(words: string): object {
  // Teams takes an empty answer for a broken bot and says so to the person.
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words === '' ? '✓' : words };
}

/** The answer to a dialog's request: it shows this card. */
export function dialogResponse(face: Face, height: 'small' | 'large'): object {
  const value = { title: face.title, width: 'medium', height, card: attachmentOf(face) };
  return { task: { type: 'continue', value } };
}
