import type { Activity } from 'botframework-schema';
import type { Piece } from './render.ts';

/** A message as the connector takes it. */
export function activityOf(piece: Piece): Activity {
  return { type: 'message', ...content(piece) } as Activity;
}

function content(piece: Piece): Partial<Activity> {
  if (piece.kind === 'text') return { text: piece.text, textFormat: 'plain' };
  // Without a summary Teams' notification says only that a card was sent.
  return { summary: piece.title, attachments: [attachmentOf(piece)] };
}

/** A card as an attachment of a message, or as the content of a dialog. */
export function attachmentOf({ card }: Extract<Piece, { kind: 'card' }>) {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
}
